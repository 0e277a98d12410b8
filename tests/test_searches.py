"""Every search of the house folds alike: whoever is kept in one spelling is found by all others."""

from datetime import UTC, datetime
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from events import samples as events
from events.coaching import samples as coaching
from events.models import Registration
from events.states import RegistrationState
from home import samples as people
from home.pages import DirectoryPage, StandardPage
from portal.accounts.models import Institution
from portal.look.lists import FoldedSearch
from portal.rights import EDITORS, FINANCE, MODERATORS
from tests.marketplace.making import released

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
KEPT = "Łukasz Müller-Straße O’Brien"
TYPED = ("lukasz", "MUELLER", "muller strasse", "mu\u0308ller", "mul", "o'brien", "obrien", "Straße Łukasz", "müller‑s")
OTHER = ("lukasz meier", "mühle", "'")


def directory(site_tree):
    site_tree.de.add_child(instance=DirectoryPage(title="Verzeichnis", slug="verzeichnis"))
    Institution.objects.create(name=KEPT, slug="x", kind="company")
    return "/de/verzeichnis/"


def site_of_institutions(site_tree):
    Institution.objects.create(name=KEPT, slug="x", kind="company")
    return reverse("search")


def site_of_coaches(site_tree):
    coaching.coach(people.person(first_name="", last_name=KEPT))
    return reverse("search")


def site_of_pages(site_tree):
    site_tree.de.add_child(instance=StandardPage(title=KEPT, slug="x"))
    return reverse("search")


def marketplace(site_tree):
    released(title=KEPT)
    return reverse("search")


def guest_list(door: str):
    def made(site_tree):
        event = events.event()
        kept = {"name": KEPT, "email": "a@b.example", "state": RegistrationState.CONFIRMED}
        Registration.objects.create(event=event, consented_at=NOW, created_at=NOW, moved_at=NOW, **kept)
        return reverse(door, args=[event.pk])

    made.__name__ = door.replace(":", "_")
    return made


def persons(site_tree):
    people.person(first_name="", last_name=KEPT)
    return reverse("wagtailsnippets_home_person:list")


def institutions(site_tree):
    Institution.objects.create(name=KEPT, slug="x", kind="company")
    return reverse("wagtailsnippets_accounts_institution:list")


def users(site_tree):
    get_user_model().objects.create_user(email="a@b.example", first_name="", last_name=KEPT)
    return reverse("wagtailusers_users:index")


def everything_in_the_admin(kind):
    """The search above the menu of the admin."""

    def made(site_tree):
        kind(site_tree)
        return reverse("admin_search")

    made.__name__ = f"everything_{kind.__name__}"
    return made


def pages_in_the_admin(site_tree):
    site_tree.de.add_child(instance=StandardPage(title=KEPT, slug="x"))
    return reverse("wagtailadmin_pages:search")


DOORS = (
    *(directory, site_of_institutions, site_of_coaches, site_of_pages, marketplace),
    *(guest_list("events_roster"), guest_list("events:checkin"), persons, institutions, users, pages_in_the_admin),
    *map(everything_in_the_admin, (persons, institutions, site_of_pages, marketplace, guest_list("events_roster"))),
)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_every_search_finds_every_spelling(admin_client, site_tree, door):
    address = door(site_tree)

    def finds(typed: str) -> bool:
        return KEPT in unescape(admin_client.get(address, {"q": typed}).content.decode())

    assert [typed for typed in TYPED if not finds(typed)] == []
    assert [typed for typed in OTHER[:2] if finds(typed)] == []
    assert admin_client.get(address, {"q": OTHER[2]}).status_code == 200


def test_every_list_of_the_admin_folds():
    viewsets = [model.snippet_viewset for model in get_snippet_models()]
    searched = [viewset for viewset in viewsets if viewset.search_fields]
    assert searched
    assert [viewset for viewset in searched if not issubclass(viewset.index_view_class, FoldedSearch)] == []


def test_the_search_above_the_menu_asks_everything_its_reader_may_see(client, admin_client, site_tree):
    """Each kind by its right: an editor sees no guests, finance sees no people; both learn that there are none."""
    event = events.event(name=f"Abend mit {KEPT}")
    kept = {"name": KEPT, "email": "a@b.example", "state": RegistrationState.CONFIRMED}
    Registration.objects.create(event=event, consented_at=NOW, created_at=NOW, moved_at=NOW, **kept)
    people.person(first_name="", last_name=KEPT)

    def found_by(role: str) -> set[str]:
        somebody = get_user_model().objects.create_user(email=f"{role.lower()}@b.example".replace(" ", ""))
        somebody.groups.add(Group.objects.get(name=role))
        client.force_login(somebody)
        answer = client.get(reverse("admin_search"), {"q": "mueller"})
        return {str(group.name) for group in answer.context["groups"]}

    assert found_by(EDITORS) == {"Personen", "Veranstaltungen"}
    assert found_by(FINANCE) == {"Veranstaltungen", "Anmeldungen"}
    assert found_by(MODERATORS) == {"Personen", "Veranstaltungen", "Anmeldungen"}


def test_the_search_above_the_menu_leads_to_all_hits(admin_client, site_tree, django_assert_max_num_queries):
    for number in range(7):
        people.person(first_name=f"Nr. {number}", last_name=KEPT)
    with django_assert_max_num_queries(40):
        answer = admin_client.get(reverse("admin_search"), {"q": "mueller"})
    (group,) = answer.context["groups"]
    assert len(group.hits) == 5
    assert admin_client.get(group.url).content.decode().count("Nr. ") >= 7
    assert admin_client.get(reverse("admin_search")).context["groups"] == []
