"""One letter to all guests, sent twice at once. A control test shows the race without the lock."""

from threading import Barrier
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from events import samples
from events.models import Circular, CircularCopy, Event, Registration
from events.staff.circulars import verbs as writing
from portal.accounts import groups
from portal.accounts.people import enroll
from tests.race.test_seats import guest
from tests.race.test_slots import at_once

PRESSES, GUESTS = 6, 3
WORDS = {"subject_de": "Raum", "text_de": "Wir sind in Raum 2."}
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def full() -> Event:
    ContentType.objects.clear_cache()
    event = samples.event(capacity=10)
    for number in range(GUESTS):
        guest(event, number)
    return event


@pytest.fixture
def staff():
    groups.grant()
    return [enroll(f"staff{number}@example.org", staff_groups=(groups.MODERATORS,)) for number in range(2)]


def send(event, by, submission, words=WORDS):
    return writing.write(event, Registration.objects.all(), by=by, words=words, submission=submission)


def letters() -> int:
    return ProcrastinateJob.objects.filter(task_name="letters.deliver", args__kind="events.circular").count()


def test_one_form_pressed_many_times_at_once_is_one_letter_to_each_guest(full, staff):
    submission = uuid4()
    results = at_once([lambda: send(full, staff[0], submission)] * PRESSES)
    assert results == [Circular.objects.get()] * PRESSES
    assert (letters(), CircularCopy.objects.count()) == (GUESTS, GUESTS)
    assert ModelLogEntry.objects.filter(action="events.circular").count() == 1


def test_of_two_who_send_one_form_at_once_one_does_and_the_other_is_told(full, staff):
    submission = uuid4()
    results = at_once([lambda by=by: send(full, by, submission) for by in staff])
    assert results.count("AlreadySent") == 1
    assert letters() == GUESTS


@pytest.mark.parametrize("round_", range(3))
def test_what_is_sent_is_never_written_anew_while_it_leaves(full, staff, round_):
    """The writer changes the draft in another window: the letters have one text, and it is that of the circular."""
    submission, other = uuid4(), WORDS | {"text_de": "Wir sind in Raum 3."}
    writing.keep(full, by=staff[0], words=WORDS, submission=submission)
    _sent, kept = at_once(
        [
            lambda: send(full, staff[0], submission),
            lambda: writing.keep(full, by=staff[0], words=other, submission=submission),
        ]
    )
    assert kept == "AlreadySent" or isinstance(kept, Circular)
    assert (Circular.objects.get().text_de, letters()) == (WORDS["text_de"], GUESTS)


def test_control_without_the_lock_every_press_writes_to_everybody(full, staff):
    """The same look and write without the lock: if one of them wrote, the tests above would prove nothing."""
    looked, submission = Barrier(PRESSES), uuid4()

    def naive():
        is_new = not Circular.objects.filter(submission=submission, at__isnull=False).exists()
        looked.wait(timeout=30)
        if is_new:
            send(full, staff[0], uuid4())

    at_once([naive] * PRESSES)
    assert letters() == GUESTS * PRESSES
