"""The report of `home.checks.publishing`: every page with what is to mend."""

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from home.checks import publishing, untranslated
from portal.look.reports import Report, ReportItem


class PublishingChecks(Report):
    name = "publishing_checks"
    page_title = _("Publishing checks")
    header_icon = "glasses"
    right = untranslated.RIGHT
    facts = [
        ("title", _("Page")),
        ("finding", _("To be fixed")),
        ("message", _("What to do")),
        ("language", _("Language")),
        ("state", _("Status")),
    ]

    def get_queryset(self):
        return Page.objects.filter(depth__gt=1, alias_of=None).select_related("locale").order_by("path")

    def get_filtered_queryset(self):
        pages = super().get_filtered_queryset().specific()
        return [_row(page, finding) for page, finding in publishing.of_all(pages)]

    def address(self, row) -> str:
        return reverse("wagtailadmin_pages:edit", args=[row["pk"]])


def _row(page: Page, finding: publishing.Finding) -> dict:
    return {
        "pk": page.pk,
        "title": page.title,
        "finding": finding.rule.title,
        "message": finding.message,
        "language": page.locale.get_display_name(),
        "state": page.status_string,
    }


@hooks.register("register_admin_urls")
def publishing_urls():
    return PublishingChecks.urls()


@hooks.register("register_reports_menu_item")
def publishing_item():
    return ReportItem(PublishingChecks, reverse_lazy("publishing_checks"), icon_name="glasses", order=130)
