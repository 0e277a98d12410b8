"""What is asked for a registration that has become smaller or is off, inside the verbs that make it so."""

from datetime import datetime
from decimal import Decimal

from events.models import Registration
from events.registration import seating
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.states import Cause


def ask_for_less(registration: Registration, less: Decimal, *, cause: Cause, by, now: datetime) -> None:
    """Ask anew for what nobody has paid; of what was paid, or is under way, `less` goes back."""
    if not less:
        return
    for payment in Payment.objects.for_purpose(registration).in_force().order_by("pk"):
        if payment.is_open:
            checkout.withdraw(payment, cause=Cause.FEWER, by=by, now=now)
            if registration.due:
                seating.ask_for_money(registration, now=now)
        else:
            checkout.owe_part(payment, less, cause=cause, by=by, now=now)
