"""To guests, when something about their event has changed: date, place, agenda, or that it takes place at all."""

from django.utils.translation import gettext as _

from events import wording
from events.letters import paper
from events.models import Registration
from portal.language import times
from portal.letters import outbox
from portal.letters.letter import Kept, Letter
from portal.letters.readers import Reader
from portal.payments.models import Payment


@outbox.letter(Registration, to=Reader.GUESTS)
def moved(registration: Registration, reader) -> Letter | None:
    """Another date: the calendar file carries the next SEQUENCE under the same UID."""
    return _another_date(registration, _("New date: %(event)s"))


@outbox.letter(Registration, to=Reader.GUESTS)
def replanned(registration: Registration, reader) -> Letter | None:
    """Another date and another place at once: one letter tells both."""
    return _another_date(
        registration, _("New date and place: %(event)s"), _("It also takes place somewhere else; see below.")
    )


def _another_date(registration: Registration, subject: str, *also: str) -> Letter | None:
    event = registration.event
    if not registration.is_active or event.is_cancelled:
        return None
    before = event.previous_starts_at
    return paper.letter(
        registration,
        subject=subject,
        paragraphs=[
            Kept(_("the event has a new date: %(date)s.") % {"date": wording.span(event)}),
            Kept(_("It was planned for %(date)s.") % {"date": times.moment(before)}) if before else "",
            *also,
            _("Your registration stays as it is. If the new date does not suit you, please cancel."),
        ],
        attachments=paper.invitation(registration) if registration.is_confirmed else [],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def relocated(registration: Registration, reader) -> Letter | None:
    if not registration.is_active or registration.event.is_cancelled:
        return None
    return paper.letter(
        registration,
        subject=_("New place: %(event)s"),
        paragraphs=[_("the event takes place somewhere else. Your registration stays as it is.")],
        attachments=paper.invitation(registration) if registration.is_confirmed else [],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def address_told(registration: Registration, reader) -> Letter | None:
    """The address of the online meeting has come, or has changed, after the moment at which it was promised."""
    event = registration.event
    if not registration.is_confirmed or event.is_cancelled or not event.tells_online_address():
        return None
    return paper.letter(
        registration,
        subject=_("Your link to the meeting: %(event)s"),
        paragraphs=[_("here is the link to the online meeting. If you had another one before, please forget it.")],
        button=(_("To the online meeting"), event.online_url),
        attachments=paper.invitation(registration),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def rearranged(registration: Registration, reader) -> Letter | None:
    """A part of the agenda that the guest has chosen is at another time or in another room."""
    if not registration.is_active or registration.event.is_cancelled:
        return None
    return paper.letter(
        registration,
        subject=_("Change in the agenda: %(event)s"),
        paragraphs=[
            _("a part of the agenda that you have chosen is at another time or in another room now; see below."),
            _("On the page of your registration you can choose again as long as registration is open."),
        ],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def called_off(registration: Registration, reader) -> Letter | None:
    paid = registration.amount and Payment.objects.for_purpose(registration).filter(paid_at__isnull=False).exists()
    return paper.letter(
        registration,
        subject=_("Cancelled: %(event)s"),
        paragraphs=[
            _("unfortunately this event has to be cancelled. We are sorry."),
            Kept(_("You get the whole fee back.")) if paid else "",
        ],
        attachments=paper.withdrawal(registration),
    )
