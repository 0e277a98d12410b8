"""Coaches, programmes, slots and bookings for tests, made by the verbs."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from events.coaching import samples
from events.coaching.booking import verbs as booking
from events.coaching.diary import verbs as publishing
from events.coaching.models import Coach, Programme, Slot
from home import samples as people

# Friday, 20 November 2026, 10:00 in Berlin.
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
# Tuesday, 1 December 2026, as the wall clock in Berlin shows it.
TUESDAY = datetime(2026, 12, 1, 14, 0)
number = count(1)
make_topic = samples.topic


def make_coach(**facts) -> Coach:
    n = next(number)
    person = people.person(first_name="Vera", last_name=f"Holtkamp {n}", email=f"coach{n}@example.org")
    return samples.coach(person, **facts)


def make_programme(**facts) -> Programme:
    return samples.programme(**{"starts_on": date(2026, 1, 1), "ends_on": date(2028, 12, 31)} | facts)


def make_slot(coach=None, *, first=TUESDAY, minutes=60, now=NOW, **details) -> Slot:
    coach = coach or make_coach()
    details = {"online_url": "https://meet.example/raum"} | details
    return publishing.publish_slots(coach, first=first, minutes=minutes, now=now, **details).slots[0]


def book(slot, email=None, *, now=NOW, **said):
    email = email or f"client{next(number)}@example.org"
    defaults = {
        "name": "Łukasz Müller",
        "about": "Freedom to operate",
        "stage": "idea",
        "language": "de",
        "consent_version": "1",
        "startup": "Zellschmiede",
    }
    return booking.book(slot, email=email, now=now, **defaults | said)


def later(**span) -> datetime:
    return NOW + timedelta(**span)
