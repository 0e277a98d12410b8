"""Seats under real concurrency: threads, each with a connection and a transaction of its own.

The control tests take the lock away and must see overselling; without them the others would prove nothing.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction

from events import invariants, samples
from events.models import Event, Registration, TicketType, Voucher
from events.models.queries import EventQuerySet
from events.refusals import SeatsTaken, VoucherInvalid
from events.registration import office, parting, seating, self_service
from events.registration import verbs as registration
from events.registration.signup import Signup
from events.staff import dates
from portal.refusals import Refusal

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
THREADS = 16


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


@pytest.fixture
def event():
    return make_event(capacity=10)


def make_event(**facts):
    return samples.event(**{"offer_hours": 0} | facts)


def guest(event, number, **details):
    defaults = {"target_group": "sme", "language": "de", "consent_version": "1"}
    signup = Signup(name=f"Gast {number}", email=f"gast{number}@example.org", **defaults | details)
    return registration.register(event, signup)


def at_once(*deeds, threads=THREADS):
    """Run every deed in a thread, all starting together; gives results and refusals in their order."""
    gate = Barrier(min(threads, len(deeds)))

    def run(deed):
        try:
            if gate.n_waiting < gate.parties:
                gate.wait(timeout=2)
        except Exception:  # noqa: S110, BLE001
            pass  # the last, smaller wave does not fill the gate
        try:
            return deed()
        except (Refusal, IntegrityError) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(run, deeds))


def held(event):
    return sum(Registration.objects.filter(event=event).holding().values_list("seats", flat=True))


def test_sixty_clients_get_exactly_ten_seats(event):
    at_once(*[lambda n=n: guest(event, n) for n in range(60)], threads=60)
    event.refresh_from_db()
    assert (held(event), event.seats_taken) == (10, 10)
    assert Registration.objects.waiting().count() == 50
    assert invariants.check() == []


def test_groups_of_three_three_and_two_never_share_the_last_two_seats(event):
    Event.objects.filter(pk=event.pk).update(capacity=10)
    guest(event, "holder", seats=8)
    at_once(*[lambda n=n, s=s: guest(event, n, seats=s) for n, s in enumerate((3, 3, 2))])
    event.refresh_from_db()
    assert held(event) in (8, 10)
    assert event.seats_taken == held(event)
    assert sorted(Registration.objects.waiting().values_list("seats", flat=True)) in ([2, 3, 3], [3, 3])
    assert invariants.check() == []


def test_cancelling_twice_at_once_gives_the_seats_back_once(event):
    one = guest(event, "one", seats=3)
    guest(event, "two", seats=2)
    at_once(*[lambda: registration.cancel(one)] * 8)
    event.refresh_from_db()
    assert (held(event), event.seats_taken) == (2, 2)


def test_one_seat_given_back_eight_times_at_once_goes_to_whoever_waits_first(event):
    one, other = guest(event, "one", seats=3), guest(event, "other", seats=7)
    first, second = guest(event, "first"), guest(event, "second")
    at_once(*[lambda: parting.give_back(one, places=[2], of=3)] * 8)
    states = {mine: Registration.objects.get(pk=mine.pk).state for mine in (first, second)}
    event.refresh_from_db()
    assert (states[first], states[second], held(event), event.seats_taken) == ("confirmed", "waiting", 10, 10)
    assert (Registration.objects.get(pk=one.pk).seats, Registration.objects.get(pk=other.pk).seats) == (2, 7)
    assert invariants.check() == []


def test_one_form_sent_twenty_times_at_once_is_one_registration(event):
    form = uuid4()
    made = at_once(*[lambda: guest(event, "same", submission=form)] * 20)
    assert len({one.pk for one in made}) == 1
    assert Registration.objects.count() == 1


def test_one_address_registers_once_though_it_asks_twenty_times_at_once(event):
    at_once(*[lambda: guest(event, "same")] * 20)
    assert Registration.objects.count() == 1


def test_nobody_overtakes_while_guests_cancel_and_others_arrive(event):
    first = [guest(event, f"first{n}") for n in range(10)]
    waiting = [guest(event, f"waits{n}") for n in range(10)]
    deeds = [lambda one=one: registration.cancel(one) for one in first[:5]]
    deeds += [lambda n=n: guest(event, f"late{n}") for n in range(10)]
    at_once(*[deed for pair in zip(deeds[:5], deeds[5:10], strict=True) for deed in pair], *deeds[10:])
    states = [Registration.objects.get(pk=one.pk).state for one in waiting]
    assert states == ["confirmed"] * 5 + ["waiting"] * 5
    assert set(Registration.objects.filter(name__startswith="Gast late").values_list("state", flat=True)) == {"waiting"}
    assert invariants.check() == []


def test_lowering_the_capacity_never_falls_below_what_is_taken_meanwhile(event):
    deeds = [lambda n=n: guest(event, n) for n in range(12)]
    results = at_once(*deeds[:6], lambda: dates.resize(event, capacity=4), *deeds[6:])
    event.refresh_from_db()
    refused = isinstance(results[6], SeatsTaken)
    assert event.capacity == (10 if refused else 4)
    assert held(event) == event.seats_taken == event.capacity
    assert invariants.check() == []


def test_an_offer_accepted_while_it_expires_has_exactly_one_outcome(event):
    """The guest accepts in the very moment in which the clock passes the seat on."""
    for _ in range(25):
        one_seat = make_event(capacity=1, offer_hours=1)
        holder, first, second = (guest(one_seat, name) for name in ("holder", "first", "second"))
        registration.cancel(holder)
        due = Registration.objects.get(pk=first.pk).offer_until
        early = due - timedelta(microseconds=1)
        at_once(
            lambda first=first, early=early: self_service.accept(first, now=early),
            lambda one_seat=one_seat, due=due: registration.lapse(one_seat, now=due),
        )
        states = [Registration.objects.get(pk=one.pk).state for one in (first, second)]
        assert states in (["confirmed", "waiting"], ["lapsed", "offered"])
        assert held(one_seat) == 1
    assert invariants.check() == []


def test_offered_seats_are_safe_from_newcomers(event):
    one_seat = make_event(capacity=2, offer_hours=1)
    holder, first = guest(one_seat, "holder", seats=2), guest(one_seat, "first", seats=2)
    newcomers = [lambda n=n: guest(one_seat, n) for n in range(20)]
    at_once(*newcomers[:10], lambda: registration.cancel(holder), *newcomers[10:], lambda: self_service.accept(first))
    one_seat.refresh_from_db()
    assert Registration.objects.get(pk=first.pk).state in ("offered", "confirmed")
    assert set(Registration.objects.filter(seats=1).values_list("state", flat=True)) == {"waiting"}
    assert (held(one_seat), one_seat.seats_taken) == (2, 2)
    assert invariants.check() == []


def test_ticket_types_and_vouchers_are_never_oversold(event):
    few = TicketType.objects.create(event=event, name_de="Start-up", name_en="Start-up", fee=0, capacity=3)
    code = Voucher.objects.create(event=event, code="RUHR", kind="free", max_uses=2)
    answers = at_once(*[lambda n=n: guest(event, n, ticket_type=few, voucher="RUHR") for n in range(20)])
    assert sum(isinstance(answer, VoucherInvalid) for answer in answers) == 18
    at_once(*[lambda n=n: guest(event, f"b{n}", ticket_type=few) for n in range(20)])
    few.refresh_from_db()
    code.refresh_from_db()
    assert (few.seats_taken, code.used, held(event)) == (3, 2, 3)
    assert invariants.check() == []


def test_one_request_approved_by_two_takes_its_seats_once(event):
    Event.objects.filter(pk=event.pk).update(admission="approval")
    event.refresh_from_db()
    request = guest(event, "request", seats=4)
    at_once(*[lambda: office.approve(request, by=None)] * 6)
    event.refresh_from_db()
    assert (held(event), event.seats_taken) == (4, 4)


@pytest.fixture
def without_lock(monkeypatch):
    """The same verbs, but nobody waits for anybody."""
    monkeypatch.setattr(EventQuerySet, "locked", lambda rows: rows.order_by("pk"))


@pytest.fixture
def without_constraint():
    """The database no longer compares the counter with the capacity."""
    rule = next(c for c in Event._meta.constraints if c.name == "event_never_oversold")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Event, rule)
    yield
    Registration.objects.all().delete()
    Event.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(Event, rule)


def test_control_without_lock_and_constraint_seats_are_oversold(without_lock, without_constraint):
    for _ in range(10):
        event = make_event(capacity=3)
        at_once(*[lambda n=n, event=event: guest(event, n) for n in range(48)])
        if held(event) > 3:
            assert [line for line in invariants.check() if "of 3 seats held" in line] != []
            return
    pytest.fail("no overselling without the lock: these tests prove nothing")


def test_control_groups_share_the_last_seats_without_lock(without_lock, without_constraint):
    for _ in range(10):
        event = make_event(capacity=10)
        guest(event, "holder", seats=5)
        at_once(*[lambda n=n, s=s, event=event: guest(event, n, seats=s) for n, s in enumerate((3, 3, 2) * 2)])
        if held(event) > 10:
            return
    pytest.fail("no group too many without the lock: these tests prove nothing")


def test_control_newcomers_overtake_if_nobody_asks_who_waits(monkeypatch):
    event = make_event(capacity=3, offer_hours=1)
    guest(event, "holder", seats=2)
    group = guest(event, "group", seats=2)
    assert guest(event, "early").is_waiting
    monkeypatch.setattr(seating, "would_overtake", lambda event, ticket: False)
    assert (guest(event, "late").is_confirmed, group.is_waiting) == (True, True)


def test_the_constraint_alone_still_prevents_overselling(without_lock, event):
    at_once(*[lambda n=n: guest(event, n) for n in range(60)])
    event.refresh_from_db()
    assert held(event) == event.seats_taken
    assert held(event) <= 10


def test_control_cancelling_twice_without_lock_gives_seats_back_twice(without_lock, without_constraint):
    for _ in range(10):
        event = make_event(capacity=10)
        one, _other = guest(event, "one", seats=2), guest(event, "two", seats=8)
        at_once(*[lambda one=one: registration.cancel(one)] * 4)
        event.refresh_from_db()
        if event.seats_taken != held(event):
            return
    pytest.fail("no double release without the lock: these tests prove nothing")


def test_control_giving_one_seat_back_at_once_goes_wrong_without_lock(without_lock, without_constraint):
    for _ in range(10):
        event = make_event(capacity=10)
        one, _other = guest(event, "one", seats=3), guest(event, "two", seats=7)
        at_once(*[lambda one=one: parting.give_back(one, places=[2], of=3)] * 4)
        event.refresh_from_db()
        if event.seats_taken != held(event):
            return
    pytest.fail("no seat given back twice without the lock: these tests prove nothing")


def test_control_accepting_while_it_expires_goes_wrong_without_lock(without_lock, without_constraint):
    for _ in range(25):
        one_seat = make_event(capacity=1, offer_hours=1)
        holder, first, _second = (guest(one_seat, name) for name in ("holder", "first", "second"))
        registration.cancel(holder)
        due = Registration.objects.get(pk=first.pk).offer_until
        early = due - timedelta(microseconds=1)
        deeds = [
            lambda first=first, early=early: self_service.accept(first, now=early),
            lambda one_seat=one_seat, due=due: registration.lapse(one_seat, now=due),
        ]
        at_once(*deeds * 3)
        one_seat.refresh_from_db()
        if one_seat.seats_taken != held(one_seat) or held(one_seat) > 1:
            return
    pytest.fail("nothing goes wrong without the lock: these tests prove nothing")


def test_a_failing_letter_leaves_no_registration_behind(event):
    """One transaction: neither the deed without its letter nor the letter without its deed."""
    with transaction.atomic():
        guest(event, "one")
        transaction.set_rollback(True)
    event.refresh_from_db()
    assert (Registration.objects.count(), event.seats_taken) == (0, 0)
