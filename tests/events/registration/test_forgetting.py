"""Names of guests go when their time is over; what funders count stays, what the law wants is kept."""

from datetime import timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from time_machine import travel
from wagtail.models import ModelLogEntry

from events import invariants, tasks
from events.door import verbs as checkin
from events.models import Event, Guest, Registration
from events.registration import retention, self_service
from events.staff.figures import statistics
from portal.payments import bookkeeping
from portal.payments.models import Payment

pytestmark = pytest.mark.django_db
CANARY = "Kanariline Vogelsang"


@pytest.fixture
def canary(make_event, guest, now, django_user_model):
    """Two seats at an event that keeps names for 30 days, with everything that a guest can tell."""
    event = make_event(keep_days=30)
    user = django_user_model.objects.create_user("kanarie@example.org")
    mine = guest(event, user.email, name=CANARY, institution="Vogelsang GmbH", note="Vogelsang", seats=2, user=user)
    said = self_service.Said(CANARY, institution="Vogelsang GmbH", guests=[("Zweite Vogelsang", "zwei@example.org")])
    return self_service.change(mine, said, now=now)


def over(event, days=0):
    return event.ends_at + timedelta(days=event.keep_days + days)


def told(event, *options):
    out = StringIO()
    call_command("forget_guests", *options, now=over(event), stdout=out)
    return out.getvalue()


def test_names_go_on_time_and_numbers_stay(canary, now):
    event, before = canary.event, statistics.of(Registration.objects.all(), now=now)
    with travel(over(event) - timedelta(seconds=1), tick=False):
        tasks.forget_guests(timestamp=0)
    assert Registration.objects.get().name == CANARY
    with travel(over(event), tick=False):
        tasks.forget_guests(timestamp=0)
    gone = Registration.objects.get()
    assert (gone.name, gone.institution, gone.note, gone.user) == ("–", "", "", None)
    assert gone.email.endswith("@erased.example")
    assert (gone.seats, gone.target_group, gone.state) == (2, "startup", "confirmed")
    assert list(Guest.objects.values_list("name", "email")) == [("", "")]
    assert statistics.of(Registration.objects.all(), now=now) == before
    assert not ModelLogEntry.objects.for_instance(gone).exclude(user=None).exists()
    assert invariants.check() == []


def test_a_dry_run_lists_and_the_second_run_finds_nothing(canary):
    event = canary.event
    assert f"registration {canary.pk} removed" in told(event, "--dry-run")
    assert Registration.objects.get().name == CANARY
    assert told(event) != ""
    assert told(event) == ""


def test_more_time_given_by_staff_counts_even_for_a_run_under_way(canary):
    moment = over(canary.event)
    Event.objects.update(keep_days=31)
    assert retention.forget(canary, now=moment) == []


def test_a_guest_of_the_door_without_an_address_is_forgotten_too(canary, admin_user):
    walked = checkin.walk_in(
        canary.event, name="Frau Tür", target_group="sme", language="de", now=canary.event.starts_at
    ).registration
    told(canary.event)
    walked.refresh_from_db()
    assert (walked.name, walked.has_come) == ("–", True)


def test_paid_fees_are_kept_as_vouchers_and_unpaid_ones_are_emptied(make_event, guest, admin_user):
    event = make_event(fee=Decimal("49.90"))
    paid, unpaid = guest(event, name=CANARY), guest(event, name=CANARY)
    bookkeeping.receive_transfer(Payment.objects.for_purpose(paid).get(), by=admin_user)
    lines = told(event)
    kept, emptied = Payment.objects.for_purpose(paid).get(), Payment.objects.for_purpose(unpaid).get()
    assert f"Zahlung {kept.reference}: bleibt" in lines
    assert f"Zahlung {emptied.reference}: Name und Adresse entfernt" in lines
    assert Payment.objects.for_purpose(paid).get().payer_name == CANARY
    assert Payment.objects.for_purpose(unpaid).get().payer_name == "–"
    assert set(Registration.objects.values_list("name", flat=True)) == {"–"}


def test_nobody_pays_for_what_is_over(client, make_event, guest, now, stripe_server):
    """The fee of a lapsed registration stays open for late money, but only until the event ends."""
    event = make_event(fee=Decimal("49.90"))
    first, _second = (Payment.objects.for_purpose(guest(event)).get() for _ in range(2))
    with travel(event.ends_at, tick=False):
        assert client.post(first.get_absolute_url()).url == first.get_absolute_url()
        tasks.lapse_unpaid(timestamp=0)
        page = client.get(first.get_absolute_url()).content.decode()
    assert stripe_server.sessions == {}
    assert 'name="action"' not in page
    assert set(Payment.objects.values_list("state", flat=True)) == {"cancelled"}


def test_the_form_says_how_long_names_are_kept(client, make_event, publish):
    event = make_event(keep_days=30, fee=Decimal("49.90"))
    publish(event)
    page = client.get(reverse("events:register", args=[event.pk])).content.decode()
    assert "Wir löschen sie 30 Tage nach der Veranstaltung." in page
    assert "Was wir über Zahlungen wissen" in page
