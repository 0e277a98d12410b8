"""Letters that the calendar sends: before the event, and after it. Each guest gets each of them once."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Case, DurationField, Exists, ExpressionWrapper, F, OuterRef, Q, Value, When
from django.db.models.functions import Greatest

from events import letters
from events.kinds import EventStatus
from events.models import Attendance, Registration
from events.models.readings import ADDRESS_TOLD_BEFORE
from events.states import RegistrationState
from portal.letters import outbox

# Thanks still make sense for a while after an outage.
THANKED_WITHIN = timedelta(days=7)
REGRETTED_WITHIN = timedelta(days=1)
THANKED_AFTER = timedelta(hours=2)


def remind(now) -> int:
    """Whoever was confirmed before the hour of the reminder gets one; later guests have just had a letter.

    An online meeting's address was promised for the day before: its reminder comes then, whatever hour is set.
    """
    hours = ExpressionWrapper(F("event__remind_hours") * Value(timedelta(hours=1)), output_field=DurationField())
    before = Case(When(~Q(event__online_url=""), then=Value(ADDRESS_TOLD_BEFORE)), default=hours)
    due = _confirmed().annotate(due_at=F("event__starts_at") - before)
    due = due.filter(~Q(event__online_url="") | Q(event__remind_hours__gt=0), event__month_only=False, reminded_at=None)
    due = due.filter(due_at__lte=now, event__starts_at__gt=now, moved_at__lt=F("due_at"))
    return _send_once(due, "reminded_at", letters.reminder, now)


def regret(now) -> int:
    """Whoever still waits when the line ends learns it; no reminder went there, so the same mark will do."""
    waits = Registration.objects.waiting().exclude(event__status=EventStatus.CANCELLED).filter(reminded_at=None)
    line_ends_at = Greatest("event__starts_at", "event__registration_closes_at")  # of a missing deadline: the beginning
    ended = waits.annotate(line_ends_at=line_ends_at).filter(event__month_only=False)
    ended = ended.filter(line_ends_at__lte=now, line_ends_at__gt=now - REGRETTED_WITHIN)
    return _send_once(ended, "reminded_at", letters.no_seat, now)


def thank(now) -> int:
    """After the event, where editors have written a letter; where the door was kept, to those who came."""
    over = _confirmed().filter(event__ends_at__lte=now - THANKED_AFTER, event__ends_at__gt=now - THANKED_WITHIN)
    written = over.exclude(Q(event__thanks_de="") & Q(event__thanks_en="")).filter(thanked_at=None)
    here = Attendance.objects.standing()
    came = Exists(here.filter(registration=OuterRef("pk")))
    nobody_counted = ~Exists(here.filter(registration__event=OuterRef("event")))
    return _send_once(written.filter(came | nobody_counted), "thanked_at", letters.thanks, now)


def _confirmed():
    return Registration.objects.filter(state=RegistrationState.CONFIRMED).exclude(event__status=EventStatus.CANCELLED)


def _send_once(due, column: str, builder, now) -> int:
    sent = 0
    for registration in due.order_by("pk"):
        with transaction.atomic():
            # Two workers may look at once; only one of them marks the row.
            mine = Registration.objects.filter(pk=registration.pk, **{column: None})
            if mine.update(**{column: now}):
                outbox.post(builder, registration)
                sent += 1
    return sent
