"""Net and tax of gross amounts, in whole cents: what the payer pays is what was told, to the cent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from portal.invoices.charges import Charge
from portal.invoices.kinds import TaxCase
from portal.language.money import cents, unit_price

NOTHING: Mapping[str, Decimal] = MappingProxyType({})


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


def by_case(charges: Iterable[Charge], before: Mapping[str, Decimal] = NOTHING) -> list[TaxSum]:
    """The tax is worked out of each treatment's whole (29.97 at 19 % = 25.18 + 4.79), not of each line.

    `before`: what was charged of each treatment in former documents. Worked out of all that together, the parts of an
    invoice come to its own net and tax: three times 9.99 is 25.18 + 4.79 too.
    """
    gross: dict[TaxCase, Decimal] = {}
    for one in charges:
        case = TaxCase(one.tax)
        gross[case] = gross.get(case, Decimal(0)) + one.gross
    return [_sum(case, before.get(case, Decimal(0)), one) for case, one in gross.items()]


def _sum(case: TaxCase, before: Decimal, gross: Decimal) -> TaxSum:
    net = net_of(before + gross, case) - net_of(before, case)
    return TaxSum(case, net, gross - net)


def rows(charges: list[Charge], before: Mapping[str, Decimal] = NOTHING) -> list[Row]:
    """Lines whose net amounts add up to those of `by_case`: the largest of a treatment bears the cent that is left."""
    nets = [net_of(one.gross, TaxCase(one.tax)) for one in charges]
    for whole in by_case(charges, before):
        places = [place for place, one in enumerate(charges) if one.tax == whole.case]
        largest = max(places, key=lambda place: nets[place])
        nets[largest] += whole.net - sum(nets[place] for place in places)
    return [Row(one, net, unit_price(net / one.quantity)) for one, net in zip(charges, nets, strict=True)]


def left_of(charges: list[Charge], taken: Iterable[Charge]) -> list[Charge]:
    """`charges` without what was `taken` back of them; a line is known by what it says."""
    gone: dict[tuple, Decimal] = {}
    for one in taken:
        gone[_said(one)] = gone.get(_said(one), Decimal(0)) + one.gross
    left = []
    for one in charges:
        off = min(gone.get(_said(one), Decimal(0)), one.gross)
        gone[_said(one)] = gone.get(_said(one), Decimal(0)) - off
        if off < one.gross:
            left.append(_part(one, one.gross - off))
    return left


def _said(one: Charge) -> tuple:
    return one.text, one.tax, one.since, one.until


def _part(one: Charge, gross: Decimal) -> Charge:
    quantity, unit = (one.quantity, one.unit) if gross == one.gross else (Decimal(1), "C62")
    return Charge(one.text, quantity, gross, one.tax, one.since, one.until, unit)


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
            parts.append(_part(one, share))
    return parts
