"""Verbs of booking. Each locks the slot and the accounts, looks, writes, tells."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import transaction

from events.coaching import letters
from events.coaching.booking import seating
from events.coaching.booking.accounts import Client, account_of, is_vouched
from events.coaching.models import Booking, BusyTime, Slot
from events.coaching.refusals import (
    AlreadyBooked,
    HasBegun,
    HoursUsedUp,
    NotPossible,
    PanelStays,
    SlotGone,
    SlotTaken,
    TooEarly,
    TooLate,
)
from events.coaching.states import BookingState
from portal.audit import log
from portal.database import clock
from portal.language.mailbox import is_mailbox_of, same_mailbox
from portal.letters import outbox
from portal.refusals import SubmittedBefore


@transaction.atomic
def book(slot: Slot, *, email: str, submission: UUID | None = None, now=None, **said) -> Booking:
    """Take one seat: confirmed, requested where the coach confirms, or on the waiting list of a full slot.

    `said` is what the client tells: name, about, stage, language, consent_version, and if given goal, institution,
    startup, user. `submission` is the form's own number, so that pressing twice makes one booking. Raises refusals.
    """
    email, submission = same_mailbox(email), submission or uuid4()
    (slot,) = seating.locked(slot.pk, client=client_of(said))
    now = now or clock.now()
    seating.catch_up(slot, now)
    if before := slot.bookings.filter(submission=submission).first():
        if before.email != email:
            raise SubmittedBefore
        return before
    check_offered(slot, now)
    return begin(slot, email=email, submission=submission, now=now, **said)


@transaction.atomic
def confirm(booking: Booking, *, by, now=None) -> Booking:
    """The coach says yes; hours that were used up when it was asked for are counted now. Raises HoursUsedUp."""
    booking, now = _look(booking, now)
    if booking.state != BookingState.REQUESTED:
        raise NotPossible
    seating.charge(booking, booking.slot.minutes)
    sequence = booking.next_sequence()
    seating.move(booking, BookingState.CONFIRMED, now=now, by=by, sequence=sequence)
    outbox.post(letters.confirmed, booking)
    return booking


@transaction.atomic
def decline(booking: Booking, *, by, reason: str = "", now=None) -> Booking:
    """The coach says no; a panel falls as a whole, and the next in the waiting list is asked."""
    slots = _with_panel(booking)
    now = now or clock.now()
    for slot in slots:
        seating.catch_up(slot, now)
    said = seating.fresh(booking, next((slot for slot in slots if slot.pk == booking.slot_id), slots[0]))
    seating.move(said, BookingState.DECLINED, now=now, by=by, reason=reason)
    outbox.post(letters.declined, said)
    if said.panel_id:
        for one in [seating.fresh(one, slot) for slot in slots for one in _mine(said, slot)]:
            if one.is_active:
                end(one, now=now, by=by)
    for slot in slots:
        seating.serve(slot, now)
    return said


@transaction.atomic
def cancel(booking: Booking, *, by=None, reason: str = "", now=None) -> Booking:
    """Client or coach steps back before the meeting begins; a panel falls as a whole. The second time is quiet."""
    slots = _with_panel(booking)
    now = now or clock.now()
    for slot in slots:
        seating.catch_up(slot, now)
    family = [seating.fresh(one, slot) for slot in slots for one in _mine(booking, slot)]
    if not family:
        # Moved to another time before we had the lock.
        raise NotPossible
    for one in family:
        if one.state == BookingState.CANCELLED:
            continue
        if one.has_begun(now):
            raise HasBegun
        end(one, now=now, by=by, reason=reason)
    for slot in slots:
        seating.serve(slot, now)
    return next(one for one in family if one.pk == booking.pk)


@transaction.atomic
def accept(booking: Booking, *, now=None) -> Booking:
    """Whoever waited takes the seat that was offered."""
    booking, now = _look(booking, now)
    if booking.state != BookingState.OFFERED:
        raise NotPossible
    seating.move(booking, _first_state(booking.slot, vouched=_is_vouched(booking)), now=now, offer_until=None)
    _tell_both(booking)
    return booking


@transaction.atomic
def reschedule(booking: Booking, *, to: Slot, by=None, now=None) -> Booking:
    """Move to another free slot: the seat there is taken before this one is given back, or nothing changes."""
    if booking.panel_id:
        raise PanelStays
    client = Client(booking.institution, booking.startup)
    rows = {row.pk: row for row in seating.locked(booking.slot_id, to.pk, client=client)}
    now = now or clock.now()
    for row in rows.values():
        seating.catch_up(row, now)
    old, new = rows[booking.slot_id], rows[to.pk]
    booking = seating.fresh(booking, old)
    _check_move(booking, new, now)
    seating.charge(booking, 0)
    seating.seat(booking, -1)
    agreed, before = booking.is_confirmed, booking.account
    booking.sequence, booking.reminded_at = booking.next_sequence(), None
    # The form that was sent for the old time may be sent again.
    booking.slot, booking.moved_at, booking.submission = new, now, uuid4()
    booking.account = account_of(new.programme, client)
    vouched = _is_vouched(booking) or (agreed and booking.account == before)
    booking.state = _first_state(new, vouched=vouched)
    booking.save(update_fields=["slot", "account", "state", "moved_at", "sequence", "reminded_at", "submission"])
    try:
        seating.charge(booking, new.minutes)
    except HoursUsedUp:
        if vouched:
            raise
    seating.seat(booking, 1)
    log(booking, "coaching.reschedule", user=by, timestamp=now)
    outbox.post(letters.rescheduled, booking)
    outbox.post(letters.coach_rescheduled, booking, reader=new.coach.user)
    seating.serve(old, now)
    return booking


@transaction.atomic
def renew_link(booking: Booking, *, by=None, now=None) -> Booking:
    """Every link given out so far ends; a new one goes to the client's mailbox."""
    booking = Booking.objects.select_for_update(of=("self",)).get(pk=booking.pk)
    if booking.is_erased:
        raise NotPossible
    booking.revoke_links()
    log(booking, "coaching.renew_link", user=by, timestamp=now or clock.now())
    outbox.post(letters.new_link, booking)
    return booking


