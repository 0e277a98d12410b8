"""What the page of one event shows beside its words."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events import meeting, wording
from events.calendar import structured
from events.calendar.rows import NOT_ON_SALE, SCARCE, row, standing
from events.guests import public_list
from events.kinds import Admission, EventStatus, Mode
from home.reading import navigation
from portal.accounts.kinds import TargetGroup
from portal.language import times

MOST_DATES = 6


def one_event(page) -> dict:
    """Context of an event's page, with few queries: the facts, the key facts, who helps, who speaks."""
    event = page.event
    event.live_pages = [page]
    now = timezone.now()
    state, tone = standing(event, now=now)
    is_open = event.is_open(now)
    if is_open and not event.sells(now):
        is_open, state, tone = False, NOT_ON_SALE, ""
    return {
        "event": event,
        "badges": badges(event),
        "key_facts": key_facts(event),
        "standing": state,
        "standing_tone": tone,
        "is_open": is_open,
        "is_past": event.is_past(now),
        "moved_from": times.moment(event.previous_starts_at) if event.is_moved and event.previous_starts_at else "",
        "short_when": times.short_day(event.starts_at) if not event.month_only else times.month(event.starts_at),
        "sticky_note": f"{state}, {wording.fee(event)}",
        "meter": meter(event),
        "hosts": event.hosts_in_order,
        "people": people(page.speakers),
        "participants": public_list.named(event, now),
        "agenda": agenda(page.agenda),
        "audience": [str(label) for code, label in TargetGroup.choices if code in event.audience],
        "funding_project": event.project,
        "more_dates": more_dates(event, now),
        "event_ld": structured.event(event, navigation.frame().office, now),
    }


def more_dates(event, now) -> list[dict]:
    """The next events of its series."""
    others = type(event).objects.same_series(event).public().upcoming(now).exclude(status=EventStatus.CANCELLED)
    return [row(other, now=now) for other in others.for_rows()[:MOST_DATES]]


def badges(event) -> list[dict]:
    """Format, mode and state above the title."""
    marks = [{"label": event.format.name, "tone": event.format.tone}]
    marks.append({"label": event.get_mode_display(), "icon": "globe" if event.mode == Mode.ONLINE else "pin"})
    if spoken := languages(event):
        marks.append({"label": spoken, "icon": "lang"})
    if event.is_cancelled or event.is_moved:
        marks.append({"label": event.get_status_display(), "tone": "bad" if event.is_cancelled else "warn"})
    return marks


def languages(event) -> str:
    return ", ".join(str(label) for code, label in settings.LANGUAGES if code in event.languages)


def key_facts(event) -> list[dict]:
    """Date, place, language, cost and deadline, in the shape that components/key_facts.html wants."""
    return [
        {"icon": "cal", "label": _("Date"), "value": wording.days(event), "note": wording.hours(event)}
        | _exactly(event),
        *_places(event),
        *_conditions(event),
    ]


def _exactly(event) -> dict:
    """The beginning for machines, with its offset: readers elsewhere must not take it for their own time."""
    return {} if event.month_only else {"at": timezone.localtime(event.starts_at).isoformat(timespec="minutes")}


def _places(event) -> list[dict]:
    facts = []
    if event.mode != Mode.ONLINE and event.address:
        place = {"value": event.venue or event.street_and_town, "note": event.venue and event.street_and_town}
        facts.append({"icon": "pin", "label": _("Place"), **place})
    if event.mode != Mode.ON_SITE:
        label = pgettext("mode of an event", "Online")
        facts.append({"icon": "globe", "label": label, "value": _("Online meeting"), **_link(event)})
    if event.accessibility:
        facts.append({"icon": "access", "label": _("Accessibility"), "value": event.accessibility, "plain": True})
    return facts


def _link(event) -> dict:
    """Where nobody registers, the page itself tells the address when the time has come."""
    if event.admission == Admission.OPEN and not event.is_cancelled and event.tells_online_address():
        return {"url": event.online_url}
    return {} if event.is_past() else {"note": meeting.to_everybody(event, now=timezone.now())}


def _conditions(event) -> list[dict]:
    if not event.takes_registrations:
        return []
    note = "" if event.is_free_of_charge else _("per seat")
    facts = [{"icon": "euro", "label": _("Cost"), "value": wording.fee(event), "note": note}]
    if closes := event.registration_closes_at:
        until = {"value": times.day(closes), "note": f"{times.clock(closes)} ({times.zone(closes)})"}
        facts.append({"icon": "clock", "label": _("Registration until"), **until})
    return facts


def meter(event) -> dict | None:
    """How full it is; None where nobody counts."""
    if not event.takes_registrations or not event.capacity or event.is_cancelled:
        return None
    text = _("%(taken)d of %(capacity)d seats taken") % {"taken": event.seats_taken, "capacity": event.capacity}
    tone = "bad" if event.is_full else "warn" if event.seats_free <= SCARCE else ""
    return {"part": event.seats_taken, "whole": event.capacity, "text": text, "tone": tone}


def people(persons) -> list[dict]:
    return [
        {
            "name": str(person),
            "role": ", ".join(filter(None, [person.function, person.institution and person.institution.name])),
            "image": person.photo and person.photo.get_rendition("fill-104x104|format-webp"),
        }
        for person in persons
    ]


def agenda(stream) -> list[dict]:
    """Days of the agenda with their items; one day without a title as a rule."""
    days: list[dict] = []
    for block in stream:
        value = block.value
        if not days or value["day"]:
            days.append({"title": value["day"], "items": []})
        item = {"time": times.clock(value["time"]), "title": value["title"], "text": value["text"]}
        days[-1]["items"].append(item | {"is_break": value["is_break"]})
    return days
