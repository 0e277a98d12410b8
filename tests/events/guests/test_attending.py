"""Questions about who was there."""

from datetime import timedelta

import pytest

from events.door import verbs as checkin
from events.guests import presence
from events.models import Guest


@pytest.fixture
def event(make_event, now):
    return make_event(starts_at=now + timedelta(hours=1))


def test_every_seat_of_a_group_is_a_guest_of_its_own(event, guest):
    one = guest(event, name="Ada Groß", seats=3)
    Guest.objects.create(registration=one, position=2, name="Émile Zoë")
    assert [seat.name for seat in presence.seats(event)] == ["Ada Groß", "Émile Zoë", "Gast von Ada Groß"]


def test_search_ignores_accents_and_case_and_looks_at_the_institution(event, guest):
    guest(event, name="Émile Zoë", institution="Zellwerk")
    guest(event, name="Robin Klein")
    found = presence.seats(event)
    assert [one.name for one in presence.search(found, "emile ZELL")] == ["Émile Zoë"]
    assert presence.search(found, "niemand") == []


def test_no_show_is_who_was_expected_and_never_came_but_only_after_the_end(event, guest, now):
    here, away = guest(event, name="Da"), guest(event, name="Weg")
    after = event.ends_at + timedelta(minutes=1)
    assert presence.no_shows(event, after) == []
    checkin.check_in(here, now=now)
    assert presence.no_shows(event, event.starts_at) == []
    assert [seat.registration for seat in presence.no_shows(event, after)] == [away]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_queries_for_one_and_for_three(event, guest, now, number, django_assert_num_queries):
    for _ in range(number):
        checkin.check_in(guest(event, seats=2), now=now)
    with django_assert_num_queries(3):
        assert len(presence.seats(event)) == 2 * number
