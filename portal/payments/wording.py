"""Sentences about money that letters and pages share, in the language of the moment."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.language.money import as_text
from portal.payments.models import Payment
from portal.payments.states import Cause, PaymentState

# One for each cause: nobody is told about others what was their own doing.
WHY_BACK = {
    Cause.OWN: gettext_lazy("You have cancelled what this payment was for."),
    Cause.LATE: gettext_lazy("You have cancelled what this payment was for, later than free of charge."),
    Cause.OFFICE: gettext_lazy("We had to cancel what this payment was for."),
    Cause.PROVIDER: gettext_lazy("The provider has cancelled what this payment was for."),
    Cause.CALLED_OFF: gettext_lazy("What this payment was for does not take place."),
    Cause.FEWER: gettext_lazy("You paid an amount that had become smaller by then; we ask for the new one instead."),
    Cause.GONE: gettext_lazy("Your payment arrived after the deadline; what it was for had gone to others by then."),
    Cause.OVER: gettext_lazy("Your payment arrived when what it was for was already over."),
    Cause.WITHDRAWN: gettext_lazy("You have withdrawn from the contract."),
}


# The same of a part, where the rest stands.
WHY_PART = {
    Cause.OWN: gettext_lazy("You have given back a part of what this payment was for."),
    Cause.LATE: gettext_lazy("You have cancelled later than free of charge; what was agreed for that is kept."),
    Cause.OFFICE: gettext_lazy("We had to take back a part of what this payment was for."),
}


def why_back(payment: Payment) -> str:
    """Why the money of `payment` goes back; empty where nobody said."""
    return str(WHY_BACK.get(payment.cause, ""))


def what_comes_back(payment: Payment) -> str:
    """How much, and on which way."""
    return _("We pay %(amount)s back the way it came; this takes a few working days.") % {
        "amount": as_text(payment.rest, payment.currency)
    }


def why_in_part(payment: Payment) -> str:
    """Why a part of `payment` goes back; empty where nobody said."""
    return str(WHY_PART.get(payment.owed_for, ""))


def part_comes_back(payment: Payment) -> str:
    """How much of a payment that stands, when, and on which way; empty where nothing does."""
    if not payment.part_back:
        return ""
    words = {
        PaymentState.PENDING: _("As soon as your payment has arrived, we pay %(amount)s of it back the way it came."),
        PaymentState.PAID: _("Of your payment we pay %(amount)s back the way it came; this takes a few working days."),
    }
    # Of disputed money the bank decides first.
    later = _("Once your bank has decided about the disputed payment in our favour, we pay %(amount)s of it back.")
    return words.get(payment.state, later) % {"amount": as_text(payment.part_back, payment.currency)}


def part_in_one(payment: Payment) -> str:
    """Why and how much, in one paragraph."""
    return " ".join(filter(None, [why_in_part(payment), part_comes_back(payment)])) if payment.part_back else ""


def or_a_voucher(payment: Payment) -> str:
    """What the payer may choose instead of the money."""
    if payment.cause != Cause.CALLED_OFF or payment.payee_id is not None:
        return ""
    return _("If you like, take a voucher for another event instead: you find the button on the page of the payment.")
