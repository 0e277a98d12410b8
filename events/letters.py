"""Who writes what about events. Every builder asks again whether the letter still tells the truth."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import ical, sessions, wording
from events.kinds import Mode
from events.models import Event, Registration
from events.states import RegistrationState
from portal.addresses import absolute
from portal.letters import outbox
from portal.letters.letter import Attachment, Kept, Letter
from portal.payments.models import Payment
from portal.payments.money import as_text


@outbox.letter(Registration)
def registered(registration: Registration, reader) -> Letter | None:
    """Confirmed: date, place, calendar file, link to change one's mind."""
    if not registration.is_confirmed:
        return None
    return _letter(
        registration,
        subject=_("Your registration: %(event)s"),
        paragraphs=[_("you are registered. We look forward to seeing you.")],
        attachments=_invitation(registration),
    )


@outbox.letter(Registration)
def waiting_listed(registration: Registration, reader) -> Letter | None:
    if not registration.is_waiting:
        return None
    return _letter(
        registration,
        subject=_("On the waiting list: %(event)s"),
        paragraphs=[
            _("all seats are taken at the moment. You are on the waiting list."),
            _("As soon as seats become free, they go to whoever waits, in the order of arrival."),
            _("We write to you at once."),
        ],
        link=_("View or leave the waiting list"),
    )


@outbox.letter(Registration)
def payment_asked(registration: Registration, reader) -> Letter | None:
    if not registration.is_awaiting_payment:
        return None
    return _letter(
        registration,
        subject=_("Please pay the fee: %(event)s"),
        paragraphs=[_("we keep your seats until the fee has arrived."), _pay_by(registration)],
        button=(_("Pay now"), _pay_address(registration)),
    )


@outbox.letter(Registration)
def promoted(registration: Registration, reader) -> Letter | None:
    """Moved up from the waiting list."""
    if registration.is_confirmed:
        return _letter(
            registration,
            subject=_("You have moved up: %(event)s"),
            paragraphs=[
                _("seats have become free: you have moved up from the waiting list and are registered."),
                _("If you cannot come any more, please cancel, so that others get the seats."),
            ],
            attachments=_invitation(registration),
        )
    if registration.is_awaiting_payment:
        return _letter(
            registration,
            subject=_("You have moved up: %(event)s"),
            paragraphs=[
                _("seats have become free: you have moved up from the waiting list."),
                _pay_by(registration),
            ],
            button=(_("Pay now"), _pay_address(registration)),
        )
    return None


@outbox.letter(Registration)
def seats_offered(registration: Registration, reader) -> Letter | None:
    """Seats are kept for somebody who waits, until a deadline."""
    if not registration.is_offered:
        return None
    return _letter(
        registration,
        subject=_("A seat for you: %(event)s"),
        paragraphs=[
            Kept(
                _("seats have become free and are kept for you until %(deadline)s.")
                % {"deadline": wording.moment(registration.offer_until)}
            ),
            _("Please accept them on the page of your registration; afterwards they go to the next in line."),
        ],
        link=_("Accept or decline the seats"),
    )


@outbox.letter(Registration)
def offer_lapsed(registration: Registration, reader) -> Letter | None:
    if registration.state != RegistrationState.LAPSED:
        return None
    return _letter(
        registration,
        subject=_("Your offer has lapsed: %(event)s"),
        paragraphs=[
            _("the seats kept for you were not accepted in time, so they go to the next in line."),
            _("If you still want to come, please register again."),
        ],
    )


@outbox.letter(Registration)
def cancelled(registration: Registration, reader) -> Letter | None:
    return _letter(
        registration,
        subject=_("Your registration is cancelled: %(event)s"),
        paragraphs=[_("your registration is cancelled and the seats are free for others.")],
        attachments=_withdrawal(registration),
    )


@outbox.letter(Registration)
def lapsed(registration: Registration, reader) -> Letter | None:
    if registration.state != RegistrationState.LAPSED:
        return None
    return _letter(
        registration,
        subject=_("Your registration has lapsed: %(event)s"),
        paragraphs=[
            _("the fee did not arrive in time, so the seats are free for others."),
            _("If you still want to come, please register again."),
        ],
    )


