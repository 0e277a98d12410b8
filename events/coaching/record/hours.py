"""Verbs of the record of hours: what took place, what came of it, how many hours a start-up may have."""

from django.db import transaction
from django.utils import timezone

from events.coaching.booking import seating
from events.coaching.models import Account, Booking
from events.coaching.refusals import LessThanTaken, NotBegun, NotPossible
from events.coaching.states import BookingState
from portal.audit import log


@transaction.atomic
def record_hours(booking: Booking, *, minutes: int, by, outcome: str = "", now=None) -> Booking:
    """It took place and lasted `minutes`; also corrects an earlier record. Raises NotBegun or HoursUsedUp."""
    booking, now = _begun(booking, now)
    if booking.state != BookingState.DONE:
        seating.move(booking, BookingState.DONE, now=now, by=by)
    seating.charge(booking, minutes)
    booking.outcome = outcome
    booking.save(update_fields=["outcome"])
    log(booking, "coaching.record", user=by, timestamp=now, data={"minutes": minutes})
    return booking


@transaction.atomic
def record_absence(booking: Booking, *, by, now=None) -> Booking:
    """Nobody came: no hours are counted."""
    booking, now = _begun(booking, now)
    if booking.state == BookingState.NO_SHOW:
        raise NotPossible
    seating.move(booking, BookingState.NO_SHOW, now=now, by=by)
    seating.charge(booking, 0)
    return booking


@transaction.atomic
def grant(account: Account, *, minutes: int, by, now=None) -> Account:
    """Staff give a start-up more minutes than the programme's rule, or fewer, but not less than are taken."""
    account = Account.objects.locked().get(pk=account.pk)
    if minutes < account.minutes_taken:
        raise LessThanTaken
    data = {"before": account.minutes_granted, "after": minutes}
    account.minutes_granted = minutes
    account.save(update_fields=["minutes_granted"])
    log(account, "coaching.grant", user=by, timestamp=now or timezone.now(), data=data)
    return account


def _begun(booking: Booking, now) -> tuple[Booking, object]:
    (slot,) = seating.locked(booking.slot_id)
    Account.objects.locked().filter(pk=booking.account_id).first()
    now = now or timezone.now()
    booking = seating.fresh(booking, slot)
    if not booking.has_begun(now):
        raise NotBegun
    return booking, now
