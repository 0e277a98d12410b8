"""The verbs of registering and cancelling: who is let in, who waits, who moves up."""

from datetime import timedelta
from uuid import uuid4

import pytest

from events.door import verbs as checkin
from events.refusals import (
    AlreadyRegistered,
    EventClosed,
    EventIsCancelled,
    EventIsPast,
    GroupTooLarge,
    NotYetOpen,
    RegistersElsewhere,
)
from events.registration import self_service
from events.registration import verbs as registration
from events.staff import dates
from portal.refusals import SubmittedBefore
from tests.events.reading import letters, state, taken

pytestmark = pytest.mark.usefixtures("rules_hold")


def test_register_confirms_and_counts_the_seats(event, guest):
    one = guest(event, "a@example.org", seats=3)
    assert (state(one), taken(event)) == (["confirmed"], 3)


def test_who_has_come_is_not_offered_to_give_up_the_seat(event, guest):
    one = guest(event)
    assert registration.may_cancel(one, now=event.starts_at)
    checkin.check_in(one, now=event.starts_at)
    assert not registration.may_cancel(one, now=event.starts_at)


def test_register_promises_a_letter_to_the_guest_and_one_to_the_office(event, guest):
    one = guest(event)
    assert letters() == [("registered", one.pk), ("office_notice", one.pk)]


def test_register_puts_the_eleventh_guest_on_the_waiting_list(event, guest):
    everybody = [guest(event) for _ in range(11)]
    assert state(*everybody) == ["confirmed"] * 10 + ["waiting"]
    assert taken(event) == 10


def test_register_lets_nobody_overtake_a_group_that_waits(make_event, guest):
    event = make_event(capacity=3)
    guest(event, seats=2)
    group = guest(event, seats=2)
    single = guest(event, seats=1)
    assert state(group, single) == ["waiting", "waiting"]


def test_register_without_capacity_confirms_everybody(make_event, guest):
    event = make_event(capacity=None)
    assert state(*[guest(event, seats=10) for _ in range(3)]) == ["confirmed"] * 3
    assert taken(event) == 30


def test_register_with_capacity_zero_puts_everybody_on_the_waiting_list(make_event, guest):
    event = make_event(capacity=0)
    assert state(guest(event), guest(event)) == ["waiting", "waiting"]


def test_register_refuses_a_group_larger_than_the_event(make_event, guest):
    with pytest.raises(GroupTooLarge, match="4"):
        guest(make_event(capacity=4), seats=5)


def test_register_takes_one_address_once_in_any_case(event, guest):
    guest(event, "A@Example.org")
    with pytest.raises(AlreadyRegistered):
        guest(event, "a@example.ORG ")
    assert taken(event) == 1


def test_register_takes_an_address_again_after_it_cancelled(event, guest, now):
    first = guest(event, "a@example.org")
    registration.cancel(first, now=now)
    assert state(guest(event, "a@example.org")) == ["confirmed"]
    assert taken(event) == 1


def test_register_twice_with_one_form_is_one_registration(event, guest):
    form = uuid4()
    first = guest(event, "a@example.org", submission=form)
    assert guest(event, "A@example.org", submission=form) == first
    assert taken(event) == 1
    assert len(letters()) == 2


def test_register_refuses_one_form_with_other_details(event, guest):
    form = uuid4()
    guest(event, "a@example.org", submission=form)
    with pytest.raises(SubmittedBefore):
        guest(event, "b@example.org", submission=form)


def test_one_form_number_means_nothing_at_another_event(make_event, guest):
    form = uuid4()
    assert state(*[guest(make_event(), "a@example.org", submission=form) for _ in range(2)]) == ["confirmed"] * 2


def test_register_refuses_one_second_after_the_deadline_and_accepts_one_before(make_event, guest, now):
    event = make_event(registration_closes_at=now + timedelta(days=1))
    assert state(guest(event, now=now + timedelta(hours=23, minutes=59, seconds=59))) == ["confirmed"]
    with pytest.raises(EventClosed):
        guest(event, now=now + timedelta(days=1, seconds=1))


def test_register_closes_when_the_event_begins(event, guest):
    with pytest.raises(EventClosed):
        guest(event, now=event.starts_at)


