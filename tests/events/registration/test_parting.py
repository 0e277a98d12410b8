"""One seat of three is given back: the others stay, names and check-ins keep their people, the next in line comes."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from events.door import verbs as door
from events.models import Guest, Registration
from events.papers import tickets
from events.refusals import IsHere, NotPossible, ReasonMissing, TooLateToCancel
from events.registration import parting, self_service
from events.registration import verbs as registration
from portal.payments import bookkeeping, checkout, following
from portal.payments.models import Payment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules_hold", "today")]


@pytest.fixture
def group(guest):
    """Anna with Ben and Cem."""

    def make(event, **details):
        mine = guest(event, "anna@example.org", name="Anna", seats=3, **details)
        for place, name in ((2, "Ben"), (3, "Cem")):
            Guest.objects.update_or_create(registration=mine, position=place, defaults={"name": name})
        return mine

    return make


def again(mine) -> Registration:
    return Registration.objects.select_related("event").get(pk=mine.pk)


def names(mine) -> list[tuple[int, str]]:
    return list(mine.guests.values_list("position", "name"))


@pytest.mark.parametrize(
    ("places", "left", "named"),
    [([2], 2, [(2, "Cem")]), ([3], 2, [(2, "Ben")]), ([2, 3], 1, []), ([3, 3], 2, [(2, "Ben")])],
)
def test_single_seats_go_and_names_follow(make_event, group, places, left, named):
    event = make_event(capacity=5)
    mine = parting.give_back(group(event), places=places, of=3)
    event.refresh_from_db()
    assert (mine.seats, event.seats_taken, again(mine).state, names(mine)) == (left, left, "confirmed", named)


@pytest.mark.parametrize(("places", "of"), [([1], 3), ([4], 3), ([], 3), ([2], 2), ([0], 3), ([-1], 3), ([2], 4)])
def test_what_does_not_fit_the_group_changes_nothing(make_event, group, places, of):
    mine = group(make_event())
    with pytest.raises(NotPossible):
        parting.give_back(mine, places=places, of=of)
    assert again(mine).seats == 3


def test_pressing_twice_frees_no_seat_more(make_event, group):
    mine = group(make_event())
    parting.give_back(mine, places=[2], of=3)
    with pytest.raises(NotPossible):
        parting.give_back(mine, places=[2], of=3)
    assert (again(mine).seats, names(mine)) == (2, [(2, "Cem")])


def test_the_waiting_list_gets_the_seat(make_event, guest, group, ticket, session):
    event = make_event(capacity=3)
    kind, part = ticket(event, fee=Decimal(0), capacity=3), session(event, capacity=3)
    mine = group(event, ticket_type=kind, sessions=[part])
    waits = guest(event, ticket_type=kind, sessions=[part])
    assert waits.is_waiting
    parting.give_back(mine, places=[3], of=3)
    for row in (event, kind, part):
        row.refresh_from_db()
    assert (again(waits).state, event.seats_taken, kind.seats_taken, part.seats_taken) == ("confirmed", 3, 3, 3)


def test_a_group_that_waits_becomes_small_enough(make_event, guest, group):
    event = make_event(capacity=3)
    guest(event, seats=2)
    mine = group(event)
    assert mine.is_waiting
    assert parting.give_back(mine, places=[2, 3], of=3).seats == 1
    assert again(mine).is_confirmed


def test_a_ticket_that_would_be_anothers_ends(make_event, group):
    for place, still_open in ((3, [True, True, False]), (2, [False, False, False])):
        mine = group(make_event())
        codes = [tickets.token(mine, place) for place in (1, 2, 3)]
        parting.give_back(mine, places=[place], of=3)
        assert [bool(tickets.read(code)) for code in codes] == still_open


def test_who_is_here_stays_and_moves_up_with_the_name(make_event, group, staff, now):
    event = make_event(starts_at=now + timedelta(hours=1))
    mine = group(event)
    door.check_in(mine, position=3, now=now)
    with pytest.raises(IsHere):
        parting.give_back(mine, places=[3], of=3, by=staff, reason="Zu voll")
    parting.give_back(mine, places=[2], of=3, by=staff, reason="Zu voll")
    assert (names(mine), mine.attendances.get().position) == ([(2, "Cem")], 2)


def test_guests_keep_to_the_deadline_and_staff_give_a_reason(make_event, group, staff, now):
    event = make_event(cancel_until=now - timedelta(hours=1))
    mine = group(event)
    assert (parting.may_give_back(mine), parting.may_give_back(mine, by=staff)) == (False, True)
    with pytest.raises(TooLateToCancel):
        parting.give_back(mine, places=[2], of=3)
    with pytest.raises(ReasonMissing):
        parting.give_back(mine, places=[2], of=3, by=staff)
    assert parting.give_back(mine, places=[2], of=3, by=staff, reason="Saal zu klein").seats == 2


# ---- money --------------------------------------------------------------------------------------------------------


def money(mine) -> list[tuple]:
    rows = Payment.objects.for_purpose(mine).order_by("pk")
    return [(one.state, one.amount, one.to_give_back, one.cause) for one in rows]


def test_what_nobody_has_paid_becomes_less(make_event, group, staff):
    mine = group(make_event(fee=Decimal(50)))
    assert parting.give_back(mine, places=[2], of=3).amount == Decimal(100)
    assert money(mine) == [("cancelled", 150, 0, "fewer"), ("open", 100, 0, "")]
    # Money for the larger amount that comes all the same goes back, and says why.
    bookkeeping.receive_transfer(Payment.objects.get(state="cancelled"), by=staff)
    assert money(mine) == [("refund_due", 150, 150, "fewer"), ("open", 100, 0, "")]


def pays(mine, how: str, stripe) -> Payment:
    """By transfer, by card, or by a debit that is under way, disputed or taken back."""
    payment = Payment.objects.for_purpose(mine).get()
    if how == "transfer":
        return bookkeeping.receive_transfer(payment, by=None)
    checkout.start(payment)
    stripe.pay(payment.session_id, debit=how == "pending")
    if how in {"disputed", "charged_back"}:
        intent = stripe.sessions[payment.session_id]["payment_intent"]
        stripe.dispute(intent, {"disputed": "needs_response", "charged_back": "lost"}[how])
    return following.settle(payment.session_id)


@pytest.mark.parametrize("by_staff", [False, True])
@pytest.mark.parametrize(
    ("how", "state", "due"),
    [
        ("transfer", "paid", Decimal("49.90")),
        ("card", "paid", Decimal("49.90")),
        # What is under way, disputed or taken back is due once it is there.
        ("pending", "pending", 0),
        ("disputed", "disputed", 0),
        ("charged_back", "charged_back", 0),
    ],
)
def test_what_was_paid_for_the_seat_goes_back(make_event, group, staff, stripe_server, how, state, due, by_staff):
    mine = group(make_event(fee=Decimal("49.90")))
    pays(mine, how, stripe_server)
    who = {"by": staff, "reason": "Saal zu klein"} if by_staff else {}
    mine = parting.give_back(mine, places=[2], of=3, **who)
    payment = Payment.objects.for_purpose(mine).get()
    assert (mine.seats, mine.amount, payment.state, payment.amount) == (2, Decimal("99.80"), state, Decimal("149.70"))
    assert (payment.to_give_back, payment.owed) == (due, Decimal("49.90"))
    assert payment.owed_for == ("office" if by_staff else "own")
    assert names(mine) == [(2, "Cem")]


@pytest.mark.parametrize("comes", [True, False])
def test_debit_under_way_settles_for_the_seats_that_are_left(make_event, group, stripe_server, comes):
    mine = group(make_event(fee=Decimal("49.90")))
    payment = pays(mine, "pending", stripe_server)
    parting.give_back(mine, places=[2, 3], of=3)
    (stripe_server.arrive if comes else stripe_server.fail)(payment.session_id)
    following.settle(payment.session_id)
    one, three = Decimal("49.90"), Decimal("149.70")
    assert money(mine) == ([("paid", three, 2 * one, "")] if comes else [("open", one, 0, "")])
    assert again(mine).state == ("confirmed" if comes else "awaiting_payment")


@pytest.mark.parametrize("how", ["transfer", "card"])
def test_part_goes_back_the_way_it_came_and_only_once(make_event, group, staff, stripe_server, post_office, how):
    mine = group(make_event(fee=Decimal("49.90")))
    pays(mine, how, stripe_server)
    parting.give_back(mine, places=[2], of=3)
    seen_twice = Payment.objects.get(), Payment.objects.get()
    bookkeeping.refund(seen_twice[0], by=staff)
    bookkeeping.refund(seen_twice[1], by=staff)
    assert money(mine) == [("paid", Decimal("149.70"), 0, "")]
    with pytest.raises(bookkeeping.NothingToRefund):
        bookkeeping.refund(Payment.objects.get(), by=staff)
    post_office()
    parting.give_back(again(mine), places=[2], of=2)
    bookkeeping.refund(Payment.objects.get(), by=staff)
    assert Payment.objects.get().refunded == Decimal("99.80")
    assert [one["amount"] for one in stripe_server.refunds] == ([4990, 4990] if how == "card" else [])
    told = [mail.body for mail in post_office() if mail.subject.startswith("Teilweise erstattet")]
    assert ["49,90" in told[0], "99,80" in told[1]] == [True, True]
    # The rest goes back with the registration.
    registration.cancel(again(mine))
    bookkeeping.refund(Payment.objects.get(), by=staff)
    assert (Payment.objects.get().state, Payment.objects.get().refunded) == ("refunded", Decimal("149.70"))
    assert sum(one["amount"] for one in stripe_server.refunds) == (14970 if how == "card" else 0)


@pytest.mark.parametrize(
    ("fee", "lowered", "seat"),
    [
        ("49.90", None, "49.90"),
        ("49.90", ("percent", "33"), "33.43"),
        ("0.99", ("percent", "50"), "0.50"),
        ("119.00", ("fixed", "59.50"), "59.50"),
        ("49.90", ("free", "0"), "0"),
    ],
)
def test_seat_gives_back_what_was_agreed_not_what_it_costs_today(make_event, group, ticket, coupon, fee, lowered, seat):
    event = make_event()
    early = ticket(event, fee=Decimal(fee), capacity=20)
    code = coupon(event, kind=lowered[0], value=Decimal(lowered[1])).code if lowered else ""
    mine = group(event, ticket_type=early, voucher=code)
    seat = Decimal(seat)
    assert mine.amount == 3 * seat
    for payment in Payment.objects.all():
        bookkeeping.receive_transfer(payment, by=None)
    early.fee = 2 * early.fee
    early.save()
    assert parting.give_back(again(mine), places=[2], of=3).amount == 2 * seat
    assert parting.give_back(again(mine), places=[2], of=2).amount == seat
    assert money(mine) == ([("paid", 3 * seat, 2 * seat, "")] if seat else [])


def test_cents_that_do_not_divide_are_rounded_once(make_event, group):
    mine = group(make_event())
    for amount, backs in {"100.00": ("33.33", "66.67"), "0.05": ("0.02", "0.03"), "10.01": ("3.34", "6.67")}.items():
        mine.amount = Decimal(amount)
        assert tuple(str(parting.price_of(mine, seats)) for seats in (1, 2)) == backs


def test_whoever_is_here_and_owes_again_is_asked_for_less(make_event, group, staff, now):
    event = make_event(fee=Decimal(50), starts_at=now + timedelta(hours=1))
    mine = group(event)
    payment = pays(mine, "transfer", None)
    door.check_in(again(mine), position=1, now=now)
    bookkeeping.undo_transfer(payment, by=staff, reason="Falsch zugeordnet")
    assert again(mine).is_confirmed
    parting.give_back(again(mine), places=[2], of=3, by=staff, reason="Nur zu zweit gekommen")
    assert money(mine) == [("cancelled", 150, 0, "fewer"), ("open", 100, 0, "")]


@pytest.mark.parametrize("by_staff", [False, True])
def test_letter_names_cause_and_amount(make_event, group, staff, stripe_server, post_office, by_staff):
    mine = group(make_event(fee=Decimal("49.90")))
    pays(mine, "card", stripe_server)
    before = len(post_office())
    who = {"by": staff, "reason": "Der Saal ist zu klein."} if by_staff else {}
    parting.give_back(again(mine), places=[2], of=3, **who)
    mail = next(one for one in post_office()[before:] if "anna@example.org" in one.to[0])
    body = " ".join(mail.body.replace("\u00a0", " ").split())
    cause = "Der Saal ist zu klein." if by_staff else "wie gewünscht"
    assert (cause in body, "49,90 €" in body, "Jetzt bezahlen" in body) == (True, True, False)


def test_pages_say_what_a_seat_brings_and_what_comes_back(client, staff, make_event, publish, group, stripe_server):
    event = make_event(fee=Decimal("49.90"))
    publish(event)
    mine = group(event)
    office = reverse("events_decide", args=[mine.pk, "give-back"])

    def reads(address):
        return " ".join(client.get(address).content.decode().replace("\u00a0", " ").split())

    own = again(mine).get_absolute_url() + "plaetze/"
    assert "zahlen Sie 49,90 € weniger" in reads(own)
    assert "49,90 € weniger verlangt" in reads(office)
    payment = pays(mine, "pending", stripe_server)
    assert "sobald" in reads(own)
    assert "sobald" in reads(office)
    stripe_server.arrive(payment.session_id)
    following.settle(payment.session_id)
    assert "bekommen Sie 49,90 €" in reads(own)
    assert "49,90 € auf dem Weg zurück" in reads(office)
    client.post(office, {"of": 3, "places": ["3"], "reason": "Saal zu klein"})
    for address in (again(mine).get_absolute_url(), payment.get_absolute_url()):
        assert "Von Ihrer Zahlung erstatten wir 49,90 €" in reads(address)


def test_both_sides_are_told(make_event, group, staff, post_office):
    mine = group(make_event())
    before = len(post_office())
    parting.give_back(mine, places=[2], of=3)
    parting.give_back(again(mine), places=[2], of=2, by=staff, reason="Der Saal ist zu klein.")
    told = [(mail.to[0].rpartition("<")[2].strip(">"), mail.subject, mail.body) for mail in post_office()[before:]]
    mine_told = [(subject, body) for to, subject, body in told if to == "anna@example.org"]
    assert len(told) == 4
    assert all(subject.startswith("Ihre Anmeldung hat sich geändert") for subject, _body in mine_told)
    assert sum("Der Saal ist zu klein." in body for _subject, body in mine_told) == 1
    assert all(again(mine).get_absolute_url() in body for _subject, body in mine_told)


def test_a_guest_gives_back_a_seat_on_the_own_page(client, make_event, publish, group):
    event = make_event()
    publish(event)
    mine = group(event)
    page = client.get(mine.get_absolute_url()).content.decode()
    address = mine.get_absolute_url() + "plaetze/"
    assert address in page
    asked = client.get(address).content.decode()
    assert ("Platz 2: Ben" in asked, "Platz 3: Cem" in asked, "Platz 1:" in asked) == (True, True, False)
    assert client.post(address, {"of": 3}).status_code == 422
    answer = client.post(address, {"of": 3, "places": ["2"]})
    assert (answer.status_code, answer.url) == (303, again(mine).get_absolute_url())
    after = client.get(answer.url).content.decode()
    assert ("Cem" in after, "Ben" in after) == (True, False)
    assert client.get(mine.get_absolute_url()).status_code == 404
    assert client.post(answer.url + "plaetze/", {"of": 3, "places": ["2"]}).status_code == 409
    assert client.post(answer.url + "plaetze/", {"of": 3, "places": ["9"]}).status_code == 422
    client.post(answer.url + "plaetze/", {"of": 2, "places": ["2"]})
    assert client.get(again(mine).get_absolute_url() + "plaetze/").status_code == 409


def test_staff_take_a_seat_back_with_a_reason(client, staff, make_event, group):
    mine = group(make_event())
    shown = client.get(reverse("wagtailsnippets_events_registration:inspect", args=[mine.pk])).content.decode()
    address = reverse("events_decide", args=[mine.pk, "give-back"])
    assert address in shown
    asked = client.get(address).content.decode()
    assert ('name="of" value="3"' in asked, 'for="id_of"' in asked) == (True, False)
    assert "Diese Plätze zurücknehmen" in asked
    assert client.post(address, {"of": 3, "places": ["3"]}).status_code == 422
    client.post(address, {"of": 3, "places": ["3"], "reason": "Saal zu klein"})
    assert (again(mine).seats, names(mine), again(mine).decision) == (2, [(2, "Ben")], "Saal zu klein")


def test_names_can_still_be_changed_afterwards(make_event, group):
    mine = parting.give_back(group(make_event()), places=[2], of=3)
    self_service.change(mine, self_service.Said(name="Anna", guests=[("Dora", "dora@example.org")]))
    assert names(mine) == [(2, "Dora")]
