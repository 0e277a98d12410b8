"""Until when guests cancel online, and what staff may still do; the call for co-exhibitors."""

from datetime import timedelta

import pytest
from django.urls import reverse
from time_machine import travel

from events.models import Event
from events.refusals import TooLateToCancel
from events.registration import verbs as registration


@pytest.fixture
def late(make_event, now):
    """An event that guests could cancel until an hour ago."""
    return make_event(cancel_until=now - timedelta(hours=1))


def test_guests_cancel_until_the_deadline_and_staff_after_it(late, guest, now, admin_user):
    mine = guest(late)
    with pytest.raises(TooLateToCancel):
        registration.cancel(mine, now=now)
    assert registration.cancel(mine, now=now - timedelta(hours=2)).state == "cancelled"
    other = guest(late)
    assert registration.cancel(other, by=admin_user, now=now).state == "cancelled"


def test_whoever_waits_may_always_leave(make_event, guest, now):
    event = make_event(capacity=1, cancel_until=now - timedelta(hours=1))
    guest(event)
    waits = guest(event)
    assert registration.cancel(waits, now=now).state == "cancelled"


def test_the_own_page_says_the_deadline_and_offers_no_way_after_it(client, make_event, publish, guest, now):
    event = make_event(cancel_until=now + timedelta(days=1))
    publish(event)
    mine = guest(event)
    with travel(now, tick=False):
        page = client.get(mine.get_absolute_url()).content.decode()
        assert "Sie können hier bis" in page
        Event.objects.update(cancel_until=now)
        page = client.get(mine.get_absolute_url()).content.decode()
        assert "nicht mehr stornieren" in page
        response = client.post(f"{mine.get_absolute_url()}stornieren/")
    assert response.status_code == 409
    mine.refresh_from_db()
    assert mine.state == "confirmed"


def test_staff_cancel_from_the_registration(admin_client, late, guest, now):
    mine = guest(late)
    with travel(now, tick=False):
        shown = admin_client.get(reverse("wagtailsnippets_events_registration:inspect", args=[mine.pk]))
        url = reverse("events_decide", args=[mine.pk, "cancel"])
        assert url in shown.content.decode()
        assert admin_client.get(url).status_code == 200
        assert admin_client.post(url).status_code == 422
        admin_client.post(url, {"reason": "Doppelt angemeldet."})
    mine.refresh_from_db()
    assert (mine.state, mine.decision) == ("cancelled", "Doppelt angemeldet.")


def test_co_exhibitors_are_called_until_the_event_is_over(client, make_event, publish, now):
    event = make_event(external_url="https://fair.example/", co_exhibitors_de="Noch zwei Plätze am Stand.")
    page = publish(event)
    with travel(now, tick=False):
        assert "Noch zwei Plätze am Stand." in client.get(page.url).content.decode()
    with travel(event.ends_at + timedelta(hours=1), tick=False):
        assert "Noch zwei Plätze am Stand." not in client.get(page.url).content.decode()