@outbox.letter(Registration)
def moved(registration: Registration, reader) -> Letter | None:
    """Another date: the calendar file carries the next SEQUENCE under the same UID."""
    event = registration.event
    if not registration.is_active or event.is_cancelled:
        return None
    before = event.previous_starts_at
    return _letter(
        registration,
        subject=_("New date: %(event)s"),
        paragraphs=[
            Kept(_("the event has a new date: %(date)s.") % {"date": wording.span(event)}),
            Kept(_("It was planned for %(date)s.") % {"date": wording.moment(before)}) if before else "",
            _("Your registration stays as it is. If the new date does not suit you, please cancel."),
        ],
        attachments=_invitation(registration) if registration.is_confirmed else [],
    )


@outbox.letter(Registration)
def relocated(registration: Registration, reader) -> Letter | None:
    if not registration.is_active or registration.event.is_cancelled:
        return None
    return _letter(
        registration,
        subject=_("New place: %(event)s"),
        paragraphs=[_("the event takes place somewhere else. Your registration stays as it is.")],
        attachments=_invitation(registration) if registration.is_confirmed else [],
    )


@outbox.letter(Registration)
def called_off(registration: Registration, reader) -> Letter | None:
    paid = registration.amount and Payment.objects.for_purpose(registration).filter(paid_at__isnull=False).exists()
    return _letter(
        registration,
        subject=_("Cancelled: %(event)s"),
        paragraphs=[
            _("unfortunately this event has to be cancelled. We are sorry."),
            Kept(_("You get the whole fee back.")) if paid else "",
        ],
        attachments=_withdrawal(registration),
    )


@outbox.letter(Registration)
def link_again(registration: Registration, reader) -> Letter | None:
    if not registration.is_active:
        return None
    return _letter(
        registration,
        subject=_("Your registration: %(event)s"),
        paragraphs=[
            _("somebody has just tried to register with your e-mail address, which is registered already."),
            _("If that was you: here is the link to your registration. If not, you need not do anything."),
        ],
    )


@outbox.letter(Registration)
def office_notice(registration: Registration, reader) -> Letter | None:
    """To the event's contact, else to the office."""
    with translation.override(settings.LANGUAGE_CODE):
        subject, sentence = _("New registration: %(event)s"), _("%(name)s has registered.")
    return _to_office(registration, subject, sentence)


@outbox.letter(Registration)
def office_cancelled(registration: Registration, reader) -> Letter | None:
    """A guest does not come after all."""
    with translation.override(settings.LANGUAGE_CODE):
        subject, sentence = _("Cancelled registration: %(event)s"), _("%(name)s has cancelled.")
    return _to_office(registration, subject, sentence)


def _to_office(registration: Registration, subject: str, sentence: str) -> Letter | None:
    if registration.is_erased:
        return None
    with translation.override(settings.LANGUAGE_CODE):
        event = registration.event
        contact = event.contact if event.contact and event.contact.email else None
        list_ = f"{reverse('wagtailsnippets_events_registration:list')}?event={event.pk}"
        return Letter(
            to=contact.email if contact else settings.OFFICE_EMAIL,
            name=str(contact) if contact else "",
            subject=subject % {"event": event.title},
            paragraphs=[sentence % {"name": registration.name}],
            facts=[
                (_("State"), registration.get_state_display()),
                (_("Seats"), str(registration.seats)),
                (_("Institution"), registration.institution or "–"),
                (_("Note"), registration.note or "–"),
                (_("Taken"), _taken(event)),
            ],
            button=(_("All registrations"), absolute(list_)),
        )


@outbox.letter(Registration)
def requested(registration: Registration, reader) -> Letter | None:
    if not registration.is_requested:
        return None
    return _letter(
        registration,
        subject=_("We have received your registration: %(event)s"),
        paragraphs=[
            _("thank you for asking for a seat. We look at every registration and answer by e-mail."),
        ],
    )


@outbox.letter(Registration)
def sent_back(registration: Registration, reader) -> Letter | None:
    if not registration.is_returned:
        return None
    return _letter(
        registration,
        subject=_("Please change your registration: %(event)s"),
        paragraphs=[
            _("before we can offer you a seat, we need something from you:"),
            Kept(registration.decision),
            _("Please change your registration and send it in again."),
        ],
        link=_("Change and send in again"),
    )


