"""A consumer has withdrawn from the contract: the seats are free, and nothing is asked or kept for them (§ 355 BGB)."""

from contextlib import suppress
from decimal import Decimal

from django.db import transaction

from events import letters
from events.models import Registration
from events.registration import seating, verbs
from events.states import RegistrationState
from portal.database import clock
from portal.letters import outbox
from portal.payments import checkout
from portal.payments.credit import verbs as credits
from portal.payments.credit.verbs import VoucherUsed
from portal.payments.models import Payment
from portal.payments.states import Cause, PaymentState


def is_untouched(registration: Registration, now) -> bool:
    """It stands, the event is still to come, and nobody of it has been here."""
    event = registration.event
    stands = registration.is_confirmed or registration.is_awaiting_payment
    return stands and now < event.starts_at and not registration.has_come


@transaction.atomic
def withdraw(registration: Registration, *, by=None, now=None) -> Registration:
    """End it whatever the event's deadline for cancelling says; of what was cancelled for a fee, give the fee back."""
    event, mine = verbs.locked(registration)
    now = now or clock.now()
    if mine.is_active:
        seating.move(event, mine, RegistrationState.CANCELLED, now=now, by=by)
        outbox.post(letters.office_cancelled, mine)
    if mine.cancel_cost:
        mine.cancel_cost = Decimal(0)
        mine.save(update_fields=["cancel_cost"])
    for payment in Payment.objects.for_purpose(mine).live().order_by("pk"):
        checkout.withdraw(payment, cause=Cause.WITHDRAWN, by=by, now=now)
    for payment in Payment.objects.for_purpose(mine).filter(state=PaymentState.CREDITED):
        # Taken instead of the money; what is used of it pays something else.
        with suppress(VoucherUsed):
            credits.pay_out(payment, by=by, now=now)
    seating.promote_waiting(event, now)
    return mine
