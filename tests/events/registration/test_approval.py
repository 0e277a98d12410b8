"""Each registration is approved: let in, sent back, rejected."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from time_machine import travel

from events import invariants, letters
from events.models import Event, Registration
from events.refusals import NotPossible, ReasonMissing
from events.registration import office, self_service
from events.registration import verbs as registration
from portal.letters import outbox


@pytest.fixture(autouse=True)
def _rules_hold(db):
    yield
    assert invariants.check() == []


@pytest.fixture
def staff(django_user_model):
    return django_user_model.objects.create_superuser("staff@example.org", "pw")


@pytest.fixture
def moderated(make_event, publish):
    event = make_event(capacity=2, admission="approval")
    publish(event)
    return event


def fresh(one):
    return Registration.objects.get(pk=one.pk)


def posted():
    return [job.args["kind"].split(".")[1] for job in ProcrastinateJob.objects.order_by("id")]


def test_a_request_takes_no_seat_and_is_confirmed_by_letter(moderated, guest):
    one = guest(moderated, seats=2)
    assert (one.state, Event.objects.get(pk=moderated.pk).seats_taken) == ("requested", 0)
    assert posted() == ["requested", "office_notice"]


def test_approval_gives_the_seat(moderated, guest, staff, now):
    one = office.approve(guest(moderated, seats=2), by=staff, now=now)
    assert (one.state, Event.objects.get(pk=moderated.pk).seats_taken) == ("confirmed", 2)
    assert "registered" in posted()


def test_approval_of_a_paid_seat_asks_for_the_fee(make_event, guest, staff, now):
    event = make_event(admission="approval", fee=Decimal(10))
    one = office.approve(guest(event), by=staff, now=now)
    assert (one.state, one.pay_until is None) == ("awaiting_payment", False)


def test_approved_without_a_free_seat_waits_behind_who_waits_already(moderated, guest, staff, now):
    one, two, three, four = (guest(moderated, now=now) for _ in range(4))
    for request in (four, three, two, one):
        office.approve(request, by=staff, now=now)
    states = [fresh(request).state for request in (one, two, three, four)]
    assert states == ["waiting", "waiting", "confirmed", "confirmed"]


def test_two_who_approve_the_same_request_count_it_once(moderated, guest, staff, now):
    one = guest(moderated)
    office.approve(one, by=staff, now=now)
    with pytest.raises(NotPossible):
        office.approve(one, by=staff, now=now)
    assert Event.objects.get(pk=moderated.pk).seats_taken == 1


def test_sent_back_is_changed_and_sent_in_again(moderated, guest, staff, client, now):
    one = guest(moderated)
    with pytest.raises(ReasonMissing):
        office.send_back(one, by=staff, reason="", now=now)
    office.send_back(one, by=staff, reason="Bitte die Einrichtung nennen.", now=now)
    written, _ = outbox.build(letters.sent_back.kind, one.pk, None)
    assert "Bitte die Einrichtung nennen." in [str(line) for line in written.paragraphs]
    with travel(now, tick=False):
        assert "Bitte die Einrichtung nennen." in client.get(one.get_absolute_url()).content.decode()
        client.post(one.get_absolute_url() + "aendern/", {"name": "Ada", "institution": "Haus"})
    assert (fresh(one).state, fresh(one).institution) == ("requested", "Haus")


def test_sent_back_after_the_deadline_may_still_be_sent_in_again(make_event, guest, staff, now):
    event = make_event(admission="approval", registration_closes_at=now + timedelta(days=1))
    one, late = guest(event), now + timedelta(days=2)
    assert not self_service.may_change(one, late)
    office.send_back(one, by=staff, reason="Bitte die Einrichtung nennen.", now=late)
    assert self_service.change(one, self_service.Said("Ada", "Haus"), now=late).state == "requested"


def test_rejected_with_a_reason_may_ask_again(moderated, guest, staff, client, now):
    one = guest(moderated, "a@example.org")
    office.reject(one, by=staff, reason="Nur für Kliniken.", now=now)
    assert "Nur für Kliniken." in client.get(one.get_absolute_url()).content.decode()
    with pytest.raises(NotPossible):
        office.approve(one, by=staff, now=now)
    assert guest(moderated, "a@example.org").state == "requested"


def test_a_request_may_be_taken_back(moderated, guest, now):
    assert registration.cancel(guest(moderated), now=now).state == "cancelled"


def test_the_office_decides_in_the_administration(moderated, guest, staff, client, now):
    one = guest(moderated)
    client.force_login(staff)
    with travel(now, tick=False):
        page = client.get(reverse("wagtailsnippets_events_registration:inspect", args=[one.pk])).content.decode()
        assert reverse("events_decide", args=[one.pk, "approve"]) in page
        assert client.get(reverse("events_decide", args=[one.pk, "reject"])).status_code == 200
        assert client.post(reverse("events_decide", args=[one.pk, "reject"]), {"reason": ""}).status_code == 422
        client.post(reverse("events_decide", args=[one.pk, "approve"]))
    assert fresh(one).state == "confirmed"
    assert client.get(reverse("events_decide", args=[one.pk, "nothing"]), follow=True).status_code == 404


def test_requests_are_no_names_for_the_guest_to_change_after_rejection(moderated, guest, staff, now):
    one = guest(moderated)
    office.reject(one, by=staff, reason="Nein.", now=now)
    assert not self_service.may_change(fresh(one), now)
