"""Staff enter who phones, and decide about several guests at once."""

import json
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from events import consent
from events.guests import presence
from events.models import Registration
from events.registration import verbs as registration
from events.registration.signup import Signup
from events.staff.circulars import verbs as writing
from events.states import RegistrationState
from portal import erasures, persons
from portal.accounts import groups
from portal.accounts.people import enroll
from portal.payments.models import Payment
from tests.events.filling import save

pytestmark = pytest.mark.usefixtures("today")
BACKEND = "django.contrib.auth.backends.ModelBackend"
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
    assert 'data-all="Alle auf dieser Seite auswählen"' in page


UNREACHED = {"email": "", "phone": "0234 123"}


@pytest.fixture
def unreached(event):
    """`unreached(event)`: staff enter a guest without an email address."""
    defaults = {"name": "Gertrud Beispiel", "email": "", "phone": "0234 123", "target_group": "other"}

    def enter_(at=event, **said):
        told = Signup(**defaults | {"language": "de", "consent_version": consent.BY_PHONE} | said)
        return registration.register(at, told)

    return enter_


def test_guests_without_an_email_address_get_tickets_on_paper_and_no_letter(client, staff, event, post_office):
    first = enter(client, event, **UNREACHED)
    made = Registration.objects.get()
    assert first.url == reverse("events_tickets", args=[made.pk])
    # A second one without an address is another person.
    assert enter(client, event, **UNREACHED, name="Bert Beispiel").status_code == 302
    assert [one.state for one in Registration.objects.all()] == ["confirmed", "confirmed"]
    mails = post_office()
    # The office learns it, and whom to phone.
    assert len(mails) == 2
    assert all("0234 123" in mail.body and "keine E-Mail-Adresse" in mail.body for mail in mails)

    assert "Ada Beispiel" in client.get(first.url).content.decode()
    assert not ModelLogEntry.objects.filter(action="events.paper").exists()
    paper = client.post(first.url)
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    (line,) = ModelLogEntry.objects.filter(action="events.paper", user=staff)
    assert line.data == {"paper": "tickets", "seats": 1}


def test_no_ticket_is_printed_where_none_opens_a_door(client, staff, make_event, unreached):
    for facts in ({"mode": "online"}, {"capacity": 0}, {"fee": 10}):
        made = unreached(make_event(**facts))
        assert client.post(reverse("events_tickets", args=[made.pk])).status_code != 200


def test_names_of_further_guests_are_entered_on_lines(client, staff, event):
    enter(client, event, seats="3", guests="Bea Beispiel\n\n  Cem Beispiel ")
    assert [seat.own_name for seat in presence.seats_of(Registration.objects.get())] == [
        "Ada Beispiel",
        "Bea Beispiel",
        "Cem Beispiel",
    ]
    answer = enter(client, event, email="b@example.org", seats="2", guests="A\nB")
    assert "Es gibt nur 1 weiteren Platz." in answer.content.decode()


def test_who_cannot_be_asked_moves_up_at_once(make_event, guest, unreached):
    event = make_event(capacity=1, offer_hours=24)
    first, waits = guest(event), unreached(event)
    assert waits.is_waiting
    registration.cancel(first)
    waits.refresh_from_db()
    assert (waits.state, waits.offer_until) == ("confirmed", None)


def test_who_must_pay_without_letters_is_told_the_reference_by_staff(client, staff, make_event):
    event = make_event(fee="49.90")
    said = {"shown_fee": "49.90", **UNREACHED}
    page = client.post(reverse("events_enter_guest", args=[event.pk]), SAID | said, follow=True).content.decode()
    payment = Payment.objects.get()
    assert payment.payer_email == ""
    assert payment.reference in page
    assert "Es geht keine Nachricht hinaus" in page


def test_deeds_say_who_must_be_phoned_and_offer_no_new_link(client, staff, event, guest, unreached):
    reached, called = guest(event), unreached(event)
    page = client.get(reverse("wagtailsnippets_events_registration:inspect", args=[called.pk])).content.decode()
    assert [reverse("events_decide", args=[called.pk, deed]) in page for deed in ("renew-link", "cancel")] == [
        False,
        True,
    ]
    told = several(client, event, "cancel", [reached, called], reason="Der Raum ist zu klein.").content.decode()
    assert "Erledigt für 1 Gast" in told
    assert "bitte rufen Sie an: Gertrud Beispiel" in told
    again = unreached(event)
    address = reverse("events_decide", args=[again.pk, "cancel"])
    assert "sagen Sie ihm selbst Bescheid" in client.post(address, {"reason": "Zu voll."}, follow=True).content.decode()


