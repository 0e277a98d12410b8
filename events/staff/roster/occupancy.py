"""Seats at a glance: who holds them, who waits, what is free; of the event, its ticket types and its sessions."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from events.models import Event, SessionSeat
from events.states import RegistrationState

SHARES = {
    RegistrationState.CONFIRMED: pgettext_lazy("seats", "confirmed"),
    RegistrationState.AWAITING_PAYMENT: gettext_lazy("awaiting payment"),
    RegistrationState.OFFERED: pgettext_lazy("seats", "offered"),
}
WIDTH = 1000


@dataclass(frozen=True)
class Share:
    """A part of the bar: `x` and `width` in thousandths of it."""

    key: str
    label: str
    seats: int
    x: int = 0
    width: int = 0


@dataclass(frozen=True)
class Bar:
    """`shares` are what is held and what is free, `beside` what stands outside of the seats."""

    title: str
    capacity: int | None
    shares: list[Share]
    beside: list[Share]

    @property
    def text(self) -> str:
        """The whole bar as a sentence."""
        return ", ".join(f"{share.label} {share.seats}" for share in [*self.shares, *self.beside])


def bars(event: Event) -> list[Bar]:
    """Three queries, whatever the number of registrations."""
    counted = event.registrations.order_by().values("ticket_type", "state").annotate(n=Sum("seats"))
    by_ticket: dict[int | None, Counter] = {}
    for row in counted:
        by_ticket.setdefault(row["ticket_type"], Counter())[row["state"]] += row["n"]
    whole = sum(by_ticket.values(), Counter())
    tickets = [(one.name, one.capacity, by_ticket.get(one.pk, Counter())) for one in event.ticket_types.all()]
    return [
        _bar(_("All seats"), event.capacity, whole),
        *(_bar(name, capacity, seats) for name, capacity, seats in tickets),
        *_of_sessions(event),
    ]


def _of_sessions(event: Event) -> list[Bar]:
    sessions = list(event.sessions.all())
    if not sessions:
        return []
    chosen = SessionSeat.objects.filter(session__event=event).order_by().values("session", "registration__state")
    by_session: dict[int, Counter] = {session.pk: Counter() for session in sessions}
    for row in chosen.annotate(n=Sum("registration__seats")):
        by_session[row["session"]][row["registration__state"]] += row["n"]
    return [_bar(session.title, session.capacity, by_session[session.pk]) for session in sessions]


def _bar(title: str, capacity: int | None, seats: Counter) -> Bar:
    parts = [(key.value, label, seats[key.value]) for key, label in SHARES.items()]
    if capacity is not None:
        held = sum(number for _key, _label, number in parts)
        parts.append(("free", _("free"), max(capacity - held, 0)))
    beside = [Share("waiting", _("waiting"), seats[RegistrationState.WAITING.value])]
    if asked := seats[RegistrationState.REQUESTED.value] + seats[RegistrationState.RETURNED.value]:
        beside.append(Share("requested", _("to be approved"), asked))
    return Bar(title, capacity, _placed(parts), beside)


def _placed(parts: list[tuple[str, str, int]]) -> list[Share]:
    """Beside each other, together as wide as the bar."""
    total = sum(number for _key, _label, number in parts) or 1
    shares, before = [], 0
    for key, label, number in parts:
        x, end = WIDTH * before // total, WIDTH * (before + number) // total
        shares.append(Share(key, str(label), number, x, end - x))
        before += number
    return shares
