"""What every page is asked before it is published: links that say where they lead, files that say what they are,
pictures with a credit, funded projects with their funders."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from home.checks import contents
from home.checks.link_texts import FILE, is_vague, says_what_it_is
from home.checks.publishing import Finding, check
from home.pages import NewsPage, ProjectPage


@check(Page)
def links_say_where_they_lead(page: Page) -> Iterator[Finding]:
    for link in contents.links(page):
        if is_vague(link.text):
            yield Finding(
                "vague-link",
                _("Link text says nothing"),
                _("The link “%(text)s” does not say where it leads. Write the aim into the link.")
                % {"text": link.text},
                is_live=True,
            )


@check(Page)
def files_say_what_they_are(page: Page) -> Iterator[Finding]:
    for link in contents.links(page):
        is_file = link.document is not None or FILE.search(link.href.split("?")[0])
        if is_file and not says_what_it_is(link.text):
            yield Finding(
                "untold-file",
                _("File without type and size"),
                _("The link “%(text)s” leads to a file. Add type and size, or use the block “Downloads”.")
                % {"text": link.text},
                is_live=True,
            )


@check(Page)
def pictures_have_a_credit(page: Page) -> Iterator[Finding]:
    for image in {image.pk: image for image in contents.pictures(page)}.values():
        if not image.credit.strip():
            yield Finding(
                "image-credit",
                _("Image without credit"),
                _("The image “%(title)s” has no credit. Open the image and say whose it is.") % {"title": image.title},
            )


@check(NewsPage)
def articles_on_funded_projects_name_the_funders(page: NewsPage) -> Iterator[Finding]:
    shown = {value["project"].pk for value in contents.blocks_named(page, "funding") if value["project"]}
    for project in page.related_projects.all():
        if project.pk not in shown and project.funding.exists():
            yield Finding(
                "funding",
                _("Funding is missing"),
                _("The page belongs to the funded project %(project)s. Add the block “Funding”.")
                % {"project": project},
            )


@check(ProjectPage)
def projects_have_a_funder(page: ProjectPage) -> Iterator[Finding]:
    if page.project_id and not page.project.funding.exists():
        yield Finding(
            "funding",
            _("Funding is missing"),
            _("Nobody has entered who funds the project %(project)s. Add the funder to the project.")
            % {"project": page.project},
        )
