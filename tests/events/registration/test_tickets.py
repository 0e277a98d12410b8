"""Ticket types, vouchers and sessions: prices, contingents, who may have what."""

from datetime import timedelta
from decimal import Decimal

import pytest

from events import letters
from events.models import Event, Registration
from events.refusals import (
    GroupTooLarge,
    PriceHasChanged,
    SessionFull,
    SessionsOverlap,
    TicketMissing,
    TicketNotForYou,
    TicketNotOnSale,
    VoucherInvalid,
)
from events.registration import self_service
from events.registration import verbs as registration
from portal.accounts.models import Institution, Membership
from portal.letters import outbox
from tests.events.reading import fresh

pytestmark = pytest.mark.usefixtures("rules_hold")


def test_an_event_with_ticket_types_asks_which(event, guest, ticket):
    kept = ticket(event)
    with pytest.raises(TicketMissing):
        guest(event)
    one = guest(event, seats=2, ticket_type=kept)
    assert (one.ticket_type, one.amount, one.state) == (kept, Decimal(160), "awaiting_payment")
    assert (fresh(kept).seats_taken, fresh(event).seats_taken) == (2, 2)


def test_a_ticket_of_another_event_is_none(make_event, guest, ticket):
    here, there = make_event(), make_event()
    ticket(here)
    with pytest.raises(TicketMissing):
        guest(here, ticket_type=ticket(there))


def test_both_counters_follow_a_cancellation(event, guest, ticket, now):
    kept = ticket(event, fee=0)
    registration.cancel(guest(event, seats=3, ticket_type=kept), now=now)
    assert (fresh(kept).seats_taken, fresh(event).seats_taken) == (0, 0)


def test_a_sold_out_type_waits_while_others_go_on(event, guest, ticket, now):
    few, many = ticket(event, "Start-up", fee=0, capacity=1), ticket(event, fee=0)
    first = guest(event, ticket_type=few)
    second = guest(event, ticket_type=few, now=now + timedelta(minutes=1))
    other = guest(event, ticket_type=many, now=now + timedelta(minutes=2))
    assert [first.state, second.state, other.state] == ["confirmed", "waiting", "confirmed"]
    registration.cancel(first, now=now)
    assert fresh(second).state == "confirmed"


def test_a_group_whose_type_is_sold_out_leaves_no_seats_empty_for_others(make_event, guest, ticket, now):
    event = make_event(capacity=5)
    few, many = ticket(event, "Start-up", fee=0, capacity=3), ticket(event, fee=0)
    guest(event, seats=3, ticket_type=few)
    holder = guest(event, seats=2, ticket_type=many)
    group = guest(event, seats=3, ticket_type=few, now=now + timedelta(minutes=1))
    single = guest(event, ticket_type=many, now=now + timedelta(minutes=2))
    registration.cancel(holder, now=now)
    assert [fresh(group).state, fresh(single).state] == ["waiting", "confirmed"]


def test_nobody_overtakes_within_a_type(event, guest, ticket, now):
    few = ticket(event, fee=0, capacity=3)
    guest(event, seats=2, ticket_type=few)
    guest(event, seats=2, ticket_type=few, now=now + timedelta(minutes=1))
    assert guest(event, ticket_type=few, now=now + timedelta(minutes=2)).state == "waiting"


def test_who_waits_for_the_event_stops_all_types(make_event, guest, ticket, now):
    event = make_event(capacity=2)
    one, other = ticket(event, "A", fee=0), ticket(event, "B", fee=0)
    holders = [guest(event, ticket_type=one) for _ in range(2)]
    group = guest(event, seats=2, ticket_type=one, now=now + timedelta(minutes=1))
    registration.cancel(holders[0], now=now)
    assert guest(event, ticket_type=other, now=now + timedelta(minutes=2)).state == "waiting"
    registration.cancel(holders[1], now=now)
    assert fresh(group).state == "confirmed"


def test_a_group_larger_than_its_type_is_told_so(event, guest, ticket):
    with pytest.raises(GroupTooLarge):
        guest(event, seats=3, ticket_type=ticket(event, capacity=2))


@pytest.mark.parametrize("window", [{"sale_from": 1}, {"sale_until": 0}])
def test_a_type_is_sold_in_its_time_only(event, guest, ticket, now, window):
    moments = {name: now + timedelta(hours=hours) for name, hours in window.items()}
    with pytest.raises(TicketNotOnSale):
        guest(event, ticket_type=ticket(event, **moments))


def test_a_type_may_be_for_target_groups_only(event, guest, ticket):
    kept = ticket(event, target_groups=["university"])
    with pytest.raises(TicketNotForYou):
        guest(event, ticket_type=kept, target_group="startup")
    assert guest(event, ticket_type=kept, target_group="university").ticket_type == kept


