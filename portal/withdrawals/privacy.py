"""What withdrawals hold about a person."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.retention import Kept, Stays
from portal.withdrawals.models import Withdrawal

PARTS = {"withdrawals": gettext_lazy("Withdrawals from contracts")}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Withdrawals from contracts: name, email address, contract, when it came, what became of it"),
            _("proof of what was declared"),
            _("§ 356a BGB, Art. 6(1)(c) GDPR; until claims lapse (§§ 195, 199 BGB)"),
            _("three years from the end of the year"),
        )
    ]


def export(email: str) -> dict:
    names = ("pk", "name", "contract", "email", "received_at", "state", "decided_at", "reason")
    held = list(Withdrawal.objects.filter(email=email).values(*names))
    return {"withdrawals": held} if held else {}


def erase(email: str) -> list[str]:
    """Nothing goes before its time: it proves what the person has declared (Art. 17(3)(e) GDPR)."""
    words = _("Withdrawal %(number)s: kept as proof (§§ 195, 199 BGB) until the end of %(year)s.")
    rows = Withdrawal.objects.filter(email=email).order_by("pk")
    return [Stays(words % {"number": one.pk, "year": one.kept_until}) for one in rows]
