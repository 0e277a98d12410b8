"""Every page type answers in both languages, at few queries, the same at one and at three items."""

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import Person
from home.pages import NewsPage, ProjectPage, SectionPage
from portal.accounts.models import Institution
from tests.home.conftest import add, translate

pytestmark = pytest.mark.django_db


def queries(client, url) -> list[str]:
    """The statements of one answer; renditions are made and then the frame is remembered, the page is not kept."""
    for _warm in range(2):
        client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured]


@pytest.fixture
def everything(article, section_page, project_page, directory, about, join, institution):
    return [
        "/de/",
        "/de/aktuelles/",
        "/de/aktuelles/geraeteparks/",
        "/de/fachgruppen/",
        "/de/fachgruppen/medizintechnik/",
        "/de/projekte/",
        "/de/projekte/transferx/",
        "/de/verzeichnis/",
        "/de/ueber-uns/",
        "/de/mitglied-werden/",
        institution.get_absolute_url(),
    ]


def test_every_page_type_answers(client, everything):
    assert {url: client.get(url).status_code for url in everything} == dict.fromkeys(everything, 200)


def test_no_page_costs_more_than_ten_queries(client, everything):
    costs = {url: len(queries(client, url)) for url in everything}
    assert {url: cost for url, cost in costs.items() if cost > 10} == {}


def test_the_news_index_costs_the_same_at_one_and_at_three(client, article, image):
    one = len(queries(client, "/de/aktuelles/"))
    for number in range(2):
        add(article.get_parent().specific, NewsPage(title=f"Neu {number}", teaser="…", image=image))
    assert len(queries(client, "/de/aktuelles/")) == one


def test_a_section_costs_the_same_at_one_and_at_three_members(client, section_page, section, person, institution):
    section.roles.create(person=person, institution=institution, since=date(2020, 1, 1))
    section.save()
    one = len(queries(client, section_page.url))
    for name in ("Eins", "Zwei"):
        other = Person.objects.create(first_name="A", last_name=name, institution=institution)
        section.roles.create(person=other, institution=institution, since=date(2020, 1, 1))
    section.save()
    assert len(queries(client, section_page.url)) == one


def test_a_project_costs_the_same_at_one_and_at_three_partners(client, project_page, project):
    one = len(queries(client, project_page.url))
    for number in range(2):
        other = Institution.objects.create(name=f"Partner {number}", slug=f"p{number}", kind="company")
        project.partners.create(institution=other)
        project.work_packages.create(title_de=f"Paket {number}", title_en=f"Package {number}", lead=other)
    project.save()
    assert len(queries(client, project_page.url)) == one


def test_the_directory_costs_the_same_at_one_and_at_three(client, directory):
    one = len(queries(client, directory.url))
    for number in range(2):
        Institution.objects.create(name=f"Firma {number}", slug=f"f{number}", kind="company")
    assert len(queries(client, directory.url)) == one


def test_lists_of_sections_and_projects_cost_the_same_at_one_and_at_three(client, section_page, project_page):
    urls = ("/de/fachgruppen/", "/de/projekte/")
    one = [len(queries(client, url)) for url in urls]
    for number in range(2):
        section = section_page.section.__class__.objects.create(slug=f"s{number}", name_de="S", name_en="S")
        add(section_page.get_parent().specific, SectionPage(title=f"S {number}", section=section))
        project = project_page.project
        add(project_page.get_parent().specific, ProjectPage(title=f"P {number}", project=project))
    assert [len(queries(client, url)) for url in urls] == one


def test_the_home_page_with_all_its_blocks_costs_at_most_fourteen(client, site_tree, article, directory):
    home = site_tree.de
    home.doors = [{"type": "door", "value": {"text": "Verzeichnis", "page": directory.pk, "icon": "bldg"}}] * 4
    more = {"text": "Alle", "page": article.get_parent().pk, "address": ""}
    home.body = [
        {"type": "events", "value": {"number": 3}},
        {"type": "listings", "value": {"number": 4}},
        {"type": "news", "value": {"number": 3, "more": more}},
    ]
    home.save_revision().publish()
    assert len(queries(client, "/de/")) <= 14
    page = client.get("/de/").content.decode()
    assert page.count('class="task"') == 4
    assert 'href="/de/aktuelles/">Alle</a>' in page


def test_an_article_shows_source_credit_quote_and_relations(client, article, project_page):
    page = client.get(article.url).content.decode()
    for shown in (
        "Das Land fördert gemeinsame Geräte.",
        "4. Mai 2026",
        "2. Mai 2026",
        "https://example.org/original",
        "© Beispiel GmbH",
        "Ein Labor mit zwei Mikroskopen",
        "Wir teilen.",
        "/de/projekte/transferx/",
        "/de/einrichtungen/zentrum-fuer-bildgebung/",
    ):
        assert shown in page, shown


