"""Wagtail's checker beside the preview, with our rules; and a message on the edit page for those without JavaScript.

Links and files are judged in the browser while one types. What only the server knows (place, credit, funders) is asked
when the preview is made and handed over as rules that fail at the title or apply to nothing.
"""

from django.contrib import messages
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from home.checks import publishing
from home.checks.link_texts import SIZE_PATTERN, TYPE_PATTERN, VAGUE_PATTERN

CHECKS = [
    {"id": "portal-says-where", "options": {"pattern": VAGUE_PATTERN}},
    {"id": "portal-says-what", "options": {"patterns": [TYPE_PATTERN, SIZE_PATTERN]}},
    {"id": "portal-never"},
]
LIVE = {
    "vague-link": {"selector": "main a[href]", "any": ["portal-says-where"], "impact": "serious"},
    "untold-file": {
        "selector": 'main a[href*="/documents/"], main a[href$=".pdf"], main a[href$=".docx"], main a[href$=".xlsx"]',
        "any": ["portal-says-what"],
        "impact": "moderate",
    },
}
FOUND = {"selector": "h1", "any": ["portal-never"], "impact": "serious"}
# The editor takes the list of rules when it opens and the frame beside it another one with every preview. A rule that
# only one of them knows would end the checker, so all of them stand in both.
NOT_FOUND = FOUND | {"selector": "portal-not-found"}


class PortalChecker(ContentCheckerItem):
    class Media:
        js = ["home/js/checker.js"]

    def __init__(self, page: Page | None, in_editor: bool = False):
        super().__init__(in_editor)
        found = publishing.findings(page) if page else []
        self.found = {finding.rule.key for finding in found if not finding.rule.is_live}

    def get_axe_run_only(self, request):
        return [*super().get_axe_run_only(request), *(_name(rule) for rule in publishing.rules())]

    def get_axe_custom_rules(self, request):
        ours = (
            {"id": _name(rule), "tags": ["portal"], "enabled": True} | self._how(rule) for rule in publishing.rules()
        )
        return [*super().get_axe_custom_rules(request), *ours]

    def get_axe_custom_checks(self, request):
        return [*super().get_axe_custom_checks(request), *CHECKS]

    def get_axe_messages(self, request):
        told = {_name(rule): {"error_name": rule.title, "help_text": rule.advice} for rule in publishing.rules()}
        return super().get_axe_messages(request) | told

    def _how(self, rule: publishing.Rule) -> dict:
        return LIVE.get(rule.key) or (FOUND if rule.key in self.found else NOT_FOUND)


def _name(rule: publishing.Rule) -> str:
    return f"portal-{rule.key}"


@hooks.register("construct_wagtail_userbar")
def check_as_the_house_does(request, items, page) -> None:
    specific = page.specific if page and page.pk and type(page) is Page else page
    items[:] = [
        PortalChecker(specific, item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]


@hooks.register("before_edit_page")
def say_what_is_to_mend(request, page) -> None:
    """Above the form, as of the last save."""
    if request.method != "GET":
        return
    found = publishing.findings(page)
    if found:
        rows = format_html_join("", "<li>{}</li>", ((finding.message,) for finding in found))
        messages.warning(request, format_html("{}<ul>{}</ul>", _("Before you publish:"), rows))
