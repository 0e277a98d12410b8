"""Letters that the calendar sends, once each; the address of the meeting only around the time."""

from datetime import timedelta

import pytest
from icalendar import Calendar
from procrastinate.contrib.django.models import ProcrastinateJob
from time_machine import travel

from events import letters
from events.door import verbs as checkin
from events.letters import reminders
from events.models import Event, Registration
from events.registration import verbs as registration
from events.staff import dates
from portal.letters import outbox


def posted(kind):
    return [job.args["pk"] for job in ProcrastinateJob.objects.order_by("id") if job.args["kind"] == f"events.{kind}"]


@pytest.fixture
def talk(make_event, publish):
    event = make_event(mode="hybrid", online_url="https://meet.example/abc")
    publish(event)
    return event


def test_confirmed_guests_are_reminded_once(talk, guest, now):
    one, gone = guest(talk), guest(talk)
    registration.cancel(gone, now=now)
    due = talk.starts_at - timedelta(hours=24)
    assert reminders.remind(due - timedelta(seconds=1)) == 0
    assert [reminders.remind(due), reminders.remind(due + timedelta(hours=1))] == [1, 0]
    assert posted("reminder") == [one.pk]


def test_an_online_meeting_is_told_a_day_before_whatever_hour_is_set(make_event, guest):
    for hours in (0, 24, 48):
        event = make_event(mode="online", online_url="https://meet.example/abc", remind_hours=hours)
        guest(event)
        due = event.starts_at - timedelta(hours=24)
        assert [reminders.remind(due - timedelta(seconds=1)), reminders.remind(due)] == [0, 1], hours
        Registration.objects.all().update(reminded_at=due)


def test_the_calendar_takes_the_address_as_news(talk, guest):
    one = guest(talk)
    stamps = []
    for before in (timedelta(days=2), timedelta(hours=24)):
        with travel(talk.starts_at - before, tick=False):
            written, _ = outbox.build(letters.reminder.kind, one.pk, None)
            (entry,) = Calendar.from_ical(written.attachments[0].content).events
            stamps.append((entry["sequence"], entry["dtstamp"].dt))
    assert stamps[0][0] == stamps[1][0]
    assert stamps[0][1] < stamps[1][1]


def test_who_registers_after_the_reminder_needs_none(talk, guest):
    guest(talk, now=talk.starts_at - timedelta(hours=3))
    assert reminders.remind(talk.starts_at - timedelta(hours=2)) == 0


def test_no_reminder_for_an_event_called_off_or_without_one(make_event, guest, now):
    off, none = make_event(), make_event(remind_hours=0)
    guest(off), guest(none)
    dates.call_off(off, now=now)
    assert reminders.remind(off.starts_at - timedelta(hours=1)) == 0


def test_who_still_waits_when_the_event_begins_is_told_once(make_event, publish, guest):
    event = make_event(capacity=1)
    publish(event)
    guest(event)
    waits = guest(event)
    assert reminders.regret(event.starts_at - timedelta(seconds=1)) == 0
    assert [reminders.regret(event.starts_at), reminders.regret(event.starts_at)] == [1, 0]
    assert posted("no_seat") == [waits.pk]
    written, _ = outbox.build(letters.no_seat.kind, waits.pk, None)
    assert "kein Platz" in str(written.paragraphs)


def test_who_waits_beyond_the_beginning_is_told_when_the_line_ends(make_event, publish, guest, now):
    event = make_event(capacity=1)
    Event.objects.filter(pk=event.pk).update(registration_closes_at=event.starts_at + timedelta(days=4))
    publish(event)
    guest(event)
    waits = guest(event)
    assert reminders.regret(event.starts_at + timedelta(hours=1)) == 0
    assert [reminders.regret(event.starts_at + timedelta(days=4)) for _ in range(2)] == [1, 0]
    assert posted("no_seat") == [waits.pk]


def test_thanks_go_out_once_where_editors_have_written_some(make_event, publish, guest):
    silent, kind = make_event(), make_event(thanks_de="Danke!\n\nFolien anbei.", feedback_url="https://a.example/f")
    publish(kind)
    guest(silent)
    one = guest(kind)
    after = kind.ends_at + timedelta(hours=2)
    assert [reminders.thank(after - timedelta(seconds=1)), reminders.thank(after), reminders.thank(after)] == [0, 1, 0]
    written, _ = outbox.build(letters.thanks.kind, one.pk, None)
    assert [str(line) for line in written.paragraphs[1:]] == ["Danke!", "Folien anbei."]
    assert written.button[1] == "https://a.example/f"


def test_where_the_door_was_kept_only_who_came_is_thanked(make_event, guest):
    event = make_event(thanks_de="Danke!")
    came, _away = guest(event), guest(event)
    checkin.check_in(came, now=event.starts_at)
    assert reminders.thank(event.ends_at + timedelta(hours=2)) == 1
    assert posted("thanks") == [came.pk]


def test_who_was_reminded_of_the_old_date_is_reminded_of_the_new_one(talk, guest):
    guest(talk)
    due = talk.starts_at - timedelta(hours=24)
    reminders.remind(due)
    week = timedelta(days=7)
    dates.move(talk, starts_at=talk.starts_at + week, ends_at=talk.ends_at + week, now=due + timedelta(hours=1))
    assert [reminders.remind(due + timedelta(hours=2)), reminders.remind(due + week)] == [0, 1]


def test_thanks_do_not_come_weeks_too_late(make_event, guest):
    event = make_event(thanks_de="Danke!")
    guest(event)
    assert reminders.thank(event.ends_at + timedelta(days=8)) == 0


@pytest.mark.parametrize(("hours", "told"), [(-24.01, False), (-23.99, True), (2.99, True), (3, False)])
def test_the_address_of_the_meeting_is_told_from_a_day_before_until_the_end(talk, guest, client, hours, told):
    one = guest(talk)
    with travel(talk.starts_at + timedelta(hours=hours), tick=False):
        page = client.get(one.get_absolute_url()).content.decode()
        written, _ = outbox.build(letters.reminder.kind, one.pk, None)
        ics = written.attachments[0].content.decode()
    assert ("https://meet.example/abc" in page) is told
    assert ("https://meet.example/abc" in str(written.facts)) is told
    assert ("https://meet.example/abc" in ics.replace("\r\n ", "")) is told


def test_the_address_is_never_for_those_who_wait(make_event, publish, guest, client):
    event = make_event(capacity=0, online_url="https://meet.example/abc")
    publish(event)
    waits = guest(event)
    with travel(event.starts_at - timedelta(minutes=5), tick=False):
        assert "meet.example" not in client.get(waits.get_absolute_url()).content.decode()
    assert Registration.objects.get().state == "waiting"
