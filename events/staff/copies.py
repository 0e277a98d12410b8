"""Verbs that make new events from old ones: facts, questions, tickets, sessions, and the words in both languages.

Copies keep the wall time of Berlin, whatever the clocks do in between. Their pages are drafts.
"""

from datetime import datetime, timedelta
from uuid import uuid4

from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, WEEKLY, rrule
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from events.kinds import Rhythm
from events.models import Event
from events.pages import EventPage
from portal.audit import log
from portal.files.calendars import BERLIN

OWN = {"id", "uid", "sequence", "seats_taken", "status", "previous_starts_at", "called_off_at", "changed_at"}
MOMENTS = ("ends_at", "registration_opens_at", "registration_closes_at", "cancel_until")
RULES = {
    Rhythm.WEEKLY: {"freq": WEEKLY},
    Rhythm.FORTNIGHTLY: {"freq": WEEKLY, "interval": 2},
    Rhythm.MONTHLY: {"freq": MONTHLY},
}


@transaction.atomic
def clone(event: Event, *, starts_at: datetime, by=None, now=None) -> Event:
    """A new event at `starts_at` with everything that was built for the old one, and no registration."""
    now, shift = now or timezone.now(), _wall(starts_at) - _wall(event.starts_at)
    facts = {field.name: getattr(event, field.name) for field in Event._meta.concrete_fields if field.name not in OWN}
    facts |= {name: _shifted(getattr(event, name), shift) for name in MOMENTS}
    facts["participants_until"] = event.participants_until and event.participants_until + _days(starts_at, event)
    copy = Event.objects.create(**facts | {"starts_at": starts_at, "changed_at": now})
    _copy_parts(event, copy, shift)
    _copy_pages(event, copy, by)
    log(copy, "events.clone", user=by, timestamp=now, data={"from": event.pk})
    return copy


@transaction.atomic
def repeat(event: Event, *, rhythm: str, times: int, by=None, now=None) -> list[Event]:
    """`times` further events in a rhythm: every week, every other week, or on the same weekday of each month.

    Together they are a series; copies of its events join it.
    """
    if event.series is None:
        event.series = uuid4()
        event.save(update_fields=["series"])
    return [clone(event, starts_at=start, by=by, now=now) for start in dates(event.starts_at, rhythm, times)]


def dates(first: datetime, rhythm: str, times: int) -> list[datetime]:
    """The beginnings after `first`, at the same hour in Berlin."""
    wall, rule = _wall(first), dict(RULES[rhythm])
    if rhythm == Rhythm.MONTHLY:
        # The third Tuesday stays the third Tuesday; a fifth one is the last.
        nth = (wall.day - 1) // 7 + 1
        rule |= {"byweekday": wall.weekday(), "bysetpos": nth if nth < 5 else -1}
        found = list(rrule(dtstart=wall.replace(day=1), until=wall + relativedelta(months=times + 1), **rule))
        walls = [at for at in found if at > wall][:times]
    else:
        walls = list(rrule(dtstart=wall, count=times + 1, **rule))[1:]
    return [at.replace(tzinfo=BERLIN) for at in walls]


def _wall(at: datetime) -> datetime:
    return at.astimezone(BERLIN).replace(tzinfo=None)


def _shifted(at: datetime | None, shift: timedelta) -> datetime | None:
    return None if at is None else (_wall(at) + shift).replace(tzinfo=BERLIN)


def _days(starts_at: datetime, event: Event) -> timedelta:
    return _wall(starts_at).date() - _wall(event.starts_at).date()


def _copy_parts(event: Event, copy: Event, shift: timedelta) -> None:
    for host in event.host_rows.all():
        _twin(host, copy)
    tickets = {}
    for ticket in event.ticket_types.all():
        moments = {name: _shifted(getattr(ticket, name), shift) for name in ("sale_from", "sale_until")}
        tickets[ticket.pk] = _twin(ticket, copy, seats_taken=0, **moments)
    for voucher in event.vouchers.all():
        until = _shifted(voucher.valid_until, shift)
        _twin(voucher, copy, used=0, valid_until=until, ticket_type=tickets.get(voucher.ticket_type_id))
    for session in event.sessions.all():
        moments = {name: _shifted(getattr(session, name), shift) for name in ("starts_at", "ends_at")}
        _twin(session, copy, seats_taken=0, **moments)
    asked = list(event.questions.all())
    questions = {question.pk: _twin(question, copy, shown_if=None) for question in asked}
    for question in asked:
        if question.shown_if_id:
            twin = questions[question.pk]
            twin.shown_if = questions.get(question.shown_if_id)
            twin.save()


def _twin(row, copy: Event, **changed):
    facts = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if not f.primary_key}
    for name in changed:
        facts.pop(row._meta.get_field(name).attname)
    facts.pop("event_id")
    return type(row).objects.create(event=copy, **facts, **changed)


def _copy_pages(event: Event, copy: Event, by) -> None:
    """Drafts in every language, tied together as translations; the report of the old event stays there."""
    key = None
    for page in EventPage.objects.filter(event=event).order_by("pk"):
        slug = f"{page.slug[:200]}-{_wall(copy.starts_at):%Y-%m-%d}-{copy.pk}"
        fresh = {"event": copy, "slug": slug, "report": "", "gallery": [], "related_news": []}
        draft = page.copy(update_attrs=fresh, copy_revisions=False, keep_live=False, user=by)
        key = key or draft.translation_key
        Page.objects.filter(pk=draft.pk).update(translation_key=key)
