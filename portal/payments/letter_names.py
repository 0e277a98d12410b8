"""What the office's own letter texts may name about a payment."""

from django.utils.translation import gettext_lazy as _

from portal.letters import wording
from portal.payments.models import Payment
from portal.payments.money import as_text


@wording.placeholders(
    Payment, what=_("what is paid for"), amount=_("amount with currency"), reference=_("reference of the payment")
)
def names(payment: Payment) -> dict:
    return {
        "what": payment.description,
        "amount": as_text(payment.amount, payment.currency),
        "reference": payment.reference,
    }
