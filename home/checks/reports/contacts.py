"""The report of `home.checks.contacts`, to mend and to export."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from home.checks import contacts, untranslated
from home.models import Person
from portal.look.reports import Report, ReportItem


class BrokenContacts(Report):
    name = "broken_contacts"
    page_title = _("Broken contacts")
    header_icon = "mail"
    right = untranslated.RIGHT
    facts = [("subject", _("Who is affected")), ("kind", _("Kind")), ("message", _("What is wrong"))]

    def get_queryset(self):
        return Person.objects.none()

    def get_filtered_queryset(self):
        return contacts.all_troubles()

    def address(self, row) -> str:
        return row.url


@hooks.register("register_admin_urls")
def contacts_urls():
    return BrokenContacts.urls()


@hooks.register("register_reports_menu_item")
def contacts_item():
    return ReportItem(BrokenContacts, reverse_lazy("broken_contacts"), icon_name="mail", order=140)
