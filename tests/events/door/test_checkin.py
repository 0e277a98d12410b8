"""The door: who is let in, who is taken back, who comes without registration."""

from datetime import timedelta
from uuid import uuid4

import pytest
from wagtail.models import ModelLogEntry

from events import invariants, privacy
from events.door import verbs as checkin
from events.guests import presence
from events.models import Attendance, Registration
from events.refusals import ComesRegistered, DoorsClosed, EventIsCancelled, HouseFull, IsHere, NotAdmitted, NotPossible
from events.registration import verbs as registration


@pytest.fixture
def event(make_event, now):
    """Begins in an hour."""
    return make_event(starts_at=now + timedelta(hours=1), capacity=3)


@pytest.fixture
def come(now):
    """Let somebody in: `come(registration, position=2)`."""
    return lambda one, **how: checkin.check_in(one, **{"now": now} | how)


def test_a_confirmed_guest_is_checked_in_and_counted(event, guest, come, now):
    come(guest(event, seats=2), position=2)
    assert (presence.present(event), presence.expected(event)) == (1, 2)
    assert invariants.check() == []


def test_the_second_press_gives_the_time_of_the_first_check_in(event, guest, come, now):
    one, press = guest(event), uuid4()
    first = come(one, press=press)
    repeated = come(one, press=press, now=now + timedelta(minutes=1))
    other_phone = come(one, press=uuid4(), now=now + timedelta(minutes=2))
    assert first.pk == repeated.pk == other_phone.pk
    assert other_phone.at == now
    assert Attendance.objects.count() == 1


def test_a_press_that_the_network_repeats_after_the_undo_does_not_bring_the_guest_back(event, guest, come):
    one, press = guest(event), uuid4()
    checkin.undo(come(one, press=press))
    assert come(one, press=press).undone_at is not None
    assert presence.present(event) == 0
    come(one)
    assert presence.present(event) == 1


def test_a_press_belongs_to_one_seat(event, guest, come):
    press = uuid4()
    come(guest(event), press=press)
    with pytest.raises(NotPossible):
        come(guest(event), press=press)


def test_taking_back_twice_keeps_the_first_time_and_one_line_in_the_log(event, guest, come, now):
    entered = come(guest(event))
    checkin.undo(entered, now=now)
    assert checkin.undo(entered, now=now + timedelta(minutes=1)).undone_at == now
    assert ModelLogEntry.objects.filter(action="events.undo_check_in").count() == 1


@pytest.mark.parametrize("position", [0, 2, 99])
def test_a_seat_that_the_registration_does_not_have_is_not_let_in(event, guest, come, position):
    with pytest.raises(NotAdmitted):
        come(guest(event), position=position)


def test_who_waits_or_has_cancelled_is_not_let_in(event, guest, come, now):
    gone = guest(event)
    registration.cancel(gone, now=now)
    guest(event, seats=3)
    for one in (gone, guest(event)):
        with pytest.raises(NotAdmitted):
            come(one)


def test_the_door_opens_on_the_day_before_and_stays_open_afterwards(make_event, guest, come, now):
    event = make_event(starts_at=now + timedelta(hours=24))
    early, late = guest(event), guest(event)
    midnight = now.replace(hour=23, minute=0) - timedelta(days=1)  # in Berlin
    with pytest.raises(DoorsClosed):
        come(early, now=midnight - timedelta(minutes=1))
    come(early, now=midnight)
    come(late, now=event.ends_at + timedelta(days=1))
    assert presence.present(event) == 2


def test_nobody_enters_a_cancelled_event(event, guest, come):
    one = guest(event)
    type(event).objects.filter(pk=event.pk).update(status="cancelled")
    with pytest.raises(EventIsCancelled):
        come(one)


def test_who_is_here_cannot_cancel_any_more(event, guest, come, now):
    one = guest(event)
    come(one)
    with pytest.raises(IsHere):
        registration.cancel(one, now=now)
    assert invariants.check() == []


def test_who_is_here_may_be_forgotten_and_stays_counted(event, guest, come, now):
    one = guest(event)
    come(one)
    registration.forget(one, now=now)
    assert presence.present(event) == 1
    assert invariants.check() == []


@pytest.fixture
def walk_in(event, now):
    defaults = {"name": "Toni Spontan", "target_group": "sme", "language": "de", "now": now}
    return lambda **said: checkin.walk_in(said.pop("event", event), **defaults | said)


def test_a_walk_in_takes_a_seat_and_is_here(event, walk_in):
    made = walk_in(email="Toni@Example.org").registration
    event.refresh_from_db()
    assert (made.state, made.email, event.seats_taken) == ("confirmed", "toni@example.org", 1)
    assert presence.present(event) == 1
    assert invariants.check() == []


def test_a_walk_in_without_address_gets_no_letter(walk_in, post_office):
    assert walk_in().registration.email == ""
    assert walk_in().registration.email == ""
    assert Registration.objects.count() == 2
    assert post_office() == []


def test_a_walk_in_with_address_gets_the_way_to_the_certificate(walk_in, post_office):
    one = walk_in(email="toni@example.org").registration
    (letter,) = post_office()
    assert one.get_absolute_url() in letter.body
    assert "Teilnahmebescheinigung" in letter.body


def test_a_walk_in_may_come_after_registration_has_closed(event, walk_in, now):
    walk_in(now=now + timedelta(hours=2))
    assert presence.present(event) == 1


def test_a_walk_in_pressed_twice_takes_one_seat(event, walk_in):
    press = uuid4()
    assert walk_in(press=press).pk == walk_in(press=press).pk
    event.refresh_from_db()
    assert event.seats_taken == 1


def test_a_walk_in_into_a_full_house_needs_a_decision_that_is_logged(event, guest, walk_in):
    guest(event, seats=3)
    with pytest.raises(HouseFull):
        walk_in()
    walk_in(beyond=True)
    event.refresh_from_db()
    assert (event.capacity, event.seats_taken) == (4, 4)
    (line,) = ModelLogEntry.objects.filter(action="events.walk_in_beyond")
    assert line.data == {"capacity": 4}
    assert invariants.check() == []


def test_a_walk_in_does_not_overtake_who_waits(make_event, guest, walk_in, now):
    event = make_event(starts_at=now + timedelta(hours=1), capacity=2)
    guest(event)
    guest(event, seats=2)
    with pytest.raises(HouseFull):
        walk_in(event=event)


def test_a_walk_in_who_is_registered_is_searched_for(event, guest, walk_in):
    guest(event, "toni@example.org")
    with pytest.raises(ComesRegistered):
        walk_in(email="TONI@example.org")


def test_a_person_is_told_when_they_were_checked_in(event, guest, come, now):
    come(guest(event, "ada@example.org"))
    (row,) = privacy.export("ada@example.org")["registrations"]
    assert row["attendances"] == [{"position": 1, "at": now, "undone_at": None}]