def test_the_member_price_is_for_people_of_member_institutions(event, guest, ticket, django_user_model):
    kept = ticket(event, members_only=True)
    user = django_user_model.objects.create_user("a@example.org")
    with pytest.raises(TicketNotForYou):
        guest(event, ticket_type=kept, user=user)
    house = Institution.objects.create(name="Haus", slug="haus", kind="company", category="full")
    Membership.objects.create(user=user, institution=house)
    assert guest(event, ticket_type=kept, user=user).ticket_type == kept


def test_a_new_price_is_told_before_it_is_owed(event, guest, ticket):
    kept = ticket(event, fee=Decimal(90))
    with pytest.raises(PriceHasChanged):
        guest(event, ticket_type=kept, shown_fee=Decimal(80))
    assert Registration.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "value", "owed"),
    [("percent", 25, "60.00"), ("fixed", 10, "10.00"), ("fixed", 99, "80.00"), ("free", 0, "0")],
)
def test_vouchers_lower_the_price(event, guest, ticket, coupon, kind, value, owed):
    kept, code = ticket(event), coupon(event, kind=kind, value=value)
    one = guest(event, ticket_type=kept, voucher=" ruhr ", shown_fee=Decimal(80))
    assert (one.amount, fresh(code).used) == (Decimal(owed), 1)
    assert one.state == ("awaiting_payment" if Decimal(owed) else "confirmed")


def test_a_voucher_is_used_as_often_as_allowed_and_comes_back(make_event, guest, coupon, now):
    event = make_event(fee=Decimal(10))
    code = coupon(event, kind="free", max_uses=1)
    one = guest(event, voucher="RUHR")
    with pytest.raises(VoucherInvalid):
        guest(event, voucher="RUHR")
    registration.cancel(one, now=now)
    assert fresh(code).used == 0
    assert guest(event, voucher="Ruhr").amount == 0


def test_every_wrong_code_gets_the_same_answer(make_event, guest, ticket, coupon, now):
    event = make_event()
    kept, other = ticket(event), ticket(event, "Anderes")
    coupon(event, "OTHER", ticket_type=other)
    coupon(event, "OVER", valid_until=now)
    coupon(event, "USED", max_uses=0)
    said = set()
    for code in ("NOTHING", "OTHER", "OVER", "USED"):
        with pytest.raises(VoucherInvalid) as refusal:
            guest(event, ticket_type=kept, voucher=code)
        said.add(str(refusal.value))
    assert len(said) == 1


def test_sessions_have_seats_of_their_own(event, guest, session, now):
    lab = session(event, capacity=2)
    one = guest(event, seats=2, sessions=[lab])
    assert fresh(lab).seats_taken == 2
    with pytest.raises(SessionFull):
        guest(event, sessions=[lab])
    registration.cancel(one, now=now)
    assert fresh(lab).seats_taken == 0


def test_sessions_at_the_same_time_exclude_each_other(event, guest, session):
    morning, parallel, after = session(event), session(event, "Saal", length=2), session(event, "Danach", hour=1)
    with pytest.raises(SessionsOverlap):
        guest(event, sessions=[morning, parallel])
    guest(event, sessions=[morning, after])
    assert [fresh(one).seats_taken for one in (morning, parallel, after)] == [1, 0, 1]


def test_who_moves_up_keeps_the_seat_though_a_session_is_full(make_event, guest, session, now):
    event = make_event(capacity=2, offer_hours=24)
    lab = session(event, capacity=1)
    first, second = guest(event), guest(event, sessions=[lab])
    waits = guest(event, sessions=[lab], now=now + timedelta(minutes=1))
    registration.cancel(first, now=now)
    assert fresh(waits).state == "offered"
    assert (fresh(lab).seats_taken, waits.session_seats.count()) == (1, 0)
    written, _ = outbox.build(letters.seats_offered.kind, waits.pk, None)
    assert ("Kein Platz mehr in", "10:00–11:00 Uhr: Labor") in written.facts
    assert self_service.accept(waits, now=now).is_confirmed
    assert fresh(second).state == "confirmed"


def test_saving_an_event_leaves_counters_alone(event, guest, ticket):
    kept = ticket(event, fee=0)
    stale = fresh(kept)
    guest(event, ticket_type=kept)
    stale.name_de = "Umbenannt"
    stale.save()
    assert (fresh(kept).seats_taken, fresh(kept).name_de) == (1, "Umbenannt")
    assert Event.objects.get(pk=event.pk).seats_taken == 1
