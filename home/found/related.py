"""What stands beside a page: pages in the reader's language, the facts of a project."""

from collections.abc import Iterable

from django.db.models import Prefetch, Q, prefetch_related_objects
from wagtail.models import Page

from home.models.facts import Project, ProjectFunding, ProjectPartner, WorkPackage


def live_in(locale_id: int, pages: Iterable[Page]) -> list[Page]:
    """The live translations of `pages` in that language, in the same order, asked in one query."""
    keys = [page.translation_key for page in pages if page]
    if not keys:
        return []
    found = Page.objects.filter(translation_key__in=keys, locale_id=locale_id, alias_of=None).live()
    by_key = {page.translation_key: page for page in found}
    return [by_key[key] for key in keys if key in by_key]


def with_pages(projects: Iterable[Project], language: str) -> list[tuple[Project, Page | None]]:
    """Each project with its live page in `language`, asked in one query."""
    projects = list(projects)
    pages = {}
    if projects:
        found = Project._meta.get_field("pages").related_model.objects.filter(
            project__in=projects, locale__language_code=language, alias_of=None
        )
        pages = {page.project_id: page for page in found.live().defer_streamfields()}
    return [(project, pages.get(project.pk)) for project in projects]


def project_facts(project: Project, language: str) -> dict:
    """Partners, work packages, funding; predecessor and successors with their live pages in `language`."""
    prefetch_related_objects(
        [project],
        Prefetch("partners", ProjectPartner.objects.select_related("institution")),
        Prefetch("work_packages", WorkPackage.objects.select_related("lead")),
        Prefetch("funding", ProjectFunding.objects.select_related("funder__logo")),
        "funding__funder__logo__renditions",
    )
    kin = Project.objects.filter(Q(predecessor=project) | Q(pk=project.predecessor_id)).order_by("starts_on")
    pairs = with_pages(kin, language)
    return {
        "project": project,
        "predecessor": next((pair for pair in pairs if pair[0].pk == project.predecessor_id), None),
        "successors": [pair for pair in pairs if pair[0].predecessor_id == project.pk],
    }
