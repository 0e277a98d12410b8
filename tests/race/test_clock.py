"""What the clock does by itself, started by several workers at once, has the outcome of one."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from events import invariants
from events.letters import reminders
from events.models import Event, Registration
from events.registration import retention
from events.registration import verbs as registration
from tests.race.test_seats import at_once, guest, make_event

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


def letters(kind) -> int:
    return sum(job.args.get("kind") == f"events.{kind}" for job in ProcrastinateJob.objects.all())


def test_jobs_of_the_clock_started_eight_times_at_once_do_their_work_once():
    event = make_event(capacity=1, thanks_de="Danke!", offer_hours=1)
    holder, first, second = (guest(event, name) for name in ("holder", "first", "second"))
    registration.cancel(holder)
    due = Registration.objects.get(pk=first.pk).offer_until
    at_once(*[lambda: registration.lapse(event, now=due)] * 8)
    assert (letters("offer_lapsed"), letters("seats_offered")) == (1, 2)
    Registration.objects.filter(pk=second.pk).update(state="confirmed")
    at_once(*[lambda: reminders.remind(event.starts_at - timedelta(hours=1))] * 8)
    at_once(*[lambda: reminders.thank(event.ends_at + timedelta(hours=3))] * 8)
    assert (letters("reminder"), letters("thanks")) == (1, 1)
    Event.objects.update(keep_days=0)
    at_once(*[lambda: retention.forget_past(event.ends_at)] * 8)
    assert ModelLogEntry.objects.filter(action="events.forget").count() == 3
    assert invariants.check() == []
