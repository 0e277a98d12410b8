"""Finance's desk: figures that lead to their rows, statements, the archive, bookings of closed months."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events import samples as evenings
from events.registration import verbs as registration
from events.registration.signup import Signup
from home import samples as cluster
from portal.accounts.models import Institution
from portal.invoices import samples
from portal.invoices import verbs as invoicing
from portal.invoices.desk import datev
from portal.invoices.models import BookedMonth, Invoice, Issuer
from portal.payments import bookkeeping
from portal.payments.books import closing
from portal.payments.models import Payment
from tests.portal.payments.conftest import ask
from tests.portal.payments.test_admin import staff

pytestmark = pytest.mark.django_db
DESK = "/admin/reports/finance/"
STATEMENT = "/admin/invoices/payee-statement/"
THEN = date(2026, 3, 10)
SPAN = {"since": "2026-03-01", "until": "2026-04-30"}


@pytest.fixture
def house():
    return Institution.objects.create(name="Haus am See", slug="haus", kind="company", city="Bochum")


@pytest.fixture
def paid(house, django_user_model):
    """One of a project's event, one of an institution."""
    event = evenings.event(fee=Decimal("49.90"), capacity=20, project=cluster.project(acronym="ZELLE"))
    facts = {"target_group": "sme", "language": "de", "consent_version": "1", "seats": 1}
    mine = registration.register(event, Signup(name="Anna", email="anna@example.org", **facts))
    own = Payment.objects.for_purpose(mine).get()
    other = ask(django_user_model.objects.create_user("deed@example.org"), payee=house, amount=Decimal(10))
    return [bookkeeping.receive_transfer(one, by=None, value_date=THEN) for one in (own, other)]


def words(answer) -> str:
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def test_figures_are_drawn_with_their_tables_and_lead_to_their_rows(client, paid):
    finance = staff(client, "Finance")
    answer = finance.get(DESK, SPAN)
    came, went, projects, payees = [plot.series for plot in answer.context["plots"]]
    assert came.points == [("03/2026", Decimal("59.90")), ("04/2026", 0)]
    assert went.total == 0
    assert projects.points == [("ZELLE", Decimal("49.90")), ("ohne Projekt", 10)]
    assert payees.points == [("das Portal", Decimal("49.90")), ("Haus am See", 10)]
    found = finance.get(came.ways[0]).content.decode()
    assert all(one.reference in found for one in paid)
    assert paid[0].reference not in finance.get(came.ways[1]).content.decode()
    found = finance.get(projects.ways[0]).content.decode()
    assert [one.reference in found for one in paid] == [True, False]
    told = words(finance.get(payees.ways[1]))
    assert paid[1].reference in told
    assert paid[0].reference not in told
    assert "Als Tabelle" in words(answer)


def test_today_stands_first(client, paid):
    samples.issuer()
    due = timezone.now() - timedelta(days=40)
    Payment.objects.filter(pk=paid[0].pk).update(review="surplus")
    open_one = Payment.objects.get(pk=paid[1].pk)
    Payment.objects.filter(pk=open_one.pk).update(payee=None, due_at=due)
    told = words(staff(client, "Finance").get(DESK))
    for said in ("Heute", "Zu erstatten", "Offen", "Über 500 €"):
        assert said in told


@pytest.mark.parametrize(
    "asked",
    [{"since": "x"}, {"since": "2026-05-01", "until": "2026-04-01"}, {"since": "1900-01-01", "until": "2026-01-01"}],
)
def test_days_that_are_none_are_told(client, asked):
    finance = staff(client, "Finance")
    assert [finance.get(address, asked).status_code for address in (DESK, STATEMENT)] == [422, 422]


def test_desk_costs_the_same_for_one_and_two(client, paid):
    finance = staff(client, "Finance")
    finance.get(DESK, SPAN)
    with CaptureQueriesContext(connection) as many:
        finance.get(DESK, SPAN)
    Payment.objects.filter(pk=paid[1].pk).delete()
    with CaptureQueriesContext(connection) as one:
        finance.get(DESK, SPAN)
    assert len(many) <= 25
    assert len(one) <= len(many)


