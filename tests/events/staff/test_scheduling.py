"""Seats, dates, place and cancellation of an event."""

from datetime import timedelta
from decimal import Decimal

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from time_machine import travel
from wagtail.models import ModelLogEntry

from events import invariants, privacy, wording
from events.models import Event, Registration
from events.refusals import EndsBeforeItBegins, EventIsCancelled, SeatsTaken
from events.registration import verbs as registration
from events.staff import dates
from events.tasks import lapse_unpaid
from portal.letters import outbox
from portal.payments.models import Payment


def letters(kind):
    return ProcrastinateJob.objects.filter(args__kind=f"events.{kind}").count()


def shifted(event, **by):
    return {"starts_at": event.starts_at + timedelta(**by), "ends_at": event.ends_at + timedelta(**by)}


def test_resize_up_moves_the_waiting_list_at_once(make_event, guest, now):
    event = make_event(capacity=1)
    everybody = [guest(event) for _ in range(4)]
    dates.resize(event, capacity=3, now=now)
    states = [Registration.objects.get(pk=one.pk).state for one in everybody]
    assert states == ["confirmed", "confirmed", "confirmed", "waiting"]
    dates.resize(event, capacity=None, now=now)
    assert Registration.objects.filter(state="confirmed").count() == 4
    assert invariants.check() == []


def test_resize_down_stops_at_what_is_taken_and_names_the_number(make_event, guest, now):
    event = make_event(capacity=20)
    for _ in range(10):
        guest(event)
    with pytest.raises(SeatsTaken, match="10"):
        dates.resize(event, capacity=5, now=now)
    assert dates.resize(event, capacity=10, now=now).capacity == 10


def test_resize_does_not_count_unpaid_seats_beyond_their_deadline(make_event, guest, now):
    event = make_event(capacity=5, fee=Decimal(10))
    guest(event, seats=3)
    assert dates.resize(event, capacity=1, now=now + timedelta(days=8)).seats_taken == 0


def test_move_marks_the_event_and_writes_to_everybody_who_still_comes(make_event, guest, now):
    event = make_event(capacity=1)
    gone = guest(event)
    registration.cancel(gone, now=now)
    guest(event), guest(event)
    moved = dates.move(event, **shifted(event, days=7), now=now)
    assert (moved.status, moved.previous_starts_at, moved.sequence) == ("moved", event.starts_at, 1)
    assert (moved.uid, letters("moved")) == (event.uid, 2)


def test_move_to_the_same_dates_is_quiet(event, guest, now):
    guest(event)
    dates.move(event, **shifted(event), now=now)
    assert (Event.objects.get().sequence, letters("moved")) == (0, 0)


def test_fixing_an_open_date_is_no_move(make_event, guest, now):
    event = make_event(month_only=True)
    guest(event)
    fixed = dates.move(event, **shifted(event, days=3), now=now)
    assert (fixed.status, fixed.month_only, fixed.previous_starts_at) == ("planned", False, None)
    assert letters("moved") == 1


def test_longer_event_is_a_change_but_no_move(event, guest, now):
    guest(event)
    longer = dates.move(event, starts_at=event.starts_at, ends_at=event.ends_at + timedelta(hours=1), now=now)
    assert (longer.status, longer.sequence, letters("moved")) == ("planned", 1, 1)


def test_correcting_a_past_date_bothers_nobody(make_event, now):
    event = make_event(starts_at=now - timedelta(days=10))
    Registration.objects.create(
        event=event, state="confirmed", name="A", email="a@example.org", target_group="sme", consent_version="1",
        consented_at=now, created_at=now, moved_at=now,
    )  # fmt: skip
    dates.move(event, **shifted(event, days=1), now=now)
    assert letters("moved") == 0


def test_move_refuses_an_end_before_the_beginning_and_a_cancelled_event(event, now):
    with pytest.raises(EndsBeforeItBegins):
        dates.move(event, starts_at=event.ends_at, ends_at=event.starts_at, now=now)
    dates.call_off(event, now=now)
    with pytest.raises(EventIsCancelled):
        dates.move(event, **shifted(event, days=1), now=now)


