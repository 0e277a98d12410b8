"""The table for the funder."""

import csv
import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from events.door import verbs as checkin
from events.guests import presence
from events.papers import tables
from portal.files import spreadsheets


@pytest.fixture
def event(make_event, guest, now):
    event = make_event(starts_at=now + timedelta(hours=1))
    checkin.check_in(guest(event, name="=HYPERLINK(1)", institution="@evil\x07", target_group="clinic"), now=now)
    guest(event, name="Zoë")
    return event


def made(event, kind: str) -> bytes:
    return b"".join(spreadsheets.download("t", kind, tables.rows(presence.seats(event))))


def test_csv_is_safe_names_the_target_group_and_no_address(event):
    said = made(event, "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(said), delimiter=";"))
    assert rows[1][:4] == ["1", "'=HYPERLINK(1)", "'@evil", "Klinik"]
    assert [row[6:] for row in rows[1:]] == [["ja", "2026-11-20 10:00", "nein"], ["nein", "", "nein"]]
    assert "@example.org" not in said


def test_workbook_calculates_nothing(event):
    sheet = load_workbook(io.BytesIO(made(event, "xlsx"))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert sheet["B2"].value == "=HYPERLINK(1)"
    assert sheet["B2"].data_type != "f"
