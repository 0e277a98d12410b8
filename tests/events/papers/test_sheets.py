"""Papers as PDF: they are made of data, whatever people typed."""

from datetime import timedelta

import pytest
from django.utils import translation

from events.guests import presence
from events.models import Guest
from events.papers import sheets

HOSTILE = [
    '#import "/etc/passwd"',
    '#read("/etc/passwd")',
    "]] #panic() [[",
    '"quotes" \\ and $x$ `code` <b> @ref',
    "*/ // /* *bold* _it_",
    "Ł" * 60,
    "Prof. Dr. Dr. h. c. Anneliese-Friederike von der Schulenburg-Wolfsburg",
    "‮evil‬ 中文 العربية 🧬",
]


@pytest.fixture
def event(make_event, publish, now):
    event = make_event(starts_at=now + timedelta(hours=1))
    publish(event, title='Abend #eval("1") ]] vortrag')
    return event


@pytest.fixture(params=["tickets", "badges", "attendance_list", "certificates"])
def paper(request):
    return getattr(sheets, request.param)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_paper_is_an_accessible_pdf_in_both_languages(paper, event, guest, language):
    guest(event, seats=2)
    with translation.override(language):
        made = paper(event, presence.seats(event))
    assert made.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in made


def test_nothing_that_people_typed_is_run(paper, event, guest):
    one = guest(event, seats=len(HOSTILE), name=HOSTILE[0], institution=HOSTILE[2])
    for position, name in enumerate(HOSTILE[1:], start=2):
        Guest.objects.create(registration=one, position=position, name=name)
    assert paper(event, presence.seats(event)).startswith(b"%PDF")


def test_a_paper_without_guests_is_still_a_paper(event):
    assert sheets.attendance_list(event, []).startswith(b"%PDF")


def test_a_ticket_is_small_enough_for_a_letter(event, guest):
    guest(event)
    assert len(sheets.tickets(event, presence.seats(event))) < 100_000


@pytest.mark.parametrize(("minutes", "told"), [(60, "1 Stunde"), (150, "2 Stunden 30 Minuten"), (20, "20 Minuten")])
def test_length_of_an_event_of_one_day_is_told_in_hours(make_event, minutes, told, now):
    assert sheets.length(make_event(starts_at=now, ends_at=now + timedelta(minutes=minutes))) == told


def test_length_of_several_days_is_not_told(make_event, now):
    assert sheets.length(make_event(starts_at=now, ends_at=now + timedelta(days=2))) == ""
