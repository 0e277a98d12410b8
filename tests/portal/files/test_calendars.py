"""Berlin's time as our calendar files tell it, read by programs that believe the file and not their own tables."""

import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import vobject
from dateutil import tz
from icalendar import Event

from portal.files.calendars import BERLIN, calendar_of, plain

ROOT = Path(__file__).resolve().parents[3]
CLASSIC = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


def test_berlin_is_told_in_the_classic_yearly_form_before_any_entry():
    text = calendar_of("PUBLISH", room="Events").to_ical().decode()
    assert text.endswith(f"METHOD:PUBLISH\r\n{CLASSIC}END:VCALENDAR\r\n")


def around_each_change(first: int, last: int):
    """A minute before and after both changes of the clock, and a day in either half of every year."""
    for year in range(first, last + 1):
        for month in (3, 10):
            sunday = max(day for day in range(25, 32) if datetime(year, month, day).weekday() == 6)
            change = datetime(year, month, sunday, 1, tzinfo=UTC)
            yield from (change + timedelta(minutes=off) for off in (-61, -1, 0, 1, 61, 90 * 24 * 60))


def test_a_program_that_believes_the_file_is_right_around_every_change_of_the_clock():
    read = tz.tzical(io.StringIO(CLASSIC)).get("Europe/Berlin")
    told = {at: at.astimezone(read).replace(tzinfo=None) for at in around_each_change(1996, 2060)}
    assert told == {at: at.astimezone(BERLIN).replace(tzinfo=None) for at in told}


@pytest.mark.parametrize("wall", [datetime(2027, 3, 28, 1, 59), datetime(2027, 3, 28, 3), datetime(2027, 10, 31, 3)])
def test_vobject_reads_the_same_instant(wall):
    calendar, entry = calendar_of("PUBLISH", room="Events"), Event()
    entry.add("uid", "1")
    entry.add("dtstart", wall.replace(tzinfo=BERLIN))
    calendar.add_component(entry)
    read = vobject.readOne(calendar.to_ical().decode()).vevent.dtstart.value
    assert read.astimezone(UTC) == wall.replace(tzinfo=BERLIN).astimezone(UTC)


def test_every_calendar_of_the_house_begins_here():
    made = re.compile(r"\bCalendar\(\)|Calendar\.new\(|add_missing_timezones|Timezone\.from_tz|VTIMEZONE")
    makers = [
        path.relative_to(ROOT).as_posix()
        for room in ("portal", "home", "events", "marketplace")
        for path in (ROOT / room).rglob("*.py")
        if "icalendar" in path.read_text() and made.search(path.read_text())
    ]
    reader = "events/coaching/diary/foreign.py"
    assert set(makers) == {"portal/files/calendars.py", reader}


def test_text_keeps_line_breaks_and_loses_control_characters():
    assert plain(" a\x07b\nc\x0b\x7f\x85 ") == "ab\nc"
