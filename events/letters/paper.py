"""What all letters about registrations share: greeting, facts, links, calendar files."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import ical, meeting, wording
from events.guests import history, presence, sessions
from events.kinds import Mode
from events.models import Event, Registration
from events.papers import sheets
from portal.language import times
from portal.language.mailbox import absolute
from portal.language.money import as_text
from portal.letters.letter import Attachment, Kept, Letter, answering, dear
from portal.payments.models import Payment
from portal.withdrawals import offered


def letter(registration, *, subject, paragraphs, button=None, link="", attachments=()) -> Letter | None:
    if not registration.has_mailbox:
        return None
    event = registration.event
    manage = (link or _("View or change your registration"), absolute(registration.get_absolute_url()))
    return Letter(
        to=registration.email,
        name=registration.name,
        subject=subject % {"event": event.title},
        paragraphs=[dear(registration.name), *filter(None, paragraphs)],
        facts=facts(registration, event),
        button=button or manage,
        links=[manage] if button else [],
        attachments=list(attachments),
        answered_by=answering(event.contact),
    )


def facts(registration: Registration, event: Event) -> list[tuple[str, str]]:
    facts = [(_("Event"), event.title), (_("Date"), wording.span(event))]
    if event.mode != Mode.ONLINE and event.address:
        facts.append((_("Place"), event.address))
    tells = registration.is_confirmed and not event.is_cancelled and event.tells_online_address()
    if link := event.online_url if tells else meeting.to_guest(registration):
        facts.append((_("Online meeting"), link))
    if event.accessibility and event.mode != Mode.ONLINE:
        facts.append((_("Accessibility"), event.accessibility))
    if registration.ticket_type:
        facts.append((_("Ticket"), registration.ticket_type.name))
    facts.append((_("Seats"), str(registration.seats)))
    facts.extend((_("Part of the agenda"), wording.session_title(one)) for one in sessions.of(registration))
    facts.extend((_("No seat left in"), wording.session_title(one)) for one in sessions.missed(registration))
    if registration.amount:
        facts.append((_("Total"), as_text(registration.amount, registration.currency)))
    if registration.amount and (registration.is_confirmed or registration.is_awaiting_payment):
        facts.extend(offered.with_confirmation(registration))
    return facts


def pay_by(registration: Registration) -> str:
    sentence = _("Please pay %(amount)s by %(deadline)s; afterwards the seats go to others.") % {
        "amount": as_text(registration.amount, registration.currency),
        "deadline": times.moment(registration.pay_until),
    }
    return Kept(sentence)


def pay_address(registration: Registration) -> str:
    payment = Payment.objects.for_purpose(registration).order_by("-pk").first()
    return absolute(payment.get_absolute_url() if payment else registration.get_absolute_url())


def taken(event: Event) -> str:
    if event.capacity is None:
        return ngettext("%(taken)d seat", "%(taken)d seats", event.seats_taken) % {"taken": event.seats_taken}
    return _("%(taken)d of %(capacity)d seats") % {"taken": event.seats_taken, "capacity": event.capacity}


def invitation(registration: Registration) -> list[Attachment]:
    return _file(ical.invitation(registration), "REQUEST") if not registration.event.month_only else []


def tickets(registration: Registration) -> list[Attachment]:
    event = registration.event
    if not event.opens_doors:
        return []
    return [Attachment(_("tickets.pdf"), "application/pdf", sheets.tickets(event, presence.seats_of(registration)))]


def withdrawal(registration: Registration) -> list[Attachment]:
    """Only for those who were invited: nobody else has anything in the calendar that could be taken out."""
    return _file(ical.withdrawal(registration), "CANCEL") if history.was_invited(registration) else []


def _file(content: bytes, method: str) -> list[Attachment]:
    return [Attachment(_("event.ics"), f"text/calendar; method={method}", content)]
