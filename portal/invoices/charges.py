"""What a deed charges, as an invoice lists it; `deed.charges()` gives them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from portal.invoices.kinds import TaxCase


@dataclass(frozen=True)
class Charge:
    """One line. `gross` in euros for all of `quantity`, tax included; `since` and `until`: when it was delivered."""

    text: str
    quantity: Decimal
    gross: Decimal
    tax: str
    since: date
    until: date
    # UN/ECE Recommendation 20: C62 one, HUR hour, DAY day.
    unit: str = "C62"

    def __post_init__(self):
        if self.gross <= 0 or self.quantity <= 0:
            raise ValueError("a line charges something for something")
        TaxCase(self.tax)
