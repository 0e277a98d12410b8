"""Registrations by event and target group: the evidence of a funded project."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from events.registration import verbs as registration
from portal.accounts.people import enroll

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/reports/attendance-report/"


@pytest.fixture
def finance(client):
    client.force_login(enroll("finance@example.org", staff_groups=("Finance",)))
    return client


def rows(response) -> list[tuple]:
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    return list(sheet.iter_rows(values_only=True))


def test_seats_are_summed_by_target_group(finance, make_event, guest):
    event = make_event(name="=Gerätetag")
    guest(event, seats=2)
    guest(event)
    guest(event, target_group="clinic")
    registration.cancel(guest(event), now=event.changed_at)
    heading, *told = rows(finance.get(ADDRESS, {"export": "xlsx"}))
    assert heading == ("Veranstaltung", "Termin", "Projekt", "Zielgruppe", "Anmeldungen", "Plätze")
    assert {(row[0], row[3], row[4], row[5]) for row in told} == {
        ("=Gerätetag", "Start-up", 2, 3),
        ("=Gerätetag", "Klinik", 1, 1),
    }


def test_csv_carries_no_formula(finance, make_event, guest):
    guest(make_event(name="=Gerätetag"))
    text = b"".join(finance.get(ADDRESS, {"export": "csv"}).streaming_content).decode()
    assert "'=Gerätetag" in text


def test_the_period_narrows_it(finance, make_event, guest):
    guest(make_event(name="Im Dezember"))
    assert "Im Dezember" in finance.get(ADDRESS, {"since": "2026-12-01"}).content.decode()
    assert "Im Dezember" not in finance.get(ADDRESS, {"until": "2026-11-30"}).content.decode()


def test_the_queries_do_not_grow(finance, make_event, guest, django_assert_max_num_queries):
    for _ in range(3):
        guest(make_event())
    with django_assert_max_num_queries(15):
        finance.get(ADDRESS + "results/")


def test_editors_do_not_read_it(client):
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    assert client.get(ADDRESS).status_code in {302, 403}
