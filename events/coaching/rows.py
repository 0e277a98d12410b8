"""Slots, coaches and bookings as lists show them: in the words of the face's components."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events import wording as event_wording
from events.coaching import wording
from events.coaching.models import Booking, Coach, Slot
from portal.language import times

TONES = {"confirmed": "ok", "requested": "warn", "waiting": "warn", "offered": "warn", "done": "ok"}


def row(slot: Slot, *, topics=(), level: int = 3) -> dict:
    """For components/event_row.html; `topics` are the coach's, shown where the slot has none of its own."""
    state, tone = standing(slot)
    theirs = ", ".join(topic.name for topic in topics)
    return {
        "when": slot.starts_at,
        "url": reverse("coaching:book", args=[slot.pk]),
        "title": str(slot.coach),
        "badge": theirs if theirs and not slot.topic else wording.topic(slot),
        "badge_tone": "book",
        "time": f"{times.weekday(slot.starts_at)}, {wording.short_hours(slot)}",
        "place": where(slot),
        "state": state,
        "state_tone": tone,
        "level": level,
    }


def standing(slot: Slot) -> tuple[str, str]:
    if slot.is_full:
        return _("taken, waiting list open"), "warn"
    if slot.seats > 1:
        free = slot.seats - slot.seats_taken
        return event_wording.seats_free(free), "ok"
    return _("free"), "ok"


def where(slot: Slot) -> str:
    """Place and language on one line."""
    return " · ".join(filter(None, [wording.place(slot), wording.language(slot)]))


def person(coach: Coach) -> dict:
    """For components/people.html."""
    topics = ", ".join(topic.name for topic in coach.told_topics)
    return {
        "name": str(coach),
        "role": coach.person.function,
        "note": topics,
        "url": reverse("coaching:coach", args=[coach.pk]),
    }


def my_row(booking: Booking, *, url: str = "", title: str = "", level: int = 3) -> dict:
    """A booking, seen by its client; or by the coach with another address and title."""
    slot = booking.slot
    own = {
        "url": url or booking.get_absolute_url(),
        "title": title or str(slot.coach),
        "state": booking.get_state_display(),
        "state_tone": TONES.get(booking.state, ""),
        "off": booking.state in ("cancelled", "declined", "lapsed"),
        # The room of the meeting is told to those who are confirmed.
        "place_url": slot.online_url if booking.is_confirmed else "",
    }
    return row(slot, level=level) | own


def facts(slot: Slot, *, online: bool = False) -> list[dict]:
    """For components/key_facts.html; the address of the online meeting only for those who are confirmed."""
    told = [
        {"icon": "user", "label": _("Coach"), "value": str(slot.coach), "note": slot.coach.person.function},
        {"icon": "cal", "label": _("Date"), "value": wording.day(slot), "note": wording.hours(slot)},
        {"icon": "tag", "label": _("Topic"), "value": wording.topic(slot)},
        {"icon": "globe" if slot.is_online else "pin", "label": _("Place"), "value": wording.place(slot)},
    ]
    if slot.language:
        told.append({"icon": "lang", "label": _("Language"), "value": wording.language(slot)})
    if slot.programme:
        told.append({"icon": "euro-off", "label": _("Free of charge"), "value": slot.programme.name})
    if online and (link := wording.link(slot)):
        told.append({"icon": "link", "label": _("Online meeting"), "value": link, "url": slot.online_url})
    return told


def is_past(slot: Slot, now=None) -> bool:
    return slot.ends_at <= (now or timezone.now())
