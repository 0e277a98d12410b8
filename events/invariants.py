"""What must hold at every committed state; each question answers with a sentence per offending row."""

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from events.models import Event, Registration
from events.states import RegistrationState


def check() -> list[str]:
    return [*_counters(), *_oversold(), *_twice(), *_overtaken(), *_holds_without_deadline()]


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
    twice = Registration.objects.active().order_by().values("event", "email").annotate(n=Count("pk")).filter(n__gt=1)
    return [f"event {row['event']}: an address has {row['n']} active registrations" for row in twice]


def _overtaken() -> list[str]:
    """Somebody waits for seats that are free: who stands first and would fit must have moved up."""
    first = Registration.objects.filter(event=OuterRef("pk"), state=RegistrationState.WAITING)
    first = first.filter(Q(event__capacity__isnull=True) | Q(seats__lte=F("event__capacity")))
    first = first.order_by("moved_at", "pk").values("seats")[:1]
    idle = Event.objects.upcoming().exclude(status="cancelled").annotate(wanted=Subquery(first))
    idle = idle.filter(wanted__isnull=False, registration_closes_at__isnull=True)
    idle = idle.filter(Q(capacity__isnull=True) | Q(capacity__gte=F("seats_taken") + F("wanted")))
    return [f"event {e.pk}: {e.wanted} seats are free for the first who waits" for e in idle]


def _holds_without_deadline() -> list[str]:
    endless = Registration.objects.filter(state=RegistrationState.AWAITING_PAYMENT, pay_until__isnull=True)
    offers = Registration.objects.filter(state=RegistrationState.OFFERED, offer_until__isnull=True)
    lines = [f"registration {r.pk}: waits for money without a deadline" for r in endless]
    return lines + [f"registration {r.pk}: is offered seats without a deadline" for r in offers]
