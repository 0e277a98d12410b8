"""My listings as a table."""

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from marketplace import wording
from marketplace.models import Listing
from marketplace.orders.tables import RIGHT, badge
from marketplace.states import ListingState, OrderState


class ListingTable(tables.Table):
    caption = _("Our listings")
    title = tables.Column(verbose_name=_("Title"), orderable=False, empty_values=())
    state = tables.Column(verbose_name=_("State"))
    kind = tables.Column(verbose_name=_("Kind"))
    institution = tables.Column(verbose_name=_("Institution"), order_by="institution__name")
    expires_on = tables.Column(verbose_name=_("Shown until"), default="–")
    price = tables.Column(verbose_name=_("Price"), empty_values=(), orderable=False, attrs=RIGHT)

    class Meta:
        empty_text = _("You do not offer anything yet.")
        order_by = "-pk"

    def render_title(self, record: Listing) -> str:
        return format_html('<a href="{}">{}</a>', reverse("marketplace:edit", args=[record.pk]), record.title)

    def render_kind(self, record: Listing) -> str:
        return record.get_kind_display()

    def render_state(self, record: Listing) -> str:
        if record.state == ListingState.RELEASED and record.is_expired:
            return format_html('<span class="badge badge-warn">{}</span>', _("expired"))
        if record.taken_by:
            words = _("handed over") if record.taken_by == OrderState.COMPLETED else _("reserved")
            return format_html('<span class="badge badge-info">{}</span>', words)
        return badge(ListingState(record.state))

    def render_price(self, record: Listing) -> str:
        price, note = wording.prices(record)[0]
        return f"{price} {note}".strip()
