"""The report of `home.checks.untranslated`, whole and for export."""

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from home.checks import untranslated
from portal.look.reports import Report, ReportItem


class Untranslated(Report):
    name = "untranslated"
    page_title = _("Pages without a current translation")
    header_icon = "wagtail-localize-language"
    right = untranslated.RIGHT
    facts = [
        ("title", _("Page")),
        ("locale", _("Language")),
        ("standing_label", _("Translation")),
        ("page_type_display_name", _("Type")),
        ("last_published_at", _("Published")),
    ]

    def get_queryset(self):
        return untranslated.behind().select_related("content_type", "locale")

    def get_filtered_queryset(self):
        pages = list(super().get_filtered_queryset())
        for page in pages:
            page.standing_label = untranslated.Standing(page.standing).label
        return pages

    def address(self, row) -> str:
        return reverse("wagtailadmin_pages:edit", args=[row.pk])


@hooks.register("register_admin_urls")
def untranslated_urls():
    return Untranslated.urls()


@hooks.register("register_reports_menu_item")
def untranslated_item():
    return ReportItem(Untranslated, reverse_lazy("untranslated"), icon_name="wagtail-localize-language", order=120)
