"""Whom and what the demo's content names is there."""

from collections import Counter

from portal.demo.content.events import EVENTS
from portal.demo.content.institutions import INSTITUTIONS
from portal.demo.content.listings import LISTINGS
from portal.demo.content.news import NEWS
from portal.demo.content.pages import MENU, PAGES, REGISTER_PAGES
from portal.demo.content.people import PEOPLE
from portal.demo.content.projects import PROJECTS
from portal.demo.content.registers import FACETS
from portal.demo.content.sections import SECTIONS
from tests.pencil import MOTIFS
from tests.portal.demo.tables import ACCOUNTS, bodies, slugs

_CATEGORIES = """
microscopy mass_spectrometry chromatography spectroscopy cell_culture bioreactor cooling centrifuge
sequencing pcr flow_cytometry imaging sterilisation liquid_handling histology downstream lab_space
service office general
"""
CATEGORIES = set(_CATEGORIES.split())


def test_people_institutions_and_projects_in_bodies_exist():
    for slug, german, english in bodies():
        for block in german + english:
            named = block.get("people", []) + ([block["person"]] if "person" in block else [])
            assert set(named) <= slugs("people"), slug
            assert {block["project"]} <= slugs("projects") if "project" in block else True, slug


def test_references_of_institutions_and_people_resolve():
    assert {field for row in INSTITUTIONS for field in row["fields"]} <= slugs("fields")
    assert {row["institution"] for row in PEOPLE} <= slugs("institutions")
    assert {row["institution"] for row in ACCOUNTS} - {None} <= slugs("institutions")


def test_references_of_projects_and_sections_resolve():
    for row in PROJECTS:
        institutions = {p["institution"] for p in row["partners"]} | {w["lead"] for w in row["work_packages"]}
        assert institutions <= slugs("institutions")
        assert {f["funder"] for f in row["funders"]} <= slugs("funders")
        assert {row["predecessor"]} - {None} <= slugs("projects")
        assert set(row["contacts"]) <= slugs("people")
    for row in SECTIONS:
        assert {role["person"] for role in row["roles"]} | {row["contact"]} <= slugs("people")
        assert {role["institution"] for role in row["roles"]} <= slugs("institutions")
        assert {row["next_meeting"]} - {None} <= slugs("events")
        assert set(row["fields"]) <= slugs("fields")


def test_references_of_news_and_events_resolve():
    for row in NEWS:
        assert {row["author"], row["source"], *row["institutions"]} - {None} <= slugs("institutions")
        assert set(row["events"]) <= slugs("events")
        assert set(row["projects"]) <= slugs("projects")
    for row in EVENTS:
        speakers = set(row["speakers"]) | {line["speaker"] for line in row["agenda"]} | {row["contact"]}
        assert speakers - {None} <= slugs("people"), row["slug"]
        assert set(row["hosts"]) <= slugs("institutions"), row["slug"]
        assert row["format"] in slugs("formats"), row["slug"]
        assert {row["project"]} - {None} <= slugs("projects"), row["slug"]
        assert {row["section"]} - {None} <= slugs("sections"), row["slug"]


def test_references_of_listings_resolve():
    contacts = {row["slug"]: row["institution"] for row in PEOPLE}
    for row in LISTINGS:
        assert contacts[row["contact"]] == row["institution"], row["slug"]
        assert row["category"] in CATEGORIES, row["slug"]
        assert {row["project"]} - {None} <= slugs("projects"), row["slug"]


def test_facets_of_listings_stand_in_the_vocabulary_of_their_register():
    values = {(f["register"], f["slug"]): {v["slug"] for v in f["values"]} for f in FACETS}
    for row in LISTINGS:
        for facet, chosen in row["facets"].items():
            if facet == "working_volume":
                assert chosen[0] < chosen[1], row["slug"]
            else:
                assert set(chosen) <= values[row["register"], facet], (row["slug"], facet)
    assert Counter(row["register"] for row in LISTINGS)["bioprocess"] >= 12
    assert Counter(row["register"] for row in LISTINGS)["analytics"] >= 25


def test_pictures_use_known_motifs():
    pictures = [row["picture"] for row in [*NEWS, *EVENTS, *PROJECTS, *SECTIONS, *PAGES, *REGISTER_PAGES]]
    assert {picture[0] for picture in pictures if picture} <= set(MOTIFS)


def test_menu_leads_to_index_pages_and_standard_pages():
    indexes = {"news", "events", "marketplace", "directory", "sections", "projects"}
    assert set(MENU) - indexes <= slugs("pages")
    assert {row["parent"] for row in PAGES} - {None} <= slugs("pages")
