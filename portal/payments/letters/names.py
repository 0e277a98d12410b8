"""What the office's own letter texts may name about a payment."""

from django.utils.translation import gettext_lazy as _

from portal.language.money import as_text
from portal.letters import wording
from portal.payments.models import LinkedAccount, Payment, Stray


@wording.placeholders(
    Payment, what=_("what is paid for"), amount=_("amount with currency"), reference=_("reference of the payment")
)
def names(payment: Payment) -> dict:
    return {
        "what": payment.description,
        "amount": as_text(payment.amount, payment.currency),
        "reference": payment.reference,
    }


@wording.placeholders(Stray, message=_("what Stripe told"))
def names_of_stray(stray: Stray) -> dict:
    return {"message": str(stray)}


@wording.placeholders(LinkedAccount, institution=_("name of the institution"))
def names_of_account(linked: LinkedAccount) -> dict:
    return {"institution": str(linked.institution)}