def tell_again(slots: Iterable[Slot], *, email: str) -> None:
    """A letter to who has booked one of the slots already: strangers are told nothing, the mailbox is."""
    mine = Booking.objects.active().filter(slot__in=list(slots), email=same_mailbox(email)).first()
    if mine:
        outbox.post(letters.booked_before, mine)


@transaction.atomic
def lapse(slot: Slot, *, now=None) -> None:
    """What is overdue gives its seat to the next."""
    (slot,) = seating.locked(slot.pk)
    seating.catch_up(slot, now or clock.now())


@transaction.atomic
def forget(booking: Booking, *, now=None) -> Booking:
    """Erase the person: a seat still held is given back, the coach told so; hours and start-up stay as evidence.

    A meeting that has begun counts, also where the coach has not said yet how it went.
    """
    (slot,) = seating.locked(booking.slot_id)
    now = now or clock.now()
    booking = seating.fresh(booking, slot)
    if booking.is_active and not booking.has_begun(now):
        is_expected = booking.state in (BookingState.CONFIRMED, BookingState.REQUESTED)
        sequence = booking.next_sequence()
        seating.move(booking, BookingState.CANCELLED, now=now, offer_until=None, sequence=sequence)
        if is_expected:
            outbox.post(letters.coach_erased, booking, reader=slot.coach.user)
        seating.serve(slot, now)
    booking.notes.all().delete()
    booking.anonymise()
    booking.revoke_links()
    return booking


def check_offered(slot: Slot, now) -> None:
    """Whether the slot may be asked for at this moment. Raises SlotGone, TooLate or TooEarly."""
    busy = BusyTime.objects.filter(coach=slot.coach_id, starts_at__lt=slot.ends_at, ends_at__gt=slot.starts_at)
    if not slot.is_open or not slot.coach.is_visible or busy.exists():
        raise SlotGone
    if slot.closes_at <= now:
        raise TooLate
    if now < slot.opens_at:
        raise TooEarly


