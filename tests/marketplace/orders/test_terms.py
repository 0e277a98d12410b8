"""What lies on the table between both sides: proposals, lines, and who is paid."""

import re
from datetime import time, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from marketplace.availability.periods import OutsideOpeningHours
from marketplace.models import Hold, Line, Listing, Order, Proposal, Tariff
from marketplace.offers import verbs as offering
from marketplace.orders import buttons, paying, sides
from marketplace.orders import verbs as ordering
from marketplace.orders.bargain import LineSaid
from marketplace.orders.sides import Reader
from marketplace.refusals import (
    NothingProposed,
    NothingToPay,
    NotPossible,
    OwnRequest,
    PriceMissing,
    Taken,
    TermsChanged,
)
from portal.accounts.kinds import InstitutionKind
from portal.accounts.models import BankDetails
from portal.payments.models import Payment
from tests.marketplace.making import NOW, berlin, institution, later, member, person, place, released

pytestmark = pytest.mark.django_db
OTHER_TIME = (berlin("2027-01-13 10:00"), berlin("2027-01-13 14:00"))
LINE = LineSaid(text="Messung", net=Decimal("100"), quantity=Decimal(3), unit="sample", vat="standard")


def owner(order) -> object:
    return member(order.listing.institution)


def propose(order, *, by=None, lines=(), now=NOW, **said) -> Order:
    return ordering.propose(order, lines=lines, by=by or owner(order), now=now, **said)


def on_the_table(order) -> list[tuple]:
    return [(row.side, row.price, row.period == order.period) for row in order.proposals.all()]


def test_another_time_is_held_until_the_orderer_answers_and_agreed_when_confirmed():
    order = propose(place(released()), period=OTHER_TIME, message="Da ist es frei.")
    assert (order.state, order.price, order.starts_at) == ("proposed", Decimal("160.00"), OTHER_TIME[0])
    assert on_the_table(order) == [("orderer", Decimal("80.00"), False), ("owner", Decimal("160.00"), True)]
    with pytest.raises(Taken):
        propose(place(order.listing, by=person("b@example.org")), period=OTHER_TIME)
    order = ordering.confirm(order, by=order.orderer, now=NOW)
    assert (order.state, [line.total for line in order.lines.filter(proposal=None)]) == (
        "accepted",
        [Decimal("160.00")],
    )
    assert Hold.objects.get().period == order.period


def test_a_service_gets_its_price_by_a_proposal():
    order = place(released("service"), start=None, end=None)
    assert order.price is None
    order = ordering.confirm(propose(order, lines=[LINE]), by=order.orderer, now=NOW)
    assert (order.state, order.price) == ("accepted", Decimal("357.00"))
    line = order.lines.get(proposal=None)
    assert (line.text, line.quantity, line.net, line.vat, line.total) == ("Messung", 3, 100, "standard", Decimal("357"))


def test_a_sale_without_a_price_is_asked_for_and_gets_one_before_it_is_sold():
    listing = released("sale", price=None)
    order = place(listing)
    assert (order.state, Hold.objects.count()) == ("requested", 0)
    with pytest.raises(PriceMissing):
        ordering.accept(order, by=None, now=NOW)
    order = propose(order, lines=[LineSaid(text="Waage", net=Decimal("900"))])
    assert (order.state, Hold.objects.count()) == ("proposed", 1)
    order = ordering.confirm(order, by=order.orderer, now=NOW)
    assert (order.state, Payment.objects.get().amount) == ("awaiting_payment", Decimal("900"))


def test_the_orderer_proposes_too_and_then_it_is_a_request_that_holds_nothing():
    order = propose(place(released()), lines=[LINE])
    order = propose(order, by=order.orderer, period=OTHER_TIME, message="Lieber später.")
    assert (order.state, order.starts_at, Hold.objects.count()) == ("requested", OTHER_TIME[0], 0)
    assert [row.side for row in order.proposals.all()] == ["orderer", "owner", "orderer"]
    assert ordering.accept(order, by=owner(order), now=NOW).state == "accepted"


def test_a_second_proposal_of_the_institution_holds_the_new_time_alone():
    order = propose(propose(place(released()), period=OTHER_TIME), period=(OTHER_TIME[0], berlin("2027-01-13 12:00")))
    assert Hold.objects.get().period == order.period
    assert order.proposals.count() == 3


