"""What every page is asked before it is published: links that say where they lead, files that say what they are,
pictures with a credit and an alternative text, funded projects with their funders."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from home.checks import contents
from home.checks.link_texts import FILE, is_vague, says_what_it_is
from home.checks.publishing import Finding, Rule, check
from home.pages import NewsPage, ProjectPage

VAGUE_LINK = Rule(
    "vague-link",
    gettext_lazy("Link text says nothing"),
    gettext_lazy("Write the aim into the link: “Register for the Bioprocess Day” instead of “here”"),
    is_live=True,
)
UNTOLD_FILE = Rule(
    "untold-file",
    gettext_lazy("File without type and size"),
    gettext_lazy("Write for example “Programme (PDF, 1.2 MB)”, or use the block “Downloads”"),
    is_live=True,
)
NO_CREDIT = Rule(
    "image-credit", gettext_lazy("Image without credit"), gettext_lazy("Open the image and say whose it is.")
)
NO_ALT_TEXT = Rule(
    "image-alt",
    gettext_lazy("Image without alternative text"),
    gettext_lazy("Say what the image shows here, or mark it as decorative."),
)
NO_FUNDING = Rule(
    "funding",
    gettext_lazy("Funding is missing"),
    gettext_lazy("Enter the funders of the project, and add the block “Funding” to what belongs to it."),
)


@check(Page)
def links_say_where_they_lead(page: Page) -> Iterator[Finding]:
    for link in contents.links(page):
        if is_vague(link.text):
            yield Finding(
                VAGUE_LINK,
                _("The link “%(text)s” does not say where it leads. Write the aim into the link.")
                % {"text": link.text},
            )


@check(Page)
def files_say_what_they_are(page: Page) -> Iterator[Finding]:
    for link in contents.links(page):
        is_file = link.document is not None or FILE.search(link.href.split("?")[0])
        if is_file and not says_what_it_is(link.text):
            yield Finding(
                UNTOLD_FILE,
                _("The link “%(text)s” leads to a file. Add type and size, or use the block “Downloads”.")
                % {"text": link.text},
            )


@check(Page)
def pictures_have_a_credit(page: Page) -> Iterator[Finding]:
    for image in {image.pk: image for image in contents.pictures(page)}.values():
        if not image.credit.strip():
            yield Finding(
                NO_CREDIT,
                _("The image “%(title)s” has no credit. Open the image and say whose it is.") % {"title": image.title},
            )


@check(Page)
def pictures_in_the_text_say_what_they_show(page: Page) -> Iterator[Finding]:
    """A draft may lack it, and the page would then show the picture's own description, which fits no text."""
    for image in contents.pictures_in_text(page):
        if not image.decorative and not image.contextual_alt_text:
            yield Finding(
                NO_ALT_TEXT,
                _("Say what the image “%(title)s” shows here, or mark it as decorative.") % {"title": image.title},
            )


@check(NewsPage)
def articles_on_funded_projects_name_the_funders(page: NewsPage) -> Iterator[Finding]:
    shown = {value["project"].pk for value in contents.blocks_named(page, "funding") if value["project"]}
    for project in page.related_projects.all():
        if project.pk not in shown and project.funding.exists():
            yield Finding(
                NO_FUNDING,
                _("The page belongs to the funded project %(project)s. Add the block “Funding”.")
                % {"project": project},
            )


@check(ProjectPage)
def projects_have_a_funder(page: ProjectPage) -> Iterator[Finding]:
    if page.project_id and not page.project.funding.exists():
        yield Finding(
            NO_FUNDING,
            _("Nobody has entered who funds the project %(project)s. Add the funder to the project.")
            % {"project": page.project},
        )
