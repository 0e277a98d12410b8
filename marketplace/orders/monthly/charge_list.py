"""What an institution charges for a month: each use that was over in it, with all that its own bookkeeping asks for.

Houses that number invoices in their own system take it from there, line by line.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace import wording
from marketplace.kinds import Unit, Vat
from marketplace.models import Line, Order
from marketplace.states import OrderState
from portal.accounts.models import Institution
from portal.invoices.models import Billing
from portal.language import times
from portal.language.money import as_text
from portal.payments.models import Payment
from portal.payments.states import PaymentState

USED = sorted({OrderState.ACCEPTED, OrderState.OUT, OrderState.BACK, OrderState.COMPLETED})


@dataclass(frozen=True)
class Charged:
    """One line of one order; amounts in euros, `total` with VAT."""

    order: Order
    text: str
    quantity: Decimal
    unit: str
    net: Decimal
    vat: str
    total: Decimal
    billing: Billing | None
    # Paid through the portal, or nothing where the house settles itself.
    payment: Payment | None

    @property
    def whom(self) -> str:
        """Who gets the invoice: who was named for it, else who ordered."""
        if self.billing:
            return self.billing.name
        return str(self.order.institution) if self.order.institution else self.order.name

    @property
    def address(self) -> str:
        told = self.billing
        return f"{told.street}, {told.postal_code} {told.city}, {told.country}" if told else ""

    @property
    def references(self) -> str:
        """Order number and cost centre of the customer."""
        return " / ".join(filter(None, [self.billing.order_number, self.billing.cost_centre])) if self.billing else ""

    @property
    def is_paid(self) -> bool:
        return self.payment is not None and self.payment.state == PaymentState.PAID

    @property
    def standing(self) -> str:
        return str(self.payment.get_state_display()) if self.payment else _("to be invoiced")


def of_month(house: Institution, first: date) -> list[Charged]:
    """In the order of their ends. Four questions to the database, however many there are."""
    begin, end = _month(first)
    ended = Q(period__endswith__gte=begin, period__endswith__lt=end, state__in=USED)
    for_good = Q(period__upper_inf=True) | Q(period=None)
    given = Q(for_good, state=OrderState.COMPLETED, decided_at__gte=begin, decided_at__lt=end)
    late = Q(state=OrderState.CANCELLED, cancel_cost__gt=0, decided_at__gte=begin, decided_at__lt=end)
    lines = Prefetch("lines", Line.objects.filter(proposal=None), to_attr="agreed_lines")
    rows = Order.objects.filter(ended | given | late, listing__institution=house).for_display()
    orders = sorted(rows.prefetch_related(lines), key=lambda one: (one.ends_at or one.decided_at, one.pk))
    kind = ContentType.objects.get_for_model(Order)
    asked = {"purpose_type": kind, "purpose_id__in": [one.pk for one in orders]}
    billings = {one.purpose_id: one for one in Billing.objects.filter(**asked)}
    payments = {one.purpose_id: one for one in Payment.objects.filter(**asked).order_by("pk")}
    return [
        Charged(order, *line, billings.get(order.pk), payments.get(order.pk))
        for order in orders
        for line in _lines(order)
    ]


def total(rows: Iterable[Charged]) -> Decimal:
    return sum((one.total for one in rows), Decimal(0))


def table(rows: Iterable[Charged]) -> list[list]:
    """For a spreadsheet: its heading, then a row for each line."""
    heading = [
        *(_("Number"), _("Listing"), _("From"), _("Until"), _("Ordered by"), _("Invoice to"), _("Address")),
        *(_("Order number"), _("Cost centre"), _("VAT id"), "Leitweg-ID", _("Text"), _("Quantity"), _("Unit")),
        *(_("Net price"), _("VAT"), _("Total"), _("State")),
    ]
    return [heading, *map(_row, rows)]


def _row(one: Charged) -> list:
    order, told = one.order, one.billing
    return [
        order.number,
        order.listing.title,
        *(times.day(at) if at else "" for at in (order.starts_at, order.ends_at)),
        order.name,
        one.whom,
        one.address,
        *((told.order_number, told.cost_centre, told.vat_id, told.leitweg_id) if told else ("", "", "", "")),
        one.text,
        one.quantity,
        one.unit,
        one.net,
        one.vat,
        one.total,
        one.standing,
    ]


def shown(one: Charged) -> dict:
    """For the page, in words."""
    return {
        "order": one.order,
        "when": wording.brief_period(one.order.period),
        "whom": one.whom,
        "references": one.references,
        "text": one.text,
        "total": as_text(one.total, one.order.currency, with_cents=True),
        "standing": one.standing,
        "tone": "ok" if one.is_paid else "warn",
    }


def _lines(order: Order) -> list[tuple]:
    """Text, quantity, unit, net price of one, VAT, total."""
    if order.state == OrderState.CANCELLED:
        return [(_("Cancelled late"), Decimal(1), "", order.cancel_cost, "", order.cancel_cost)]
    return [
        (
            line.text,
            line.quantity,
            str(Unit(line.unit).label) if line.unit else "",
            line.net,
            str(Vat(line.vat).label),
            line.total,
        )
        for line in order.agreed_lines
        if line.total
    ]


def _month(first: date) -> tuple[datetime, datetime]:
    begin = timezone.make_aware(datetime(first.year, first.month, 1))  # noqa: DTZ001 (made aware here)
    days = monthrange(first.year, first.month)[1]
    after = datetime(first.year, first.month, days) + timedelta(days=1)  # noqa: DTZ001
    return begin, timezone.make_aware(after)
