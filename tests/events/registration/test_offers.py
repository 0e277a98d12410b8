"""The waiting list offers seats: in its order, for a while, to whole groups."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from time_machine import travel
from wagtail.models import ModelLogEntry

from events import invariants, letters
from events.models import Event, Registration
from events.refusals import NoRoom, NotPossible, OfferIsOver, ReasonMissing
from events.registration import office, self_service
from events.registration import verbs as registration
from events.staff import dates
from events.tasks import lapse_unpaid
from portal.database import clock
from portal.language import times
from portal.letters import outbox
from portal.payments.models import Payment

DAY = timedelta(hours=24)


@pytest.fixture(autouse=True)
def _rules_hold(db):
    yield
    assert invariants.check() == []


@pytest.fixture
def offering(make_event):
    """Two seats, a day to accept."""
    return make_event(capacity=2, offer_hours=24)


def state(*registrations):
    rows = dict(Registration.objects.values_list("pk", "state"))
    return [rows[one.pk] for one in registrations]


def fresh(one):
    return Registration.objects.get(pk=one.pk)


def posted(kind):
    jobs = ProcrastinateJob.objects.filter(task_name="letters.deliver").order_by("id")
    return [job.args["pk"] for job in jobs if job.args["kind"] == f"events.{kind}"]


@pytest.fixture
def line(offering, guest, now):
    """One guest holds both seats, three wait: `line.first`, …"""
    holder = guest(offering, seats=2)
    waiting = [guest(offering, now=now + timedelta(minutes=n)) for n in range(1, 4)]
    return holder, *waiting


def test_freed_seats_are_offered_in_the_order_of_arrival(offering, line, now):
    holder, first, second, third = line
    registration.cancel(holder, now=now + timedelta(hours=1))
    assert state(first, second, third) == ["offered", "offered", "waiting"]
    assert fresh(first).offer_until == now + timedelta(hours=25)
    assert Event.objects.get(pk=offering.pk).seats_taken == 2
    assert posted("seats_offered") == [first.pk, second.pk]


def test_a_newcomer_does_not_get_seats_that_are_offered(offering, line, guest, now):
    registration.cancel(line[0], now=now)
    assert state(guest(offering, now=now + timedelta(hours=2))) == ["waiting"]


def test_accepting_confirms_and_accepting_twice_is_quiet(line, now):
    holder, first, *_ = line
    registration.cancel(holder, now=now)
    for _ in range(2):
        assert self_service.accept(first, now=now + timedelta(hours=3)).state == "confirmed"
    assert posted("registered").count(first.pk) == 1


def test_accepting_a_paid_seat_asks_for_the_fee(make_event, guest, now):
    event = make_event(capacity=1, offer_hours=24, fee=Decimal("49.90"))
    holder, waits = guest(event), guest(event)
    registration.cancel(holder, now=now)
    assert Payment.objects.for_purpose(waits).count() == 0
    accepted = self_service.accept(waits, now=now)
    assert (accepted.state, accepted.pay_until) == ("awaiting_payment", times.end_of_day(now + timedelta(days=7)))
    assert Payment.objects.for_purpose(waits).get().amount == Decimal("49.90")
    assert posted("payment_asked") == [holder.pk, waits.pk]


def test_an_offer_not_accepted_in_time_goes_to_the_next(line, now):
    holder, first, second, third = line
    registration.cancel(holder, now=now)
    self_service.accept(second, now=now)
    with pytest.raises(OfferIsOver):
        self_service.accept(first, now=now + DAY)
    assert state(first, second, third) == ["lapsed", "confirmed", "offered"]
    assert fresh(third).offer_until == now + 2 * DAY
    assert posted("offer_lapsed") == [first.pk]


def test_the_last_second_of_an_offer_counts(line, now):
    registration.cancel(line[0], now=now)
    assert self_service.accept(line[1], now=now + DAY - timedelta(seconds=1)).is_confirmed


def test_clock_passes_an_offer_on_by_itself(line, now):
    holder, first, second, third = line
    registration.cancel(holder, now=now)
    with travel(now + DAY, tick=False):
        lapse_unpaid(timestamp=0)
    assert state(first, second, third) == ["lapsed", "lapsed", "offered"]


def test_a_worker_whose_clock_runs_fast_ends_no_offer_early(line, database_clock, monkeypatch):
    monkeypatch.setattr(clock, "now", database_clock)
    holder, first, second, third = line
    registration.cancel(holder, now=database_clock() - DAY + timedelta(minutes=2))
    with travel(database_clock() + timedelta(minutes=5)):
        lapse_unpaid(timestamp=0)
        assert state(first, second, third) == ["offered", "offered", "waiting"]
        assert self_service.accept(first).is_confirmed


def test_declining_passes_the_seats_on(line, now):
    holder, first, second, third = line
    registration.cancel(holder, now=now)
    registration.cancel(first, now=now)
    assert state(first, second, third) == ["cancelled", "offered", "offered"]


def test_an_offer_ends_at_the_latest_when_the_event_begins(make_event, guest, now):
    event = make_event(capacity=1, offer_hours=24, starts_at=now + timedelta(hours=5))
    holder, waits = guest(event), guest(event)
    registration.cancel(holder, now=now)
    assert fresh(waits).offer_until == event.starts_at


@pytest.mark.parametrize(("begun", "hours"), [(timedelta(hours=-30), 24), (timedelta(hours=1), 2)])
def test_an_offer_after_the_deadline_of_registration_may_still_be_accepted(
    make_event, guest, now, admin_user, begun, hours
):
    """Out of turn, a while before the event or while it is on: never until a moment that is over."""
    event = make_event(capacity=1, offer_hours=24, registration_closes_at=now + DAY)
    guest(event)
    waits = guest(event)
    late = event.starts_at + begun
    Event.objects.update(capacity=2)
    office.promote_out_of_turn(waits, by=admin_user, reason="Podium", now=late)
    assert fresh(waits).offer_until == late + timedelta(hours=hours)
    assert self_service.accept(waits, now=late + timedelta(hours=1)).is_confirmed


@pytest.mark.parametrize(
    ("saturday", "told"),
    [
        (datetime(2027, 3, 27, 11, 0, tzinfo=UTC), "Sonntag, 28. März 2027, 13:00 Uhr (MESZ)"),
        (datetime(2026, 10, 24, 10, 0, tzinfo=UTC), "Sonntag, 25. Oktober 2026, 11:00 Uhr (MEZ)"),
    ],
)
def test_a_day_to_accept_is_24_real_hours_when_the_clocks_change(make_event, guest, publish, saturday, told):
    """Offered on Saturday at noon: an hour later on the wall in spring, an hour earlier in autumn."""
    event = make_event(capacity=1, offer_hours=24, starts_at=saturday + timedelta(days=20))
    publish(event)
    holder, waits = guest(event, now=saturday), guest(event, now=saturday)
    registration.cancel(holder, now=saturday)
    written, _ = outbox.build(letters.seats_offered.kind, waits.pk, None)
    assert told in written.paragraphs[1]


def test_a_group_is_offered_all_its_seats_or_none(make_event, guest, now):
    event = make_event(capacity=3, offer_hours=24)
    holders = [guest(event) for _ in range(3)]
    group, single = guest(event, seats=2, now=now), guest(event, now=now + timedelta(minutes=1))
    registration.cancel(holders[0], now=now)
    assert state(group, single) == ["waiting", "waiting"]
    registration.cancel(holders[1], now=now)
    assert state(group, single) == ["offered", "waiting"]


def test_more_seats_move_the_list_at_once(offering, line, now):
    dates.resize(offering, capacity=4, now=now)
    assert state(*line) == ["confirmed", "offered", "offered", "waiting"]


def test_staff_let_somebody_overtake_for_a_reason_that_is_logged(make_event, guest, now, django_user_model):
    staff = django_user_model.objects.create_user("staff@example.org")
    event = make_event(capacity=3, offer_hours=24)
    guest(event, seats=2)
    group, single = guest(event, seats=2), guest(event, now=now + timedelta(minutes=1))
    office.promote_out_of_turn(single, by=staff, reason="Spricht auf dem Podium", now=now)
    assert state(group, single) == ["waiting", "offered"]
    line = ModelLogEntry.objects.get(action="events.promote_out_of_turn")
    assert (line.user, line.data) == (staff, {"reason": "Spricht auf dem Podium"})


def test_overtaking_needs_a_reason_free_seats_and_somebody_who_waits(line, now, django_user_model):
    staff = django_user_model.objects.create_user("staff@example.org")
    holder, first, *_ = line
    with pytest.raises(ReasonMissing):
        office.promote_out_of_turn(first, by=staff, reason=" ", now=now)
    with pytest.raises(NoRoom):
        office.promote_out_of_turn(first, by=staff, reason="Podium", now=now)
    with pytest.raises(NotPossible):
        office.promote_out_of_turn(holder, by=staff, reason="Podium", now=now)


def test_the_office_is_told_when_somebody_cancels(line, now):
    registration.cancel(line[0], now=now)
    assert posted("office_cancelled") == [line[0].pk]


def test_page_of_the_offer_tells_the_deadline_and_accepts_by_post_only(line, publish, offering, client, now):
    publish(offering)
    with travel(now, tick=False):
        registration.cancel(line[0])
        page = client.get(line[1].get_absolute_url()).content.decode()
        assert "Samstag, 21. November 2026, 10:00 Uhr (MEZ)" in page
        door = line[1].get_absolute_url() + "annehmen/"
        assert client.get(door).status_code == 405
        assert state(line[1]) == ["offered"]
        assert client.post(door).status_code == 303
        assert state(line[1]) == ["confirmed"]


def test_page_says_when_an_offer_is_over(line, publish, offering, client, now):
    publish(offering)
    registration.cancel(line[0], now=now)
    with travel(now + DAY, tick=False):
        answer = client.post(line[1].get_absolute_url() + "annehmen/")
    assert answer.status_code == 409
    assert "Die Frist für diese Plätze ist abgelaufen" in answer.content.decode()
