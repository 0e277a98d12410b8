"""The pages that the reader has in hand."""

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from home.checks import own_work
from portal.look.reports import Report, ReportItem


class OwnDrafts(Report):
    name = "own_drafts"
    page_title = _("Your drafts")
    header_icon = "edit"
    right = own_work.RIGHT
    facts = [
        ("title", _("Page")),
        ("locale", _("Language")),
        ("page_type_display_name", _("Type")),
        ("status_string", _("Status")),
        ("latest_revision_created_at", _("Changed")),
    ]

    def get_queryset(self):
        return own_work.drafts(self.request.user).select_related("content_type", "locale")

    def address(self, row) -> str:
        return reverse("wagtailadmin_pages:edit", args=[row.pk])


@hooks.register("register_admin_urls")
def drafts_urls():
    return OwnDrafts.urls()


@hooks.register("register_reports_menu_item")
def drafts_item():
    return ReportItem(OwnDrafts, reverse_lazy("own_drafts"), icon_name="edit", order=110)
