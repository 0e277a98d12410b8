"""What payments hold about a person."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.language.mailbox import NAMELESS, nobody
from portal.payments import retention
from portal.payments.models import PayerAccount, Payment, Transfer
from portal.payments.states import PaymentState
from portal.retention import Kept, Stays

# Vouchers are kept; only what never brought money is emptied.
WITHOUT_MONEY = PaymentState.AWAITED | {PaymentState.CANCELLED}

PARTS = {
    "payments": gettext_lazy("Payments"),
    "payer_accounts": gettext_lazy("Accounts of payers"),
    "transfers_back": gettext_lazy("Refunds by bank transfer"),
}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Payments: name, email address, amount, what was paid for"),
            _("bookkeeping"),
            _("§ 147 AO, Art. 6(1)(c) GDPR"),
            _("eight years from the end of the year; what never brought money goes with its registration or order"),
        ),
        Kept(
            _("Account that a transfer came from: holder and IBAN"),
            _("paying money back"),
            _("Art. 6(1)(b) GDPR"),
            _("90 days after the money went back, otherwise one year"),
        ),
    ]


def export(email: str) -> dict:
    rows = Payment.objects.filter(payer_email=email)
    names = ("pk", "description", "amount", "currency", "state", "payer_name", "payer_email", "created_at", "paid_at")
    held = list(rows.values(*names, "received", "refunded", "credit__code", "credit__left"))
    own = {"payment__payer_email": email}
    accounts = PayerAccount.objects.filter(**own).values("payment", "holder", "iban", "noted_at")
    back = Transfer.objects.filter(**own).exclude(iban="").values("payment", "amount", "holder", "iban")
    told = {"payments": held, "payer_accounts": list(accounts), "transfers_back": list(back)}
    return {name: rows for name, rows in told.items() if rows}


def erase(email: str) -> list[str]:
    """Empty the payer of payments that brought no money; the others stay, with the year in which they may go."""
    rows = Payment.objects.filter(payer_email=email)
    return _forget_accounts(rows) + empty(rows)


def _forget_accounts(payments) -> list[str]:
    """What is still to be paid back needs the account; the file for the bank goes when its time is over."""
    known = PayerAccount.objects.filter(payment__in=payments)
    needed = known.filter(Q(payment__in=Payment.objects.to_give_back()) | Q(payment__in_batch__gt=0))
    words = _("Payment %(number)s: the account is kept until the money has gone back.")
    stay = [Stays(words % {"number": one.payment.reference}) for one in needed.select_related("payment")]
    gone, _rows = known.exclude(pk__in=needed.values("pk")).delete()
    return [_("Account of a payer removed.")] * gone + stay


def empty(payments) -> list[str]:
    """The same for chosen rows: a deed whose time is over takes its unpaid payments along."""
    lines = []
    for payment in payments:
        if payment.state in WITHOUT_MONEY and not payment.received:
            payment.payer_name, payment.payer_email = NAMELESS, nobody(payment.pk)
            payment.save(update_fields=["payer_name", "payer_email"])
            lines.append(_("Payment %(number)s: name and address removed.") % {"number": payment.reference})
        else:
            words = _("Payment %(number)s: kept as a voucher (§ 147 AO) until the end of %(year)s.")
            lines.append(Stays(words % {"number": payment.reference, "year": retention.last_year(payment)}))
    return lines
