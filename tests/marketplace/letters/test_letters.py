"""Letters of the marketplace: to whom, in which language, with what."""

import pytest
from django.conf import settings
from django.core import mail
from django.utils import translation
from procrastinate.contrib.django.models import ProcrastinateJob

from marketplace import letters
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
from marketplace.refusals import Taken
from portal.accounts.kinds import Role
from portal.letters import outbox
from tests.marketplace.making import NOW, draft, institution, member, person, place, released

pytestmark = pytest.mark.django_db


def posted() -> list[tuple[str, str]]:
    """(kind, recipient) of every letter on its way, built as the worker would."""
    found = []
    for job in ProcrastinateJob.objects.order_by("id"):
        args = {name: job.args[name] for name in ("kind", "pk", "reader")}
        built = outbox.build(**args)
        if built:
            found.append((args["kind"].removeprefix("marketplace."), built[0].to))
    ProcrastinateJob.objects.all().delete()
    return found


def test_all_managers_hear_of_a_request_and_the_orderer_gets_a_receipt():
    listing = released()
    member(listing.institution, "second@owner.example")
    member(listing.institution, "simple@owner.example", role=Role.MEMBER)
    posted()
    place(listing)
    assert posted() == [
        ("order_receipt", "orderer@example.org"),
        ("order_needs_answer", "manager@owner.example"),
        ("order_needs_answer", "second@owner.example"),
    ]


def test_every_step_of_an_order_is_told():
    listing = released()
    first, second = place(listing), place(listing, start="2027-01-13 10:00", end="2027-01-13 12:00")
    posted()
    ordering.accept(first, by=None, now=NOW)
    ordering.decline(second, by=None, reason="Wartung", now=NOW)
    ordering.cancel(first, by=None, now=NOW)
    assert posted() == [
        ("order_accepted", "orderer@example.org"),
        ("order_agreed_notice", "manager@owner.example"),
        ("order_declined", "orderer@example.org"),
        ("order_cancelled", "orderer@example.org"),
        ("order_cancelled_notice", "manager@owner.example"),
    ]


def test_a_purchase_asks_for_the_money():
    listing = released("sale")
    posted()
    place(listing)
    assert ("payment_asked", "orderer@example.org") in posted()


def test_office_and_owner_hear_of_the_release():
    listing = draft()
    offering.submit(listing, by=None, now=NOW)
    assert posted() == [("listing_submitted", settings.OFFICE_EMAIL)]
    offering.send_back(listing, by=None, reason="Bitte ein Foto.", now=NOW)
    offering.submit(listing, by=None, now=NOW)
    offering.release(listing, by=None, now=NOW)
    assert posted() == [
        ("listing_sent_back", "manager@owner.example"),
        ("listing_submitted", settings.OFFICE_EMAIL),
        ("listing_released", "manager@owner.example"),
    ]


def test_a_confirmed_booking_brings_its_calendar_file():
    order = place(released(approval="instant"))
    letter = letters.order_accepted(order, None)
    (calendar,) = letter.attachments
    text = calendar.content.decode()
    assert f"UID:order-{order.pk}@testserver" in text
    assert "DTSTART;TZID=Europe/Berlin:20270112T100000" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert dict(letter.facts)["Zeitraum"] == "Dienstag, 12. Januar 2027, 10:00–12:00 Uhr (MEZ)"


def test_letters_speak_the_language_of_the_order_and_of_the_manager():
    listing = released()
    manager = member(listing.institution)
    manager.language = "en"
    manager.save()
    order = place(listing, by=person("english@example.org"), language="en")
    with translation.override("de"):
        assert outbox.build("marketplace.order_receipt", order.pk, None)[0].subject.startswith("Your request")
        built, language = outbox.build("marketplace.order_needs_answer", order.pk, manager.pk)
    assert (built.subject, language) == ("Please answer: request for Konfokalmikroskop", "en")


def test_hostile_titles_and_notes_stay_in_their_place():
    from portal.letters.rendering import as_message

    listing = released(title="Hi\x0bBcc: v@x.example")
    order = place(listing, by=person("joerg@example.org", last_name="Müller, Jörg"), note="<script>alert(1)</script>")
    built, language = outbox.build("marketplace.order_needs_answer", order.pk, member(institution()).pk)
    as_message(built, language, "id").send()
    (message,) = mail.outbox
    assert "Bcc" not in message.message()
    assert "<script>" not in message.alternatives[0].content


def test_no_letter_without_its_deed():
    listing = released(approval="instant")
    place(listing)
    posted()
    with pytest.raises(Taken):
        place(listing)
    assert posted() == []