def test_register_waits_for_the_opening(make_event, guest, now):
    event = make_event(registration_opens_at=now + timedelta(hours=1))
    with pytest.raises(NotYetOpen):
        guest(event)
    assert state(guest(event, now=now + timedelta(hours=1))) == ["confirmed"]


def test_register_refuses_what_is_past_cancelled_or_elsewhere(make_event, guest, now):
    with pytest.raises(EventIsPast):
        guest(make_event(starts_at=now - timedelta(days=2)))
    with pytest.raises(RegistersElsewhere):
        guest(make_event(external_url="https://example.org/"))
    with pytest.raises(RegistersElsewhere):
        guest(make_event(admission="invitation"))
    off = make_event()
    dates.call_off(off, now=now)
    with pytest.raises(EventIsCancelled):
        guest(off)


def test_register_keeps_the_target_group_and_the_consent(event, guest, now):
    one = guest(event, target_group="clinic")
    assert (one.target_group, one.consent_version, one.consented_at) == ("clinic", "2026-11", now)


def test_cancel_gives_the_seats_back_once(event, guest, now):
    one = guest(event, seats=3)
    guest(event, seats=4)
    registration.cancel(one, now=now)
    registration.cancel(one, now=now)
    assert (state(one), taken(event)) == (["cancelled"], 4)
    assert [kind for kind, _ in letters()].count("cancelled") == 1


def test_cancel_moves_the_waiting_list_up_in_its_order(make_event, guest, now):
    event = make_event(capacity=3)
    holder = guest(event, seats=3)
    waiting = [guest(event, seats=n) for n in (1, 1, 2)]
    registration.cancel(holder, now=now)
    assert state(*waiting) == ["confirmed", "confirmed", "waiting"]
    assert taken(event) == 2
    assert [pk for kind, pk in letters() if kind == "promoted"] == [one.pk for one in waiting[:2]]


def test_cancel_does_not_let_a_small_group_overtake_the_first_large_one(make_event, guest, now):
    event = make_event(capacity=4)
    small, large = guest(event, seats=1), guest(event, seats=3)
    first, second = guest(event, seats=3), guest(event, seats=1)
    registration.cancel(small, now=now)
    assert state(first, second) == ["waiting", "waiting"]
    registration.cancel(large, now=now)
    assert state(first, second) == ["confirmed", "confirmed"]


def test_a_group_that_can_never_be_served_stops_nobody(make_event, guest, now):
    event = make_event(capacity=4)
    holder = guest(event, seats=1)
    huge, small = guest(event, seats=4), guest(event, seats=1)
    dates.resize(event, capacity=2, now=now)
    assert state(huge, small) == ["waiting", "confirmed"]
    registration.cancel(holder, now=now)
    assert state(guest(event)) == ["confirmed"]


def test_cancel_refuses_after_the_event(event, guest):
    one = guest(event)
    with pytest.raises(EventIsPast):
        registration.cancel(one, now=event.ends_at)


def test_waiting_list_stands_still_once_the_event_has_begun(make_event, guest, now, by_hand):
    event = make_event(capacity=1)
    holder, waits = guest(event), guest(event)
    registration.cancel(holder, now=event.starts_at + timedelta(minutes=5))
    assert state(waits) == ["waiting"]


def test_waiting_list_moves_up_after_the_deadline_that_newcomers_have(make_event, guest, now):
    event = make_event(capacity=1, registration_closes_at=now + timedelta(days=1))
    holder, waits = guest(event), guest(event)
    with pytest.raises(EventClosed):
        guest(event, now=now + timedelta(days=2))
    registration.cancel(holder, now=now + timedelta(days=2))
    assert state(waits) == ["confirmed"]


def test_link_is_sent_again_at_most_every_quarter_of_an_hour(event, guest, now):
    one = guest(event, "a@example.org")
    sent = [
        self_service.send_again(event, email="A@example.org", now=now + timedelta(minutes=minutes))
        for minutes in (0, 1, 14, 15)
    ]
    assert sent == [True, False, False, True]
    assert letters().count(("link_again", one.pk)) == 2
    assert self_service.send_again(event, email="stranger@example.org", now=now) is False
