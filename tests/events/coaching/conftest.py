"""Coaches, slots and the page of coaching for the tests of this room."""

import pytest

from events.coaching import invariants
from events.coaching.pages import CoachingPage
from tests.events.coaching import making


@pytest.fixture
def nothing_contradicts(db):
    """After the test no row contradicts the rules."""
    yield
    assert invariants.check() == []


@pytest.fixture
def coach(db):
    return making.make_coach()


@pytest.fixture
def slot(coach):
    return making.make_slot(coach)


@pytest.fixture
def programme(db):
    return making.make_programme()


@pytest.fixture
def page(site_tree):
    made = CoachingPage(title="Coaching", slug="coaching", lead="Eine Stunde", locale=site_tree.de.locale)
    site_tree.de.add_child(instance=made)
    return made
