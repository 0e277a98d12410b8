"""Verbs on the pages of events that nobody reads yet: begun with the event, handed in together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction

from events.models import Event
from events.pages import EventIndexPage, EventPage


@dataclass
class HandedIn:
    """What became of drafts: `waiting` for release now, `unfinished` because words are missing."""

    waiting: list[EventPage] = field(default_factory=list)
    unfinished: list[EventPage] = field(default_factory=list)


def missing(event: Event):
    """The calendars of the languages in which the event has no page."""
    told = EventPage.objects.filter(event=event).values("locale")
    return EventIndexPage.objects.exclude(locale__in=told).order_by("locale_id")


@transaction.atomic
def begin(event: Event, *, by) -> list[EventPage]:
    """A draft in every language that has a calendar and no page of the event, tied together as translations."""
    there = EventPage.objects.filter(event=event).first()
    key, made = there and there.translation_key, []
    for calendar in missing(event):
        if not calendar.permissions_for_user(by).can_add_subpage():
            continue
        page = EventPage(title=event.name, event=event, locale=calendar.locale, owner=by, live=False)
        page.translation_key = key or page.translation_key
        calendar.add_child(instance=page)
        # The words come later: only what is submitted must have them all.
        page.save_revision(user=by, log_action=True, clean=False)
        key = page.translation_key
        made.append(page)
    return made


def open_drafts(event: Event, user) -> list[EventPage]:
    """The pages of the event and of its series that this person could hand in, in the order of their dates."""
    kin = Event.objects.filter(series=event.series) if event.series else Event.objects.filter(pk=event.pk)
    pages = EventPage.objects.filter(event__in=kin, has_unpublished_changes=True, live=False)
    pages = pages.select_related("event", "locale").order_by("event__starts_at", "locale_id")
    return [page for page in pages if _may_hand_in(page, user)]


@transaction.atomic
def hand_in(pages: Iterable[EventPage], *, by) -> HandedIn:
    """Start the release of each page that has all its words; one without some hinders no other."""
    done = HandedIn()
    for page in pages:
        draft = page.get_latest_revision_as_object()
        try:
            draft.full_clean()
        except ValidationError:
            done.unfinished.append(draft)
        else:
            draft.get_workflow().start(draft, by)
            done.waiting.append(draft)
    return done


def _may_hand_in(page: EventPage, user) -> bool:
    rights = page.permissions_for_user(user)
    return rights.can_edit() and rights.can_submit_for_moderation()
