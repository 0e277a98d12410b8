"""An event page says where; an event of a project says who pays."""

import pytest

from events.kinds import Mode
from home.checks import publishing

pytestmark = pytest.mark.django_db
NOWHERE = {"venue": "", "street": "", "postal_code": "", "city": ""}


def keys(page) -> list[str]:
    return [finding.rule.key for finding in publishing.findings(page)]


def test_event_with_a_place_is_fine(make_event, publish):
    assert keys(publish(make_event())) == []


def test_event_without_a_place_is_found(make_event, publish):
    assert keys(publish(make_event(**NOWHERE))) == ["event-place"]


@pytest.mark.parametrize(("address", "found"), [("", ["event-place"]), ("https://meet.example/1", [])])
def test_online_event_needs_the_address_of_the_meeting(make_event, publish, address, found):
    event = make_event(**NOWHERE, mode=Mode.ONLINE, online_url=address)
    assert keys(publish(event)) == found


def test_event_of_others_is_told_by_them(make_event, publish):
    assert keys(publish(make_event(**NOWHERE, external_url="https://others.example"))) == []
