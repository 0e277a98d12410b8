"""Staff enter who phones, and decide about several guests at once."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from events import consent
from events.models import Registration
from events.states import RegistrationState

pytestmark = pytest.mark.usefixtures("today")
SAID = {
    "name": "Ada Beispiel",
    "email": "ada@example.org",
    "target_group": "other",
    "seats": "1",
    "shown_fee": "0",
    "language": "en",
    "consent": "on",
}


def enter(client, event, **said):
    return client.post(reverse("events_enter_guest", args=[event.pk]), SAID | said)


def test_a_guest_who_phones_is_registered_with_the_proof_of_consent(client, staff, event, post_office):
    assert enter(client, event).status_code == 302
    made = Registration.objects.get()
    assert (made.state, made.language, made.consent_version, made.user) == (
        RegistrationState.CONFIRMED,
        "en",
        consent.BY_PHONE,
        None,
    )
    assert ModelLogEntry.objects.filter(action="events.by_phone", user=staff).count() == 1
    assert "ada@example.org" in post_office()[0].to[0]


@pytest.mark.parametrize("wrong", [{"email": "x"}, {"consent": ""}, {"name": ""}, {"seats": "0"}, {"language": "fr"}])
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept(client, staff, event, wrong):
    answer = enter(client, event, **wrong)
    assert answer.status_code == 422
    assert set(wrong) <= set(answer.context["form"].errors)
    assert "Ada Beispiel" in answer.content.decode() or "name" in wrong
    assert not Registration.objects.exists()


def test_the_same_address_twice_is_refused_at_the_address(client, staff, event):
    enter(client, event)
    answer = enter(client, event)
    assert "email" in answer.context["form"].errors
    assert Registration.objects.count() == 1


def several(client, event, deed, chosen, **said):
    address = reverse("events_decide_several", args=[event.pk, deed])
    return client.post(address, {"pk": [one.pk for one in chosen]} | said, follow=True)


def test_several_are_cancelled_with_one_reason(client, staff, event, guest, make_event):
    two, other = [guest(event), guest(event)], guest(make_event())
    address = reverse("events_decide_several", args=[event.pk, "cancel"])
    asked = client.get(address, {"pk": [one.pk for one in [*two, other]]}).content.decode()
    assert all(one.name in asked for one in two)
    assert several(client, event, "cancel", two).status_code == 422
    page = several(client, event, "cancel", [*two, other], reason="Der Raum ist zu klein.").content.decode()
    assert "Erledigt für 2 Gäste" in page
    assert [Registration.objects.get(pk=one.pk).state for one in (*two, other)] == [
        "cancelled",
        "cancelled",
        "confirmed",
    ]


@pytest.mark.parametrize("keys", [[], ["x"], ["9" * 40], ["²"]])
def test_nobody_chosen_says_so(client, staff, event, keys):
    address = reverse("events_decide_several", args=[event.pk, "cancel"])
    assert "Bitte wählen Sie Gäste" in client.post(address, {"pk": keys}, follow=True).content.decode()


def test_the_roster_leads_to_the_door_the_printer_and_the_form(client, staff, event, guest):
    guest(event)
    page = client.get(reverse("events_roster", args=[event.pk])).content.decode()
    for name in ("events:checkin", "events:papers", "events_enter_guest"):
        assert reverse(name, args=[event.pk]) in page
    assert 'name="pk"' in page
