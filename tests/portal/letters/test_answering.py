"""Whoever answers a letter reaches the person that it is about, and reads who that is."""

import pytest

from events import samples as meetings
from events.registration import verbs as registration
from events.registration.signup import Signup
from home import samples
from home.models import Office
from portal.letters import examples, outbox, rendering
from portal.letters.letter import answering

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office(site_tree):
    return Office.objects.create(
        site=site_tree.site,
        operator="Transfer Ruhr e. V.",
        street="Universit\u00e4tsstra\u00dfe 1",
        postal_code="44801",
        city="Bochum",
        phone="+49 234 1",
        email="buero@b\u00fccher.example",
    )


def mail(kind: str):
    letter = examples.write(kind, "de").letter
    return letter, rendering.as_message(letter, "de", "example")


@pytest.mark.parametrize(
    "kind", ["accounts.reset_password", "payments.received", "marketplace.listing_submitted", "account.confirm_address"]
)
def test_without_a_person_the_office_answers(kind):
    letter, message = mail(kind)
    assert letter.answered_by is None
    assert message.reply_to == ["Transferportal Ruhr <buero@xn--bcher-kva.example>"]


@pytest.mark.parametrize(
    "kind",
    [
        "accounts.invited",
        "coaching.confirmed",
        "coaching.coach_notice",
        "events.office_notice",
        "marketplace.order_came_in",
    ],
)
def test_the_person_concerned_answers_and_is_named(kind):
    letter, message = mail(kind)
    name, address = letter.answered_by
    assert address in message.reply_to[0]
    sentence = f"Antworten Sie einfach auf diese E-Mail: {name} antwortet Ihnen."
    assert sentence in message.body
    assert sentence in message.alternatives[0].content


def test_the_foot_tells_where_the_portal_stands():
    _letter, message = mail("events.registered")
    for form in (message.body, message.alternatives[0].content):
        for told in ("Transfer Ruhr e. V.", "44801 Bochum", "+49 234 1", "buero@b\u00fccher.example"):
            assert told in form


@pytest.mark.parametrize("kind", ["events.waiting_listed", "coaching.waiting_listed"])
def test_whoever_waits_reads_the_place_in_line(kind):
    letter, _message = mail(kind)
    assert any("Ihr Platz in der Reihe: " in sentence for sentence in letter.paragraphs)


def test_guests_write_to_the_contact_of_their_event():
    event = meetings.event(contact=samples.person(email="kontakt@example.org"))
    said = {"name": "Ada", "target_group": "sme", "language": "de", "consent_version": "1"}
    one = registration.register(event, Signup(email="ada@example.org", **said))
    letter, _language = outbox.build("events.registered", one.pk, None)
    assert letter.answered_by == (str(event.contact), "kontakt@example.org")


def test_who_has_no_address_does_not_answer():
    assert answering(samples.person(email="")) is None
    assert answering(None) is None
