import sys
import unicodedata

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from events.coaching.models import Topic
from home.models import Office
from home.pages import NewsIndexPage, NewsPage, StandardPage
from marketplace.pages import MarketplacePage
from portal.accounts.models import Institution
from portal.search import hits as search
from tests.events.coaching import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(site_tree):
    index = site_tree.de.add_child(instance=NewsIndexPage(title="Aktuelles", slug="aktuelles"))
    return index.add_child(
        instance=NewsPage(
            title="Neue Elektronenmikroskope",
            teaser="Zwei Geräte für alle.",
            body=[{"type": "text", "value": "<p>Die Förderung läuft bis 2028.</p>"}],
        )
    )


def found(client, q: str, language: str = "de") -> dict[str, list[str]]:
    response = client.get({"de": "/de/suche/", "en": "/en/search/"}[language], {"q": q})
    assert response.status_code == 200
    return {group.name: [str(row) for row in group.rows] for group in response.context["groups"]}


def test_search_finds_pages_by_title_and_body_in_any_inflection(client, news):
    assert found(client, "Elektronenmikroskop") == {"pages": ["Neue Elektronenmikroskope"]}
    assert found(client, "förderungen") == {"pages": ["Neue Elektronenmikroskope"]}


def test_search_finds_institutions(client, site_tree):
    Institution.objects.create(name="Alpha GmbH", slug="a", kind="company", city="Essen")
    Institution.objects.create(name="Beta GmbH", slug="b", kind="company", is_visible=False)
    assert found(client, "alpha essen") == {"institutions": ["Alpha GmbH"]}
    assert found(client, "beta") == {}


def test_search_finds_coaches_by_name_and_topic(client, site_tree):
    coach = making.make_coach()
    coach.topics.add(Topic.objects.create(slug="mdr", name_de="Medizinprodukterecht", name_en="Device law"))
    assert found(client, coach.person.last_name) == {"coaches": [str(coach)]}
    assert found(client, f"medizinprodukt {coach.person.first_name}") == {"coaches": [str(coach)]}
    with translation.override("en"):
        address = reverse("coaching:coach", args=[coach.pk])
    assert f'href="{address}"' in client.get("/en/search/?q=device+law").content.decode()
    coach.is_visible = False
    coach.save()
    assert found(client, "Medizinprodukterecht") == {}


def test_search_keeps_to_the_readers_language(client, news):
    assert found(client, "Elektronenmikroskop", "en") == {}


def test_search_hides_drafts_and_private_pages(client, site_tree, news):
    page = site_tree.de.add_child(instance=StandardPage(title="Geheimsache", slug="geheim"))
    assert "pages" in found(client, "Geheimsache")
    page.view_restrictions.create(restriction_type="login")
    assert found(client, "Geheimsache") == {}
    news.unpublish()
    assert found(client, "Elektronenmikroskope") == {}


def test_search_with_nothing_found_offers_a_contact(client, site_tree):
    response = client.get("/de/suche/", {"q": "xyzxyz"})
    assert "Nichts gefunden" in response.content.decode()


def test_search_with_nothing_found_offers_the_marketplace(client, site_tree):
    about = site_tree.de.add_child(instance=StandardPage(title="Kontakt", slug="kontakt"))
    site_tree.de.add_child(instance=MarketplacePage(title="Marktplatz", slug="marktplatz"))
    Office.objects.update_or_create(site=site_tree.site, defaults={"contact": about})
    page = client.get("/de/suche/", {"q": "xyzxyz"}).content.decode().split("<main")[1]
    assert 'href="/de/marktplatz/"' in page
    assert f'href="{about.url}"' in page
    assert 'href="/de/marktplatz/"' not in client.get("/de/suche/").content.decode().split("<main")[1]


def test_search_without_words_asks_the_database_for_no_hits(client, site_tree):
    assert client.get("/de/suche/").context["groups"] == []
    assert found(client, "!!! ---") == {}


def one_of_each_category() -> list[str]:
    seen = {}
    for number in range(1, sys.maxunicode):
        category = unicodedata.category(chr(number))
        if category != "Cs":
            seen.setdefault(category, chr(number))
    return sorted(seen.values())


def test_search_answers_whatever_is_typed(client, site_tree):
    typed = [*one_of_each_category(), *"\"'&|!():*<>\\%_;-@", "' OR 1=1 --", "a" * 5000]
    answers = {sign: client.get("/de/suche/", {"q": f"labor{sign} {sign}"}).status_code for sign in typed}
    assert answers == dict.fromkeys(typed, 200)


