"""Verbs of registration: the only code that writes `Registration`. Each locks, looks, writes, tells."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from events import letters
from events.guests import sessions as rooms
from events.models import Event, Guest, Registration, SubSession, TicketType
from events.models.registration import overdue
from events.refusals import (
    AlreadyRegistered,
    CostsOtherwise,
    EventClosed,
    EventIsCancelled,
    EventIsPast,
    GroupTooLarge,
    IsHere,
    NotYetOpen,
    PriceHasChanged,
    RegistersElsewhere,
    TooLateToCancel,
)
from events.registration import answers as answering
from events.registration import prices, seating
from events.registration.signup import Signup
from events.states import RegistrationState
from portal.audit import log
from portal.database import clock
from portal.database.built import Built
from portal.invoices import verbs as invoicing
from portal.language import money
from portal.language.mailbox import NAMELESS, nobody, same_mailbox
from portal.letters import outbox
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.states import DEBIT_TAKES, Cause
from portal.refusals import SubmittedBefore
from portal.withdrawals import fortnight

NAMING = ("name", "email", "phone", "institution", "note", "decision")


@transaction.atomic
def register(event: Event, signup: Signup, *, now=None) -> Registration:
    """Take the seats for one email address: confirmed, awaiting payment, or on the waiting list.

    Raises the refusals of `events.refusals`, and SubmittedBefore.
    """
    email = same_mailbox(signup.email)
    event = Event.objects.locked().get(pk=event.pk)
    now = now or clock.now()
    earlier = _earlier(event, email, signup.submission, now)
    if before := next((one for one in earlier if one.submission == signup.submission), None):
        return _same_again(before, email=email, seats=signup.seats)
    _check_open(event, now)
    if event.capacity and signup.seats > event.capacity:
        raise GroupTooLarge(event.capacity)
    ticket = prices.ticket_of(event, signup, now)
    fee = prices.fee(event, ticket)
    _check_fee(event, signup, fee)
    coupon = prices.voucher_of(event, signup.voucher, ticket, now)
    fee = coupon.price_of(fee) if coupon else fee
    parts = rooms.chosen(event, signup.sessions)
    state = _first_state(event, signup.seats, ticket, fee)
    if state in RegistrationState.HOLDING:
        rooms.check_room(parts, signup.seats)
    # The last of all questions: what else is refused is the same for known and unknown addresses.
    if any(one.is_active for one in earlier):
        raise AlreadyRegistered

    for lapsed in (one for one in earlier if one.state == RegistrationState.LAPSED):
        _withdraw_money(lapsed, Cause.GONE, now)
    registration = Registration.objects.create(
        event=event,
        state=state,
        name=signup.name,
        email=email,
        phone=signup.phone,
        institution=signup.institution,
        seats=signup.seats,
        ticket_type=ticket,
        voucher=coupon,
        target_group=signup.target_group,
        note=signup.note,
        language=signup.language,
        user=signup.user,
        amount=fee * signup.seats,
        cancel_days=event.cancel_days,
        cancel_percent=event.cancel_percent,
        currency=event.currency,
        withdrawal=event.withdrawal,
        withdraw_until=fortnight.ends_at(now) if state == RegistrationState.AWAITING_PAYMENT else None,
        consent_version=signup.consent_version,
        consented_at=now,
        listed_at=now if signup.listed and event.shows_participants(now) else None,
        created_at=now,
        moved_at=now,
        submission=signup.submission,
    )
    rooms.choose(registration, parts)
    _name(registration, signup.guests)
    if signup.billing and fee:
        invoicing.keep_recipient(registration, signup.billing, asked_by=email, user=signup.user)
    answering.write(registration, signup.answers)
    _begin(event, registration, parts, now)
    return registration


@transaction.atomic
def cancel(registration: Registration, *, by=None, seen: Decimal | None = None, now=None) -> Registration:
    """Give the seats back and let the waiting list move up. Cancelling twice is quiet the second time.

    Guests (`by` is None) only until the event's `cancel_until`, later than its free days at the cost that was agreed;
    staff as long as the event is not over. `seen`: what the guest was told that it costs, None: nobody was asked.
    """
    event, registration = locked(registration)
    now = now or clock.now()
    catch_up(event, now)
    registration.refresh_from_db(fields=["state"])
    if registration.state == RegistrationState.CANCELLED:
        return registration
    if event.is_past(now):
        raise EventIsPast
    if registration.has_come:
        raise IsHere
    if by is None and registration.is_confirmed and not event.may_be_cancelled(now):
        raise TooLateToCancel
    cost = Decimal(0) if by else registration.cost_of_cancelling(now)
    if seen is not None and seen != cost:
        raise CostsOtherwise
    own_words = letters.cancelled if registration.is_confirmed else letters.withdrawn
    seating.move(event, registration, RegistrationState.CANCELLED, now=now, by=by)
    if cost or registration.cancel_cost:
        less = registration.amount - cost
        registration.cancel_cost += cost
        registration.save(update_fields=["cancel_cost"])
        seating.ask_for_less(registration, less, cause=Cause.OFFICE if by else Cause.LATE, by=by, now=now)
    else:
        _withdraw_money(registration, Cause.OFFICE if by else Cause.OWN, now)
    outbox.post(letters.cancelled_by_us if by else own_words, registration)
    outbox.post(letters.office_cancelled_by_us if by else letters.office_cancelled, registration)
    seating.promote_waiting(event, now)
    return registration


@transaction.atomic
def forget(registration: Registration, *, now=None) -> Registration:
    """Erase the person: seats still held are given back without a letter; the count for the funder stays."""
    event, registration = locked(registration)
    now = now or clock.now()
    if registration.is_active and not event.is_past(now) and not registration.has_come:
        seating.move(event, registration, RegistrationState.CANCELLED, now=now)
        _withdraw_money(registration, Cause.OWN, now)
        seating.promote_waiting(event, now)
    registration.name, registration.email = NAMELESS, nobody(registration.pk)
    registration.phone = registration.institution = registration.note = registration.decision = ""
    registration.user = registration.listed_at = None
    registration.save(update_fields=[*NAMING, "user", "listed_at"])
    registration.answers.all().delete()
    invoicing.forget_recipient(registration)
    registration.guests.update(name="", email="")
    registration.revoke_links()
    return registration


@transaction.atomic
def promote(event: Event, *, now=None) -> list[Registration]:
    """Let the waiting list move up as far as the seats reach, after overdue holds have lapsed."""
    event = Event.objects.locked().get(pk=event.pk)
    now = now or clock.now()
    seating.lapse_overdue(event, now)
    return seating.promote_waiting(event, now)


@transaction.atomic
def lapse(event: Event, *, now=None) -> list[Registration]:
    """Unpaid holds beyond their deadline give their seats back; the waiting list moves up."""
    event = Event.objects.locked().get(pk=event.pk)
    return catch_up(event, now or clock.now())


@transaction.atomic
def confirm_paid(registration: Registration, payment: Payment, *, now=None) -> Registration:
    """The fee has arrived. Late money confirms if the seats are still free and nobody waits, else it goes back."""
    event, registration = locked(registration)
    now = now or clock.now()
    if registration.state == RegistrationState.CONFIRMED or registration.owes_for_cancelling:
        return registration
    if _can_be_confirmed(event, registration, now):
        was_off = registration.state == RegistrationState.LAPSED
        seating.move(event, registration, RegistrationState.CONFIRMED, now=now)
        if was_off:
            invoicing.issue_again(payment, now=now)
        outbox.post(letters.registered, registration)
    else:
        # The letter about the refund comes from the payments.
        checkout.withdraw(payment, cause=_why_too_late(event, registration, now), now=now)
    return registration


@transaction.atomic
def confirm_on_account(registration: Registration, *, tell: bool = True, now=None) -> Registration:
    """An institution has ordered in writing and pays by invoice: the seats are its own before the money."""
    event, registration = locked(registration)
    if registration.is_awaiting_payment:
        seating.move(event, registration, RegistrationState.CONFIRMED, now=now or clock.now())
        if tell:
            outbox.post(letters.registered, registration)
    return registration


@transaction.atomic
def keep_for_money(registration: Registration, payment: Payment, *, now=None) -> Registration:
    """The fee is under way, which takes days: the seats are kept that long, at most until the event begins."""
    event, registration = locked(registration)
    now = now or clock.now()
    if registration.state == RegistrationState.AWAITING_PAYMENT:
        arrival = min(now + DEBIT_TAKES, event.starts_at)
        registration.pay_until = max(registration.pay_until, arrival)
        registration.save(update_fields=["pay_until"])
        checkout.set_term(payment, registration.pay_until)
    return registration


@transaction.atomic
def ask_again(registration: Registration, payment: Payment, *, now=None) -> Registration:
    """The fee did not come after all: the seats are kept for another try as long as for the first."""
    event, registration = locked(registration)
    now = now or clock.now()
    if registration.state not in {RegistrationState.AWAITING_PAYMENT, RegistrationState.CONFIRMED}:
        return registration
    registration.pay_until = seating.pay_until(event, now)
    registration.save(update_fields=["pay_until"])
    checkout.set_term(payment, registration.pay_until)
    if registration.is_confirmed and not registration.has_come:
        seating.move(event, registration, RegistrationState.AWAITING_PAYMENT, now=now)
    return registration


def may_cancel(registration: Registration, *, now=None) -> bool:
    """Whether the guest may still give up: held seats until the event's deadline, anything else until it is over."""
    event = registration.event
    if not registration.is_active or event.is_past(now) or registration.has_come:
        return False
    return not registration.is_confirmed or event.may_be_cancelled(now)


