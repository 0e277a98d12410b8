"""The page behind the secret link: what guests read there, how they cancel, and who else does not get in."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from time_machine import travel

from events.models import Event, Registration
from events.registration import verbs as registration
from events.staff import dates
from portal.payments import bookkeeping
from portal.payments.models import Payment
from tests.events.filling import answers, door

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def mine(client, open_event):
    client.post(door(open_event), answers())
    return Registration.objects.get()


def test_secret_pages_are_neither_stored_nor_indexed_nor_told_to_others(client, mine):
    for page in (client.get(mine.get_absolute_url()), client.get(mine.get_absolute_url() + "stornieren/")):
        assert page.status_code == 200
        assert "no-store" in page["Cache-Control"]
        assert page["X-Robots-Tag"] == "noindex, nofollow"
        assert page["Referrer-Policy"] == "strict-origin"


def test_reading_links_changes_nothing(client, mine):
    def rows():
        return list(Registration.objects.values()), list(Event.objects.values()), ProcrastinateJob.objects.count()

    before = rows()
    for path in ("", "stornieren/", "veranstaltung.ics"):
        for method in (client.get, client.head):
            assert method(mine.get_absolute_url() + path).status_code == 200
    assert rows() == before


def test_cancelling_takes_two_steps_and_is_quiet_when_repeated(client, mine):
    path = mine.get_absolute_url() + "stornieren/"
    for _ in range(2):
        response = client.post(path)
        assert (response.status_code, response["Location"]) == (303, mine.get_absolute_url())
    assert Registration.objects.get().state == "cancelled"
    assert "Ihre Anmeldung ist storniert." in client.get(mine.get_absolute_url()).content.decode()


@pytest.mark.parametrize("token", ["1-abc", "x", "1-" + "0" * 48, "٣-abc", "99999999999999999999-a"])
def test_forged_links_look_like_no_page_at_all(client, mine, token):
    for name in ("manage", "cancel", "invitation"):
        assert client.get(reverse(f"events:{name}", args=[token])).status_code == 404


def test_new_nonce_closes_the_link(client, mine):
    path = mine.get_absolute_url()
    mine.revoke_links()
    assert client.get(path).status_code == 404


def test_a_link_in_wrong_hands_is_renewed_by_e_mail_only(client, mine, admin_user):
    answer = client.post(mine.get_absolute_url() + "neuer-link/")
    assert (answer.status_code, client.get(mine.get_absolute_url()).status_code) == (200, 404)
    fresh = Registration.objects.get(pk=mine.pk)
    assert fresh.get_absolute_url() not in answer.content.decode()
    assert client.get(fresh.get_absolute_url()).status_code == 200
    assert ProcrastinateJob.objects.filter(args__kind="events.link_renewed", args__pk=mine.pk).count() == 1
    client.force_login(admin_user)
    client.post(reverse("events_decide", args=[mine.pk, "renew-link"]))
    assert client.get(fresh.get_absolute_url()).status_code == 404


def test_address_of_the_online_meeting_is_for_the_confirmed(client, make_event, publish, guest):
    event = make_event(mode="online", online_url="https://meet.example/geheim", capacity=1)
    page = publish(event)
    confirmed, waits = guest(event), guest(event)
    with travel(event.starts_at - timedelta(hours=1), tick=False):
        assert "meet.example" in client.get(confirmed.get_absolute_url()).content.decode()
        for path in (waits.get_absolute_url(), page.url, door(event), reverse("events:ics", args=[event.pk])):
            assert "meet.example" not in client.get(path).content.decode()


def test_page_of_an_unpaid_registration_leads_to_the_payment(client, make_event, publish, now):
    event = make_event(fee=Decimal("49.90"))
    publish(event)
    client.post(door(event), answers())
    page = client.get(Registration.objects.get().get_absolute_url()).content.decode()
    payment = Payment.objects.get()
    assert payment.get_absolute_url() in page
    assert "Freitag, 27. November 2026, 23:59 Uhr (MEZ)" in page
    bookkeeping.receive_transfer(payment, by=None, now=now)
    assert "Sie sind angemeldet." in client.get(Registration.objects.get().get_absolute_url()).content.decode()


def test_every_state_has_its_page(client, open_event, guest, now):
    one = guest(open_event)
    for state in ("confirmed", "waiting", "awaiting_payment", "lapsed", "cancelled"):
        Registration.objects.filter(pk=one.pk).update(state=state, pay_until=now)
        assert client.get(one.get_absolute_url()).status_code == 200
    dates.call_off(open_event, now=now)
    assert "Diese Veranstaltung ist abgesagt." in client.get(one.get_absolute_url()).content.decode()


def test_cancelling_after_the_event_is_refused_with_a_reason(client, mine, open_event):
    with travel(open_event.ends_at):
        response = client.post(mine.get_absolute_url() + "stornieren/")
    assert response.status_code == 409
    assert "Diese Veranstaltung ist vorbei." in response.content.decode()


def test_own_registrations_show_those_of_the_account_only(client, make_event, publish, guest, django_user_model):
    user = django_user_model.objects.create_user("a@example.org", "pw")
    mine, theirs = make_event(), make_event()
    publish(mine, title="Meine"), publish(theirs, title="Fremde")
    guest(mine, "a@example.org", user=user)
    guest(theirs, "b@example.org")
    path = reverse("events:mine")
    assert client.get(path).status_code == 302
    client.force_login(user)
    page = client.get(path).content.decode()
    assert ("Meine" in page, "Fremde" in page) == (True, False)


def test_unsafe_requests_need_the_token_of_the_form(open_event, mine):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert strict.post(door(open_event), answers(email="b@example.org")).status_code == 403
    assert strict.post(mine.get_absolute_url() + "stornieren/").status_code == 403
    registration.cancel(mine)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("open", "wenn Sie stornieren, müssen Sie nichts bezahlen"),
        ("pending", "ist noch unterwegs"),
        ("paid", "erhalten Sie 49,90"),
    ],
)
def test_page_before_cancelling_says_what_comes_back(client, make_event, publish, guest, now, state, words):
    event = make_event(fee=Decimal("49.90"))
    publish(event)
    one = guest(event)
    money = {"paid_at": now, "paid_via": "transfer"} if state == "paid" else {}
    Payment.objects.update(state=state, **money)
    page = client.get(one.get_absolute_url() + "stornieren/").content.decode().replace("\u00a0", " ")
    assert words in page


def test_paid_page_leads_on_to_the_registration_and_the_calendar(client, make_event, publish, guest, now):
    event = make_event(fee=Decimal("49.90"))
    publish(event)
    one = guest(event)
    payment = Payment.objects.get()
    assert "veranstaltung.ics" not in client.get(payment.get_absolute_url()).content.decode()
    bookkeeping.receive_transfer(payment, by=None, now=now)
    page = client.get(payment.get_absolute_url()).content.decode()
    one.refresh_from_db()
    assert f'href="{one.get_absolute_url()}"' in page
    assert "veranstaltung.ics" in page