def test_statement_is_a_page_a_table_and_a_paper(client, paid, house):
    finance, asked = staff(client, "Finance"), SPAN | {"payee": house.pk}
    told = words(finance.get(STATEMENT, asked))
    assert "Haus am See" in told
    assert "10,00 €" in told
    assert "Gebühren des Portals" in told
    table = b"".join(finance.get(STATEMENT, asked | {"export": "csv"}).streaming_content).decode()
    assert paid[1].reference in table
    assert "2026-03-10" in table
    paper = finance.get(STATEMENT, asked | {"export": "pdf"})
    assert paper.content.startswith(b"%PDF-")
    assert finance.get(STATEMENT, asked | {"payee": "999999"}).status_code == 422


def test_archive_tells_what_may_go_in_a_year(client, paid):
    closing.close(None, THEN, by=None)
    finance = staff(client, "Finance")
    archive = "/admin/reports/finance-archive/"
    told = words(finance.get(archive))
    for said in (paid[0].reference, "§ 147", "März 2026", "31. Dezember 2036"):
        assert said in told
    last = Payment.objects.first().paid_at.year + 8
    assert paid[0].reference in words(finance.get(archive, {"year": last}))
    assert paid[0].reference not in words(finance.get(archive, {"year": last + 1}))
    assert paid[0].reference not in words(finance.get(archive, {"what": "book"}))
    table = b"".join(finance.get(archive, {"export": "csv"}).streaming_content).decode()
    assert paid[0].reference in table


def test_archive_is_cut_by_the_database(client, paid):
    finance = staff(client, "Finance")
    with CaptureQueriesContext(connection) as asked:
        finance.get("/admin/reports/finance-archive/")
    (rows,) = [one["sql"] for one in asked if "UNION ALL" in one["sql"] and "COUNT(" not in one["sql"]]
    assert "LIMIT" in rows


@pytest.mark.parametrize("address", [DESK, STATEMENT, "/admin/reports/finance-archive/"])
def test_others_see_nothing_of_it(client, address):
    assert staff(client, "Moderators").get(address).status_code in {302, 403}


# ---- bookings of closed months ------------------------------------------------------------------------------------


@pytest.fixture
def booked(paid):
    """An invoice of March."""
    samples.issuer(datev_adviser=1234567, datev_client=42)
    then = timezone.make_aware(datetime(2026, 3, 20, 12))
    return invoicing.issue(Payment.objects.get(pk=paid[0].pk), samples.billing(), now=then)


def test_adviser_and_client_stand_at_the_head(booked):
    head = datev.batch(booked.issuer, date(2026, 3, 1), date(2026, 3, 31)).decode("cp1252").splitlines()[0].split(";")
    assert (head[10], head[11], head[12], head[14:16]) == ("1234567", "42", "20260101", ["20260301", "20260331"])


@pytest.mark.parametrize("number", [0, 999, 10_000_000])
def test_no_adviser_has_such_a_number(booked, number):
    issuer = Issuer.objects.get()
    issuer.datev_adviser = number
    with pytest.raises(Exception, match="1001|9999999"):
        issuer.full_clean()


def test_bookings_of_a_closed_month_are_the_same_ever_after(client, booked):
    finance = staff(client, "Finance")
    asked = {"issuer": booked.issuer_id, "since": "2026-03-01", "until": "2026-03-31"}
    closed = closing.close(None, THEN, by=None)
    first = finance.get("/admin/invoices/booked/", asked).content
    Issuer.objects.update(datev_client=43)
    assert finance.get("/admin/invoices/booked/", asked).content == first == bytes(BookedMonth.objects.get().content)
    assert booked.number.encode() in first
    closing.reopen(closed, by=None, reason="Ein Beleg fehlte")
    assert b";43;" in finance.get("/admin/invoices/booked/", asked).content


def test_no_document_is_dated_in_a_closed_month(booked, clerk):
    closing.close(None, THEN, by=clerk)
    then = timezone.make_aware(datetime(2026, 3, 30, 12))
    with pytest.raises(IntegrityError, match="closed month"), transaction.atomic():
        invoicing.correct(booked, now=then)
    invoicing.correct(booked)
    assert Invoice.objects.count() == 2
    assert reverse("invoices_booked")


@pytest.fixture
def clerk(django_user_model):
    return django_user_model.objects.create_user("finance@example.org")
