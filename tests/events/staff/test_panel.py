"""The next events on the admin's first page."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from events.staff.panel import NextEvents, show_next_events
from portal.accounts.people import enroll

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(db):
    return get_user_model().objects.create_superuser("a@example.org", "pw")


@pytest.fixture
def coming(make_event):
    def make(days: int = 10, **facts):
        return make_event(starts_at=timezone.now() + timedelta(days=days), **facts)

    return make


def test_the_nearest_comes_first_with_its_seats(boss, coming):
    coming(20, name="Später")
    coming(10, name="Bald", capacity=10, seats_taken=4)
    first, second = NextEvents(boss).rows()
    assert (first.label, second.label) == ("Bald", "Später")
    assert first.detail == "4 von 10 Plätzen belegt"
    assert first.url.endswith("/edit/" + first.url.rstrip("/").split("/")[-1] + "/")


def test_the_waiting_list_is_counted(boss, coming, guest):
    event = coming(capacity=1, name="Voll")
    for _ in range(2):
        guest(event, now=timezone.now())
    assert NextEvents(boss).rows()[0].detail == "1 von 1 Plätzen belegt, 1 auf der Warteliste"


def test_past_events_and_those_of_others_stay_away(boss, coming):
    coming(-3, name="Vorbei")
    coming(name="Anderswo", external_url="https://example.org/")
    assert NextEvents(boss).rows() == []


def test_the_queries_do_not_grow(boss, coming, django_assert_num_queries):
    coming()
    with django_assert_num_queries(1):
        NextEvents(boss).rows()
    coming(), coming()
    with django_assert_num_queries(1):
        assert len(NextEvents(boss).rows()) == 3


def test_who_may_only_read_gets_no_link(coming):
    coming()
    assert NextEvents(enroll("finance@example.org", staff_groups=("Finance",))).rows()[0].url == ""


def test_the_panel_stands_beside_those_of_wagtail(client, boss, coming, site_tree):
    coming(name="Sommerfest")
    client.force_login(boss)
    assert "Sommerfest" in client.get("/admin/").content.decode()


def test_without_the_right_there_is_no_panel(db):
    panels = []
    show_next_events(SimpleNamespace(user=enroll("guest@example.org")), panels)
    assert panels == []
