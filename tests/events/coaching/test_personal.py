"""Coaching in the personal calendars of client and coach, and in the account of who booked before having one."""

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from time_machine import travel

from events.calendar import personal
from events.coaching.booking import verbs as booking
from portal.accounts.people import enroll
from tests.events.coaching.making import NOW, book, make_slot


@pytest.fixture(autouse=True)
def _today():
    with travel(NOW, tick=False):
        yield


def told(user) -> list[tuple]:
    return [(str(entry["uid"]), str(entry["status"])) for entry in personal.entries_of(user, NOW)]


def test_a_meeting_stands_in_both_calendars_and_leaves_them_as_cancelled(coach, rf):
    one = book(make_slot(coach, needs_confirmation=True), "ada@example.org")
    client = enroll("ada@example.org", first_name="Ada", last_name="Byron")
    assert (told(client), told(coach.user)) == ([], [(str(one.uid), "TENTATIVE")])
    confirmed = EmailAddress(user=client, email="ada@example.org", verified=True)
    email_confirmed.send(EmailAddress, request=rf.get("/"), email_address=confirmed)
    booking.confirm(one, by=coach.user, now=NOW)
    assert told(client) == told(coach.user) == [(str(one.uid), "CONFIRMED")]
    booking.cancel(one, now=NOW)
    assert told(client) == told(coach.user) == [(str(one.uid), "CANCELLED")]
