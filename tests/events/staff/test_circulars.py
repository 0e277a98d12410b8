"""Staff write to the guests they have filtered: once each, in the guest's language."""

from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse
from time_machine import travel

from events.models import Circular
from events.refusals import NobodyToWriteTo
from events.registration import verbs as registration
from events.staff.circulars import verbs as writing
from portal.accounts import groups
from portal.accounts.people import enroll
from tests import post_office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False):
        yield


@pytest.fixture
def staff(client):
    groups.grant()
    user = enroll("moderator@example.org", staff_groups=(groups.MODERATORS,))
    client.force_login(user)
    return user


def words(**changes):
    said = {
        "subject_de": "Raum: {event}",
        "text_de": "Hallo {name}, 100 % sicher.",
        "subject_en": "Room",
        "text_en": "Hi",
    }
    return said | {"submission": uuid4()} | changes


def door(event, query="?state=confirmed"):
    return reverse("events_circular", args=[event.pk]) + query


def delivered():
    post_office.deliver_waiting()
    sent, mail.outbox[:] = list(mail.outbox), []
    return sent


@pytest.fixture
def full(make_event, guest):
    """Two are confirmed, German and English, one waits."""
    event = make_event(capacity=2)
    guest(event, "de@example.org", name="Dora {name}")
    guest(event, "en@example.org", language="en")
    guest(event, "waits@example.org")
    delivered()
    return event


def test_everybody_chosen_gets_one_letter_in_their_language(client, staff, full):
    assert client.post(door(full), words()).status_code == 302
    letters = {message.to[0].split("<")[-1].rstrip(">"): message for message in delivered()}
    assert set(letters) == {"de@example.org", "en@example.org"}
    assert letters["de@example.org"].subject == f"Raum: {full.name}"
    assert "Hallo Dora {name}, 100 % sicher." in letters["de@example.org"].body
    assert letters["en@example.org"].subject == "Room"
    circular = Circular.objects.get()
    assert (circular.count, circular.by, circular.choice) == (2, staff, {"state": "confirmed"})


def test_pressing_twice_writes_once(client, staff, full):
    said = words()
    client.post(door(full), said)
    client.post(door(full), said)
    assert (Circular.objects.count(), len(delivered())) == (1, 2)


def test_a_preview_sends_nothing(client, staff, full):
    page = client.post(door(full), words(preview="1"))
    assert page.status_code == 200
    assert [sheet["language"] for sheet in page.context["sheets"]] == ["de", "en"]
    assert (Circular.objects.count(), len(delivered())) == (0, 0)


def test_unknown_placeholders_are_refused_beside_their_field(client, staff, full):
    page = client.post(door(full), words(text_de="{guest.nonce}", subject_en=""))
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"text_de", "subject_en"}
    assert not Circular.objects.exists()


def test_a_choice_that_nobody_fits_is_told(client, staff, full):
    page = client.post(door(full, "?state=lapsed"), words())
    assert (page.status_code, Circular.objects.count()) == (422, 0)


def test_the_erased_get_nothing(staff, full):
    for one in full.registrations.filter(state="confirmed"):
        registration.forget(one)
    delivered()
    said = words()
    with pytest.raises(NobodyToWriteTo):
        writing.write(full, full.registrations.filter(name="–"), by=staff, words=said, submission=said["submission"])


def test_who_is_erased_before_the_worker_comes_gets_nothing(client, staff, full):
    client.post(door(full), words())
    registration.forget(full.registrations.get(email="de@example.org"))
    assert "de@example.org" not in str([message.to for message in delivered()])


@pytest.mark.parametrize(("role", "status"), [(groups.EDITORS, 302), (groups.FINANCE, 302), (groups.MODERATORS, 200)])
def test_writing_needs_the_right_to_see_and_to_change(client, full, role, status):
    groups.grant()
    client.force_login(enroll("staff@example.org", staff_groups=(role,)))
    assert client.get(door(full)).status_code == status
