"""Filters of the admin that nobody could scroll through."""

import pytest

from home.desk.viewsets import PersonFilters
from home.models import Person
from portal.accounts.samples import institution

pytestmark = pytest.mark.django_db


def named(typed: str) -> list[str]:
    return [str(row) for row in PersonFilters({"institution": typed}, queryset=Person.objects.all()).qs]


def test_a_filter_by_name_takes_any_spelling_and_asks_for_every_word():
    house = institution("a", name="Gerätezentrum Süd")
    other = institution("b", name="Labor Nord")
    for owner, name in ((house, "Eins"), (other, "Zwei"), (None, "Drei")):
        Person.objects.create(first_name="P", last_name=name, institution=owner)
    assert named("geraete") == named("sud gerät") == ["P Eins"]
    assert named("gerät nord") == []
    assert len(named("")) == len(named("  ")) == 3
