"""What a house charges for a month: every line, nobody else's, and what its bookkeeping asks for."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from marketplace.models import Order
from marketplace.orders.monthly import charge_list
from portal.accounts.kinds import Role
from portal.accounts.models import User
from portal.invoices import samples
from portal.invoices import verbs as invoicing
from tests.marketplace.making import NOW, institution, member, person, place, released

pytestmark = pytest.mark.django_db
MONTH = {"month": "2027-01"}


@pytest.fixture
def house():
    return institution("labor", bank=False)


def used(house, number: int = 1, **facts) -> list[Order]:
    keeper = User.objects.filter(memberships__institution=house).first() or member(house)
    buyer = User.objects.filter(email="orderer@example.org").first() or person()
    orders = [place(released(owner=house, by=keeper), by=buyer) for _n in range(number)]
    Order.objects.filter(pk__in=[one.pk for one in orders]).update(state="completed", **facts)
    return list(Order.objects.filter(pk__in=[one.pk for one in orders]))


def first(month: str = "2027-01") -> date:
    return date.fromisoformat(f"{month}-01")


def test_what_was_used_stands_there_with_its_recipient(house):
    (order,) = used(house)
    invoicing.keep_recipient(order, samples.billing(), asked_by=order.email)
    (line,) = charge_list.of_month(house, first())
    assert (line.whom, line.references) == ("Hochschule Emscher", "4500012345 / 881200")
    assert line.total == order.price
    assert charge_list.of_month(house, first("2027-02")) == []
    assert charge_list.of_month(institution("anderes"), first()) == []


def test_what_is_not_agreed_is_not_charged_and_what_is_cancelled_late_is(house):
    open_request, late = used(house), used(house)
    Order.objects.filter(pk=open_request[0].pk).update(state="requested")
    Order.objects.filter(pk=late[0].pk).update(state="cancelled", cancel_cost=Decimal("12.50"), decided_at=NOW)
    (line,) = charge_list.of_month(house, first())
    assert (line.order.pk, line.total) == (late[0].pk, Decimal("12.50"))


def test_page_and_table_say_the_same(client, house):
    used(house, 2)
    client.force_login(User.objects.filter(memberships__institution=house).first() or member(house))
    page = client.get(reverse("marketplace:charges"), MONTH)
    total = charge_list.total(charge_list.of_month(house, first()))
    assert page.status_code == 200
    taken = client.get(reverse("marketplace:charges"), MONTH | {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(taken.streaming_content).decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 3
    assert total > 0


def test_page_asks_the_same_at_one_and_three(client, house):
    client.force_login(User.objects.filter(memberships__institution=house).first() or member(house))
    counts = []
    for _n in range(2):
        used(house, 1 + _n)
        client.get(reverse("marketplace:charges"), MONTH)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("marketplace:charges"), MONTH)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_members_without_the_right_and_strangers_do_not_see_it(client, house):
    client.force_login(member(house, "kollegin@labor.example", role=Role.MEMBER))
    assert client.get(reverse("marketplace:charges")).status_code == 404
    other = institution("fremd")
    client.force_login(member(other))
    assert client.get(reverse("marketplace:charges"), {"house": house.pk}).status_code == 422


@pytest.mark.parametrize("month", ["", "2027-13", "unsinn", "99999-01", "2027-01-01"])
def test_odd_months_are_refused_beside_the_field(client, house, month):
    client.force_login(User.objects.filter(memberships__institution=house).first() or member(house))
    answer = client.get(reverse("marketplace:charges"), {"month": month})
    assert answer.status_code == 422
    assert "id_month_error" in answer.content.decode()
