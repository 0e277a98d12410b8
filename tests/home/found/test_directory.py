import pytest

from portal.accounts.models import FieldOfWork, Institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(institution):
    made = Institution.objects.create(
        name="Alpha GmbH", slug="alpha", kind="company", city="Essen", district="05113", category="partner"
    )
    made.fields.add(FieldOfWork.objects.create(slug="regulatory", name_de="Zulassung", name_en="Regulatory affairs"))
    return made


def names(client, query: str) -> list[str]:
    response = client.get(f"/de/verzeichnis/?{query}")
    assert response.status_code == 200
    return [institution.name for institution in response.context["institutions"]]


ALPHA, CENTRE = "Alpha GmbH", "Zentrum für Bildgebung"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [ALPHA, CENTRE]),
        ("kind=company", [ALPHA]),
        ("kind=company&kind=university", [ALPHA, CENTRE]),
        ("category=full", [CENTRE]),
        ("field=regulatory", [ALPHA]),
        ("field=regulatory&field=imaging", [ALPHA, CENTRE]),
        ("district=05911", [CENTRE]),
        ("district=05911&kind=company", []),
        ("q=alpha", [ALPHA]),
        ("q=bochum", [CENTRE]),
        ("q=%25", []),
        ("kind=unknown&district=%27%3B--", [ALPHA, CENTRE]),
    ],
)
def test_the_directory_filters(client, directory, firm, query, found):
    assert names(client, query) == found


def test_hidden_institutions_are_neither_listed_nor_shown(client, directory, firm):
    firm.is_visible = False
    firm.save()
    assert names(client, "") == [CENTRE]
    assert client.get("/de/einrichtungen/alpha/").status_code == 404


def test_a_description_that_stands_in_for_the_readers_language_says_so(client, directory, institution):
    institution.description_en = ""
    institution.save()
    page = client.get("/en/institutions/zentrum-fuer-bildgebung/").content.decode()
    assert '<div class="prose" lang="de"><p>Mikroskope' in page
    assert "in German" in page
    assert "in German" not in client.get("/de/einrichtungen/zentrum-fuer-bildgebung/").content.decode()


def test_counts_beside_the_filters_are_computed(client, directory, firm):
    groups = {group["name"]: group for group in client.get(directory.url).context["groups"]}
    assert [(o["value"], o["count"]) for o in groups["kind"]["options"]] == [("university", 1), ("company", 1)]
    assert [(o["label"], o["count"]) for o in groups["district"]["options"]] == [("Bochum", 1), ("Essen", 1)]
    assert [(o["value"], o["count"]) for o in groups["field"]["options"]] == [("imaging", 1), ("regulatory", 1)]


def test_an_empty_list_offers_a_way_out(client, directory):
    assert "Alle Einrichtungen zeigen" in client.get("/de/verzeichnis/?q=xyz").content.decode()


def test_an_institution_shows_contact_fields_people_and_projects(
    client, directory, institution, person, project, project_page
):
    page = client.get(institution.get_absolute_url()).content.decode()
    for shown in ("Mikroskope für alle.", "zentrum@example.org", "Bildgebung", "Dr. Jana Beispiel", project_page.url):
        assert shown in page, shown
    english = client.get("/en/institutions/zentrum-fuer-bildgebung/").content.decode()
    assert "Microscopes for all." in english
    assert "Imaging" in english