def test_an_unanswered_proposal_lapses_and_frees_what_it_held():
    order = propose(place(released()), period=OTHER_TIME, until=later(days=1))
    start, end = "2027-01-13 10:00", "2027-01-13 12:00"
    other = place(order.listing, by=person("b@example.org"), now=later(days=1, hours=1), start=start, end=end)
    order.refresh_from_db()
    assert (order.state, other.state) == ("lapsed", "requested")


def test_a_proposal_against_the_listings_rules_is_refused():
    listing = released(opening_days=[0])
    order = place(listing, start="2027-01-18 10:00", end="2027-01-18 12:00")
    with pytest.raises(OutsideOpeningHours):
        propose(order, period=OTHER_TIME)
    assert not Proposal.objects.exists()


def test_a_withdrawn_listing_leaves_no_proposal_behind():
    order = propose(place(released()), lines=[LINE])
    offering.withdraw(order.listing, by=None, now=NOW)
    order.refresh_from_db()
    assert (order.state, Hold.objects.count()) == ("declined", 0)


def test_nothing_is_no_proposal():
    with pytest.raises(NothingProposed):
        propose(place(released()))


@pytest.mark.parametrize("state", sorted(set(ordering.OrderState.values) - ordering.OrderState.NEGOTIABLE))
def test_what_is_decided_is_negotiated_no_more(state):
    order = place(released())
    Order.objects.filter(pk=order.pk).update(state=state)
    with pytest.raises(NotPossible):
        propose(order, lines=[LINE])
    with pytest.raises(NotPossible):
        ordering.confirm(order, by=order.orderer, now=NOW)


def test_a_request_that_is_not_binding_comes_back_as_a_proposal():
    order = ordering.accept(place(released(), binding=False), by=None, now=NOW)
    assert (order.state, order.price) == ("proposed", Decimal("80.00"))
    assert ordering.confirm(order, by=order.orderer, now=NOW).state == "accepted"


@pytest.mark.parametrize(
    ("approval", "pressed", "binding"),
    [
        ("request", {"binding": "no"}, False),
        ("request", {"binding": "yes"}, True),
        ("request", {}, True),
        ("instant", {"binding": "no"}, True),
    ],
)
def test_the_button_that_is_pressed_says_whether_it_binds(client, make, orderer, approval, pressed, binding):
    listing = make(approval=approval)
    day = timezone.localdate() + timedelta(days=9)
    page = client.get(listing.get_absolute_url()).content.decode()
    assert page.count('name="binding"') == (2 if approval == "request" else 0)
    said = {"start": f"{day}T10:00", "end": f"{day}T12:00", **pressed}
    client.post(reverse("marketplace:order", args=[listing.pk]), said)
    order = Order.objects.get()
    assert order.binding is binding
    told = "Unverbindlich angefragt" in client.get(order.get_absolute_url()).content.decode()
    assert told is not binding


def test_the_enter_key_binds_nobody(client, make, orderer):
    page = client.get(make(approval="request").get_absolute_url()).content.decode()
    assert page.index('name="binding" value="no"') < page.index('name="binding" value="yes"')


def test_nobody_accepts_their_own_request():
    listing = released()
    mine = member(listing.institution)
    order = place(listing, by=mine, institution=listing.institution)
    assert not buttons.possible(order, sides.reader(mine, order)).accept
    assert buttons.possible(order, Reader(role="manager")).accept
    with pytest.raises(OwnRequest):
        ordering.accept(order, by=mine, now=NOW)
    assert ordering.accept(order, by=member(listing.institution, "b@owner.example"), now=NOW).state == "accepted"


def test_a_briefing_makes_an_instant_booking_a_request_until_one_has_used_the_thing():
    listing = released(approval="instant", needs_briefing=True)
    first = place(listing)
    assert (first.state, ordering.why_not_at_once(first)) != ("accepted", "")
    ordering.complete(ordering.accept(first, by=None, now=NOW), by=None, now=berlin("2027-01-12 12:00"))
    again = {"start": "2027-01-14 10:00", "end": "2027-01-14 12:00"}
    assert place(listing, **again).state == "accepted"
    assert place(
        listing, by=person("new@example.org"), **again | {"start": "2027-01-14 13:00", "end": "2027-01-14 14:00"}
    ).state == ("requested")


