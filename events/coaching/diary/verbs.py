"""Verbs of a coach's times: publish slots, one or a series; change their seats; take one back."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext as _

from events.coaching.booking import seating
from events.coaching.booking import verbs as booking
from events.coaching.diary import series
from events.coaching.kinds import Rhythm
from events.coaching.models import Coach, Slot
from events.coaching.refusals import HasBegun, LessThanTaken, NothingToPublish
from events.coaching.states import BookingState, SlotState
from portal.audit import log
from portal.language.times import short_day


@dataclass
class Published:
    """What came of it: the new slots, and the days left out with the reason."""

    slots: list[Slot] = field(default_factory=list)
    left_out: list[tuple[date, str]] = field(default_factory=list)

    @property
    def reasons(self) -> str:
        return "; ".join(f"{short_day(day)}: {reason}" for day, reason in self.left_out)


@transaction.atomic
def publish_slots(
    coach: Coach,
    *,
    first: datetime,
    minutes: int,
    rhythm: str = Rhythm.ONCE,
    until: date | None = None,
    by=None,
    now=None,
    **details,
) -> Published:
    """Publish a slot of `minutes` at the Berlin wall time `first`, or a series of them up to the day `until`.

    Dates on holidays, in the past, on busy times of the coach's calendar, beside other slots or outside the
    programme's period are left out and told. Raises NothingToPublish when none is left.
    """
    coach = Coach.objects.locked().get(pk=coach.pk)
    now = now or timezone.now()
    plan = series.plan(first, rhythm, until)
    made = Published(left_out=list(plan.left_out))
    number = uuid4() if len(plan.starts) > 1 else None
    for start in plan.starts:
        slot = _slot(coach, start, minutes, series=number, **details)
        if reason := _hindrance(slot, now):
            made.left_out.append((start.date(), reason))
        else:
            slot.save(force_insert=True)
            made.slots.append(slot)
    if not made.slots:
        raise NothingToPublish(made.reasons)
    log(coach, "coaching.publish", user=by, timestamp=now, data={"slots": len(made.slots)})
    return made


@transaction.atomic
def withdraw(slot: Slot, *, by, reason: str = "", now=None) -> Slot:
    """Take the time back: whoever booked or waits is told, a panel falls as a whole."""
    slots = _with_panels(slot)
    now = now or timezone.now()
    mine = next(one for one in slots if one.pk == slot.pk)
    if not mine.is_open:
        return mine
    if mine.starts_at <= now:
        raise HasBegun
    mine.state = SlotState.WITHDRAWN
    mine.save(update_fields=["state"])
    for one in _concerned(mine, slots):
        booking.end(one, now=now, by=by, reason=reason)
    log(mine, "coaching.withdraw", user=by, timestamp=now)
    for other in slots:
        seating.serve(other, now)
    return mine


@transaction.atomic
def resize(slot: Slot, *, seats: int, by=None, now=None) -> Slot:
    """More seats, and the waiting list is asked at once; not fewer than are taken."""
    (slot,) = seating.locked(slot.pk)
    now = now or timezone.now()
    seating.catch_up(slot, now)
    if seats < slot.seats_taken:
        raise LessThanTaken
    slot.seats = seats
    slot.save(update_fields=["seats"])
    log(slot, "coaching.resize", user=by, timestamp=now)
    seating.serve(slot, now)
    return slot


def _slot(coach: Coach, start: datetime, minutes: int, **details) -> Slot:
    slot = Slot(coach=coach, starts_at=start, ends_at=series.after(start, minutes), **details)
    before, after = timedelta(minutes=slot.buffer_before), timedelta(minutes=slot.buffer_after)
    utc = timezone.get_fixed_timezone(0)
    slot.span = DateTimeTZRange(slot.starts_at.astimezone(utc) - before, slot.ends_at.astimezone(utc) + after)
    return slot


def _hindrance(slot: Slot, now) -> str:
    """Why this date cannot be published; empty when it can."""
    if slot.closes_at <= now:
        return _("too soon to be booked")
    if slot.coach.busy_times.filter(starts_at__lt=slot.ends_at, ends_at__gt=slot.starts_at).exists():
        return _("your calendar says busy")
    if slot.coach.slots.open().filter(span__overlap=slot.span).exists():
        return _("you have another appointment then")
    day, programme = timezone.localdate(slot.starts_at), slot.programme
    if programme and not programme.starts_on <= day <= programme.ends_on:
        return _("outside the programme’s period")
    return ""


def _with_panels(slot: Slot) -> list[Slot]:
    """The slot and those that share a panel with it, locked in the order of their keys."""
    while True:
        keys = _sharing_panels(slot)
        with transaction.atomic():
            rows = seating.locked(slot.pk, *keys)
            if _are_all(rows, slot):
                return rows
            # A panel was booked before we had the lock. Locking its slots now would break the order of locks and
            # could make two verbs wait in a ring: give all back and begin again.
            transaction.set_rollback(True)


def _sharing_panels(slot: Slot) -> set[int]:
    panels = slot.bookings.active().filter(panel__isnull=False).values("panel")
    return set(Slot.objects.filter(bookings__panel__in=panels).values_list("pk", flat=True))


def _are_all(rows: list[Slot], slot: Slot) -> bool:
    return _sharing_panels(slot) <= {row.pk for row in rows}


def _concerned(slot: Slot, slots: list[Slot]):
    """Every active booking of the slot, and of the others those of the same panels."""
    panels = set(slot.bookings.filter(panel__isnull=False).values_list("panel", flat=True))
    for other in slots:
        rows = other.bookings.active() if other == slot else other.bookings.active().filter(panel__in=panels)
        for one in rows.order_by("pk"):
            one.slot = other
            if one.state in BookingState.ACTIVE:
                yield one
