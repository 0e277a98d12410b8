"""What stands beside a page: pages in the reader's language, the facts of a project."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects
from wagtail.models import Locale, Page

from home.models.facts import Project


def live_in(locale: Locale, pages: Iterable[Page]) -> list[Page]:
    """The live translations of `pages` in `locale`, in the same order, asked in one query."""
    keys = [page.translation_key for page in pages if page]
    if not keys:
        return []
    found = Page.objects.filter(translation_key__in=keys, locale=locale, alias_of=None).live()
    by_key = {page.translation_key: page for page in found}
    return [by_key[key] for key in keys if key in by_key]


def project_facts(project: Project, locale: Locale) -> dict:
    """Partners, work packages, funding, and the live pages of predecessor and successors in `locale`."""
    prefetch_related_objects(
        [project], "partners__institution", "work_packages__lead", "funding__funder__logo", "successors"
    )
    kin = [project.predecessor] if project.predecessor else []
    kin += project.successors.all()
    pages = _pages_of(kin, locale)
    return {
        "project": project,
        "predecessor": (project.predecessor, pages.get(project.predecessor_id)) if project.predecessor else None,
        "successors": [(other, pages.get(other.pk)) for other in project.successors.all()],
    }


def _pages_of(projects: list[Project], locale: Locale) -> dict:
    if not projects:
        return {}
    related = Project._meta.get_field("pages").related_model
    return {page.project_id: page for page in related.objects.filter(project__in=projects, locale=locale).live()}
