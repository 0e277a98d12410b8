"""To guests, without any change: before the event, after it, and whenever staff have something to say."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from events.letters import paper
from events.models import Circular, CircularCopy, CircularTrial, Registration
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters import wording as placeholders
from portal.letters.letter import Attachment, Kept, Letter, answering, dear
from portal.letters.readers import Reader


@outbox.letter(Registration, to=Reader.GUESTS)
def reminder(registration: Registration, reader) -> Letter | None:
    """Shortly before, with the address of the online meeting."""
    if not registration.is_confirmed or registration.event.is_cancelled:
        return None
    return paper.letter(
        registration,
        subject=_("Soon: %(event)s"),
        paragraphs=[
            _("the event begins soon. We look forward to seeing you."),
            _("If you cannot come any more, please cancel, so that others get the seats."),
        ],
        attachments=paper.invitation(registration),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def no_seat(registration: Registration, reader) -> Letter | None:
    """The event has begun and somebody still waits."""
    if not registration.is_waiting or registration.event.is_cancelled:
        return None
    return paper.letter(
        registration,
        subject=_("No seat became free: %(event)s"),
        paragraphs=[
            _("unfortunately no seat became free for you until the event began, so the waiting list is closed."),
            _("We would be glad to see you another time."),
        ],
        link=_("View your registration"),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def thanks(registration: Registration, reader) -> Letter | None:
    """After the event, in the words of its editors: material, feedback questions."""
    event = registration.event
    if not registration.is_confirmed or event.is_cancelled or not event.thanks:
        return None
    button = (_("Material and feedback"), event.feedback_url) if event.feedback_url else None
    return paper.letter(
        registration,
        subject=_("Thank you for coming: %(event)s"),
        paragraphs=[Kept(line) for line in event.thanks.splitlines() if line.strip()],
        button=button,
    )


@outbox.letter(CircularCopy, to=Reader.GUESTS)
def circular(copy: CircularCopy, reader) -> Letter | None:
    """In the words of the staff, with the placeholders of letters about guests filled in."""
    plain = paper.letter(copy.registration, subject="", paragraphs=[])
    if plain is None:
        return None
    subject, said = _said(copy.circular, copy.registration, plain)
    along = _along(copy.circular)
    return replace(plain, subject=subject, paragraphs=[*plain.paragraphs, *said], attachments=along)


@outbox.letter(CircularTrial, to=Reader.AUTHORS)
def circular_trial(trial: CircularTrial, reader) -> Letter | None:
    """The draft as a guest would get it, to whoever writes it; of a guest it has neither name nor link."""
    circular, writer = trial.circular, trial.circular.by
    if writer is None:
        return None
    guest = Registration(event=circular.event, name=str(writer), email=writer.email, seats=1)
    roster = absolute(reverse("events_roster", args=[circular.event_id]))
    plain = Letter(to=writer.email, name=str(writer), subject="", paragraphs=[dear(writer)])
    subject, said = _said(circular, guest, plain)
    return replace(
        plain,
        subject=_("Test: %(subject)s") % {"subject": subject},
        paragraphs=[*plain.paragraphs, *said],
        facts=[(_("Event"), circular.event.title)],
        button=(_("All registrations"), roster),
        closing=[Kept(_("This is a test to you alone. Guests also get the link to their registration."))],
        attachments=_along(circular),
        answered_by=answering(circular.event.contact),
    )


def _said(circular: Circular, guest: Registration, plain: Letter) -> tuple[str, list[str]]:
    """Subject and paragraphs in the words of the staff."""
    told = placeholders.values(Registration, guest, plain)
    text = placeholders.filled(circular.text, told).replace("\r\n", "\n")
    said = [Kept(part.strip()) for part in placeholders.EMPTY_LINE.split(text) if part.strip()]
    return placeholders.filled(circular.subject, told), said


def _along(circular: Circular) -> list[Attachment]:
    return [Attachment(one.name, one.file_type, bytes(one.file)) for one in circular.files.all()]
