"""Choosers search like lists: by name, in whatever spelling."""

import pytest
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from home.models import Person
from portal.accounts.models import Institution

pytestmark = pytest.mark.django_db
SEARCHED = [model for model in get_snippet_models() if getattr(model.snippet_viewset, "search_fields", None)]


@pytest.fixture
def office(client, django_user_model):
    user = django_user_model.objects.create_superuser("admin@example.org", "pw")
    client.force_login(user)
    return user


def door(model, view: str = "choose") -> str:
    return reverse(f"{model.snippet_viewset.chooser_viewset.url_namespace}:{view}")


@pytest.mark.parametrize("model", SEARCHED, ids=lambda model: model._meta.label_lower)
def test_every_chooser_has_a_search_that_finds_nothing_for_nonsense(client, office, model):
    assert 'name="q"' in client.get(door(model)).json()["html"]
    found = client.get(door(model, "choose_results"), {"q": "Quxnonsense"})
    assert (found.status_code, list(found.context["results"])) == (200, [])


@pytest.mark.parametrize("typed", ["mueller", "MÜLLER", "muller labor", "mu\u0308ller"])
@pytest.mark.parametrize("several", [{}, {"multiple": "1"}], ids=["one", "several"])
def test_names_are_found_in_every_spelling(client, office, typed, several):
    wanted = Institution.objects.create(name="Labor Müller", slug="labor-mueller", kind="university")
    Institution.objects.create(name="Haus Möller", slug="haus-moeller", kind="university")
    found = client.get(door(Institution, "choose_results"), {"q": typed} | several)
    assert list(found.context["results"]) == [wanted]


def test_people_are_found_by_both_names(client, office):
    wanted = Person.objects.create(first_name="Zoë", last_name="Weiß-Grün")
    Person.objects.create(first_name="Zoë", last_name="Braun")
    found = client.get(door(Person, "choose_results"), {"q": "zoe weissgruen"})
    assert list(found.context["results"]) == [wanted]
