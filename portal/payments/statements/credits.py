"""What every kind of statement becomes, and how its files are told apart."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from portal.language.money import as_text
from portal.refusals import Refusal

LARGEST = 2 * 1024 * 1024  # bytes; a year of a busy account
MOST = 2000


class NotReadable(Refusal):
    message = _("This file is no bank statement that the portal can read: it takes CAMT.053 (XML) and CSV.")


@dataclass(frozen=True)
class Credit:
    """Money that came in: when it counts, how much, from whom, and what they wrote; `iban` where the bank names it."""

    value_date: date
    amount: Decimal
    currency: str
    payer: str
    purpose: str
    iban: str = ""

    @property
    def sum(self) -> str:
        return as_text(self.amount, self.currency, with_cents=True)