def locked(registration: Registration) -> tuple[Event, Registration]:
    """For the verbs of this app: the event, locked, and the registration as it stands now."""
    event = Event.objects.locked().get(pk=registration.event_id)
    fresh = Registration.objects.get(pk=registration.pk)
    fresh.event = event
    return event, fresh


def catch_up(event: Event, now) -> list[Registration]:
    """Deadlines that have passed take effect before anybody looks."""
    lapsed = seating.lapse_overdue(event, now)
    if lapsed:
        seating.promote_waiting(event, now)
    return lapsed


def _earlier(event: Event, email: str, submission: UUID, now) -> list[Registration]:
    """Those of the same person or form, after deadlines that have passed took effect; one question where none has."""
    if email and not _NEAR.is_any(event=event.pk, submission=submission, email=email, now=now):
        # As most often.
        return []
    catch_up(event, now)
    same = Q(submission=submission) | (Q(email=email) if email else Q())
    return list(event.registrations.filter(same))


def _near(*, event: int, submission: UUID, email: str, now: datetime):
    return Registration.objects.filter(Q(submission=submission) | Q(email=email) | overdue(now), event=event)


_NEAR = Built(
    _near,
    event=1_000_007,
    submission=UUID(int=1_000_007),
    email="example@portal.invalid",
    now=datetime(1999, 12, 31, tzinfo=UTC),
)


