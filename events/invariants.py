"""What must hold at every committed state; each question answers with a sentence per offending row."""

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.kinds import EventStatus
from events.models import Attendance, Event, Registration, SubSession, TicketType, Voucher
from events.registration import seating
from events.states import RegistrationState


def check() -> list[str]:
    return [*_counters(), *_oversold(), *_twice(), *_overtaken(), *_parts(), *_holds_without_deadline(), *_ghosts()]


def _held():
    held = Registration.objects.filter(event=OuterRef("pk")).holding().order_by().values("event")
    return Coalesce(Subquery(held.annotate(total=Sum("seats")).values("total")), Value(0))


def _counters() -> list[str]:
    wrong = Event.objects.annotate(held=_held()).exclude(seats_taken=F("held"))
    return [f"event {e.pk}: counter says {e.seats_taken} seats, registrations hold {e.held}" for e in wrong]


def _oversold() -> list[str]:
    sold = Event.objects.annotate(held=_held()).filter(capacity__isnull=False, held__gt=F("capacity"))
    return [f"event {e.pk}: {e.held} of {e.capacity} seats held" for e in sold]


def _twice() -> list[str]:
    reached = Registration.objects.active().exclude(email="").order_by()
    twice = reached.values("event", "email").annotate(n=Count("pk")).filter(n__gt=1)
    return [f"event {row['event']}: an address has {row['n']} active registrations" for row in twice]


def _overtaken() -> list[str]:
    """Somebody waits for seats that are free: who stands first and would fit must have moved up."""
    waited = Event.objects.upcoming().filter(registrations__state=RegistrationState.WAITING)
    waited, now = waited.exclude(status=EventStatus.CANCELLED).distinct(), timezone.now()
    moving = [event for event in waited if now < event.line_ends_at]
    idle = [(event, first) for event in moving if (first := seating.servable(event))]
    return [f"event {e.pk}: {first.seats} seats are free for the first who waits" for e, first in idle]


def _parts() -> list[str]:
    """Ticket types, sessions and vouchers count what registrations hold."""
    holding, active = sorted(RegistrationState.HOLDING), sorted(RegistrationState.ACTIVE)
    tickets = TicketType.objects.annotate(
        held=Coalesce(Sum("registrations__seats", filter=Q(registrations__state__in=holding)), Value(0))
    )
    sessions = SubSession.objects.annotate(
        held=Coalesce(Sum("chosen__registration__seats", filter=Q(chosen__registration__state__in=holding)), Value(0))
    )
    vouchers = Voucher.objects.annotate(held=Count("registrations", filter=Q(registrations__state__in=active)))
    lines = [
        f"{name} {row.pk}: counter says {row.seats_taken} seats, registrations hold {row.held}"
        for name, rows in (("ticket type", tickets), ("session", sessions))
        for row in rows.exclude(seats_taken=F("held"))
    ]
    return lines + [
        f"voucher {row.pk}: counter says {row.used} uses, registrations have {row.held}"
        for row in vouchers.exclude(used=F("held"))
    ]


def _holds_without_deadline() -> list[str]:
    endless = Registration.objects.filter(state=RegistrationState.AWAITING_PAYMENT, pay_until__isnull=True)
    offers = Registration.objects.filter(state=RegistrationState.OFFERED, offer_until__isnull=True)
    lines = [f"registration {r.pk}: waits for money without a deadline" for r in endless]
    return lines + [f"registration {r.pk}: is offered seats without a deadline" for r in offers]


def _ghosts() -> list[str]:
    """Somebody sits on a seat that nobody holds. An event that was broken off keeps its trace."""
    here = Attendance.objects.standing().exclude(registration__event__status=EventStatus.CANCELLED)
    wrong = here.exclude(registration__state=RegistrationState.CONFIRMED, position__lte=F("registration__seats"))
    return [f"attendance {a.pk}: registration {a.registration_id} has no confirmed seat {a.position}" for a in wrong]
