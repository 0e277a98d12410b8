"""What lies on the table between both sides: lines, proposals, and what may be charged. Helpers of the verbs of orders.

The caller has locked the resource.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils import translation

from marketplace import wording
from marketplace.kinds import Side, Vat
from marketplace.models import Line, Listing, Order, Proposal
from marketplace.orders.prices import Quote


@dataclass(frozen=True, kw_only=True)
class LineSaid:
    """One line of a proposal as somebody wrote it; `net` in euros for one of `unit`, a value of `Unit` or empty."""

    text: str
    net: Decimal
    quantity: Decimal = Decimal(1)
    unit: str = ""
    vat: str = Vat.NOT_SHOWN

    @property
    def total(self) -> Decimal:
        return Line.total_of(self.quantity, self.net, self.vat)


def quoted(order: Order, quote: Quote | None) -> list[LineSaid]:
    """The lines of what the tariffs say, in the orderer's language; none where the price is by arrangement."""
    if quote is None:
        return []
    with translation.override(order.language):
        said = {"quantity": quote.quantity, "unit": quote.unit, "vat": quote.rate.vat}
        return [LineSaid(text=wording.several(order.listing.title, order.quantity)[:250], net=quote.net, **said)]


def put_on_the_table(
    order: Order, *, side: Side, lines: Iterable[LineSaid], until: datetime | None, message: str = "", by, now: datetime
) -> Proposal:
    """Add the order's present period and price as a proposal with these lines."""
    proposal = Proposal.objects.create(
        order=order,
        side=side,
        by=by,
        period=order.period,
        price=order.price,
        message=message,
        made_at=now,
        until=until,
    )
    _write(order, lines, proposal=proposal)
    return proposal


def keep_what_was_asked(order: Order) -> None:
    """Before the first proposal: what the orderer wanted stands beside it for ever."""
    if not order.proposals.exists():
        asked = put_on_the_table(
            order, side=Side.ORDERER, lines=[], until=None, message="", by=order.orderer, now=order.placed_at
        )
        order.lines.filter(proposal=None).update(proposal=asked)


def on_the_table(order: Order) -> list[LineSaid]:
    """The lines that count at present."""
    last = order.proposals.last()
    lines = last.lines.all() if last else order.lines.filter(proposal=None)
    return [
        LineSaid(text=line.text, net=line.net, quantity=line.quantity, unit=line.unit, vat=line.vat) for line in lines
    ]


def version(order: Order) -> str:
    """Which terms lie on the table: a yes to one version is no yes to the next."""
    last = order.proposals.last()
    return str(last.pk if last else 0)


def freeze(order: Order) -> None:
    """What is agreed is charged: the lines on the table become those of the order."""
    last = order.proposals.last()
    if last is None or order.lines.filter(proposal=None).exists():
        return
    lines = list(last.lines.all())
    for line in lines:
        line.pk, line.proposal = None, None
    Line.objects.bulk_create(lines)


def write(order: Order, lines: Iterable[LineSaid]) -> None:
    """The lines of the order itself, as it is placed."""
    _write(order, lines, proposal=None)


def _write(order: Order, lines: Iterable[LineSaid], *, proposal: Proposal | None) -> None:
    Line.objects.bulk_create(
        Line(
            order=order,
            proposal=proposal,
            position=place,
            text=line.text,
            quantity=line.quantity,
            unit=line.unit,
            net=line.net,
            vat=line.vat,
            total=line.total,
        )
        for place, line in enumerate(lines, 1)
    )


def is_by_arrangement(listing: Listing, price: Decimal | None) -> bool:
    """Whether something changes hands for money and nobody has said for how much."""
    return listing.nature.settles and price is None