def test_relocate_raises_the_sequence_only_for_a_real_change(event, guest, now):
    guest(event)
    dates.relocate(event, venue=event.venue, city=event.city, now=now)
    assert (Event.objects.get().sequence, letters("relocated")) == (0, 0)
    dates.relocate(event, venue="Neues Haus", now=now)
    assert (Event.objects.get().sequence, letters("relocated")) == (1, 1)


def test_who_has_chosen_a_part_of_the_agenda_hears_that_it_is_elsewhere(event, guest, session, now):
    labor, talk = session(event, "Labor", room="E 12"), session(event, "Vortrag", hour=1)
    chose, gone = guest(event, sessions=[labor]), guest(event, sessions=[labor])
    guest(event, sessions=[talk])
    registration.cancel(gone, now=now)
    dates.rearrange(event, [labor], now=now)
    jobs = ProcrastinateJob.objects.filter(args__kind="events.rearranged")
    assert [job.args["pk"] for job in jobs] == [chose.pk]
    written, _ = outbox.build("events.rearranged", chose.pk, None)
    hours = wording.session_title(labor)
    assert hours.endswith("Labor (E 12)")
    assert dict(written.facts)["Programmteil"] == hours
    dates.call_off(event, now=now)
    assert outbox.build("events.rearranged", chose.pk, None) is None


def test_call_off_ends_every_registration_and_frees_all_seats(make_event, guest, now):
    event = make_event(capacity=2, fee=Decimal(10))
    everybody = [guest(event) for _ in range(3)]
    for _ in range(2):
        off = dates.call_off(event, now=now)
    assert (off.status, off.seats_taken, off.sequence, off.called_off_at) == ("cancelled", 0, 1, now)
    assert {Registration.objects.get(pk=one.pk).state for one in everybody} == {"cancelled"}
    assert (letters("called_off"), letters("promoted")) == (3, 0)
    assert set(Payment.objects.values_list("state", flat=True)) == {"cancelled"}


def test_every_change_is_one_line_in_the_audit_log(event, guest, now, django_user_model):
    user = django_user_model.objects.create_user("staff@example.org")
    dates.resize(event, capacity=20, by=user, now=now)
    dates.move(event, **shifted(event, days=1), by=user, now=now)
    dates.relocate(event, venue="Neues Haus", by=user, now=now)
    dates.call_off(event, by=user, now=now)
    lines = ModelLogEntry.objects.filter(user=user).order_by("pk").values_list("action", flat=True)
    assert list(lines) == ["events.resize", "events.move", "events.relocate", "events.call_off"]


def test_audit_log_holds_no_name_of_a_guest(event, guest, now):
    registration.cancel(guest(event, name="Kanari Vogel"), now=now)
    lines = [f"{line.label} {line.data}" for line in ModelLogEntry.objects.all()]
    assert len(lines) == 2
    assert not any("Kanari" in line for line in lines)


def test_clock_lapses_unpaid_registrations_by_itself(make_event, guest, now):
    event = make_event(fee=Decimal(10), capacity=1)
    one, two = guest(event), guest(event)
    with travel(now + timedelta(days=8)):
        lapse_unpaid(timestamp=0)
    assert [Registration.objects.get(pk=r.pk).state for r in (one, two)] == ["lapsed", "awaiting_payment"]


def test_erased_person_leaves_seats_and_numbers_but_no_trace(make_event, guest, now):
    event = make_event(capacity=1)
    mine, waits = guest(event, "kanari@example.org", name="Kanari", note="Kanari"), guest(event)
    link = mine.get_absolute_url()
    assert privacy.export("Kanari@Example.org")["registrations"][0]["name"] == "Kanari"
    assert len(privacy.erase("Kanari@Example.org")) == 1
    rows = str(list(Registration.objects.filter(pk=mine.pk).values()))
    assert "anari" not in rows
    mine.refresh_from_db()
    waits.refresh_from_db()
    assert (mine.state, waits.state, mine.target_group) == ("cancelled", "confirmed", "startup")
    assert mine.get_absolute_url() != link
    assert privacy.export("kanari@example.org") == {}
    assert invariants.check() == []
