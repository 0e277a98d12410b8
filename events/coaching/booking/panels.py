"""Panels: so many experts and so many lawyers at the same time. All of them, or none."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from events.coaching.booking import seating
from events.coaching.booking import verbs as booking
from events.coaching.booking.accounts import account_of, is_vouched
from events.coaching.kinds import Craft
from events.coaching.models import Account, Booking, Panel, Slot
from events.coaching.refusals import AlreadyBooked, HoursUsedUp, NoPanel, SlotGone, SlotTaken, TooEarly, TooLate
from portal.language.mailbox import same_mailbox


@dataclass(frozen=True)
class Common:
    """A time at which enough chosen coaches are free; the panel lasts until the first of them leaves."""

    starts_at: datetime
    slots: tuple[Slot, ...]

    @property
    def ends_at(self) -> datetime:
        return min(slot.ends_at for slot in self.slots)


def common(*, experts: int, lawyers: int, coaches: Iterable[int] = (), now=None, most: int = 20) -> list[Common]:
    """The next times at which `experts` and `lawyers` are free at once, out of `coaches` (empty: of all)."""
    slots = Slot.objects.offered(now).free().filter(needs_confirmation=False, seats=1).for_rows()
    if chosen := list(coaches):
        slots = slots.filter(coach__in=chosen)
    by_start = defaultdict(lambda: {Craft.EXPERT: [], Craft.LAWYER: []})
    for slot in slots:
        by_start[slot.starts_at][Craft(slot.coach.craft)].append(slot)
    found = [_common(start, free, experts, lawyers) for start, free in sorted(by_start.items())]
    return [one for one in found if one][:most]


@transaction.atomic
def book_panel(slots: Iterable[Slot], *, email: str, submission: UUID | None = None, now=None, **said) -> list[Booking]:
    """Book every slot or none; `said` as for `booking.book`. Raises NoPanel where one of them is no longer free.

    All are confirmed, or every coach is asked: where others use the hours, or where they do not reach and who books
    has not shown to be the owner. Raises HoursUsedUp for the owner.
    """
    email, submission = same_mailbox(email), submission or uuid4()
    rows = seating.locked(*[slot.pk for slot in slots], client=booking.client_of(said))
    now = now or timezone.now()
    if before := list(Booking.objects.filter(submission=submission, slot__in=rows, email=email).order_by("slot")):
        return before
    for slot in rows:
        seating.catch_up(slot, now)
    _check(rows, email, now)
    asks = _must_ask(rows, email, said)
    crafts = [slot.coach.craft for slot in rows]
    panel = Panel.objects.create(experts=crafts.count(Craft.EXPERT), lawyers=crafts.count(Craft.LAWYER), made_at=now)
    told = {"email": email, "submission": submission, "panel": panel, "now": now, "asks": asks, **said}
    return [booking.begin(slot, **told) for slot in rows]


def _must_ask(rows: list[Slot], email: str, said: dict) -> bool:
    client = booking.client_of(said)
    wanted: dict[Account, int] = defaultdict(int)
    for slot in rows:
        if account := account_of(slot.programme, client):
            wanted[account] += slot.minutes
    vouched = all(is_vouched(one, email=email, institution=client.institution) for one in wanted)
    short = next((one for one, minutes in wanted.items() if minutes > one.minutes_left), None)
    if short and vouched and booking.has_shown(email, said):
        raise HoursUsedUp(short.minutes_left)
    return short is not None or not vouched


def _common(start: datetime, free: dict, experts: int, lawyers: int) -> Common | None:
    if len(free[Craft.EXPERT]) < experts or len(free[Craft.LAWYER]) < lawyers:
        return None
    return Common(start, tuple(free[Craft.EXPERT][:experts] + free[Craft.LAWYER][:lawyers]))


def _check(rows: list[Slot], email: str, now) -> None:
    if len(rows) < 2 or len({slot.starts_at for slot in rows}) > 1:
        raise NoPanel
    try:
        for slot in rows:
            booking.check_offered(slot, now)
            if slot.is_full or slot.needs_confirmation or slot.seats > 1:
                raise SlotTaken
    except (SlotGone, SlotTaken, TooLate, TooEarly) as refusal:
        raise NoPanel from refusal
    if any(slot.bookings.active().filter(email=email).exists() for slot in rows):
        raise AlreadyBooked
