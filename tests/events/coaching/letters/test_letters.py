"""Letters to both sides, each in the reader's language, with a calendar file that another parser understands."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from events.coaching.booking import verbs as booking
from events.coaching.diary import verbs as publishing
from events.coaching.models import Booking
from events.coaching.record import notes
from tests.events.coaching.making import NOW, TUESDAY, book, make_coach, make_slot

pytestmark = pytest.mark.django_db


def calendars(mail) -> list:
    return [(a.mimetype, Calendar.from_ical(a.content)) for a in mail.attachments if "calendar" in a.mimetype]


def unfolded(content: bytes) -> dict[str, str]:
    """The entry's lines read by the bare rules of RFC 5545, without the library that wrote them."""
    text = content.decode().replace("\r\n ", "")
    inner = text.split("BEGIN:VEVENT\r\n")[1].split("END:VEVENT")[0]
    return dict(re.match(r"([^:;]+)[^:]*:(.*)", line).groups() for line in inner.strip().split("\r\n"))


def test_both_sides_are_told_in_their_own_language(slot, post_office):
    slot.coach.user.language = "en"
    slot.coach.user.save()
    book(slot, "ada@example.org")
    client, coach = sorted(post_office(), key=lambda mail: mail.to[0] != "Łukasz Müller <ada@example.org>")[:2]
    told = {mail.extra_headers["Content-Language"]: mail for mail in (client, coach)}
    assert "Ihr Termin mit" in told["de"].body
    assert "has booked this time" in told["en"].body
    assert len(calendars(client)) == len(calendars(coach)) == 1


def test_move_and_cancellation_carry_the_next_sequence_under_the_same_uid(slot, post_office):
    other = make_slot(slot.coach, first=TUESDAY + timedelta(days=1))
    one = book(slot, "ada@example.org")
    booking.reschedule(one, to=other, now=NOW + timedelta(minutes=1))
    booking.cancel(one, now=NOW + timedelta(minutes=2))
    post = [mail for mail in post_office() if "ada@example.org" in mail.to[0]]
    # The first two letters are written when the booking is cancelled already and so say nothing.
    (kind, entry), *_rest = calendars(post[-1])
    (event,) = entry.events
    assert "method=CANCEL" in kind
    assert (str(event["uid"]), event["sequence"], str(event["status"])) == (str(one.uid), 2, "CANCELLED")


def test_calendar_file_reads_back_as_the_meeting(slot, post_office):
    one = book(slot, "ada@example.org")
    mail = next(mail for mail in post_office() if "ada@example.org" in mail.to[0])
    content = next(a.content for a in mail.attachments)
    lines = unfolded(content if isinstance(content, bytes) else content.encode())
    assert lines["UID"] == str(one.uid)
    assert lines["DTSTART"] == "20261201T140000"
    assert lines["DTEND"] == "20261201T150000"
    (event,) = Calendar.from_ical(content).events
    assert (event.start, event.end) == (slot.starts_at, slot.ends_at)
    assert {str(a).removeprefix("mailto:") for a in event["attendee"]} == {"ada@example.org", slot.coach.email}


def test_request_carries_no_calendar_file_until_the_coach_confirms(coach, post_office):
    one = book(make_slot(coach, needs_confirmation=True), "ada@example.org")
    assert [calendars(mail) for mail in post_office()] == [[], []]
    booking.confirm(one, by=coach.user, now=NOW)
    assert len(calendars(post_office()[-1])) == 1


def test_move_to_a_time_that_the_coach_confirms_takes_the_old_one_out_of_both_calendars(slot, post_office):
    asked = make_slot(slot.coach, first=TUESDAY + timedelta(days=1), needs_confirmation=True)
    one = book(slot, "ada@example.org")
    booked = len(post_office())
    one = booking.reschedule(one, to=asked, now=NOW + timedelta(minutes=1))
    moved = post_office()[booked:]
    assert sorted(mail.to[0].split("<")[-1] for mail in moved) == ["ada@example.org>", f"{slot.coach.email}>"]
    assert "Bitte bestätigen Sie den neuen Termin oder lehnen Sie ihn ab." in moved[0].body + moved[1].body
    assert [(kind, c.events[0]["sequence"]) for mail in moved for kind, c in calendars(mail)] == [
        ("text/calendar; method=CANCEL", 1)
    ] * 2
    booking.confirm(one, by=slot.coach.user, now=NOW + timedelta(minutes=2))
    ((kind, file),) = calendars(post_office()[-1])
    assert ("REQUEST" in kind, file.events[0]["sequence"]) == (True, 2)


def test_who_was_never_invited_gets_nothing_taken_out_of_the_calendar(slot, post_office):
    book(slot)
    booking.cancel(book(slot, "ada@example.org"), now=NOW)
    (mail,) = [mail for mail in post_office() if "ada@example.org" in mail.to[0]]
    assert (mail.subject.startswith("Nicht mehr auf der Warteliste"), calendars(mail)) == (True, [])


def test_request_that_nobody_answered_is_told_to_both_sides(coach, post_office):
    slot = make_slot(coach, needs_confirmation=True)
    book(slot, "ada@example.org")
    asked = len(post_office())
    booking.lapse(slot, now=slot.starts_at)
    assert {mail.to[0].split("<")[-1] for mail in post_office()[asked:]} == {"ada@example.org>", f"{coach.email}>"}


def test_reason_of_the_coach_reaches_the_client(slot, post_office):
    book(slot, "ada@example.org")
    publishing.withdraw(slot, by=slot.coach.user, reason="Ich bin krank, 100 %(sicher)s.", now=NOW)
    assert "Ich bin krank, 100 %(sicher)s." in post_office()[-2].body + post_office()[-1].body


def test_no_letter_holds_a_note_and_none_goes_to_the_erased(slot, post_office):
    one = book(slot, "ada@example.org")
    notes.write_note(one, author="client", text="Streng geheim")
    booking.forget(Booking.objects.get(pk=one.pk), now=NOW)
    mails = post_office()
    for mail in mails:
        assert "Streng geheim" not in mail.body
        assert "erased.example" not in mail.to[0]
    # The coach waits for nobody, and is not told who it was.
    (mail,) = [mail for mail in mails if "Coaching abgesagt" in mail.subject]
    assert (slot.coach.email in mail.to[0], "ada@" in mail.body, len(calendars(mail))) == (True, False, 1)


def test_a_coach_without_account_reads_the_whole_letter_in_the_language_of_the_house(post_office):
    book(make_slot(make_coach(user=None)), "ada@example.org", language="en")
    languages = {"ada@" in mail.to[0]: mail.extra_headers["Content-Language"] for mail in post_office()}
    assert languages == {True: "en", False: "de"}
