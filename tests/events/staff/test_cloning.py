"""Copies and series: the wall time stays, the words come along as drafts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.kinds import Rhythm
from events.models import Event, Question, SubSession, TicketType, Voucher
from events.pages import EventPage
from events.staff import copies


def local(at):
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


@pytest.fixture
def built(make_event, publish, calendar_en, guest):
    """Everything an editor can build, and a guest. Thursday, 25 March 2027, 10:00 in Berlin."""
    start = datetime(2027, 3, 25, 9, 0, tzinfo=UTC)
    event = make_event(starts_at=start, registration_closes_at=start - timedelta(days=2))
    first = Question.objects.create(event=event, label_de="A", label_en="A", kind="consent", sort_order=0)
    Question.objects.create(event=event, label_de="B", label_en="B", shown_if=first, sort_order=1)
    ticket = TicketType.objects.create(event=event, name_de="Normal", name_en="Normal", fee=0)
    Voucher.objects.create(event=event, code="RUHR", ticket_type=ticket)
    SubSession.objects.create(event=event, title_de="L", title_en="L", starts_at=start, ends_at=event.ends_at)
    german = publish(event, title="Bioprozesstag")
    english = german.copy_for_translation(calendar_en.locale)
    english.title = "Bioprocess Day"
    english.save_revision().publish()
    guest(event, ticket_type=ticket, voucher="RUHR")
    return event


def test_the_pages_of_a_series_name_its_other_dates(built, client):
    made = copies.repeat(built, rhythm=Rhythm.WEEKLY, times=2)
    assert {event.series for event in made} == {Event.objects.get(pk=built.pk).series}
    for page in EventPage.objects.filter(event__in=made[:1]):
        page.save_revision().publish()
    shown = client.get(EventPage.objects.filter(event=built).first().url)
    assert [row["when"] for row in shown.context["more_dates"]] == [made[0].starts_at]
    assert "Weitere Termine" in shown.content.decode()


def test_a_copy_asks_its_guests_to_be_named_as_long_as_the_old_event_did(built):
    Event.objects.filter(pk=built.pk).update(participants_until=date(2027, 3, 28))
    copy = copies.clone(Event.objects.get(pk=built.pk), starts_at=built.starts_at + timedelta(days=7))
    assert copy.participants_until == date(2027, 4, 4)


def test_a_copy_has_everything_but_the_guests(built):
    copy = copies.clone(built, starts_at=built.starts_at + timedelta(days=7))
    assert copy.pk != built.pk
    assert (copy.uid == built.uid, copy.seats_taken, copy.registrations.count()) == (False, 0, 0)
    assert [local(at) for at in (copy.starts_at, copy.ends_at, copy.registration_closes_at)] == [
        "2027-04-01 11:00",
        "2027-04-01 14:00",
        "2027-03-30 11:00",
    ]
    first, second = copy.questions.order_by("sort_order")
    assert second.shown_if == first
    voucher = copy.vouchers.get()
    assert (voucher.ticket_type, voucher.used) == (copy.ticket_types.get(), 0)
    assert local(copy.sessions.get().starts_at) == "2027-04-01 11:00"


def test_pages_of_a_copy_are_drafts_and_translations_of_each_other(built):
    copy = copies.clone(built, starts_at=built.starts_at + timedelta(days=7))
    pages = EventPage.objects.filter(event=copy).order_by("pk")
    assert [(page.title, page.live) for page in pages] == [("Bioprozesstag", False), ("Bioprocess Day", False)]
    assert len({page.translation_key for page in pages}) == 1
    assert pages[0].translation_key != EventPage.objects.filter(event=built).first().translation_key
    assert pages[0].get_latest_revision_as_object().event == copy


def test_a_series_keeps_the_hour_over_the_change_of_the_clocks(built):
    made = copies.repeat(built, rhythm=Rhythm.WEEKLY, times=2)
    assert [local(event.starts_at) for event in made] == ["2027-04-01 10:00", "2027-04-08 10:00"]
    assert [event.starts_at.astimezone(UTC).hour for event in made] == [8, 8]
    assert Event.objects.count() == 3


def test_a_monthly_series_keeps_the_weekday():
    third_tuesday = datetime(2027, 1, 19, 17, 0, tzinfo=UTC)
    made = copies.dates(third_tuesday, Rhythm.MONTHLY, 3)
    assert [local(at) for at in made] == ["2027-02-16 18:00", "2027-03-16 18:00", "2027-04-20 18:00"]
    fifth_friday = datetime(2027, 1, 29, 17, 0, tzinfo=UTC)
    assert [local(at)[:10] for at in copies.dates(fifth_friday, Rhythm.MONTHLY, 2)] == ["2027-02-26", "2027-03-26"]


def test_staff_copy_in_the_administration(built, client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("root@example.org", "pw"))
    door = reverse("events_copy", args=[built.pk])
    assert client.get(door).status_code == 200
    assert client.post(door, {"rhythm": ""}).status_code == 422
    assert client.post(door, {"rhythm": "fortnightly", "times": "2"}).status_code == 302
    assert Event.objects.count() == 3
