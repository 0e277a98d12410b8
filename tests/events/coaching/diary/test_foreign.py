"""Calendars as Outlook, Exchange, Google and Apple write them: what is busy, what is named, what is refused."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.coaching.diary import foreign
from events.coaching.refusals import NotACalendar, TooBig
from tests.events.coaching.making import NOW

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
FOOT = "END:VCALENDAR\r\n"
CUSTOM = (
    "BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
    "TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def event(text: str) -> str:
    return "BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\n" + text.strip().replace("\n", "\r\n") + "\r\nEND:VEVENT\r\n"


def calendar(*parts: str) -> bytes:
    return (HEAD + "".join(parts) + FOOT).encode()


def reading(*parts: str, **more) -> foreign.Reading:
    return foreign.read(calendar(*parts), now=NOW, **more)


def told(spans) -> list[str]:
    return [f"{start:%d.%m. %H:%M}-{end:%H:%M}" for start, end in spans]


CASES = {
    "a time with a zone": (
        "DTSTART;TZID=Europe/Berlin:20261201T100000\nDTEND;TZID=Europe/Berlin:20261201T110000",
        ["01.12. 09:00-10:00"],
    ),
    "a time in UTC with a length": ("DTSTART:20261202T100000Z\nDURATION:PT30M", ["02.12. 10:00-10:30"]),
    "a floating time is Berlin's": ("DTSTART:20261203T100000\nDTEND:20261203T110000", ["03.12. 09:00-10:00"]),
    "Outlook's name of our zone": (
        "DTSTART;TZID=W. Europe Standard Time:20261203T100000\nDURATION:PT1H",
        ["03.12. 09:00-10:00"],
    ),
    "a zone that nobody knows is Berlin's": (
        "DTSTART;TZID=Mitteleuropäische Zeit:20261203T100000\nDURATION:PT1H",
        ["03.12. 09:00-10:00"],
    ),
    "Exchange, without quotation marks": (
        "DTSTART;TZID=tzone://Microsoft/Utc:20261203T100000\nDTEND;TZID=tzone://Microsoft/Utc:20261203T110000",
        ["03.12. 10:00-11:00"],
    ),
    "a whole day is a day in Berlin": (
        "DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261202",
        ["30.11. 23:00-23:00"],
    ),
    "the last working day of the month": (
        "DTSTART;TZID=Europe/Berlin:20261130T100000\nDURATION:PT1H\n"
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
        ["30.11. 09:00-10:00", "31.12. 09:00-10:00", "29.01. 09:00-10:00"],
    ),
    "twice a day": (
        "DTSTART;TZID=Europe/Berlin:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYHOUR=9,15;COUNT=4",
        ["01.12. 08:00-09:00", "01.12. 14:00-15:00", "02.12. 08:00-09:00", "02.12. 14:00-15:00"],
    ),
    "dates one by one": (
        "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\nRDATE:20261208T100000Z,20261210T120000Z",
        ["01.12. 10:00-11:00", "08.12. 10:00-11:00", "10.12. 12:00-13:00"],
    ),
    "dates with lengths of their own": (
        "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\nRDATE;VALUE=PERIOD:20261208T100000Z/PT3H",
        ["01.12. 10:00-11:00", "08.12. 10:00-13:00"],
    ),
    "an end in another form than the beginning": (
        "DTSTART;TZID=Europe/Berlin:20261127T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20261211",
        ["27.11. 09:00-10:00", "04.12. 09:00-10:00"],
    ),
    "over the change of the clock, with a gap": (
        "DTSTART;TZID=Europe/Berlin:20270319T100000\nDTEND;TZID=Europe/Berlin:20270319T110000\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20270416T080000Z\nEXDATE;TZID=Europe/Berlin:20270409T100000",
        ["19.03. 09:00-10:00", "26.03. 09:00-10:00", "02.04. 08:00-09:00", "16.04. 08:00-09:00"],
    ),
    "a birthday since 1604": (
        "DTSTART;VALUE=DATE:16041201\nRRULE:FREQ=YEARLY\nDURATION:P1D",
        ["30.11. 23:00-23:00", "30.11. 23:00-23:00"],
    ),
    "said to be free": ("DTSTART:20261201T100000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT", []),
    "free in Outlook's own word": (
        "DTSTART:20261201T100000Z\nDURATION:PT1H\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
        [],
    ),
    "cancelled": ("DTSTART:20261201T100000Z\nDURATION:PT1H\nSTATUS:CANCELLED", []),
    "past": ("DTSTART:20251201T100000Z\nDURATION:PT1H", []),
    "no length": ("DTSTART:20261201T100000Z", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_an_entry_is_read_as_its_program_meant_it(text, expected):
    found = reading(event(f"UID:1\n{text}"))
    assert (told(found.spans), found.unread) == (expected, [])


SERIES = """UID:1
SUMMARY:Runde
DTSTART;TZID=Europe/Berlin:20261201T100000
DTEND;TZID=Europe/Berlin:20261201T110000
RRULE:FREQ=WEEKLY;COUNT=4"""


def test_this_and_all_that_follow_are_moved():
    later = event(
        "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261215T100000\n"
        "DTSTART;TZID=Europe/Berlin:20261215T140000\nDTEND;TZID=Europe/Berlin:20261215T150000"
    )
    assert told(reading(event(SERIES), later).spans) == [
        *("01.12. 09:00-10:00", "08.12. 09:00-10:00"),
        *("15.12. 13:00-14:00", "22.12. 13:00-14:00"),
    ]


@pytest.mark.parametrize(
    ("change", "second"),
    [
        ("DTSTART;TZID=Europe/Berlin:20261209T150000\nDURATION:PT1H", ["09.12. 14:00-15:00"]),
        ("DTSTART;TZID=Europe/Berlin:20261208T100000\nDURATION:PT1H\nSTATUS:CANCELLED", []),
        ("DTSTART;TZID=Europe/Berlin:20261208T100000\nDURATION:PT1H\nTRANSP:TRANSPARENT", []),
    ],
    ids=["moved", "cancelled", "free"],
)
def test_one_date_of_a_series_is_changed(change, second):
    other = event(f"UID:1\nRECURRENCE-ID;TZID=Europe/Berlin:20261208T100000\n{change}")
    assert told(reading(event(SERIES), other).spans) == [
        *("01.12. 09:00-10:00", *second),
        *("15.12. 09:00-10:00", "22.12. 09:00-10:00"),
    ]


def test_periods_of_free_and_busy_are_read_one_by_one():
    part = (
        "BEGIN:VFREEBUSY\r\nUID:f\r\nDTSTART:20261201T000000Z\r\nDTEND:20261231T000000Z\r\n"
        "FREEBUSY:20261201T080000Z/20261201T090000Z,nonsense,20261202T080000Z/PT30M\r\n"
        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261203T080000Z/PT1H\r\n"
        "FREEBUSY;FBTYPE=FREE:20261204T080000Z/PT1H\r\nEND:VFREEBUSY\r\n"
    )
    found = reading(part)
    assert told(found.spans) == ["01.12. 08:00-09:00", "02.12. 08:00-08:30", "03.12. 08:00-09:00"]
    assert found.unread == ["nonsense"]


def test_several_calendars_in_one_file_keep_their_zones_apart():
    moment = event("UID:1\nDTSTART;TZID=Custom:20261201T100000\nDURATION:PT1H")
    files = [calendar(CUSTOM.format(name="Custom", offset=offset), moment) for offset in ("+0300", "-0500")]
    assert told(foreign.read(b"".join(files), now=NOW).spans) == ["01.12. 07:00-08:00", "01.12. 15:00-16:00"]
    assert told(reading(moment).spans) == ["01.12. 09:00-10:00"]


def test_a_zone_with_a_colon_in_its_name_is_the_one_of_the_file():
    zone = CUSTOM.format(name="tzone://Microsoft/Custom", offset="+0530")
    moment = event("UID:1\nDTSTART;TZID=tzone://Microsoft/Custom:20261201T100000\nDURATION:PT1H")
    assert told(reading(zone, moment).spans) == ["01.12. 04:30-05:30"]


def test_a_calendar_names_the_zone_of_its_floating_times():
    moment = event("UID:1\nDTSTART:20261201T100000\nDURATION:PT1H")
    assert told(reading("X-WR-TIMEZONE:Asia/Tokyo\r\n", moment).spans) == ["01.12. 01:00-02:00"]
    assert told(reading("X-WR-TIMEZONE:../../etc/passwd\r\n", moment).spans) == ["01.12. 09:00-10:00"]


BAD = {
    "no beginning": "UID:2\nSUMMARY:Arg",
    "a beginning that is no time": "UID:2\nSUMMARY:Arg\nDTSTART:gestern",
    "an end that is no time": "UID:2\nSUMMARY:Arg\nDTSTART:20261201T100000Z\nDTEND:20261301T100000Z",
    "a rule that is none": "UID:2\nSUMMARY:Arg\nDTSTART:20261201T100000Z\nDURATION:PT1H\nRRULE:FREQ=SOMETIMES",
    "a rule without a frequency": "UID:2\nSUMMARY:Arg\nDTSTART:20261201T100000Z\nDURATION:PT1H\nRRULE:COUNT=3",
    "a rule of every second": "UID:2\nSUMMARY:Arg\nDTSTART:20261201T100000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY",
    "a day full of seconds": "UID:2\nSUMMARY:Arg\nDTSTART:20261201T100000Z\nDURATION:PT1S\n"
    "RRULE:FREQ=DAILY;BYSECOND=0,1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5,6,7,8,9,10;BYHOUR=1,2,3,4,5,6",
    "a step of nothing": "UID:2\nSUMMARY:Arg\nDTSTART:20261201T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;INTERVAL=0",
    "daily since the year one": "UID:2\nSUMMARY:Arg\nDTSTART:00010101T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY",
    "an exception that is no time": "UID:2\nSUMMARY:Arg\nDTSTART:20261201T100000Z\nDURATION:PT1H\nEXDATE:x",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_bad_entry_is_named_and_spoils_no_other(text):
    good = "UID:{}\nDTSTART:20261201T1{}0000Z\nDURATION:PT1H"
    found = reading(event(good.format(1, 0)), event(text), event(good.format(3, 4)))
    assert (told(found.spans), found.unread) == (["01.12. 10:00-11:00", "01.12. 14:00-15:00"], ["Arg"])


def test_a_bad_change_leaves_its_series_as_it_was():
    found = reading(event(SERIES), event("UID:1\nSUMMARY:Verlegt\nRECURRENCE-ID:x\nDTSTART:20261209T100000Z"))
    assert (len(found.spans), found.unread) == (4, ["Verlegt"])


def test_an_entry_that_nobody_closed_takes_no_other_with_it():
    open_one = event("UID:1\nSUMMARY:Offen\\, halb\nDTSTART:20261201T080000Z").replace("END:VEVENT\r\n", "")
    found = reading(open_one, event("UID:2\nDTSTART:20261201T100000Z\nDURATION:PT1H"))
    assert (told(found.spans), found.unread) == (["01.12. 10:00-11:00"], ["Offen, halb"])


def test_junk_between_the_lines_and_signs_of_another_encoding_are_stepped_over():
    content = calendar("junk\r\n", event("UID:1\nSUMMARY:Pr\xfcfung\nDTSTART:20261201T100000Z\nDURATION:PT1H"))
    found = foreign.read(content.decode().encode("latin-1"), now=NOW)
    assert (told(found.spans), found.unread) == (["01.12. 10:00-11:00"], [])


def test_our_own_entries_count_for_nothing():
    assert reading(event("UID:mine\nDTSTART:20261201T100000Z\nDURATION:PT1H"), but={"mine"}).spans == []


def test_neighbouring_times_become_one():
    parts = [event(f"UID:{hour}\nDTSTART:20261201T{hour}0000Z\nDURATION:PT1H") for hour in (10, 11)]
    assert told(reading(*parts).spans) == ["01.12. 10:00-12:00"]


@pytest.mark.parametrize("junk", [b"", b"<html>", b"BEGIN:VEVENT\r\nDTSTART:x\r\n", b"\xff\xfe\x00"])
def test_junk_is_no_calendar(junk):
    with pytest.raises(NotACalendar):
        foreign.read(junk, now=NOW)


def test_what_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(foreign, "SECONDS", 0)
    with pytest.raises(TooBig):
        reading(event(SERIES))


def test_a_rule_that_never_comes_true_ends():
    begun = time.monotonic()
    never = event("UID:1\nDTSTART:20261201T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    assert len(reading(never).spans) <= 1
    assert time.monotonic() - begun < foreign.SECONDS


WORDS = st.sampled_from(
    [
        *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VFREEBUSY", "END:VFREEBUSY"),
        *("UID:1", "DTSTART:20261201T100000Z", "DTEND:20261202", "DURATION:-P1D", "RRULE:FREQ=WEEKLY;BYDAY=9MO"),
        *("RDATE:x", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T100000Z", "BEGIN:VTIMEZONE", "TZID:", ":", ";", ""),
        *("DTSTART;TZID=tzone://x:1", "FREEBUSY:1/2", "X-WR-TIMEZONE:x", " fold", "SUMMARY:\x00", "SEQUENCE:x"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=20)), max_size=25))
def test_whatever_stands_in_a_file_is_read_or_refused(lines):
    content = "\r\n".join(["BEGIN:VCALENDAR", "", *lines]).encode("utf-8", "replace")
    try:
        found = foreign.read(content, now=NOW)
    except NotACalendar:
        return
    assert all(datetime(1970, 1, 1, tzinfo=UTC) < start < end for start, end in found.spans)
    assert not any("\x00" in title for title in found.unread)
