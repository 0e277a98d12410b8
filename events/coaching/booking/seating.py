"""What happens under the locks: seats and minutes follow the states, offers lapse, the waiting list is served.

Nothing here opens a transaction. The order of locks is: slots by key, then the accounts of all who hold or want a seat
there by key; so two verbs never wait for each other.
"""

from datetime import timedelta

from django.db.models import F, Q

from events.coaching import letters
from events.coaching.booking.accounts import Client, account_of, is_vouched
from events.coaching.models import Account, Booking, Slot
from events.coaching.refusals import HoursUsedUp, NotPossible
from events.coaching.states import BookingState
from portal import states
from portal.letters import outbox

OFFER = timedelta(hours=24)


def locked(*slots: int, client: Client | None = None) -> list[Slot]:
    """The slots with these keys, locked with every account that a verb may charge; that of `client` is opened."""
    rows = list(Slot.objects.locked().filter(pk__in=slots))
    # New accounts are written in the order of programmes, so that two panels of one start-up do not wait in a ring.
    ordered = sorted(rows, key=lambda row: row.programme_id or 0)
    own = [account_of(row.programme, client) for row in ordered if client]
    concerned = Booking.objects.active().filter(slot__in=rows, account__isnull=False).values("account")
    list(Account.objects.locked().filter(Q(pk__in=concerned) | Q(pk__in=[one.pk for one in own if one])))
    return rows


def fresh(booking: Booking, slot: Slot) -> Booking:
    """The booking as it is now, tied to its locked slot."""
    row = Booking.objects.get(pk=booking.pk)
    if row.slot_id != slot.pk:
        raise NotPossible
    row.slot = slot
    return row


def charge(booking: Booking, minutes: int) -> None:
    """Count `minutes` for the booking instead of what was counted before. Raises HoursUsedUp."""
    more = minutes - booking.minutes
    if booking.account_id and more:
        account = Account.objects.locked().get(pk=booking.account_id)
        if more > account.minutes_left:
            raise HoursUsedUp(account.minutes_left)
        Account.objects.filter(pk=account.pk).update(minutes_taken=F("minutes_taken") + more)
    booking.minutes = minutes
    booking.save(update_fields=["minutes"])


def seat(booking: Booking, change: int) -> None:
    """Take a seat (1) or give it back (-1). The database refuses a counter above the seats."""
    Slot.objects.filter(pk=booking.slot_id).update(seats_taken=F("seats_taken") + change)
    booking.slot.seats_taken += change


def move(booking: Booking, to: BookingState, *, now, by=None, **also) -> None:
    """The one door between states: asks for the arrow, moves seat and minutes, writes, logs. Raises HoursUsedUp."""
    states.require(booking, to, NotPossible)
    held, holds = booking.is_holding, to in BookingState.HOLDING
    if holds and not held:
        charge(booking, booking.slot.minutes)
        seat(booking, 1)
    elif held and not holds:
        charge(booking, 0)
        seat(booking, -1)
    states.step(booking, to, refusal=NotPossible, action=f"coaching.{to}", by=by, now=now, moved_at=now, **also)


def catch_up(slot: Slot, now) -> None:
    """Deadlines that have passed take effect before anybody looks."""
    for booking in slot.bookings.overdue(now).order_by("pk"):
        booking.slot = slot
        asked = booking.state == BookingState.REQUESTED
        move(booking, BookingState.LAPSED, now=now, offer_until=None)
        outbox.post(letters.lapsed, booking)
        if asked:
            outbox.post(letters.coach_lapsed, booking, reader=slot.coach.user)
    serve(slot, now)


def serve(slot: Slot, now) -> None:
    """Offer free seats to the waiting list in its order; whoever has no hours left leaves the list."""
    if not slot.is_open or slot.starts_at <= now:
        return
    for booking in slot.bookings.waiting():
        if slot.is_full:
            return
        booking.slot = slot
        try:
            move(booking, BookingState.OFFERED, now=now, offer_until=min(now + OFFER, slot.starts_at))
        except HoursUsedUp:
            move(booking, BookingState.LAPSED, now=now)
            told = is_vouched(booking.account, email=booking.email, institution=booking.institution)
            outbox.post(letters.hours_used_up if told else letters.lapsed, booking)
        else:
            outbox.post(letters.offered, booking)
