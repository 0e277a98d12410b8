"""What money moved when; months that are closed."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.accounts.models import Institution
from portal.accounts.people import enroll
from portal.payments import bookkeeping, checkout, following
from portal.payments.books import closing, takings
from portal.payments.models import ClosedMonth, Movement, Payment
from portal.payments.states import Cause
from tests.portal.payments.conftest import ask
from tests.portal.payments.test_admin import LIST, TRANSFERS, staff
from tests.portal.payments.test_checkout import start_and_pay

pytestmark = pytest.mark.django_db
THEN = date(2026, 3, 10)
MONTH = date(2026, 3, 1)
NEXT = timezone.make_aware(datetime(2026, 4, 2, 12))
MONTHS = "/admin/payments/months/"


def books() -> list[tuple]:
    return [(one.kind, one.amount) for one in Movement.objects.order_by("pk")]


@pytest.fixture
def entered(payment):
    return bookkeeping.receive_transfer(payment, by=None, value_date=THEN)


@pytest.fixture
def house():
    return Institution.objects.create(name="Haus", slug="haus", kind="company", city="Bochum")


# ---- movements ----------------------------------------------------------------------------------------------------


def test_transfer_counts_on_its_value_date_and_a_mistake_today(entered, clerk):
    assert Movement.objects.get().day == THEN
    bookkeeping.undo_transfer(entered, by=clerk, reason="falsch")
    assert books() == [("received", Decimal("49.90")), ("undone", Decimal("-49.90"))]
    assert Movement.objects.last().day == timezone.localdate()


def test_what_goes_back_counts_when_it_goes(entered, clerk):
    checkout.owe_part(entered, Decimal(20), cause=Cause.OWN)
    bookkeeping.refund(entered, by=clerk)
    checkout.withdraw(entered, cause=Cause.OWN)
    bookkeeping.refund(entered, by=clerk)
    assert books()[1:] == [("refunded", Decimal(-20)), ("refunded", Decimal("-29.90"))]


def test_what_the_bank_takes_back_and_gives_back_counts(payment, stripe_server):
    paid = start_and_pay(payment, stripe_server)
    following.settle(paid)
    Payment.objects.update(state="charged_back")
    Payment.objects.update(state="paid")
    assert books() == [
        ("received", Decimal("49.90")),
        ("charged_back", Decimal("-49.90")),
        ("won", Decimal("49.90")),
    ]


def test_parts_count_each_on_its_day(payment, clerk):
    bookkeeping.receive_part(payment, Decimal(20), by=clerk, value_date=THEN)
    bookkeeping.receive_part(payment, Decimal("29.90"), by=clerk, value_date=date(2026, 4, 1))
    told = Movement.objects.values_list("day", "amount")
    assert list(told) == [(THEN, Decimal(20)), (date(2026, 4, 1), Decimal("29.90"))]


def test_parts_that_go_back_have_come_once(payment, clerk):
    bookkeeping.receive_part(payment, Decimal(20), by=clerk, value_date=THEN)
    closing.close(None, THEN, by=clerk)
    with pytest.raises(closing.MonthClosed):
        bookkeeping.receive_part(payment, Decimal(1), by=clerk, value_date=THEN)
    checkout.withdraw(payment, cause=Cause.OWN)
    bookkeeping.refund(payment, by=clerk)
    assert books() == [("received", Decimal(20)), ("refunded", Decimal(-20))]


def test_months_without_money_stand_between(entered):
    told = takings.of_months(date(2026, 2, 3), date(2026, 4, 1))
    assert {month.month: one.came for month, one in told.items()} == {2: 0, 3: Decimal("49.90"), 4: 0}


def test_payees_stand_apart(entered, house, django_user_model):
    other = ask(django_user_model.objects.create_user("other@example.org"), payee=house, amount=Decimal(10))
    assert takings.open_of_payees() == {house.pk: Decimal(10)}
    bookkeeping.receive_transfer(other, by=None)
    told = takings.of_payees(Movement.objects.all())
    assert {pk: one.came for pk, one in told.items()} == {None: Decimal("49.90"), house.pk: Decimal(10)}


# ---- closing ------------------------------------------------------------------------------------------------------


def test_nothing_is_entered_in_a_closed_month(payment, clerk):
    closing.close(None, THEN, by=clerk)
    with pytest.raises(closing.MonthClosed, match="März 2026"):
        bookkeeping.receive_transfer(payment, by=clerk, value_date=THEN)
    bookkeeping.receive_transfer(payment, by=clerk, value_date=date(2026, 4, 1))
    assert payment.state == "paid"


def test_each_payee_has_months_of_its_own(payment, clerk, house):
    closing.close(house.pk, THEN, by=clerk)
    bookkeeping.receive_transfer(payment, by=clerk, value_date=THEN)
    assert payment.state == "paid"


def test_database_refuses_it_too(payment, clerk):
    closing.close(None, THEN, by=clerk)
    with pytest.raises(IntegrityError, match="closed month"), transaction.atomic():
        Payment.objects.update(paid_at=timezone.now(), value_date=THEN, paid_via="transfer", state="paid")
    with pytest.raises(IntegrityError, match="closed month"), transaction.atomic():
        Movement.objects.create(payment=payment, day=THEN, amount=1, kind="received")


def test_books_of_a_closed_month_do_not_change(entered, clerk):
    closing.close(None, THEN, by=clerk)
    for change in ({"amount": 1}, {"day": date(2026, 5, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Movement.objects.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Movement.objects.all().delete()
    # A mistake is taken back today: what was closed stays as it was.
    bookkeeping.undo_transfer(entered, by=clerk, reason="falsch")
    assert [one.day for one in Movement.objects.all()] == [THEN, timezone.localdate()]


def test_month_that_is_not_over_is_not_closed(clerk):
    with pytest.raises(closing.NotOverYet):
        closing.close(None, timezone.localdate(), by=clerk)
    last = timezone.make_aware(datetime(2026, 3, 31, 23, 59))
    with pytest.raises(closing.NotOverYet):
        closing.close(None, THEN, by=clerk, now=last)
    closing.close(None, THEN, by=clerk, now=last + timedelta(minutes=1))


def test_reviews_are_settled_first_or_a_reason_is_given(payment, clerk):
    Payment.objects.update(review="surplus", created_at=timezone.make_aware(datetime(2026, 3, 2)))
    with pytest.raises(closing.ReviewsOpen):
        closing.close(None, THEN, by=clerk)
    closed = closing.close(None, THEN, by=clerk, reason="Die Bank antwortet im April")
    assert ModelLogEntry.objects.for_instance(closed).get().data == {"reason": "Die Bank antwortet im April"}
    with pytest.raises(closing.ClosedBefore):
        closing.close(None, THEN, by=clerk, reason="noch einmal")


def test_reopened_month_takes_entries_and_can_be_closed_again(payment, clerk):
    closed = closing.close(None, THEN, by=clerk)
    closing.reopen(closed, by=clerk, reason="Ein Auszug fehlte")
    with pytest.raises(closing.NotClosed):
        closing.reopen(closed, by=clerk, reason="noch einmal")
    bookkeeping.receive_transfer(payment, by=clerk, value_date=THEN)
    closing.close(None, THEN, by=clerk)
    assert ClosedMonth.objects.count() == 2
    assert ModelLogEntry.objects.for_instance(closed).filter(action="payments.month_reopened").exists()


# ---- in the administration ----------------------------------------------------------------------------------------


def test_entry_in_a_closed_month_is_refused_beside_the_field(client, payment):
    finance = staff(client, "Finance")
    closing.close(None, THEN, by=None)
    answer = finance.post(TRANSFERS, {"payments": payment.pk, "value_date": "2026-03-10"})
    assert answer.status_code == 422
    assert "März 2026 ist abgeschlossen" in str(answer.context["form"].errors["value_date"])
    told = finance.post(TRANSFERS, {"payments": payment.pk, f"day-{payment.pk}": "2026-03-10"})
    assert told.status_code == 422
    payment.refresh_from_db()
    assert payment.state == "open"


def test_finance_looks_at_a_month_and_closes_it(client, payment):
    Payment.objects.update(review="surplus", created_at=timezone.make_aware(datetime(2026, 3, 2)))
    finance = staff(client, "Finance")
    page = finance.get(MONTHS, {"month": "2026-03-10"}).content.decode()
    assert "März 2026 abschließen" in page
    assert "warum trotz allem, was offen ist" in page
    said = {"payee": "", "month": "2026-03-10"}
    answer = finance.post(f"{MONTHS}close/", said)
    assert (answer.status_code, "müssen noch angesehen werden" in answer.content.decode()) == (422, True)
    assert finance.post(f"{MONTHS}close/", said | {"reason": "Bank antwortet später"}).status_code == 302
    page = finance.get(MONTHS, {"month": "2026-03-10"}).content.decode()
    assert "Dieser Monat ist abgeschlossen." in page
    assert "Bank antwortet später" in page
    # Finance closes; an administrator reopens.
    closed = ClosedMonth.objects.get()
    assert finance.post(f"{MONTHS}{closed.pk}/reopen/", {"reason": "x"}).status_code in {302, 403}
    assert ClosedMonth.objects.get().is_closed
    root = staff(client, "Administrators")
    assert root.post(f"{MONTHS}{closed.pk}/reopen/", {"reason": " "}).status_code == 422
    root.post(f"{MONTHS}{closed.pk}/reopen/", {"reason": "Ein Auszug fehlte"})
    assert not ClosedMonth.objects.get().is_closed


@pytest.mark.parametrize("asked", [{"month": "gestern"}, {"payee": "999999", "month": "2026-03-10"}, {"month": ""}])
def test_month_that_is_none_is_told(client, asked):
    assert staff(client, "Finance").get(MONTHS, asked).status_code == 422


def test_current_month_cannot_be_closed(client):
    finance, today = staff(client, "Finance"), timezone.localdate().isoformat()
    assert "Dieser Monat ist noch nicht vorbei." in finance.get(MONTHS, {"month": today}).content.decode()
    assert finance.post(f"{MONTHS}close/", {"month": today}).status_code == 422


# ---- the list -----------------------------------------------------------------------------------------------------


def test_list_is_filtered_by_what_moved_when_for_whom(client, entered, house, django_user_model):
    other = ask(django_user_model.objects.create_user("other@example.org"), payee=house)
    bookkeeping.receive_transfer(other, by=None)
    finance = staff(client, "Finance")

    def listed(**asked) -> list[str]:
        page = finance.get(LIST, asked).content.decode()
        return [one.reference for one in (entered, other) if one.reference in page]

    assert listed(moved="came", since="2026-03-01", until="2026-03-31") == [entered.reference]
    assert listed(moved="went") == []
    assert listed(payee="portal") == [entered.reference]
    assert listed(payee=house.pk) == [other.reference]
    assert listed(project="-") == [entered.reference, other.reference]
    assert listed(project="NICHTS") == []


def test_project_of_money_is_asked_in_one_question(entered):
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(connection) as asked:
        told = takings.of_projects(Movement.objects.all())
    assert told == {"": takings.Moved(Decimal("49.90"), Decimal(0))}
    assert len(asked) <= 3


@pytest.fixture
def clerk():
    return enroll("finance@example.org", staff_groups=("Finance",))