@pytest.mark.parametrize("deed", ["place", "call off"])
def test_what_changes_is_told_by_phone(client, staff, event, unreached, deed):
    unreached(event)
    if deed == "place":
        answer = save(client, event, venue="Neues Haus", tell="yes")
    else:
        answer = client.post(reverse("events_call_off", args=[event.pk]))
    page = client.get(answer.url).content.decode()
    assert "1 Gast hat keine E-Mail-Adresse und weiß es noch nicht" in page
    shown = client.get(reverse("events_roster", args=[event.pk]) + "?mail=no").content.decode()
    assert "Gertrud Beispiel" in shown
    assert "0234 123" in shown


def test_persons_without_an_address_are_exported_erased_and_erased_again(event, unreached, guest):
    one, other = unreached(event, note="Rollstuhl"), unreached(event, name="Bert Beispiel")
    guest(event, "a@example.org")
    held = persons.export(one.person_key)
    assert [(row["name"], row["phone"]) for row in held["registrations"]] == [("Gertrud Beispiel", "0234 123")]
    assert persons.export("") == {}
    before = timezone.now()
    persons.erase(one.person_key)
    one.refresh_from_db()
    assert (one.is_erased, one.phone, one.note, one.state) == (True, "", "", "cancelled")
    assert Registration.objects.get(pk=other.pk).name == "Bert Beispiel"
    # A backup brings the guest back.
    Registration.objects.filter(pk=one.pk).update(name="Gertrud Beispiel", email="", consent_version=consent.BY_PHONE)
    assert erasures.returned(before) == [Registration.objects.get(pk=one.pk).person_key]


def test_whoever_gave_no_address_is_found_from_the_registration_and_erased_by_two(client, event, unreached):
    groups.grant()
    mia, root = (enroll(f"{name}@example.org", staff_groups=(groups.ADMINISTRATORS,)) for name in ("mia", "root"))
    one, other = unreached(event), unreached(event, name="Bert Beispiel")
    client.force_login(mia, backend=BACKEND)
    page = client.get(reverse("wagtailsnippets_events_registration:inspect", args=[one.pk])).content.decode()
    assert f'name="email" value="{one.person_key}"' in page
    found = client.post(reverse("people_find"), {"email": one.person_key})
    assert (found.context["names"], found.context["parts"]) == (["Gertrud Beispiel"], [("Anmeldungen", 1)])
    assert one.person_key not in re.sub(r"<input[^>]*>", "", found.content.decode())
    said = {"email": one.person_key, "reason": "Rief an"}
    held = json.loads(client.post(reverse("people_export"), said).content)
    assert [row["phone"] for row in held["registrations"]] == ["0234 123"]
    request = client.post(reverse("people_erase"), said).url
    assert "Gertrud Beispiel" in client.get(request).content.decode()
    client.force_login(root, backend=BACKEND)
    client.post(request, {})
    one.refresh_from_db()
    assert (one.is_erased, Registration.objects.get(pk=other.pk).name) == (True, "Bert Beispiel")
    assert "Gertrud" not in client.get(request).content.decode()


def test_a_payment_without_an_address_is_emptied_with_its_guest(make_event, unreached):
    one = unreached(make_event(fee=10))
    persons.erase(one.person_key)
    assert Payment.objects.get().payer_name == "–"


def test_the_public_form_wants_an_address(client, event, publish):
    publish(event)
    answer = client.post(reverse("events:register", args=[event.pk]), SAID | UNREACHED)
    assert "email" in answer.context["form"].errors


def test_circulars_leave_out_whom_no_letter_reaches(staff, event, guest, unreached):
    guest(event)
    unreached(event)
    words = dict.fromkeys(writing.PARTS, "x")
    circular = writing.write(event, Registration.objects.all(), by=staff, words=words, submission=event.uid)
    assert circular.count == 1
