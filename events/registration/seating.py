"""What happens under an event's lock: seats follow the states, overdue holds lapse, the waiting list moves up.

Nothing here opens a transaction or takes the lock; the verbs of `registration` and `scheduling` do. The order of locks
in the whole house is the scarce fact, the deed, the payment.
"""

from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.db.models import F, Q
from django.utils import translation

from events import letters
from events.guests import sessions
from events.models import Event, Registration, SubSession, TicketType
from events.refusals import NotPossible
from events.states import RegistrationState
from home.models import Office
from portal import states
from portal.invoices import verbs as invoicing
from portal.language import times
from portal.letters import outbox
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.states import Cause
from portal.withdrawals import fortnight


def take(event: Event, seats: int) -> None:
    """Add to the counter (negative: give back). The database refuses a counter above the capacity."""
    if seats:
        Event.objects.filter(pk=event.pk).update(seats_taken=F("seats_taken") + seats)
        event.seats_taken += seats


def hold(event: Event, registration: Registration, number: int, parts: list[SubSession] | None = None) -> None:
    """Count `number` seats (negative: give back) of one registration: at the event, its ticket type, its sessions.

    `parts`: those sessions, where the caller knows them.
    """
    if not number:
        return
    take(event, number)
    if registration.ticket_type_id:
        registration.ticket_type.count(number)
    for session in sessions.of(registration) if parts is None else parts:
        session.count(number)


def use_voucher(registration: Registration, number: int) -> None:
    if registration.voucher_id and number:
        registration.voucher.count(number)


def fits(event: Event, registration: Registration) -> bool:
    """Whether the seats are free, at the event and in the ticket type, as the database has them now."""
    ticket = TicketType.objects.filter(pk=registration.ticket_type_id).first()
    seats = registration.seats
    return event.has_room_for(seats) and (ticket is None or ticket.has_room_for(seats))


def servable(event: Event) -> Registration | None:
    """Who is next on the waiting list, if the seats reach. Whoever stands before is never overtaken.

    A ticket type that is sold out stops those who want it, not those who want another one.
    """
    sold_out = set()
    line = event.registrations.in_line(event).select_related("ticket_type")
    # In chunks: nearly always the first of a long line decides.
    for waits in line.iterator(chunk_size=20):
        ticket = waits.ticket_type
        if ticket and (ticket.pk in sold_out or not ticket.has_room_for(waits.seats)):
            sold_out.add(ticket.pk)
        else:
            return waits if event.has_room_for(waits.seats) else None
    return None


def would_overtake(event: Event, ticket: TicketType | None) -> bool:
    """Whether somebody already waits for the same seats. One question, however long the line is."""
    same = Q(ticket_type=ticket) | Q(ticket_type__isnull=True)
    taken = F("ticket_type__seats_taken") + F("seats")
    servable_otherwise = Q(ticket_type__capacity__isnull=True) | Q(ticket_type__capacity__gte=taken)
    return event.registrations.in_line(event).filter(same | servable_otherwise).exists()


def move(event: Event, registration: Registration, to: RegistrationState, *, now, by=None) -> None:
    """The one door between states: asks for the arrow, writes, logs, moves the counters."""
    states.require(registration, to, NotPossible)
    held, active = registration.is_holding, registration.is_active
    if to in RegistrationState.HOLDING and not held:
        sessions.leave_full_ones(registration, now=now)
    states.step(registration, to, refusal=NotPossible, action=f"events.{to}", by=by, now=now, moved_at=now)
    hold(event, registration, registration.seats * (registration.is_holding - held))
    use_voucher(registration, registration.is_active - active)
    if to in letters.COMES_TO:
        outbox.post(letters.office_moved, registration)


def lapse_overdue(event: Event, now) -> list[Registration]:
    """Holds beyond their deadline give their seats back; a payment asked for stays open for late money."""
    overdue = list(event.registrations.overdue(now).order_by("pk"))
    for registration in overdue:
        registration.event = event
        told = letters.offer_lapsed if registration.is_offered else letters.lapsed
        move(event, registration, RegistrationState.LAPSED, now=now)
        checkout.let_lapse(registration, now=now)
        outbox.post(told, registration)
    return overdue


def promote_waiting(event: Event, now) -> list[Registration]:
    """Serve the waiting list in its order as far as the seats reach; a group moves up whole or not at all.

    Whoever stands first is never overtaken, even if a later, smaller group would fit. Only a group larger than the
    whole event, which can never be served, does not hold up the others.
    """
    if event.is_cancelled or event.line_ends_at <= now:
        return []
    promoted = []
    while registration := servable(event):
        registration.event = event
        hand_out(event, registration, now=now)
        promoted.append(registration)
    return promoted


def hand_out(event: Event, registration: Registration, *, now, by=None) -> None:
    """Offer free seats to somebody who waits, or admit at once where there is no time to think or no way to ask."""
    if event.offer_hours and registration.has_mailbox:
        registration.offer_until = offer_until(event, now)
        registration.save(update_fields=["offer_until"])
        move(event, registration, RegistrationState.OFFERED, now=now, by=by)
        outbox.post(letters.seats_offered, registration)
    else:
        admit(event, registration, now=now, by=by)
        outbox.post(letters.promoted, registration)


def admit(event: Event, registration: Registration, *, now, by=None) -> None:
    """To a seat: confirmed at once, or held until the fee is paid."""
    if registration.amount:
        registration.pay_until = pay_until(event, now)
        registration.withdraw_until = registration.withdraw_until or fortnight.ends_at(now)
        registration.save(update_fields=["pay_until", "withdraw_until"])
        move(event, registration, RegistrationState.AWAITING_PAYMENT, now=now, by=by)
        ask_for_money(registration, now=now)
    else:
        move(event, registration, RegistrationState.CONFIRMED, now=now, by=by)


def offer_until(event: Event, now):
    """The hours of the event, at most until its beginning; what staff offer out of turn later, until its end."""
    last = event.line_ends_at if now < event.line_ends_at else event.ends_at
    return min(now + timedelta(hours=event.offer_hours), last)


def pay_until(event: Event, now):
    """The office's days, at most until the event begins."""
    term = timedelta(days=Office.here().fee_days)
    return max(min(times.end_of_day(now + term), event.starts_at), now + timedelta(minutes=30))


def ask_for_money(registration: Registration, *, now) -> Payment:
    with translation.override(registration.language):
        title = registration.event.title
    with translation.override(settings.LANGUAGE_CODE):
        booked_as = f"{registration} · {registration.event.title}"
    payment = invoicing.open_payment(
        registration,
        amount=registration.due,
        description=title,
        booked_as=booked_as,
        due_at=registration.pay_until,
        payer_name=registration.name,
        payer_email=registration.email,
        language=registration.language,
        now=now,
    )
    # Who ordered in writing and pays on account has the seats already.
    registration.refresh_from_db(fields=["state", "moved_at", "pay_until"])
    return payment


def ask_for_less(registration: Registration, less: Decimal, *, cause: Cause, by, now: datetime) -> None:
    """Ask anew for what nobody has paid; of what was paid, or is under way, `less` goes back."""
    if not less:
        return
    for payment in Payment.objects.for_purpose(registration).in_force().order_by("pk"):
        if payment.is_open:
            checkout.withdraw(payment, cause=Cause.FEWER, by=by, now=now)
            if registration.due:
                ask_for_money(registration, now=now)
        else:
            checkout.owe_part(payment, less, cause=cause, by=by, now=now)
