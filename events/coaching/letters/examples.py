"""Example bookings for the preview of letters; none of them is ever stored."""

from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from events.coaching import letters, samples
from events.coaching.models import Booking, Slot
from events.coaching.states import BookingState
from portal.letters import examples

ABOUT = {"de": "Wir wollen ein Patent anmelden.", "en": "Patent strategy before our first funding round."}
GOAL = {"de": "Erste Anmeldung beim DPMA", "en": "First filing at the EPO"}
REASON = {"de": "Leider bin ich erkrankt.", "en": "Sorry, I fell ill."}


def booking(language: str, state=BookingState.CONFIRMED, *, days=14, **facts) -> Booking:
    now = timezone.now()
    slot = _slot(language, timezone.localtime(now + timedelta(days=days)).replace(hour=14, minute=0, second=0))
    return Booking.objects.create(
        slot=slot,
        state=state,
        name="Erika Beispiel",
        email="erika@beispiel.example",
        startup="Ruhr Imaging GmbH",
        language=language,
        about=ABOUT[language],
        stage="idea",
        goal=GOAL[language],
        consent_version="1",
        created_at=now,
        moved_at=now,
        **facts,
    )


def _slot(language: str, starts_at) -> Slot:
    ends_at = starts_at + timedelta(hours=1)
    return Slot.objects.create(
        coach=samples.coach(language=language),
        topic=samples.topic(),
        starts_at=starts_at,
        ends_at=ends_at,
        span=DateTimeTZRange(starts_at, ends_at),
        online_url="https://meet.example/coaching",
    )


@examples.of(Booking)
def confirmed(language: str):
    return booking(language)


@examples.of(letters.requested)
def requested(language: str):
    return booking(language, BookingState.REQUESTED)


@examples.of(letters.waiting_listed)
def waiting(language: str):
    return booking(language, BookingState.WAITING)


@examples.of(letters.offered)
def offered(language: str):
    return booking(language, BookingState.OFFERED, offer_until=timezone.now() + timedelta(hours=24))


@examples.of(letters.lapsed, letters.hours_used_up)
def lapsed(language: str):
    return booking(language, BookingState.LAPSED)


@examples.of(letters.declined)
def declined(language: str):
    return booking(language, BookingState.DECLINED, reason=REASON[language])


@examples.of(letters.cancelled)
def cancelled(language: str):
    return booking(language, BookingState.CANCELLED, reason=REASON[language], sequence=1)


@examples.of(letters.left_list)
def left(language: str):
    return booking(language, BookingState.CANCELLED)


@examples.of(letters.follow_up)
def held(language: str):
    return booking(language, BookingState.DONE, days=-90)


@examples.of(letters.coach_notice, letters.coach_rescheduled, letters.coach_reminder)
def to_the_coach(language: str):
    made = booking(language)
    return made, made.slot.coach.user


@examples.of(letters.coach_cancelled)
def cancelled_for_the_coach(language: str):
    made = booking(language, BookingState.CANCELLED, reason=REASON[language], sequence=1)
    return made, made.slot.coach.user


@examples.of(letters.coach_erased)
def erased_for_the_coach(language: str):
    made = booking(language, BookingState.CANCELLED, sequence=1)
    made.anonymise()
    return made, made.slot.coach.user


@examples.of(letters.coach_lapsed)
def lapsed_for_the_coach(language: str):
    made = booking(language, BookingState.LAPSED)
    return made, made.slot.coach.user
