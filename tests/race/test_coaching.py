"""Coaching under real concurrency. The control tests take the locks away and must see the rules broken."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, connections

from events.coaching import invariants
from events.coaching.booking import panels, seating
from events.coaching.booking import verbs as booking
from events.coaching.diary import verbs as publishing
from events.coaching.models import Account, Booking, Slot
from events.coaching.models.programme import AccountQuerySet
from events.coaching.models.slot import SlotQuerySet
from portal.refusals import Refusal
from tests.events.coaching.making import NOW, TUESDAY, book, make_coach, make_programme, make_slot

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
SAID = {"name": "Ada", "about": "x", "stage": "idea", "language": "de", "consent_version": "1", "startup": "Zell"}


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


def at_once(*deeds) -> list:
    """Run all deeds in threads that start together; each yields what it returns or the refusal."""
    start = Barrier(len(deeds))

    def run(deed):
        try:
            start.wait(timeout=30)
            return deed()
        except (Refusal, IntegrityError) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def made(results) -> int:
    return sum(isinstance(one, Booking) and one.state == "confirmed" for one in results)


def test_of_sixteen_clients_on_one_slot_one_gets_it_and_the_others_wait():
    slot = make_slot()
    results = at_once(*[lambda n=n: book(slot, f"c{n}@example.org") for n in range(16)])
    assert made(results) == 1
    assert Booking.objects.waiting().count() == 15
    assert invariants.check() == []


def test_quota_is_never_exceeded_by_bookings_at_once():
    programme = make_programme(hours=3)
    slots = [make_slot(make_coach(), programme=programme) for _ in range(8)]
    book(make_slot(programme=programme), "c@example.org")
    results = at_once(*[lambda s=s: book(s, "c@example.org") for s in slots])
    assert made(results) == 2
    assert Account.objects.get().minutes_taken == 180
    assert invariants.check() == []


def test_two_panels_on_the_same_coaches_in_both_orders_end_with_one_and_no_deadlock():
    slots = [make_slot(make_coach(craft=craft)) for craft in ("expert", "expert", "lawyer")]

    def take(rows, n):
        return panels.book_panel(rows, email=f"c{n}@example.org", now=NOW, **SAID)

    results = at_once(*[lambda n=n: take(slots if n % 2 else slots[::-1], n) for n in range(8)])
    assert sum(isinstance(one, list) for one in results) == 1
    assert Booking.objects.count() == 3
    assert invariants.check() == []


@pytest.fixture
def withdrawn_beside_a_new_panel(monkeypatch):
    """A coach takes a time back; between the look and the lock a client books a panel with it."""
    slots = [make_slot(make_coach(craft=craft)) for craft in ("expert", "lawyer")]
    locked, to_book = seating.locked, [slots]

    def locked_after_the_panel(*keys, **wanted):
        if to_book:
            rows = to_book.pop()
            at_once(lambda: panels.book_panel(rows, email="ada@example.org", now=NOW, **SAID))
        return locked(*keys, **wanted)

    monkeypatch.setattr(seating, "locked", locked_after_the_panel)
    return lambda: publishing.withdraw(slots[1], by=None, now=NOW)


def test_panel_booked_while_a_coach_withdraws_falls_as_a_whole(withdrawn_beside_a_new_panel):
    withdrawn_beside_a_new_panel()
    assert list(Booking.objects.values_list("state", flat=True)) == ["cancelled", "cancelled"]
    assert invariants.check() == []


def test_control_without_a_second_look_half_a_panel_is_left(withdrawn_beside_a_new_panel, monkeypatch):
    monkeypatch.setattr(publishing, "_are_all", lambda rows, slot: True)
    withdrawn_beside_a_new_panel()
    assert set(Booking.objects.values_list("state", flat=True)) == {"cancelled", "confirmed"}


@pytest.fixture
def asked_of_three():
    """A panel on the hours of others: each coach is asked, nobody has answered."""
    programme = make_programme(hours=10)
    book(make_slot(make_coach(), first=TUESDAY + timedelta(days=1), programme=programme), "ada@example.org")
    slots = [make_slot(make_coach(craft=craft), programme=programme) for craft in ("expert", "expert", "lawyer")]
    asked = panels.book_panel(slots, email="eve@example.org", now=NOW, **SAID | {"startup": "Zellschmiede"})
    assert {one.state for one in asked} == {"requested"}
    return asked


def states(panel) -> list[str]:
    return sorted(Booking.objects.filter(panel=panel[0].panel).values_list("state", flat=True))


def test_coaches_of_a_panel_who_decline_at_once_are_one_no(asked_of_three):
    results = at_once(*[lambda one=one: booking.decline(one, by=None, now=NOW) for one in asked_of_three])
    assert [type(one).__name__ for one in results].count("NotPossible") == 2
    assert states(asked_of_three) == ["cancelled", "cancelled", "declined"]
    assert Account.objects.get().minutes_taken == 60
    assert invariants.check() == []


@pytest.mark.parametrize("round_", range(3))
def test_a_no_beside_a_yes_ends_the_panel_whoever_was_first(asked_of_three, round_):
    first, second, third = asked_of_three
    at_once(
        lambda: booking.confirm(first, by=None, now=NOW),
        lambda: booking.decline(second, by=None, now=NOW),
        lambda: booking.cancel(third, now=NOW),
    )
    assert not Booking.objects.filter(panel=first.panel).active().exists()
    assert Account.objects.get().minutes_taken == 60
    assert invariants.check() == []


def test_control_without_locks_every_coach_declines_for_all(asked_of_three):
    """The same look and write without the locks: if one of them counted, the tests above would prove nothing."""
    looked = Barrier(len(asked_of_three))

    def naive(one):
        is_open = Booking.objects.get(pk=one.pk).state == "requested"
        looked.wait(timeout=30)
        if is_open:
            Booking.objects.filter(pk=one.pk).update(state="declined")

    at_once(*[lambda one=one: naive(one) for one in asked_of_three])
    assert states(asked_of_three) == ["declined"] * 3


def test_cancelling_twice_at_once_gives_the_seat_back_once():
    slot = make_slot(seats=3)
    one, _other = book(slot), book(slot)
    at_once(*[lambda: booking.cancel(one, now=NOW)] * 6)
    slot.refresh_from_db()
    assert slot.seats_taken == 1
    assert invariants.check() == []


def test_accepting_while_the_offer_expires_has_one_winner():
    for _ in range(5):
        slot = make_slot()
        first, second, third = book(slot), book(slot), book(slot)
        booking.cancel(first, now=NOW)
        late = NOW + timedelta(hours=24)
        at_once(
            lambda second=second, late=late: booking.accept(second, now=late - timedelta(seconds=1)),
            lambda slot=slot, late=late: booking.lapse(slot, now=late),
        )
        states = (Booking.objects.get(pk=second.pk).state, Booking.objects.get(pk=third.pk).state)
        assert states in {("confirmed", "waiting"), ("lapsed", "offered")}
    assert invariants.check() == []


def test_clients_who_swap_their_times_meet_no_deadlock():
    coach = make_coach()
    slots = [make_slot(coach, first=TUESDAY + timedelta(days=n), seats=5) for n in range(2)]
    here, there = [book(slots[0]) for _ in range(4)], [book(slots[1]) for _ in range(4)]
    deeds = [lambda one=one: booking.reschedule(one, to=slots[1], now=NOW) for one in here]
    deeds += [lambda one=one: booking.reschedule(one, to=slots[0], now=NOW) for one in there]
    results = at_once(*deeds)
    assert all(isinstance(one, Booking | Refusal) for one in results)
    assert invariants.check() == []


@pytest.fixture
def without_locks(monkeypatch):
    """The same verbs, but nobody waits for anybody, and the database does not compare the counters."""
    monkeypatch.setattr(SlotQuerySet, "locked", lambda rows: rows.order_by("pk"))
    monkeypatch.setattr(AccountQuerySet, "locked", lambda rows: rows.order_by("pk"))
    rules = {Slot: "slot_never_oversold", Account: "account_never_overdrawn"}
    kept = [(m, next(c for c in m._meta.constraints if c.name == name)) for m, name in rules.items()]
    with connection.schema_editor() as editor:
        for model, rule in kept:
            editor.remove_constraint(model, rule)
    yield
    for model in (Booking, Slot, Account):
        model.objects.all().delete()
    with connection.schema_editor() as editor:
        for model, rule in kept:
            editor.add_constraint(model, rule)


def test_control_without_locks_one_slot_is_given_to_several(without_locks):
    for _ in range(10):
        slot = make_slot()
        at_once(*[lambda n=n, slot=slot: book(slot, f"c{n}@example.org") for n in range(12)])
        if slot.bookings.holding().count() > 1:
            assert [line for line in invariants.check() if line.startswith("slot")] != []
            return
    pytest.fail("no overbooking without the locks: these tests prove nothing")


def test_control_without_locks_the_quota_is_exceeded(without_locks):
    for _ in range(10):
        programme = make_programme(hours=2)
        slots = [make_slot(make_coach(), programme=programme) for _ in range(8)]
        book(make_slot(programme=programme))  # opens the account: writing a new one would make the others wait
        at_once(*[lambda s=s, n=n: book(s, f"c{n}@example.org") for n, s in enumerate(slots)])
        if Booking.objects.holding().filter(account__programme=programme).count() > 2:
            return
    pytest.fail("no overdrawn account without the locks: these tests prove nothing")


def test_control_without_locks_a_panel_is_taken_in_part_or_twice(without_locks):
    for _ in range(10):
        slots = [make_slot(make_coach(craft=craft)) for craft in ("expert", "lawyer")]
        at_once(
            *[
                lambda n=n, slots=slots: panels.book_panel(slots, email=f"c{n}@example.org", now=NOW, **SAID)
                for n in range(8)
            ]
        )
        if slots[0].bookings.holding().count() > 1 or invariants.check():
            return
    pytest.fail("no broken panel without the locks: these tests prove nothing")
