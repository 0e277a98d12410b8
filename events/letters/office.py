"""To the event's contact, else to the office, in the language of the house: what guests, staff and the clock did."""

from dataclasses import replace

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import wording
from events.letters import paper
from events.models import Event, Registration
from events.states import RegistrationState
from home.models import Office
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Kept, Letter
from portal.letters.readers import Reader

# The sentence for each state that a registration comes to later on.
COMES_TO = {
    RegistrationState.WAITING: gettext_lazy("%(name)s is now on the waiting list."),
    RegistrationState.OFFERED: gettext_lazy("Seats have become free and are offered to %(name)s."),
    RegistrationState.AWAITING_PAYMENT: gettext_lazy("Seats are kept for %(name)s until the fee has arrived."),
    RegistrationState.CONFIRMED: gettext_lazy("%(name)s now has a confirmed seat."),
    RegistrationState.LAPSED: gettext_lazy("%(name)s did not answer or pay in time; the seats are free again."),
    RegistrationState.RETURNED: gettext_lazy("%(name)s was asked to change the registration."),
    RegistrationState.REJECTED: gettext_lazy("%(name)s was turned down."),
}


@outbox.letter(Registration, to=Reader.CONTACTS, language=settings.LANGUAGE_CODE)
def office_notice(registration: Registration, reader) -> Letter | None:
    return _about(registration, _("New registration: %(event)s"), _("%(name)s has registered."))


@outbox.letter(Registration, to=Reader.CONTACTS, language=settings.LANGUAGE_CODE)
def office_moved(registration: Registration, reader) -> Letter | None:
    sentence = COMES_TO.get(registration.state)
    if sentence is None:
        return None
    subject = _("Registration now “%(state)s”: %(event)s")
    return _about(registration, subject, str(sentence))


@outbox.letter(Registration, to=Reader.CONTACTS, language=settings.LANGUAGE_CODE)
def office_cancelled(registration: Registration, reader) -> Letter | None:
    """A guest does not come after all."""
    return _about(registration, _("Cancelled registration: %(event)s"), _("%(name)s has cancelled."))


@outbox.letter(Registration, to=Reader.CONTACTS, language=settings.LANGUAGE_CODE)
def office_cancelled_by_us(registration: Registration, reader) -> Letter | None:
    sentence = _("One of us has cancelled the registration of %(name)s.")
    return _about(registration, _("Cancelled registration: %(event)s"), sentence, registration.decision)


@outbox.letter(Registration, to=Reader.CONTACTS, language=settings.LANGUAGE_CODE)
def office_seats_given_back(registration: Registration, reader) -> Letter | None:
    """A group has become smaller."""
    return _about(registration, _("Fewer seats: %(event)s"), _("The group of %(name)s has become smaller."))


@outbox.letter(Event, to=Reader.CONTACTS, language=settings.LANGUAGE_CODE)
def office_called_off(event: Event, reader) -> Letter | None:
    """One letter for all the registrations that ended with the event."""
    ended = event.registrations.filter(state=RegistrationState.CANCELLED, moved_at=event.called_off_at).count()
    sentence = ngettext(
        "The event is cancelled, and %(n)d registration with it. The guest is told.",
        "The event is cancelled, and %(n)d registrations with it. The guests are told.",
        ended,
    )
    facts = [(_("Date"), wording.span(event))]
    return _letter(event, _("Cancelled event: %(event)s") % {"event": event.title}, [sentence % {"n": ended}], facts)


def _about(registration: Registration, subject: str, sentence: str, reason: str = "") -> Letter | None:
    if registration.is_erased:
        return None
    event = registration.event
    state = registration.get_state_display()
    facts = [
        (_("State"), state),
        (_("Seats"), str(registration.seats)),
        (_("Institution"), registration.institution or "–"),
        (_("Note"), registration.note or "–"),
        (_("Taken"), paper.taken(event)),
    ]
    paragraphs = [sentence % {"name": registration.name}, *([Kept(reason)] if reason else [])]
    if not registration.has_mailbox:
        facts.insert(0, (_("Phone"), registration.phone or "–"))
        paragraphs.append(Kept(_("The guest has no email address, so no letter goes there. Please tell the guest.")))
    letter = _letter(event, subject % {"event": event.title, "state": state}, paragraphs, facts)
    answered_by = (registration.name, registration.email) if registration.has_mailbox else None
    return replace(letter, answered_by=answered_by)


def _letter(event: Event, subject: str, paragraphs: list[str], facts: list) -> Letter:
    contact = event.contact if event.contact and event.contact.email else None
    return Letter(
        to=contact.email if contact else Office.here().mailbox,
        name=str(contact) if contact else "",
        subject=subject,
        paragraphs=paragraphs,
        facts=facts,
        button=(_("All registrations"), absolute(reverse("events_roster", args=[event.pk]))),
    )
