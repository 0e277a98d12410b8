"""An event as lists show it: in the words that components/event_row.html wants."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from events import wording
from events.kinds import Mode
from events.models.event import Event
from portal.language import times
from portal.language.languages import current

SCARCE = 5
NOT_ON_SALE = gettext_lazy("No tickets are on sale at the moment.")


def row(event: Event, *, now=None, level: int = 3) -> dict:
    """Ask for events with `.for_rows()`, else every row asks for its page."""
    state, tone = standing(event, now=now)
    return {
        "when": event.starts_at,
        "month_only": event.month_only,
        "url": event.page.url if event.page else "",
        "title": event.title,
        "lang": foreign_language(event),
        "badge": event.format.name,
        "badge_tone": event.format.tone,
        "time": when(event),
        "place": place(event),
        "state": state,
        "state_tone": tone,
        "off": event.is_cancelled,
        "level": level,
    }


def foreign_language(event: Event) -> str:
    """The language of the words, where they do not exist in the reader's."""
    language = event.page.locale.language_code if event.page else current()
    return language if language != current() else ""


def when(event: Event) -> str:
    if event.month_only:
        return _("date still open")
    if event.spans_days:
        return f"{times.short_day(event.starts_at)} – {times.short_day(times.last_instant(event.ends_at))}"
    return f"{times.weekday(event.starts_at)}, {wording.short_hours(event)}"


def place(event: Event) -> str:
    """The town, short enough for a list."""
    if event.mode == Mode.ONLINE:
        return pgettext("mode of an event", "Online")
    where = event.city or event.venue
    return _("%(place)s and online") % {"place": where} if event.mode == Mode.HYBRID and where else where


def standing(event: Event, *, now=None) -> tuple[str, str]:
    """Whether one can still come, in words, and the tone of these words."""
    now = now or timezone.now()
    if event.is_cancelled:
        return _("Cancelled"), "bad"
    if event.is_past(now):
        return "", ""
    if event.is_external:
        return _("Held by others"), ""
    if not event.takes_registrations:
        return event.get_admission_display(), ""
    if event.registration_opens_at and now < event.registration_opens_at:
        return _("Registration from %(day)s") % {"day": times.short_day(event.registration_opens_at)}, ""
    if now >= event.closes_at:
        return _("Registration closed"), ""
    text, tone = seats_left(event)
    return (f"{event.get_status_display()}, {text}", "warn") if event.is_moved else (text, tone)


def seats_left(event: Event) -> tuple[str, str]:
    if event.capacity is None:
        return _("Seats free"), "ok"
    free = event.seats_free
    if free == 0:
        return _("Fully booked, waiting list open"), "warn"
    return wording.seats_free(free), "warn" if free <= SCARCE else "ok"


def my_row(registration, *, now=None, level: int = 3) -> dict:
    """A registration in the list of the person who made it; leads to its own page."""
    tones = {
        "confirmed": "ok",
        "waiting": "warn",
        "awaiting_payment": "warn",
        "offered": "warn",
        "requested": "warn",
        "returned": "warn",
    }
    own = {
        "url": registration.get_absolute_url(),
        "state": registration.get_state_display(),
        "state_tone": tones.get(registration.state, ""),
        "off": registration.event.is_cancelled or not registration.is_active,
    }
    return row(registration.event, now=now, level=level) | own
