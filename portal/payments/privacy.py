"""What payments hold about a person."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.language.mailbox import NAMELESS, nobody
from portal.payments import retention
from portal.payments.models import Payment
from portal.payments.states import PaymentState
from portal.retention import Kept, Stays

# Vouchers are kept; only what never brought money is emptied.
WITHOUT_MONEY = PaymentState.AWAITED | {PaymentState.CANCELLED}

PARTS = {"payments": gettext_lazy("Payments")}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Payments: name, email address, amount, what was paid for"),
            _("bookkeeping"),
            _("§ 147 AO, Art. 6(1)(c) GDPR"),
            _("eight years from the end of the year; what never brought money goes with its registration or order"),
        )
    ]


def export(email: str) -> dict:
    rows = Payment.objects.filter(payer_email=email)
    names = ("pk", "description", "amount", "currency", "state", "payer_name", "payer_email", "created_at", "paid_at")
    held = list(rows.values(*names, "refunded"))
    return {"payments": held} if held else {}


def erase(email: str) -> list[str]:
    """Empty the payer of payments that brought no money; the others stay, with the year in which they may go."""
    return empty(Payment.objects.filter(payer_email=email))


def empty(payments) -> list[str]:
    """The same for chosen rows: a deed whose time is over takes its unpaid payments along."""
    lines = []
    for payment in payments:
        if payment.state in WITHOUT_MONEY:
            payment.payer_name, payment.payer_email = NAMELESS, nobody(payment.pk)
            payment.save(update_fields=["payer_name", "payer_email"])
            lines.append(_("Payment %(number)s: name and address removed.") % {"number": payment.reference})
        else:
            words = _("Payment %(number)s: kept as a voucher (§ 147 AO) until the end of %(year)s.")
            lines.append(Stays(words % {"number": payment.reference, "year": retention.last_year(payment)}))
    return lines
