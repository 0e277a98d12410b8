"""Times and hours of coaching as people read them: Berlin time with its zone, in the reader's language."""

from datetime import date

from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from events import wording
from events.coaching.models import Slot


def day(slot: Slot) -> str:
    return wording.day(slot.starts_at)


def day_of_week(on: date) -> str:
    """Dienstag, 1. Dezember."""
    return formatted(on, pgettext("date pattern", "l, j F"))


def hours(slot: Slot) -> str:
    """14:00–15:00 Uhr (MEZ); both ends with their zone where the clocks change in between."""
    if wording.zone(slot.starts_at) != wording.zone(slot.ends_at):
        return " – ".join(f"{wording.clock(at)} ({wording.zone(at)})" for at in (slot.starts_at, slot.ends_at))
    return f"{short_hours(slot)} ({wording.zone(slot.starts_at)})"


def short_hours(slot: Slot) -> str:
    """14:00–15:00 Uhr."""
    times = f"{wording.short_clock(slot.starts_at)}–{wording.short_clock(slot.ends_at)}"
    return pgettext("time of day", "%(time)s") % {"time": times}


def span(slot: Slot) -> str:
    return f"{day(slot)}, {hours(slot)}"


def topic(slot: Slot) -> str:
    return slot.topic.name if slot.topic else _("Topic by arrangement")


def place(slot: Slot) -> str:
    return pgettext("mode of an event", "Online") if slot.is_online else slot.place


def language(slot: Slot) -> str:
    return slot.get_language_display() if slot.language else ""


def length(minutes: int) -> str:
    """55 as `55 Minuten`, 120 as `2 Stunden`, 125 as `2 Std. 5 Min.`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return ngettext("%(number)d minute", "%(number)d minutes", rest) % {"number": rest}
    if not rest:
        return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}
