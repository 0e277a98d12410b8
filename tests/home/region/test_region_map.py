import gzip
import re

import pytest
from django.utils.translation import override

from home.pages import HomePage
from home.region import map as region_map
from home.region.districts import DISTRICTS
from home.region.map import Layer
from home.templatetags import newest
from portal.accounts.models import Institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(institution):
    return Institution.objects.create(
        name="Alpha GmbH", slug="alpha", kind="company", city="Essen", district="05113", category="partner"
    )


@pytest.fixture
def listings(monkeypatch):
    """Another app's layer with three things in Bochum."""
    layer = Layer(counts=lambda: {"05911": 3}, address=lambda: "/de/markt/", said=lambda n: f"{n} Angebote")
    monkeypatch.setattr(region_map, "LAYERS", {"listings": layer})


@pytest.fixture
def front(site_tree):
    home = HomePage.objects.get(pk=site_tree.de.pk)
    home.body = [{"type": "region", "value": {"heading": ""}}]
    home.save_revision().publish()
    return home


def link_to(built: dict, ags: str) -> dict | None:
    return next((shape for shape in built["links"] if shape["ags"] == ags), None)


def test_every_district_of_the_land_is_drawn_once():
    drawn = [shape["ags"] for shape in region_map._drawn()["districts"]]
    assert sorted(drawn) == sorted(DISTRICTS)


def test_ruhr_and_westphalia_stand_in_front():
    core = {DISTRICTS[shape["ags"]] for shape in region_map._drawn()["districts"] if shape["core"]}
    assert {"Bochum", "Essen", "Wesel", "Münster", "Höxter", "Siegen-Wittgenstein"} < core
    assert core & {"Köln", "Düsseldorf", "Wuppertal", "Kleve", "Bonn"} == set()


def test_each_number_stands_inside_its_drawing():
    drawn = region_map._drawn()
    for shape in drawn["districts"]:
        assert 0 < shape["x"] < drawn["width"]
        assert 0 < shape["y"] < drawn["height"]


def test_the_whole_map_weighs_less_than_ten_kilobytes(client, directory, front, firm, listings):
    page = client.get("/de/").content.decode()
    drawn = re.search(r'<div class="region".*?</figure>', page, re.DOTALL).group()
    assert len(gzip.compress(drawn.encode())) < 10_000


def test_a_district_with_something_is_a_link_and_says_its_numbers(directory, firm, listings):
    with override("de"):
        built = newest.region_map()
    bochum = link_to(built, "05911")
    assert bochum["url"] == "/de/verzeichnis/?district=05911"
    assert bochum["label"] == "Bochum: 1 Einrichtung, 3 Angebote"
    assert bochum["number"] == 1
    assert [way["url"] for way in bochum["ways"]] == [bochum["url"], "/de/markt/?district=05911"]
    assert link_to(built, "05113")["label"] == "Essen: 1 Einrichtung"
    assert link_to(built, "05515") is None


def test_the_list_says_the_same_as_the_map(directory, firm, listings):
    built = newest.region_map()
    assert [row["name"] for row in built["rows"]] == ["Bochum", "Essen"]
    assert {row["ags"] for row in built["rows"]} == {shape["ags"] for shape in built["links"]}


def test_hidden_institutions_do_not_count(directory, firm):
    Institution.objects.update(is_visible=False)
    assert newest.region_map()["links"] == []


def test_a_district_that_only_has_listings_leads_to_them(directory, institution, listings):
    Institution.objects.update(is_visible=False)
    assert link_to(newest.region_map(), "05911")["url"] == "/de/markt/?district=05911"


def test_the_home_page_shows_map_list_and_source(client, directory, front, firm):
    page = client.get("/de/").content.decode()
    assert page.count('href="/de/verzeichnis/?district=05911"') == 2
    assert "© GeoBasis-DE / BKG 2021 (Daten verändert)" in page


def test_the_map_costs_the_same_with_one_and_with_three_institutions(
    directory, institution, django_assert_num_queries, django_assert_max_num_queries
):
    newest.region_map()  # the addresses of the site are asked once
    with django_assert_max_num_queries(6) as first:
        newest.region_map()
    for number, ags in enumerate(("05113", "05515")):
        Institution.objects.create(name=f"N{number}", slug=f"n{number}", kind="company", district=ags)
    with django_assert_num_queries(len(first.captured_queries)):
        newest.region_map()


def test_the_directory_keeps_words_and_filters_when_the_district_changes(client, directory, firm):
    built = client.get("/de/verzeichnis/?q=a&kind=company&district=05113").context["map"]
    assert link_to(built, "05113")["url"] == "/de/verzeichnis/?q=a&kind=company&district=05113"
    assert link_to(built, "05113")["is_chosen"]


def test_the_directory_leads_on_to_the_listings_of_a_district(client, directory, firm, listings):
    assert "3 Angebote aus Bochum" in client.get("/de/verzeichnis/?district=05911").content.decode()
    assert "Angebote aus" not in client.get("/de/verzeichnis/?district=05911&district=05113").content.decode()
