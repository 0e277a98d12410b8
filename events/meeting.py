"""When and where the address of an online meeting is told, in sentences that stay true before it is known."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from events.kinds import Admission, Mode
from events.models import Event, Registration
from events.models.readings import ADDRESS_TOLD_BEFORE
from portal.language import times


def to_everybody(event: Event, *, now: datetime | None = None) -> str:
    """For page and calendar; empty for events without an online meeting. Without `now` it says the same at any time."""
    if event.mode == Mode.ON_SITE:
        return ""
    if event.is_external:
        return _("You get the link to the meeting from the organiser.")
    if event.admission == Admission.INVITATION:
        return _("The link to the meeting comes with the invitation.")
    if event.month_only:
        return _("Guests get the link to the meeting by email on the day before.")
    told = {"moment": times.moment(_told_at(event))}
    if event.admission == Admission.OPEN:
        return _("The link to the meeting stands on the page of the event from %(moment)s.") % told
    if now and now >= _told_at(event):
        return _("Guests get the link to the meeting by email as soon as they are confirmed and it is there.")
    return _("Guests get the link by email on %(moment)s. It stands on the page of their registration too.") % told


def to_guest(registration: Registration, *, now=None) -> str:
    """As long as the address itself is not told; whoever still hopes for a seat reads it too, with the condition.

    Empty where there is nothing to say.
    """
    event, now = registration.event, now or timezone.now()
    comes = registration.is_active and not event.is_cancelled and not event.is_past(now)
    if not comes or event.mode == Mode.ON_SITE:
        return ""
    if not registration.is_confirmed:
        return _to_whoever_hopes(event, now)
    if event.tells_online_address(now):
        return ""
    if event.month_only:
        return _("We send you the link to the meeting by email on the day before.")
    if now >= _told_at(event):
        return _("The link to the meeting is still missing. We send it by email as soon as it is there.")
    told = {"moment": times.moment(_told_at(event))}
    return _("We send you the link by email on %(moment)s. It stands on the page of your registration too.") % told


def _to_whoever_hopes(event: Event, now) -> str:
    if event.month_only:
        return _("Once your seat is certain, we send you the link to the meeting by email on the day before.")
    if now >= _told_at(event):
        return _("As soon as your seat is certain, we send you the link to the meeting by email.")
    told = {"moment": times.moment(_told_at(event))}
    return _("Once your seat is certain, we send you the link to the meeting by email on %(moment)s.") % told


def _told_at(event: Event):
    return event.starts_at - ADDRESS_TOLD_BEFORE
