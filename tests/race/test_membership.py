"""Many at once: one institution entered by several people, and by one who presses twice."""

import pytest

from portal.accounts import membership
from portal.accounts.models import Institution
from portal.accounts.people import enroll
from tests.race.test_slots import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_institutions_of_one_name_get_addresses_of_their_own_and_pressing_twice_makes_one():
    people = [enroll(f"founder{number}@example.org") for number in range(3)]
    said = {"name": "Neue Zelle", "kind": "startup", "city": "Witten"}
    made = at_once([lambda by=by: membership.found_institution(by=by, **said) for by in people * 2])
    assert {house.slug for house in made} == {"neue-zelle", "neue-zelle-2", "neue-zelle-3"}
    assert Institution.objects.count() == 3
