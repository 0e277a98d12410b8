"""Single seats of a group are given back; the others stay, their names move up, and what the seats cost goes back."""

from collections.abc import Iterable
from decimal import Decimal

from django.db import transaction

from events import letters
from events.models import Event, Registration
from events.refusals import EventIsPast, IsHere, NotPossible, ReasonMissing, TooLateToCancel
from events.registration import seating, verbs
from portal.audit import log
from portal.database import clock
from portal.language.money import cents
from portal.letters import outbox
from portal.payments.models import Payment
from portal.payments.states import Cause


def may_give_back(registration: Registration, *, now=None, by=None) -> bool:
    """Whether single seats may be given back: as long as the whole may."""
    event, now = registration.event, now or clock.now()
    if registration.seats < 2 or not registration.is_active or event.is_past(now):
        return False
    return bool(by) or not registration.is_confirmed or event.may_be_cancelled(now)


@transaction.atomic
def give_back(
    registration: Registration, *, places: Iterable[int], of: int, by=None, reason: str = "", now=None
) -> Registration:
    """Free the seats `places`, counted from 2, and let the waiting list move up. The first is whoever registered.

    What the seats cost as they were agreed is not asked for any more, but for what giving them back so late costs; what
    was paid for them goes back. `of` is how many seats the group had as it was asked: pressing twice frees no seat
    more. Guests (`by` is None) only until the event's `cancel_until`; staff give a reason.
    Raises NotPossible, EventIsPast, TooLateToCancel, IsHere, ReasonMissing.
    """
    if by and not reason.strip():
        raise ReasonMissing
    event, mine = verbs.locked(registration)
    now = now or clock.now()
    verbs.catch_up(event, now)
    mine.refresh_from_db(fields=["state"])
    places = sorted(set(places))
    _check(event, mine, places, of, by=by, now=now)
    if mine.is_holding:
        seating.hold(event, mine, -len(places))
    price = price_of(mine, len(places))
    cost = Decimal(0) if by else mine.cost_of_cancelling(now, amount=price)
    mine.amount, mine.seats, mine.cancel_cost = mine.amount - price, of - len(places), mine.cancel_cost + cost
    mine.decision = reason.strip()[:1000] or mine.decision
    mine.save(update_fields=["amount", "seats", "cancel_cost", "decision"])
    _move_up(mine, places, of)
    log(mine, "events.give_back", user=by, timestamp=now, data={"seats": len(places)})
    cause = Cause.OFFICE if by else Cause.LATE if cost else Cause.OWN
    seating.ask_for_less(mine, price - cost, cause=cause, by=by, now=now)
    outbox.post(letters.seats_taken_back if by else letters.seats_given_back, mine)
    outbox.post(letters.office_seats_given_back, mine)
    seating.promote_waiting(event, now)
    return mine


def price_of(registration: Registration, seats: int) -> Decimal:
    """What `seats` of its seats cost as they were agreed, vouchers and all. All seats of one cost the same."""
    return registration.amount - cents(registration.amount * (registration.seats - seats) / registration.seats)


def money_of(registration: Registration) -> dict:
    """What the question shows: the payment in force, if any, and the price of `each` seat, None where it is free."""
    payment = Payment.objects.for_purpose(registration).in_force().first()
    return {"payment": payment, "each": price_of(registration, 1) if registration.amount else None}


def _check(event: Event, mine: Registration, places: list[int], of: int, *, by, now) -> None:
    if not mine.is_active or mine.seats != of or not places or not set(places) <= set(range(2, of + 1)):
        raise NotPossible
    if event.is_past(now):
        raise EventIsPast
    if by is None and mine.is_confirmed and not event.may_be_cancelled(now):
        raise TooLateToCancel
    if mine.attendances.standing().filter(position__in=places).exists():
        raise IsHere


def _move_up(mine: Registration, places: list[int], of: int) -> None:
    """Names and check-ins keep their people. Tickets name the seat: those that would now be another's end."""
    mine.guests.filter(position__in=places).delete()
    mine.attendances.filter(position__in=places).delete()
    stay = [place for place in range(2, of + 1) if place not in places]
    for after, before in enumerate(stay, start=2):
        if after != before:
            mine.guests.filter(position=before).update(position=after)
            mine.attendances.filter(position=before).update(position=after)
    if stay != list(range(2, len(stay) + 2)):
        mine.revoke_links()
