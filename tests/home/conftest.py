"""A small cluster: pages of every type in German, most of them in English as well."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from PIL import Image

from home import samples
from home.answers.page import JoinField, JoinPage
from home.pages import (
    DirectoryPage,
    NewsIndexPage,
    NewsPage,
    ProjectIndexPage,
    ProjectPage,
    SectionIndexPage,
    SectionPage,
    StandardPage,
)
from portal.accounts import samples as accounts
from portal.media.models import PortalImage
from tests.kept import kept


def add(parent, page):
    """`page` as a live child of `parent`, in the parent's language."""
    page.locale = parent.locale
    page.show_in_menus = True
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def add_kept(parent, page):
    """`add` for what many tests stand on; the page points at no other row."""
    return kept(f"{type(page).__name__} {page.title}", lambda: add(parent, page), under=parent)


def translate(page, locale, title, slug, **words):
    """A live translation of `page` with the given words."""
    other = page.copy_for_translation(locale)
    other.title, other.slug = title, slug
    for name, value in words.items():
        setattr(other, name, value)
    other.save_revision().publish()
    other.refresh_from_db()
    return other


@pytest.fixture
def image(db, settings, tmp_path):
    settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = tmp_path / "pictures", tmp_path / "documents"
    content = BytesIO()
    Image.new("RGB", (1300, 800), "#0B5C66").save(content, "PNG")
    return PortalImage.objects.create(
        title="Labor",
        file=ImageFile(BytesIO(content.getvalue()), "lab.png"),
        description="Ein Labor mit zwei Mikroskopen",
        credit="© Beispiel GmbH",
    )


@pytest.fixture
def institution(db):
    made = accounts.institution(
        "zentrum-fuer-bildgebung",
        name="Zentrum für Bildgebung",
        kind="university",
        category="full",
        email="zentrum@example.org",
        description_de="Mikroskope für alle.",
        description_en="Microscopes for all.",
    )
    made.fields.add(accounts.field_of_work())
    return made


@pytest.fixture
def person(institution):
    return samples.person(title="Dr.", institution=institution, email="jana@example.org")


@pytest.fixture
def funder(db):
    return samples.funder()


@pytest.fixture
def project(institution, funder):
    return samples.funded_project(funder, institution)


@pytest.fixture
def section(person):
    return samples.section(accent="#8A2B62", contact=person)


@pytest.fixture
def news(site_tree):
    return kept(
        "news", lambda: add(site_tree.de, NewsIndexPage(title="Aktuelles", slug="aktuelles")), under=site_tree.de
    )


@pytest.fixture
def article(news, institution, project, image):
    page = NewsPage(
        title="Zwölf Millionen Euro für Geräteparks",
        slug="geraeteparks",
        teaser="Das Land fördert gemeinsame Geräte.",
        date=date(2026, 5, 4),
        image=image,
        source_institution=institution,
        source_date=date(2026, 5, 2),
        source_url="https://example.org/original",
        body=[
            {"type": "text", "value": "<p>Ein Absatz über Elektronenmikroskope.</p>"},
            {"type": "quote", "value": {"text": "Wir teilen.", "person": "Dr. Jana Beispiel", "function": "Leiterin"}},
        ],
    )
    page.related_institutions = [institution]
    page.related_projects = [project]
    return add(news, page)


@pytest.fixture
def sections(site_tree):
    return kept(
        "sections",
        lambda: add(site_tree.de, SectionIndexPage(title="Fachgruppen", slug="fachgruppen")),
        under=site_tree.de,
    )


@pytest.fixture
def section_page(sections, section):
    return add(sections, SectionPage(title="Medizintechnik", slug="medizintechnik", section=section, lead="Geräte."))


@pytest.fixture
def projects(site_tree):
    return kept(
        "projects", lambda: add(site_tree.de, ProjectIndexPage(title="Projekte", slug="projekte")), under=site_tree.de
    )


@pytest.fixture
def project_page(projects, project):
    return add(projects, ProjectPage(title="TransferX", slug="transferx", project=project, lead="Worum es geht."))


@pytest.fixture
def directory(site_tree, institution):
    return add(site_tree.de, DirectoryPage(title="Verzeichnis", slug="verzeichnis"))


@pytest.fixture
def about(site_tree):
    return kept(
        "about",
        lambda: add(site_tree.de, StandardPage(title="Über uns", slug="ueber-uns", lead="Wer wir sind.")),
        under=site_tree.de,
    )


@pytest.fixture
def join(site_tree):
    page = JoinPage(title="Mitglied werden", slug="mitglied-werden")
    page.form_fields = [
        JoinField(label="Name", field_type="singleline", sort_order=1, locale=site_tree.de.locale),
        JoinField(label="E-Mail", field_type="email", sort_order=2, locale=site_tree.de.locale),
        JoinField(label="Nachricht", field_type="multiline", required=False, sort_order=3, locale=site_tree.de.locale),
    ]
    return add(site_tree.de, page)
