"""Wagtail's checker beside the preview, with our rules; and a message on the edit page for those without JavaScript.

Links and files are judged in the browser while one types. What only the server knows (place, credit, funders) is asked
when the preview is made and handed over as rules that always fail.
"""

from django.contrib import messages
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
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
RULES = [
    {"id": "portal-vague-link", "impact": "serious", "selector": "main a[href]", "any": ["portal-says-where"]},
    {
        "id": "portal-untold-file",
        "impact": "moderate",
        "selector": 'main a[href*="/documents/"], main a[href$=".pdf"], main a[href$=".docx"], main a[href$=".xlsx"]',
        "any": ["portal-says-what"],
    },
]
WORDS = {
    "portal-vague-link": {
        "error_name": gettext_lazy("Link text says nothing"),
        "help_text": gettext_lazy("Write the aim into the link: “Register for the Bioprocess Day” instead of “here”"),
    },
    "portal-untold-file": {
        "error_name": gettext_lazy("File without type and size"),
        "help_text": gettext_lazy("Write for example “Programme (PDF, 1.2 MB)”, or use the block “Downloads”"),
    },
}


class PortalChecker(ContentCheckerItem):
    class Media:
        js = ["home/js/checker.js"]

    def __init__(self, page: Page | None, in_editor: bool = False):
        super().__init__(in_editor)
        found = publishing.findings(page) if page else []
        # One rule per kind of finding: the checker shows each rule once.
        self.found = {f"portal-{finding.key}": finding for finding in found if not finding.is_live}

    def get_axe_run_only(self, request):
        return [*super().get_axe_run_only(request), *WORDS, *self.found]

    def get_axe_custom_rules(self, request):
        ours = [
            *RULES,
            *({"id": key, "impact": "serious", "selector": "h1", "any": ["portal-never"]} for key in self.found),
        ]
        return [
            *super().get_axe_custom_rules(request),
            *({"tags": ["portal"], "enabled": True} | rule for rule in ours),
        ]

    def get_axe_custom_checks(self, request):
        return [*super().get_axe_custom_checks(request), *CHECKS]

    def get_axe_messages(self, request):
        told = {key: {"error_name": found.title, "help_text": found.message} for key, found in self.found.items()}
        return super().get_axe_messages(request) | WORDS | told


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