def test_lines_are_frozen_when_the_tariff_changes():
    order = place(released())
    Listing.objects.update(hourly=Decimal("99"))
    ordering.accept(order, by=None, now=NOW)
    line = Line.objects.get()
    assert (line.net, line.quantity, line.unit, line.total) == (40, 2, "hour", 80)


@pytest.mark.parametrize(
    ("kind", "verified", "price"),
    [
        (InstitutionKind.UNIVERSITY, True, "20.00"),
        (InstitutionKind.UNIVERSITY, False, "80.00"),
        (InstitutionKind.STARTUP, True, "60.00"),
        (InstitutionKind.COMPANY, True, "80.00"),
        (None, True, "80.00"),
    ],
)
def test_the_verified_institution_alone_says_which_tariff_counts(kind, verified, price):
    listing = released(approval="instant")
    Tariff.objects.create(listing=listing, group="academic", unit="hour", net=Decimal("10"))
    Tariff.objects.create(listing=listing, group="startup", unit="hour", net=Decimal("25"), minimum=Decimal("60"))
    theirs = institution("theirs", kind=kind, is_verified=verified) if kind else None
    assert place(listing, institution=theirs, target_group="university").price == Decimal(price)


def test_a_tariff_counts_from_its_day_on_and_with_its_vat():
    listing = released()
    Tariff.objects.create(listing=listing, unit="hour", net=Decimal("50"), valid_from=NOW.date() + timedelta(days=1))
    Tariff.objects.create(
        listing=listing, unit="hour", net=Decimal("100"), vat="standard", valid_from=NOW.date() + timedelta(days=3)
    )
    assert place(listing).price == Decimal("100.00")
    assert place(listing, start="2027-01-14 10:00", end="2027-01-14 12:00").price == Decimal("238.00")


def test_who_sells_is_paid_and_notes_the_money():
    order = place(released("sale"))
    payment = Payment.objects.get()
    assert (payment.payee, payment.account["iban"]) == (order.listing.institution, "DE89370400440532013000")
    assert (paying.note_transfer(order, by=None, now=NOW).state, Payment.objects.get().state) == ("accepted", "paid")
    with pytest.raises(NothingToPay):
        paying.note_transfer(order, by=None, now=NOW)
    ordering.cancel(order, by=None, now=NOW)
    paying.note_refund(order, by=None, now=NOW)
    assert Payment.objects.get().state == "refunded"


def test_without_bank_details_a_sale_is_settled_outside():
    listing = released("sale")
    BankDetails.objects.all().delete()
    order = place(listing)
    assert (order.state, order.price, Payment.objects.exists()) == ("accepted", Decimal("1200.00"), False)


def test_both_sides_see_old_and_new_and_answer_on_the_page(client, make):
    order = place(make("service"), by=person(), start=None, end=None, now=None)
    client.force_login(owner(order))
    said = {
        "text_1": "Messung",
        "quantity_1": "3",
        "unit_1": "sample",
        "net_1": "100",
        "vat_1": "standard",
        "days": "4",
    }
    answer = client.post(reverse("marketplace:propose", args=[order.pk]), said)
    assert answer.status_code == 302
    client.force_login(order.orderer)
    page = client.get(order.get_absolute_url()).content.decode()
    assert ["Wie angefragt" in page, "357" in page, "zahlungspflichtig" in page.lower()] == [True, True, True]
    form = {"seen": re.search(r'name="seen" value="(\d+)"', page)[1]}
    ordering.propose(order, lines=[LINE], by=owner(order))
    answer = client.post(reverse("marketplace:confirm", args=[order.pk]), form, follow=True)
    order.refresh_from_db()
    assert (order.state, str(TermsChanged.message) in answer.content.decode()) == ("proposed", True)
    client.post(reverse("marketplace:confirm", args=[order.pk]), {"seen": order.proposals.last().pk})
    assert Order.objects.get().state == "accepted"