def test_an_article_tells_search_engines_what_it_is_and_nothing_escapes(client, article):
    article.title = "Böse </script><script>alert(1)</script> & Söhne"
    article.save_revision().publish()
    page = client.get(article.url).content.decode()
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    told = {block["@type"]: block for block in map(json.loads, blocks)}
    assert told["NewsArticle"]["headline"] == article.title
    assert [item["name"] for item in told["BreadcrumbList"]["itemListElement"]] == [
        "Startseite",
        "Aktuelles",
        article.title,
    ]
    assert "<script>alert" not in page


def test_the_news_index_filters_by_kind_and_year(client, article, news):
    add(news, NewsPage(title="Alt", teaser="…", kind="press_release", date=date(2025, 1, 1)))
    assert [a.title for a in client.get("/de/aktuelles/?year=2025").context["articles"]] == ["Alt"]
    assert [a.title for a in client.get("/de/aktuelles/?kind=news").context["articles"]] == [article.title]
    assert not client.get("/de/aktuelles/?kind=publication&year=2025").context["articles"]


@pytest.mark.parametrize("query", ["kind=x", "year=²", "year=99999", "page=-1", "page=zzz", "year=0000", "kind="])
def test_the_news_index_ignores_what_it_does_not_know(client, article, query):
    response = client.get(f"/de/aktuelles/?{query}")
    assert (response.status_code, len(response.context["articles"])) == (200, 1)


def test_a_section_shows_chair_first_and_keeps_former_members(client, section_page, section, person, institution):
    def act(last_name, function, since, until=None):
        other = Person.objects.create(first_name="Kim", last_name=last_name)
        section.roles.create(person=other, institution=institution, function=function, since=since, until=until)

    act("Mitglied", "member", date(2020, 1, 1))
    act("Stellvertretung", "deputy", date(2020, 1, 1))
    act("Vorsitz", "chair", date(2020, 1, 1))
    act("Früher", "chair", date(2010, 1, 1), date(2019, 12, 31))
    act("Bald", "member", date(2099, 1, 1))
    section.save()
    context = client.get(section_page.url).context
    assert [role.person.last_name for role in context["leading"]] == ["Vorsitz", "Stellvertretung"]
    assert [role.person.last_name for role in context["members"]] == ["Mitglied"]
    assert [role.person.last_name for role in context["former"]] == ["Früher"]


def test_a_section_has_its_accent_without_inline_style(client, section_page):
    page = client.get(section_page.url).content.decode()
    assert 'class="accent-medtech"' in page
    assert "style=" not in page
    sheet = client.get("/accents.css")
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert ".accent-medtech { --accent: #8A2B62; --on-accent: #FFFFFF; }" in sheet.content.decode()


def test_a_project_names_partners_packages_funders_and_kin(client, site_tree, projects, project_page, project, funder):
    earlier = project.__class__.objects.create(
        slug="alt", acronym="AltX", title_de="A", title_en="A", starts_on=date(2020, 1, 1), ends_on=date(2023, 12, 31)
    )
    project.predecessor = earlier
    project.save()
    add(projects, ProjectPage(title="AltX", slug="altx", project=earlier))
    page = client.get(project_page.url).content.decode()
    for shown in ("Konsortialführung", "Register", "Kofinanziert von der Europäischen Union", "/de/projekte/altx/"):
        assert shown in page, shown
    assert "/de/projekte/transferx/" in client.get("/de/projekte/altx/").content.decode()


def test_a_project_page_names_its_own_funders_once(client, project_page, funder):
    funder.sentence_de = "Nur dieser Satz."
    funder.save()
    shown = client.get(project_page.url).content.decode()
    assert shown.count("Nur dieser Satz.") == 1


def test_english_pages_speak_english(client, site_tree, article, news):
    english = translate(news, site_tree.en.locale, "News", "news")
    translate(article, site_tree.en.locale, "Twelve million euros", "twelve", teaser="The state funds devices.")
    page = client.get("/en/news/twelve/").content.decode()
    assert '<html lang="en">' in page
    assert "first published on" in page
    assert client.get(english.url).context["articles"][0].title == "Twelve million euros"


def test_a_page_below_an_unknown_path_is_not_found(client, article):
    assert client.get("/de/aktuelles/geraeteparks/mehr/").status_code == 404
    assert client.get("/de/gibt-es-nicht/").status_code == 404
    assert client.get("/en/aktuelles/").status_code == 404


def test_a_draft_is_not_found(client, article):
    article.unpublish()
    assert client.get("/de/aktuelles/geraeteparks/").status_code == 404
