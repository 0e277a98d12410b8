"""Registrations of an event as a table that staff sort and page."""

import django_tables2 as tables
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events.models import Registration

PER_PAGE = 50
BOX = {"th": {"class": "box", "all": _("Choose all on this page")}, "td": {"class": "box"}}
NAME = {"td": {"class": "name"}}
WRAPS = {"td": {"class": "wraps"}}
RIGHT = {"th": {"class": "r"}, "td": {"class": "r"}}


class RegistrationTable(tables.Table):
    caption = _("Registrations")
    chosen = tables.Column(verbose_name=_("Choose"), accessor="pk", orderable=False, attrs=BOX)
    name = tables.Column(verbose_name=_("Name"), attrs=NAME)
    email = tables.Column(verbose_name=_("Email address"), attrs=WRAPS, empty_values=())
    institution = tables.Column(verbose_name=_("Institution"), attrs=WRAPS)
    state = tables.Column(verbose_name=_("State"))
    ticket_type = tables.Column(verbose_name=_("Ticket"), order_by=("ticket_type__sort_order", "pk"))
    target_group = tables.Column(verbose_name=_("Target group"))
    seats = tables.Column(verbose_name=_("Seats"), attrs=RIGHT)
    created_at = tables.Column(verbose_name=_("Registered"))

    class Meta:
        template_name = "events/admin/table.html"
        empty_text = _("No registration matches.")
        order_by = "-created_at"

    def render_chosen(self, record: Registration) -> str:
        label = _("Choose %(name)s") % {"name": record.name}
        box = '<input type="checkbox" name="pk" value="{}" form="several" aria-label="{}">'
        return format_html(box, record.pk, label)

    def render_name(self, record: Registration) -> str:
        url = reverse("wagtailsnippets_events_registration:inspect", args=[record.pk])
        return format_html('<a href="{}">{}</a>', url, record.name)

    def render_email(self, record: Registration) -> str:
        if not record.has_mailbox:
            return record.phone or "–"
        name, _at, domain = record.email.partition("@")
        return format_html("{}<wbr>@{}", name, domain)

    def render_created_at(self, value) -> str:
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")


def laid_out(found, request, *, has_tickets: bool, may_choose: bool) -> RegistrationTable:
    """In the order and on the page that the address asks for; how many rows a page has is not the reader's choice."""
    shown = {"ticket_type": has_tickets, "chosen": may_choose}
    table = RegistrationTable(found, exclude=[name for name, is_shown in shown.items() if not is_shown])
    tables.RequestConfig(request, paginate=False).configure(table)
    table.paginate(per_page=PER_PAGE)
    table.page = table.paginator.get_page(request.GET.get(table.prefixed_page_field))
    return table