@outbox.letter(Registration)
def rejected(registration: Registration, reader) -> Letter | None:
    if registration.state != RegistrationState.REJECTED:
        return None
    return _letter(
        registration,
        subject=_("No seat this time: %(event)s"),
        paragraphs=[_("unfortunately we cannot offer you a seat."), Kept(registration.decision)],
    )


@outbox.letter(Registration)
def reminder(registration: Registration, reader) -> Letter | None:
    """Shortly before, with the address of the online meeting."""
    if not registration.is_confirmed or registration.event.is_cancelled:
        return None
    return _letter(
        registration,
        subject=_("Soon: %(event)s"),
        paragraphs=[
            _("the event begins soon. We look forward to seeing you."),
            _("If you cannot come any more, please cancel, so that others get the seats."),
        ],
        attachments=_invitation(registration),
    )


@outbox.letter(Registration)
def thanks(registration: Registration, reader) -> Letter | None:
    """After the event, in the words of its editors: material, feedback questions."""
    event = registration.event
    if not registration.is_confirmed or event.is_cancelled or not event.thanks:
        return None
    button = (_("Material and feedback"), event.feedback_url) if event.feedback_url else None
    return _letter(
        registration,
        subject=_("Thank you for coming: %(event)s"),
        paragraphs=[Kept(line) for line in event.thanks.splitlines() if line.strip()],
        button=button,
    )


FIRST = {
    RegistrationState.REQUESTED: requested,
    RegistrationState.CONFIRMED: registered,
    RegistrationState.WAITING: waiting_listed,
    RegistrationState.AWAITING_PAYMENT: payment_asked,
}


def _letter(registration, *, subject, paragraphs, button=None, link="", attachments=()) -> Letter | None:
    if registration.is_erased:
        return None
    event = registration.event
    manage = (link or _("View or change your registration"), absolute(registration.get_absolute_url()))
    return Letter(
        to=registration.email,
        name=registration.name,
        subject=subject % {"event": event.title},
        paragraphs=[_("Dear %(name)s,") % {"name": registration.name}, *filter(None, paragraphs)],
        facts=_facts(registration, event),
        button=button or manage,
        closing=[Kept(f"{manage[0]}: {manage[1]}")] if button else [],
        attachments=list(attachments),
    )


def _facts(registration: Registration, event: Event) -> list[tuple[str, str]]:
    facts = [(_("Event"), event.title), (_("Date"), wording.span(event))]
    if event.mode != Mode.ONLINE and event.address:
        facts.append((_("Place"), event.address))
    if event.online_url and registration.is_confirmed and not event.is_cancelled:
        soon = event.tells_online_address()
        facts.append((_("Online meeting"), event.online_url if soon else _("We send you the link a day before.")))
    if event.accessibility and event.mode != Mode.ONLINE:
        facts.append((_("Accessibility"), event.accessibility))
    if registration.ticket_type:
        facts.append((_("Ticket"), registration.ticket_type.name))
    facts.append((_("Seats"), str(registration.seats)))
    facts.extend((_("Part of the agenda"), session.title) for session in sessions.of(registration))
    if registration.amount:
        facts.append((_("Total"), as_text(registration.amount, registration.currency)))
    return facts


def _pay_by(registration: Registration) -> str:
    sentence = _("Please pay %(amount)s by %(deadline)s; afterwards the seats go to others.") % {
        "amount": as_text(registration.amount, registration.currency),
        "deadline": wording.moment(registration.pay_until),
    }
    return Kept(sentence)


def _pay_address(registration: Registration) -> str:
    payment = Payment.objects.for_purpose(registration).order_by("-pk").first()
    return absolute(payment.get_absolute_url() if payment else registration.get_absolute_url())


def _taken(event: Event) -> str:
    if event.capacity is None:
        return ngettext("%(taken)d seat", "%(taken)d seats", event.seats_taken) % {"taken": event.seats_taken}
    return _("%(taken)d of %(capacity)d seats") % {"taken": event.seats_taken, "capacity": event.capacity}


def _invitation(registration: Registration) -> list[Attachment]:
    return _file(ical.invitation(registration), "REQUEST") if not registration.event.month_only else []


def _withdrawal(registration: Registration) -> list[Attachment]:
    return _file(ical.withdrawal(registration), "CANCEL") if not registration.event.month_only else []


def _file(content: bytes, method: str) -> list[Attachment]:
    return [Attachment(_("event.ics"), f"text/calendar; method={method}", content)]
