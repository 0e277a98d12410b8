"""My listings as a table."""

import django_tables2 as tables
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from marketplace import wording
from marketplace.models import Listing
from marketplace.orders.tables import badge, placed
from marketplace.states import ListingState, OrderState
from portal.rights import HouseRight


class ListingTable(tables.Table):
    """Each row leads to where `user` may do most."""

    caption = _("Our listings")
    title = tables.Column(verbose_name=_("Title"), orderable=False, empty_values=(), attrs=placed("lead"))
    state = tables.Column(verbose_name=_("State"), attrs=placed("tag"))
    kind = tables.Column(verbose_name=_("Kind"), attrs=placed("side"))
    institution = tables.Column(verbose_name=_("Institution"), order_by="institution__name", attrs=placed("mid"))
    expires_on = tables.Column(verbose_name=_("Shown until"), empty_values=(), attrs=placed("foot says"))
    price = tables.Column(verbose_name=_("Price"), empty_values=(), orderable=False, attrs=placed("end", right=True))

    is_short = True

    class Meta:
        empty_text = _("You do not offer anything yet.")
        order_by = "-pk"

    def __init__(self, listings, user, *args, **kwargs):
        super().__init__(listings, *args, **kwargs)
        self._roles = dict(user.memberships.values_list("institution", "role"))

    def render_title(self, record: Listing) -> str:
        return format_html('<a href="{}">{}</a>', self._address(record), record.title)

    def _address(self, record: Listing) -> str:
        role = self._roles.get(record.institution_id)
        if role in HouseRight.KEEP_OFFERS.roles or record.state in ListingState.PREPARED:
            return reverse("marketplace:edit", args=[record.pk])
        if role in HouseRight.CLOSE_THINGS.roles:
            return reverse("marketplace:keep", args=[record.pk])
        return record.get_absolute_url()

    def render_kind(self, record: Listing) -> str:
        return record.get_kind_display()

    def render_state(self, record: Listing) -> str:
        if record.state == ListingState.RELEASED and record.is_expired:
            return badge(_("expired"), "warn")
        if record.taken_by:
            words = _("handed over") if record.taken_by == OrderState.COMPLETED else _("reserved")
            return badge(words, "info")
        return badge(record.status.label, record.status.tone)

    def render_expires_on(self, record: Listing) -> str:
        if record.expires_on:
            return date_format(record.expires_on, "DATE_FORMAT")
        return _("further notice") if record.state == ListingState.RELEASED else "–"

    def render_price(self, record: Listing) -> str:
        price, note = wording.prices(record)[0]
        return f"{price} {note}".strip()
