"""What must hold at every committed state; each question answers with a sentence per offending row."""

from django.db.models import Count, F, Sum
from django.db.models.functions import Coalesce

from events.coaching.models import Account, Booking, Slot
from events.coaching.states import BookingState


def check() -> list[str]:
    return [*_seats(), *_oversold(), *_minutes(), *_minutes_of_nothing(), *_twice(), *_broken_panels()]


def _seats() -> list[str]:
    held = dict(Booking.objects.holding().order_by().values_list("slot").annotate(Count("pk")))
    rows = Slot.objects.order_by("pk").values_list("pk", "seats_taken")
    return [
        f"slot {pk}: counter says {taken} seats, bookings hold {held.get(pk, 0)}"
        for pk, taken in rows
        if taken != held.get(pk, 0)
    ]


def _oversold() -> list[str]:
    return [
        f"slot {s.pk}: {s.seats_taken} of {s.seats} seats held" for s in Slot.objects.filter(seats_taken__gt=F("seats"))
    ]


def _minutes() -> list[str]:
    rows = Account.objects.annotate(counted=Coalesce(Sum("bookings__minutes"), 0)).order_by("pk")
    return [
        f"coaching account {a.pk}: counter says {a.minutes_taken} minutes, bookings hold {a.counted}"
        for a in rows.exclude(minutes_taken=F("counted"))
    ]


def _minutes_of_nothing() -> list[str]:
    idle = Booking.objects.exclude(state__in=BookingState.HOLDING).filter(minutes__gt=0)
    return [f"coaching booking {b.pk}: counts minutes though it is {b.state}" for b in idle]


def _twice() -> list[str]:
    open_ = Slot.objects.open()
    pairs = open_.filter(coach__slots__in=open_, coach__slots__pk__gt=F("pk"), coach__slots__span__overlap=F("span"))
    return [f"slot {pk}: overlaps another of the coach" for pk in pairs.order_by("pk").values_list("pk", flat=True)]


def _broken_panels() -> list[str]:
    """All or nothing: of one panel some still meet and others do not. A coach who never answered stops nobody."""
    rows = Booking.objects.filter(panel__isnull=False).exclude(state=BookingState.LAPSED)
    rows = rows.order_by("panel").values("panel").annotate(n=Count("pk", distinct=True))
    broken = []
    for row in rows:
        going = Booking.objects.coming().filter(panel=row["panel"]).count()
        over = Booking.objects.filter(panel=row["panel"], state__in=BookingState.OVER).count()
        if 0 < going < row["n"] and not over:
            broken.append(f"panel {row['panel']}: {going} of {row['n']} coaches still come")
    return broken
