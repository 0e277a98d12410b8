"""Publishing checks: each with a page that has the fault and one that has not."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from home.checks import publishing
from home.checks.contents import TextLink, links_in
from home.checks.link_texts import VAGUE, is_vague, says_what_it_is
from home.pages import NewsPage, StandardPage
from portal.accounts.people import enroll
from portal.media.models import PortalImage
from tests.home.conftest import add

pytestmark = pytest.mark.django_db


def keys(page) -> list[str]:
    return [finding.rule.key for finding in publishing.findings(page)]


def with_text(html: str) -> StandardPage:
    return StandardPage(title="Seite", slug="seite", body=[{"type": "text", "value": html}])


@pytest.mark.parametrize("text", [*VAGUE, "Hier", "HERE", "mehr …", "» Weiterlesen", "Read more.", "hier  klicken"])
def test_vague_words_are_vague_in_every_dress(text):
    assert is_vague(text)


@pytest.mark.parametrize("text", ["Hierarchie der Proben", "Mehrwegboxen", "Zur Anmeldung", "hier im Ruhrgebiet", ""])
def test_words_that_say_something_are_not_vague(text):
    assert not is_vague(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Programm (PDF, 1,2 MB)", True),
        ("Programme (PDF, 340 KB)", True),
        ("Preisliste, xlsx, 12 kB", True),
        ("Programm (PDF)", False),
        ("Programm", False),
        ("1,2 MB", False),
    ],
)
def test_a_file_says_type_and_size(text, told):
    assert says_what_it_is(text) is told


def test_links_are_read_from_rich_text():
    html = '<p>Zum <a linktype="page" id="3">Verzeichnis</a>, <a href="https://x.example/a.pdf"><b>Plan</b> B</a>, '
    html += '<a linktype="document" id="7">Liste</a></p>'
    assert links_in(html) == [
        TextLink("Verzeichnis"),
        TextLink("Plan B", "https://x.example/a.pdf"),
        TextLink("Liste", "", 7),
    ]


def test_vague_link_in_text_is_found():
    page = with_text('<p>Das Programm finden Sie <a href="https://example.org">hier</a>.</p>')
    assert keys(page) == ["vague-link"]
    assert "„hier“" in publishing.findings(page)[0].message


def test_vague_link_in_a_block_is_found():
    link = {"text": "Mehr", "address": "https://example.org"}
    page = StandardPage(title="x", slug="x", body=[{"type": "links", "value": {"heading": "", "links": [link]}}])
    assert keys(page) == ["vague-link"]


def test_link_that_says_where_it_leads_is_fine():
    assert keys(with_text('<p><a href="https://example.org">Programm des Bioprozesstags</a></p>')) == []


def test_document_and_pdf_without_type_and_size_are_found():
    document = get_document_model().objects.create(title="Liste", file=ContentFile(b"%PDF-1.4", "liste.pdf"))
    text = f'<p><a linktype="document" id="{document.pk}">Liste</a> <a href="https://x.example/a.pdf?v=1">Plan</a></p>'
    assert keys(with_text(text)) == ["untold-file", "untold-file"]


def test_file_with_type_and_size_is_fine():
    assert keys(with_text('<p><a href="https://x.example/a.pdf">Plan (PDF, 340 KB)</a></p>')) == []


def test_downloads_block_is_fine():
    document = get_document_model().objects.create(title="Liste", file=ContentFile(b"%PDF-1.4", "liste.pdf"))
    value = {"heading": "", "documents": [{"document": document.pk, "title": "Liste"}]}
    assert keys(StandardPage(title="x", slug="x", body=[{"type": "downloads", "value": value}])) == []


def test_image_without_credit_is_found_wherever_it_stands(image):
    PortalImage.objects.update(credit=" ")
    image.refresh_from_db()
    assert keys(NewsPage(title="x", slug="x", teaser="x", image=image)) == ["image-credit"]
    value = {"image": {"image": image.pk, "alt_text": "x", "decorative": False}, "caption": ""}
    assert keys(StandardPage(title="x", slug="x", body=[{"type": "image", "value": value}])) == ["image-credit"]


def test_image_with_credit_is_fine(image):
    assert keys(NewsPage(title="x", slug="x", teaser="x", image=image)) == []


def test_article_on_a_funded_project_needs_the_funding_block(project):
    page = NewsPage(title="x", slug="x", teaser="x", date=date(2026, 5, 4))
    page.related_projects = [project]
    assert keys(page) == ["funding"]
    page.body = [("funding", {"project": project})]
    assert keys(page) == []


def test_article_on_a_project_without_funders_needs_none(project):
    project.funding.all().delete()
    page = NewsPage(title="x", slug="x", teaser="x")
    page.related_projects = [project]
    assert keys(page) == []


def test_project_page_needs_a_funder(project_page):
    assert keys(project_page) == []
    project_page.project.funding.all().delete()
    assert keys(project_page) == ["funding"]


def test_editor_reads_the_findings_above_the_form_without_javascript(client, site_tree):
    page = add(site_tree.de, with_text('<p><a href="https://example.org">hier</a></p>'))
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    shown = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Bevor Sie veröffentlichen:" in shown
    page.body = [("text", "<p>gut</p>")]
    page.save_revision()
    assert "Bevor Sie veröffentlichen:" not in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_report_lists_every_finding_and_can_be_exported(client, site_tree):
    page = add(site_tree.de, with_text('<p><a href="https://example.org">=hier</a></p>'))
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    shown = client.get("/admin/reports/publishing-checks/").content.decode()
    assert f"/admin/pages/{page.pk}/edit/" in shown
    exported = b"".join(client.get("/admin/reports/publishing-checks/?export=csv").streaming_content).decode()
    assert "Linktext ohne Aussage" in exported
    assert client.get("/admin/reports/publishing-checks/?export=xlsx").status_code == 200
