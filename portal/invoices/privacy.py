"""What invoices hold about a person."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.invoices.models import Billing, Invoice, UsualRecipient
from portal.invoices.verbs import BUYER, NOT_REMEMBERED
from portal.retention import Kept, Stays

PARTS = {
    "invoices": gettext_lazy("Invoices"),
    "billing": gettext_lazy("Recipients of invoices"),
    "usual_recipient": gettext_lazy("Usual recipient of invoices"),
}
USUAL = [name for name in BUYER if name not in NOT_REMEMBERED]


def kept() -> list[Kept]:
    return [
        Kept(
            _("Invoices: name and address of the recipient, what was charged, order number"),
            _("bookkeeping"),
            _("§ 14b UStG, § 147 AO, Art. 6(1)(c) GDPR"),
            _("eight years from the end of the year"),
        )
    ]


def export(email: str) -> dict:
    documents = Invoice.objects.filter(_of(email)).values("number", "kind", "issued_on", "buyer", "gross", "currency")
    told = Billing.objects.filter(Q(email=email) | Q(asked_by=email)).values(*BUYER, "asked_by")
    usual = UsualRecipient.objects.filter(Q(email=email) | Q(user__email=email)).values(*USUAL)
    held = {"invoices": list(documents), "billing": list(told), "usual_recipient": list(usual)}
    return {name: rows for name, rows in held.items() if rows}


def erase(email: str) -> list[str]:
    """What was typed for an invoice goes; the invoices stay until their years are over."""
    gone, _rows = Billing.objects.filter(Q(email=email) | Q(asked_by=email)).delete()
    gone += UsualRecipient.objects.filter(Q(email=email) | Q(user__email=email)).delete()[0]
    lines = [_("Recipient of an invoice removed.")] * gone
    words = _("Invoice %(number)s: kept as a voucher (§ 147 AO) until %(day)s.")
    stay = Invoice.objects.filter(_of(email)).order_by("pk")
    return lines + [Stays(words % {"number": one.number, "day": f"{one.keep_until:%d.%m.%Y}"}) for one in stay]


def _of(email: str) -> Q:
    return Q(buyer__email=email) | Q(payment__payer_email=email)