def test_half_a_line_and_half_a_time_are_told(client, make):
    order = place(
        make(), by=person(), now=None, start=f"{later(days=9):%Y-%m-%d} 10:00", end=f"{later(days=9):%Y-%m-%d} 12:00"
    )
    client.force_login(owner(order))
    said = {"text_1": "Messung", "net_2": "5", "start": f"{later(days=9):%Y-%m-%d}T10:00"}
    answer = client.post(reverse("marketplace:propose", args=[order.pk]), said)
    assert answer.status_code == 422
    assert set(answer.context["proposal_form"].errors) == {"net_1", "text_2", "end"}


@pytest.mark.parametrize(
    ("kind", "verified", "named", "price"),
    [
        (InstitutionKind.UNIVERSITY, True, "390713860", "10.00"),
        (InstitutionKind.CLINIC, True, "SFB 1449", "10.00"),
        (InstitutionKind.UNIVERSITY, True, "", "40.00"),
        (InstitutionKind.UNIVERSITY, False, "390713860", "80.00"),
        (InstitutionKind.STARTUP, True, "390713860", "80.00"),
        (InstitutionKind.PUBLIC_BODY, True, "390713860", "80.00"),
        (None, True, "390713860", "80.00"),
    ],
)
def test_a_project_of_the_dfg_pays_its_price_for_a_verified_academic_institution_alone(kind, verified, named, price):
    listing = released()
    for group, net in (("academic", 20), ("dfg", 5)):
        Tariff.objects.create(listing=listing, group=group, unit="hour", net=Decimal(net))
    theirs = institution("theirs", kind=kind, is_verified=verified) if kind else None
    order = place(listing, institution=theirs, dfg_project=named)
    assert (order.price, order.dfg_project) == (Decimal(price), named)


def test_without_a_row_for_the_dfg_its_project_pays_as_its_house_does():
    listing = released()
    Tariff.objects.create(listing=listing, group="own_house", unit="hour", net=Decimal(3))
    mine = member(listing.institution, role="member")
    said = {"by": mine, "institution": listing.institution, "dfg_project": "390713860"}
    assert place(listing, **said).price == Decimal("6.00")
    Tariff.objects.create(listing=listing, group="dfg", unit="hour", net=Decimal(2))
    assert place(listing, **said).price == Decimal("4.00")


def test_another_time_is_reckoned_for_the_same_project():
    listing = released()
    Tariff.objects.create(listing=listing, group="dfg", unit="hour", net=Decimal(5))
    order = place(listing, institution=institution("theirs"), dfg_project="390713860")
    assert propose(order, period=OTHER_TIME).price == Decimal("20.00")


def test_the_form_asks_for_a_project_of_the_dfg_where_it_makes_a_price(client, make):
    listing, day = make(), f"{later(days=400):%Y-%m-%d}"
    client.force_login(member(institution("theirs")))
    assert "dfg_project" not in client.get(listing.get_absolute_url()).context["form"].fields
    Tariff.objects.create(listing=listing, group="dfg", unit="hour", net=Decimal(5))
    said = {"start": f"{day}T10:00", "end": f"{day}T12:00"}
    assert "dfg_project" in client.get(listing.get_absolute_url()).context["form"].fields
    address = reverse("marketplace:order", args=[listing.pk])
    told = client.post(address, said | {"dfg_project": "390713860", "price": "80.00"})
    assert (told.status_code, "10\u00a0€" in told.content.decode()) == (422, True)
    assert client.post(address, said | {"dfg_project": "390713860", "price": "10.00"}).status_code == 303
    order = Order.objects.get()
    assert order.price == Decimal("10.00")
    assert "390713860" in client.get(order.get_absolute_url()).content.decode()
    client.force_login(member(institution("company", kind=InstitutionKind.COMPANY)))
    assert "dfg_project" not in client.get(listing.get_absolute_url()).context["form"].fields


def test_the_owner_says_that_closed_hours_are_charged(client, make):
    listing = make(opening_days=[0, 1, 2, 3, 4], opens_at=time(8), closes_at=time(18))
    client.force_login(owner(place(listing, now=NOW)))
    address = reverse("marketplace:edit", args=[listing.pk])
    form = client.get(address).context["form"]
    said = {name: value for name, value in form.initial.items() if value not in (None, False) and name in form.fields}
    said |= {"opens_at": "08:00", "closes_at": "18:00", "bills_closed_hours": "on", "category": listing.category_id}
    assert client.post(address, said).status_code == 302
    assert Listing.objects.get().bills_closed_hours
