"""What all letters about coaching share: greeting, facts, button, calendar files."""

from django.urls import reverse
from django.utils.translation import gettext as _

from events.coaching import ical, wording
from events.coaching.models import Booking
from portal.language import times
from portal.language.mailbox import absolute
from portal.letters.letter import Attachment, Kept, Letter, answering, dear


def to_client(booking, *, subject, paragraphs, label="", address="", attachments=()) -> Letter | None:
    if booking.is_erased:
        return None
    return Letter(
        to=booking.email,
        name=booking.name,
        subject=subject % {"day": times.short_day(booking.slot.starts_at)},
        paragraphs=[dear(booking.name), *_filled(paragraphs, coach=str(booking.slot.coach))],
        facts=facts(booking),
        button=(label or _("View, move or cancel"), absolute(address or booking.get_absolute_url())),
        attachments=list(attachments),
        answered_by=answering(booking.slot.coach),
    )


def to_coach(booking, *, subject, paragraphs, attachments=()) -> Letter | None:
    coach = booking.slot.coach
    if booking.is_erased or not coach.email:
        return None
    client = booking.name + (f" ({booking.startup})" if booking.startup else "")
    about = [(_("What it is about"), booking.about), (_("Stage"), booking.get_stage_display())]
    goal = [(_("Goal"), booking.goal)] if booking.goal else []
    return Letter(
        to=coach.email,
        name=str(coach),
        subject=subject % {"day": times.short_day(booking.slot.starts_at)},
        paragraphs=[dear(coach), *_filled(paragraphs, client=client)],
        facts=[*facts(booking), *about, *goal],
        button=(_("To the booking"), absolute(reverse("coaching:booking", args=[booking.pk]))),
        attachments=list(attachments),
        answered_by=(booking.name, booking.email),
    )


def _filled(paragraphs, **names: str) -> list[str]:
    """Only our own sentences have gaps; what people typed may hold a percent sign. Empty ones fall away."""
    filled = []
    for paragraph in filter(None, paragraphs):
        if not isinstance(paragraph, Kept):
            for name, value in names.items():
                paragraph = paragraph.replace(f"%({name})s", value)
        filled.append(paragraph)
    return filled


def facts(booking: Booking) -> list[tuple[str, str]]:
    slot = booking.slot
    facts = [
        (_("Coach"), str(slot.coach)),
        (_("Date"), wording.span(slot)),
        (_("Topic"), wording.topic(slot)),
        (_("Place"), wording.place(slot)),
    ]
    if booking.is_confirmed and (link := wording.link(slot)):
        facts.append((_("Online meeting"), link))
    if slot.programme:
        facts.append((_("Programme"), slot.programme.name))
    return facts


def other_times() -> dict:
    return {"label": _("Other times"), "address": reverse("coaching:slots")}


def invitation(booking: Booking) -> list[Attachment]:
    if not booking.is_confirmed:
        return []
    return [Attachment(_("coaching.ics"), "text/calendar; method=REQUEST", ical.invitation(booking))]


def change(booking: Booking) -> list[Attachment]:
    """The new time; while the coach has yet to say yes to it, at least the old one leaves the calendars."""
    return invitation(booking) or withdrawal(booking)


def withdrawal(booking: Booking) -> list[Attachment]:
    if not booking.sequence:
        return []  # nobody was ever invited
    return [Attachment(_("coaching.ics"), "text/calendar; method=CANCEL", ical.withdrawal(booking))]
