import pytest

from tests.events.coaching import making


@pytest.fixture
def coach(db):
    return making.make_coach()


@pytest.fixture
def slot(coach):
    return making.make_slot(coach)


@pytest.fixture
def programme(db):
    return making.make_programme()
