"""Times and hours of coaching as people read them, in their language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from events.coaching.models import Slot
from portal.language import times


def day(slot: Slot) -> str:
    return times.day(slot.starts_at)


def hours(slot: Slot) -> str:
    """14:00–15:00 Uhr (MEZ)."""
    return times.hours(slot.starts_at, slot.ends_at)


def short_hours(slot: Slot) -> str:
    """14:00–15:00 Uhr."""
    return times.short_hours(slot.starts_at, slot.ends_at)


def span(slot: Slot) -> str:
    return times.span(slot.starts_at, slot.ends_at)


def topic(slot: Slot) -> str:
    return slot.topic.name if slot.topic else _("Topic by arrangement")


def place(slot: Slot) -> str:
    return pgettext("mode of an event", "Online") if slot.is_online else slot.place


def link(slot: Slot) -> str:
    """The address of the online meeting, or who sends it; empty where people meet on site."""
    if not slot.is_online:
        return ""
    return slot.online_url or _("%(coach)s sends you the link by email before you meet.") % {"coach": slot.coach}


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