def test_search_refuses_a_nul_byte(client, site_tree):
    assert client.get("/de/suche/?q=a%00b").status_code == 400


def test_search_escapes_what_was_typed(client, site_tree):
    assert "<script>alert" not in client.get("/de/suche/", {"q": "<script>alert(1)</script>"}).content.decode()


def test_search_leads_on_to_everything_it_counts(client, site_tree):
    Institution.objects.bulk_create(
        Institution(name=f"Labor {n:02}", slug=f"l{n}", kind="company") for n in range(search.PER_SHEET + 2)
    )
    answer = client.get("/de/suche/", {"q": "labor"})
    (group,) = answer.context["groups"]
    assert (len(group.rows), group.count) == (search.LIMIT, search.PER_SHEET + 2)
    assert 'href="/de/suche/?q=labor&amp;in=institutions"' in answer.content.decode()
    answer = client.get("/de/suche/", {"q": "labor", "in": "institutions", "page": "2"})
    (group,) = answer.context["groups"]
    assert [row.name for row in group.rows] == ["Labor 30", "Labor 31"]


def test_pages_and_listings_are_shown_whole_too(client, news):
    for name, number in (("pages", 1), ("listings", 0), ("unknown", 1)):
        groups = client.get("/de/suche/", {"q": "Elektronenmikroskop", "in": name, "page": "x"}).context["groups"]
        assert len(groups) == number, name


def test_search_costs_at_most_ten_queries_the_same_at_one_and_at_three(client, news, site_tree):
    def cost():
        client.get("/de/suche/", {"q": "geräte"})
        with CaptureQueriesContext(connection) as captured:
            assert found(client, "geräte")["institutions"]
        return len(captured)

    Institution.objects.create(name="Geräte eins", slug="g1", kind="company")
    one = cost()
    for number in range(2, 4):
        Institution.objects.create(name=f"Geräte {number}", slug=f"g{number}", kind="company")
        parent = Page.objects.get(pk=site_tree.de.pk).specific
        parent.add_child(instance=StandardPage(title=f"Geräte {number}", slug=f"geraete-{number}"))
    assert cost() == one
    assert one <= 10


@pytest.mark.parametrize("typed", ["Messungen", "messung", "Prüflabore", "sampling", "ruhr mess"])
def test_institutions_are_found_by_what_they_say_in_any_inflection(client, site_tree, typed):
    words = {"description_de": "Eine Messung im Prüflabor.", "description_en": "We sample and measure."}
    Institution.objects.create(name="Ruhr-Institut", slug="r", kind="company", **words)
    assert found(client, typed) == {"institutions": ["Ruhr-Institut"]}


def test_an_abbreviation_is_a_whole_word_and_a_change_counts_at_once(client, site_tree):
    house = Institution.objects.create(
        name="Haus", slug="h", kind="company", city="Bremen", description_en="We remain."
    )
    assert found(client, "REM") == {}
    Institution.objects.filter(pk=house.pk).update(description_de="Mit REM und pH-Meter.")
    assert found(client, "REM") == found(client, "pH") == {"institutions": ["Haus"]}


def test_one_statement_finds_and_counts_in_all_groups(client, news, site_tree):
    Institution.objects.create(name="Elektronenmikroskop GmbH", slug="e", kind="company")
    with CaptureQueriesContext(connection) as captured:
        assert set(found(client, "elektronenmikroskop")) == {"pages", "institutions"}
    asked = [one["sql"] for one in captured if "union all" in one["sql"]]
    assert len(asked) == 1
    for table in ("wagtailsearch_indexentry", "marketplace_shelved", "accounts_institution", "coaching_coach"):
        assert table in asked[0]


def test_of_very_many_pages_the_latest_are_ranked_and_all_are_counted(client, news, monkeypatch):
    monkeypatch.setattr(search, "MOST_RANKED", 1)
    index = news.get_parent().specific
    index.add_child(instance=NewsPage(title="Nur ein Wort", slug="w", teaser="Von Elektronenmikroskopen."))
    (group,) = client.get("/de/suche/", {"q": "Elektronenmikroskop"}).context["groups"]
    assert ([str(row) for row in group.rows], group.count) == (["Nur ein Wort"], 2)