def _name(registration: Registration, names: Sequence[str]) -> None:
    places = enumerate(names[: registration.seats - 1], start=2)
    named = [Guest(registration=registration, position=place, name=name) for place, name in places if name]
    Guest.objects.bulk_create(named)


def _same_again(before: Registration, *, email: str, seats: int) -> Registration:
    if (before.email, before.seats) != (email, seats):
        raise SubmittedBefore
    return before


def _check_open(event: Event, now) -> None:
    if event.is_cancelled:
        raise EventIsCancelled
    if not event.takes_registrations:
        raise RegistersElsewhere
    if event.is_past(now):
        raise EventIsPast
    if event.registration_opens_at and now < event.registration_opens_at:
        raise NotYetOpen
    if now >= event.closes_at:
        raise EventClosed


def _check_fee(event: Event, signup: Signup, fee: Decimal) -> None:
    if signup.shown_fee is not None and signup.shown_fee != fee:
        raise PriceHasChanged(money.as_text(fee * signup.seats, event.currency))


def _first_state(event: Event, number: int, ticket: TicketType | None, fee: Decimal) -> RegistrationState:
    if event.needs_approval:
        return RegistrationState.REQUESTED
    return seated_state(event, number, ticket, fee)


def seated_state(event: Event, number: int, ticket: TicketType | None, fee: Decimal) -> RegistrationState:
    if would_wait(event, number, ticket):
        return RegistrationState.WAITING
    return RegistrationState.AWAITING_PAYMENT if fee else RegistrationState.CONFIRMED


def would_wait(event: Event, number: int, ticket: TicketType | None) -> bool:
    """Nobody overtakes: whoever comes while others wait for the same seats, waits."""
    full = not event.has_room_for(number) or (ticket is not None and not ticket.has_room_for(number))
    return full or seating.would_overtake(event, ticket)


def _begin(event: Event, registration: Registration, parts: list[SubSession], now) -> None:
    """Count the seats, ask for the fee, log, and write to both sides."""
    if registration.is_holding:
        seating.hold(event, registration, registration.seats, parts)
    seating.use_voucher(registration, 1)
    log(registration, "events.register", user=registration.user, timestamp=now)
    if registration.is_awaiting_payment:
        registration.pay_until = seating.pay_until(event, now)
        registration.save(update_fields=["pay_until"])
        seating.ask_for_money(registration, now=now)
    outbox.post_all((builder, registration) for builder in (letters.FIRST[registration.state], letters.office_notice))


def _withdraw_money(registration: Registration, cause: Cause, now) -> None:
    for payment in Payment.objects.for_purpose(registration).live().order_by("pk"):
        checkout.withdraw(payment, cause=cause, now=now)


def _why_too_late(event: Event, registration: Registration, now) -> Cause:
    if event.is_cancelled:
        return Cause.CALLED_OFF
    return Cause.OVER if event.is_past(now) else Cause.GONE


def _can_be_confirmed(event: Event, registration: Registration, now) -> bool:
    if registration.state == RegistrationState.AWAITING_PAYMENT:
        return True
    late = registration.state == RegistrationState.LAPSED and not event.is_cancelled and not event.is_past(now)
    return (
        late
        and seating.fits(event, registration)
        and not seating.would_overtake(event, registration.ticket_type)
        and (registration.voucher is None or registration.voucher.has_use)
        and not event.registrations.active().of_person(registration.person_key).exists()
    )