def begin(slot: Slot, *, email: str, now, panel=None, asks: bool = False, **said) -> Booking:
    """Under the slot's lock: write the booking, take seat and minutes, tell both; with `asks` the coach decides."""
    account = account_of(slot.programme, client_of(said))
    vouched = not asks and is_vouched(account, email=email, institution=said.get("institution"))
    short = account is not None and account.minutes_left < slot.minutes
    # The last of all questions: what else is refused is the same for known and unknown addresses.
    if slot.bookings.active().filter(email=email).exists():
        raise AlreadyBooked
    state = BookingState.WAITING if _must_wait(slot) else _first_state(slot, vouched=vouched and not short)
    if short and state != BookingState.WAITING and vouched and has_shown(email, said):
        raise HoursUsedUp(account.minutes_left)
    booking = Booking.objects.create(
        slot=slot, state=state, email=email, account=account, panel=panel, created_at=now, moved_at=now, **said
    )
    if booking.is_holding:
        # How a start-up stands is not told to whoever types its name: the coach is asked, and counts with the yes.
        seating.charge(booking, 0 if short else slot.minutes)
        seating.seat(booking, 1)
    log(booking, "coaching.book", user=booking.user, timestamp=now)
    _tell_both(booking)
    return booking


def end(booking: Booking, *, now, by=None, reason: str = "") -> None:
    """Under the locks: cancelled, both sides told; whoever never had the seat is no news for the coach."""
    waited, sequence = booking.state in (BookingState.WAITING, BookingState.OFFERED), booking.next_sequence()
    seating.move(booking, BookingState.CANCELLED, now=now, by=by, reason=reason, offer_until=None, sequence=sequence)
    outbox.post(letters.left_list if waited else letters.cancelled, booking)
    if not waited:
        outbox.post(letters.coach_cancelled, booking, reader=booking.slot.coach.user)


def has_shown(email: str, said: dict) -> bool:
    """Whether who books acts for the institution, or owns the mailbox for sure."""
    user = said.get("user")
    return said.get("institution") is not None or (user is not None and is_mailbox_of(user, email))


def client_of(said: dict) -> Client:
    return Client(said.get("institution"), said.get("startup") or "")


def _look(booking: Booking, now) -> tuple[Booking, object]:
    (slot,) = seating.locked(booking.slot_id)
    now = now or clock.now()
    seating.catch_up(slot, now)
    return seating.fresh(booking, slot), now


def _with_panel(booking: Booking) -> list[Slot]:
    """The slot of the booking, or those of its whole panel, locked in the order of their keys."""
    if not booking.panel_id:
        return seating.locked(Booking.objects.values_list("slot", flat=True).get(pk=booking.pk))
    return seating.locked(*Booking.objects.filter(panel=booking.panel_id).values_list("slot", flat=True))


def _mine(booking: Booking, slot: Slot):
    one = {"panel": booking.panel_id} if booking.panel_id else {"pk": booking.pk}
    return slot.bookings.filter(**one)


def _check_move(booking: Booking, new: Slot, now) -> None:
    if booking.state not in (BookingState.CONFIRMED, BookingState.REQUESTED) or new.pk == booking.slot_id:
        raise NotPossible
    if booking.has_begun(now):
        raise HasBegun
    check_offered(new, now)
    if _must_wait(new):
        raise SlotTaken
    if new.bookings.active().filter(email=booking.email).exists():
        raise AlreadyBooked


def _must_wait(slot: Slot) -> bool:
    """A newcomer waits while others wait: nobody overtakes."""
    return slot.is_full or slot.bookings.waiting().exists()


def _first_state(slot: Slot, *, vouched: bool) -> BookingState:
    return BookingState.CONFIRMED if vouched and not slot.needs_confirmation else BookingState.REQUESTED


def _is_vouched(booking: Booking) -> bool:
    return is_vouched(booking.account, email=booking.email, institution=booking.institution)


def _tell_both(booking: Booking) -> None:
    outbox.post(letters.FIRST[booking.state], booking)
    if booking.state != BookingState.WAITING:
        outbox.post(letters.coach_notice, booking, reader=booking.slot.coach.user)
