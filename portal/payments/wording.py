"""Sentences about money that letters and pages share, in the language of the moment."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.language.money import as_text
from portal.payments.models import Payment
from portal.payments.states import Cause

# One for each cause: nobody is told about others what was their own doing.
WHY_BACK = {
    Cause.OWN: gettext_lazy("You have cancelled what this payment was for."),
    Cause.OFFICE: gettext_lazy("We had to cancel what this payment was for."),
    Cause.PROVIDER: gettext_lazy("The provider has cancelled what this payment was for."),
    Cause.CALLED_OFF: gettext_lazy("What this payment was for does not take place."),
    Cause.GONE: gettext_lazy("Your payment arrived after the deadline; what it was for had gone to others by then."),
    Cause.OVER: gettext_lazy("Your payment arrived when what it was for was already over."),
}


def why_back(payment: Payment) -> str:
    """Why the money of `payment` goes back; empty where nobody said."""
    return str(WHY_BACK.get(payment.cause, ""))


def what_comes_back(payment: Payment) -> str:
    """How much, and on which way."""
    return _("We pay %(amount)s back the way it came; this takes a few working days.") % {
        "amount": as_text(payment.rest, payment.currency)
    }
