"""The registrations of one event in the administration: table, filters, seats at a glance, exports."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from time_machine import travel
from wagtail.models import ModelLogEntry

from events.models import Attendance, Question, Registration, TicketType
from events.registration import verbs as registration
from events.staff.roster import export, occupancy, tables
from portal.accounts import groups
from portal.accounts.people import enroll

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False):
        yield


@pytest.fixture
def staff(client):
    groups.grant()
    user = enroll("moderator@example.org", staff_groups=(groups.MODERATORS,))
    client.force_login(user)
    return user


def door(event, query=""):
    return reverse("events_roster", args=[event.pk]) + query


def shown(client, event, query=""):
    return [row.record.name for row in client.get(door(event, query)).context["table"].page]


@pytest.mark.parametrize(("role", "status"), [(groups.EDITORS, 302), (groups.MODERATORS, 200), (groups.FINANCE, 200)])
def test_the_table_is_for_those_whose_work_it_is(client, event, guest, role, status):
    groups.grant()
    client.force_login(enroll("staff@example.org", staff_groups=(role,)))
    guest(event)
    assert client.get(door(event)).status_code == status


def test_the_edit_form_and_the_page_lead_to_the_table(client, staff, event):
    page = client.get(reverse("wagtailsnippets_events_event:edit", args=[event.pk])).content.decode()
    assert door(event) in page


def test_only_guests_of_this_event_are_listed_the_newest_first(client, staff, event, make_event, guest):
    guest(event, name="Anna Alt")
    guest(event, name="Nora Neu")
    guest(make_event(), name="Frieda Fremd")
    assert sorted(shown(client, event)) == ["Anna Alt", "Nora Neu"]
    assert shown(client, event, "?sort=name") == ["Anna Alt", "Nora Neu"]
    assert shown(client, event, "?sort=-name") == ["Nora Neu", "Anna Alt"]


def test_filters_narrow_the_table(client, staff, make_event, guest, session):
    event = make_event(capacity=2)
    normal = TicketType.objects.create(event=event, name_de="Normal", name_en="Normal", fee=0)
    other = TicketType.objects.create(event=event, name_de="Mitglied", name_en="Member", fee=0)
    part = session(event)
    guest(event, name="Anna Alt", institution="Universität", ticket_type=normal, sessions=[part])
    guest(event, name="Carl Clinic", target_group="clinic", ticket_type=other)
    guest(event, name="Wanda Wartet", ticket_type=normal)
    assert shown(client, event, "?state=waiting") == ["Wanda Wartet"]
    assert shown(client, event, f"?ticket_type={other.pk}") == ["Carl Clinic"]
    assert shown(client, event, "?target_group=clinic") == ["Carl Clinic"]
    assert shown(client, event, f"?session={part.pk}") == ["Anna Alt"]
    assert shown(client, event, "?q=universität+anna") == ["Anna Alt"]
    assert shown(client, event, "?state=nonsense") == []


def test_who_was_checked_in_can_be_filtered(client, staff, event, guest):
    here = guest(event, name="Anna Da")
    guest(event, name="Franz Fern")
    registration.cancel(guest(event, name="Carla Ab"))
    Attendance.objects.create(registration=here, position=1, at=event.starts_at)
    assert shown(client, event, "?came=yes") == ["Anna Da"]
    assert shown(client, event, "?came=no") == ["Franz Fern"]


def test_a_page_has_at_most_fifty_rows(client, staff, make_event, guest, monkeypatch):
    monkeypatch.setattr(tables, "PER_PAGE", 2)
    event = make_event()
    for _ in range(3):
        guest(event)
    assert len(shown(client, event)) == 2
    assert len(shown(client, event, "?page=2")) == 1
    assert len(shown(client, event, "?page=99&per_page=1000")) == 1


def asks(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_the_queries_do_not_grow(client, staff, make_event, guest):
    event = make_event()
    normal = TicketType.objects.create(event=event, name_de="Normal", name_en="Normal", fee=0)
    guest(event, ticket_type=normal)
    alone = asks(client, door(event))
    for _ in range(3):
        guest(event, ticket_type=normal)
    assert asks(client, door(event)) == alone <= 20


def test_seats_at_a_glance_add_up(make_event, guest, session):
    event = make_event(capacity=5, fee=10)
    normal = TicketType.objects.create(event=event, name_de="Normal", name_en="Normal", fee=0, capacity=3)
    part = session(event, capacity=4)
    guest(event, seats=2, ticket_type=normal, sessions=[part])
    guest(event, seats=2, ticket_type=normal)
    whole, of_ticket, of_part = occupancy.bars(event)
    assert {share.key: share.seats for share in whole.shares} == {
        "confirmed": 2,
        "awaiting_payment": 0,
        "offered": 0,
        "free": 3,
    }
    assert [share.seats for share in whole.beside] == [2]
    assert (of_ticket.title, of_ticket.shares[-1].seats) == ("Normal", 1)
    assert (of_part.title, of_part.shares[0].seats, of_part.shares[-1].seats) == ("Labor", 2, 2)
    assert sum(share.width for share in whole.shares) == 1000


def test_a_bar_without_limit_shows_nothing_free(make_event, guest):
    event = make_event(capacity=None)
    guest(event)
    assert [share.key for share in occupancy.bars(event)[0].shares] == ["confirmed", "awaiting_payment", "offered"]


@pytest.fixture
def asked(event, guest):
    """An event with two questions, one of them about health, and a guest who answered both."""
    plain = Question.objects.create(event=event, label_de="Thema", label_en="Topic")
    health = Question.objects.create(event=event, label_de="Unverträglich", label_en="Diet", is_special_category=True)
    guest(event, name="=1+1", answers={plain: "@SUM(1)", health: "Nüsse"})
    return event


def xlsx(client, event, query="?export=xlsx"):
    sheet = load_workbook(io.BytesIO(client.get(door(event, query)).getvalue())).active
    return [dict(zip([cell.value for cell in sheet[1]], row, strict=True)) for row in list(sheet.rows)[1:]]


def test_the_export_carries_answers_and_no_formula(client, staff, asked):
    (row,) = xlsx(client, asked)
    assert (row["Name"].value, row["Name"].data_type) == ("=1+1", "s")
    assert (row["Thema"].value, row["Unverträglich"].value) == ("@SUM(1)", "Nüsse")
    text = client.get(door(asked, "?export=csv")).getvalue().decode()
    assert text.startswith("\ufeff")
    assert '"\'=1+1"' in text
    assert '"\'@SUM(1)"' in text


def test_a_long_table_is_read_in_chunks(event, guest, admin_user, monkeypatch):
    monkeypatch.setattr(export, "CHUNK", 2)
    for _ in range(4):
        guest(event)
    rows = export.rows(event, Registration.objects.filter(event=event), user=admin_user)
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            next(rows), next(rows)
        asked.append(sum("events_guest" in query["sql"] for query in queries))
    assert asked == [1, 1]


def test_answers_about_health_are_for_those_with_the_right(client, asked):
    groups.grant()
    client.force_login(enroll("finance@example.org", staff_groups=(groups.FINANCE,)))
    assert "Nüsse" not in client.get(door(asked, "?export=csv")).getvalue().decode()
    assert "Unverträglich" not in client.get(door(asked, "?export=csv")).getvalue().decode()
    one = asked.registrations.get()
    inspect = client.get(reverse("wagtailsnippets_events_registration:inspect", args=[one.pk])).content.decode()
    assert "Nüsse" not in inspect
    assert "@SUM(1)" in inspect


def test_the_export_holds_what_is_filtered_and_is_logged_without_words_looked_for(client, staff, event, guest):
    guest(event, name="Anna Alt")
    registration.cancel(guest(event, name="Carla Ab"))
    assert [row["Name"].value for row in xlsx(client, event, "?export=xlsx&state=cancelled&q=carla")] == ["Carla Ab"]
    logged = ModelLogEntry.objects.get(action="events.export")
    assert logged.data == {"rows": 1, "event": event.pk, "filters": {"state": "cancelled"}}


def test_the_export_asks_as_often_for_three_as_for_one(client, staff, asked, guest):
    alone = asks(client, door(asked, "?export=csv"))
    plain = asked.questions.get(label_de="Thema")
    for _ in range(2):
        guest(asked, answers={plain: "x"})
    assert asks(client, door(asked, "?export=csv")) == alone
