"""Orders as tables: where people sort and page."""

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace import wording
from marketplace.models import Order

PER_PAGE = 25


def placed(area: str, *, right: bool = False) -> dict:
    """Attributes of a column: where its cell stands in the three lines that a row takes on a phone."""
    return {"th": {"class": "r" if right else ""}, "td": {"class": f"in-{area}{' r' if right else ''}"}}


def laid_out(table: tables.Table, request) -> tables.Table:
    """In the order and on the page that the address asks for; how many rows a page has is not the reader's choice."""
    tables.RequestConfig(request, paginate=False).configure(table)
    table.paginate(per_page=PER_PAGE)
    table.page = table.paginator.get_page(request.GET.get(table.prefixed_page_field))
    return table


def badge(label: str, tone: str) -> str:
    return format_html('<span class="badge badge-{}">{}</span>', tone, label)


class OrderTable(tables.Table):
    number = tables.Column(verbose_name=_("Number"), accessor="pk", order_by="pk", attrs=placed("side"))
    listing = tables.Column(verbose_name=_("Listing"), orderable=False, attrs=placed("lead"))
    period = tables.Column(
        verbose_name=pgettext_lazy("order", "Period"), empty_values=(), order_by="period", attrs=placed("foot")
    )
    state = tables.Column(verbose_name=_("State"), attrs=placed("tag"))
    price = tables.Column(verbose_name=_("Price"), empty_values=(), attrs=placed("end", right=True))

    is_short = True

    def render_number(self, record: Order) -> str:
        return record.number

    def render_listing(self, record: Order) -> str:
        words = wording.several(record.listing.title, record.quantity)
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), words)

    def render_period(self, record: Order) -> str:
        return wording.brief_period(record.period)

    def render_state(self, record: Order) -> str:
        return badge(**wording.standing(record))

    def render_price(self, record: Order) -> str:
        return wording.agreed(record)


class IncomingTable(OrderTable):
    caption = _("Orders for our listings")
    orderer = tables.Column(verbose_name=_("Ordered by"), accessor="name", order_by="name", attrs=placed("mid"))

    class Meta:
        empty_text = _("Nobody has ordered anything yet.")
        sequence = ("number", "state", "listing", "orderer", "period", "price")
        order_by = "-number"

    def render_orderer(self, record: Order) -> str:
        return f"{record.name}, {record.institution}" if record.institution else record.name


class OutgoingTable(OrderTable):
    caption = _("What we ordered")
    institution = tables.Column(
        verbose_name=_("Offered by"),
        accessor="listing__institution",
        order_by="listing__institution__name",
        attrs=placed("mid"),
    )

    class Meta:
        empty_text = _("You have not ordered anything yet.")
        sequence = ("number", "state", "listing", "institution", "period", "price")
        order_by = "-number"
