"""Net and tax of gross amounts, in whole cents: what the payer pays is what was told, to the cent."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from portal.invoices.charges import Charge
from portal.invoices.kinds import TaxCase
from portal.language.money import cents, unit_price


@dataclass(frozen=True)
class TaxSum:
    """All that one treatment charges."""

    case: TaxCase
    net: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        return self.net + self.tax


@dataclass(frozen=True)
class Row:
    """A line with its net amount; `price`: net for one, to four places."""

    charge: Charge
    net: Decimal
    price: Decimal


def net_of(gross: Decimal, case: TaxCase) -> Decimal:
    return cents(gross / (1 + case.rate / 100))


def by_case(charges: Iterable[Charge]) -> list[TaxSum]:
    """The tax is worked out of each treatment's whole (29.97 at 19 % = 25.18 + 4.79), not of each line."""
    gross: dict[TaxCase, Decimal] = {}
    for one in charges:
        case = TaxCase(one.tax)
        gross[case] = gross.get(case, Decimal(0)) + one.gross
    return [TaxSum(case, net_of(sum_, case), sum_ - net_of(sum_, case)) for case, sum_ in gross.items()]


def rows(charges: list[Charge]) -> list[Row]:
    """Lines whose net amounts add up to those of `by_case`: the largest of a treatment bears the cent that is left."""
    nets = [net_of(one.gross, TaxCase(one.tax)) for one in charges]
    for whole in by_case(charges):
        places = [place for place, one in enumerate(charges) if one.tax == whole.case]
        largest = max(places, key=lambda place: nets[place])
        nets[largest] += whole.net - sum(nets[place] for place in places)
    return [Row(one, net, unit_price(net / one.quantity)) for one, net in zip(charges, nets, strict=True)]


def part_of(charges: list[Charge], amount: Decimal) -> list[Charge]:
    """`charges` in proportion, so that they come to `amount` gross: what a correction takes back of an invoice."""
    whole = sum(one.gross for one in charges)
    if not 0 < amount <= whole:
        raise ValueError(f"{amount} is not a part of {whole}")
    parts, given, seen = [], Decimal(0), Decimal(0)
    for one in charges:
        # Rounded is what has been given so far: so the last share is what is left, and none is below nought.
        seen += one.gross
        share, given = cents(seen * amount / whole) - given, cents(seen * amount / whole)
        if share > 0:
            whole_line = share == one.gross
            quantity, unit = (one.quantity, one.unit) if whole_line else (Decimal(1), "C62")
            parts.append(Charge(one.text, quantity, share, one.tax, one.since, one.until, unit))
    return parts
