"""Keeps the calendar entries in step with facts and words: rendered once on save, joined when a feed is fetched."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import translation

from events import ical
from events.models import CalendarEntry, Event
from portal.language.languages import current

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@transaction.atomic
def render(wanted: Iterable[int]) -> int:
    """Write the entries of these events (by key) anew in every language; how many were written."""
    # Locked: else of two changes at the same moment the older text could be written last.
    locked = list(Event.objects.locked().filter(pk__in=list(wanted)).values_list("pk", flat=True))
    rows = [
        CalendarEntry(event_id=event.pk, language=code, text=text)
        for code in LANGUAGES
        for event, text in _in_language(code, locked)
    ]
    CalendarEntry.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["event", "language"], update_fields=["text", "edition"]
    )
    return len(rows)


def of(events) -> list[str]:
    """The entries of `events`, a queryset, in the reader's language; what is missing is made in passing, not stored."""
    mine = CalendarEntry.objects.filter(language=current(), event__in=events.order_by().values("pk"))
    told = dict(mine.values_list("event", "text"))
    order = list(events.values_list("pk", flat=True))
    untold = [pk for pk in order if pk not in told]
    if untold:
        told |= {event.pk: text for event, text in _in_language(current(), untold)}
    return [told[pk] for pk in order]


def edition():
    """Changes with every entry in the reader's language that is written or deleted; asks the index alone."""
    return CalendarEntry.objects.filter(language=current()).aggregate(all=Sum("edition"))["all"]


def _in_language(code: str, wanted: list[int]) -> list[tuple[Event, str]]:
    with translation.override(code):
        return [(event, ical.entry(event)) for event in Event.objects.filter(pk__in=wanted).for_rows()]
