"""What comes next stands first in the list of events; what is over stands apart and is found."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.events.conftest import NOW

pytestmark = pytest.mark.usefixtures("today")
LIST = "/admin/snippets/events/event/"


@pytest.fixture
def three(make_event):
    return [
        make_event(name=name, starts_at=NOW + timedelta(days=days), ends_at=NOW + timedelta(days=days, hours=2))
        for name, days in (("Vorbei", -20), ("Später", 40), ("Bald", 3))
    ]


def names(client, query: str = "") -> list[str]:
    return [event.name for event in client.get(LIST + query).context["object_list"]]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", ["Bald", "Später"]),
        ("?when=past", ["Vorbei"]),
        ("?when=all", ["Später", "Bald", "Vorbei"]),
        ("?q=vorbei", ["Vorbei"]),
        ("?ordering=-starts_at", ["Später", "Bald"]),
    ],
)
def test_the_next_one_first(client, staff, three, query, told):
    assert names(client, query) == told


def test_a_row_tells_format_status_seats_and_who_waits(client, staff, make_event, guest):
    event = make_event(capacity=1)
    guest(event)
    guest(event)
    page = client.get(LIST).content.decode()
    assert all(word in page for word in (str(event.format), "Geplant", "1 / 1"))
    assert [row.waiting for row in client.get(LIST).context["object_list"]] == [1]


def test_one_row_costs_as_much_as_three(client, staff, make_event):
    costs = []
    for _ in range(3):
        make_event()
        client.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        costs.append(len(asked))
    assert costs[0] == costs[2]
