"""To coaches, who read the office's language where they have no account."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from events.coaching.letters import paper
from events.coaching.models import Booking
from events.coaching.states import BookingState
from portal.language import times
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Kept, Letter, dear
from portal.letters.readers import Reader


@outbox.letter(Booking, to=Reader.COACHES, language=settings.LANGUAGE_CODE)
def coach_notice(booking: Booking, reader) -> Letter | None:
    """A booking or a request has come in."""
    if not booking.is_active:
        return None
    asks = booking.state == BookingState.REQUESTED
    return paper.to_coach(
        booking,
        subject=_("Request for coaching: %(day)s") if asks else _("New coaching: %(day)s"),
        paragraphs=[
            _("%(client)s asks for this time. Please answer.") if asks else _("%(client)s has booked this time.")
        ],
        attachments=[] if asks else paper.invitation(booking),
    )


@outbox.letter(Booking, to=Reader.COACHES, language=settings.LANGUAGE_CODE)
def coach_cancelled(booking: Booking, reader) -> Letter | None:
    return paper.to_coach(
        booking,
        subject=_("Coaching cancelled: %(day)s"),
        paragraphs=[_("the coaching with %(client)s is cancelled."), Kept(booking.reason)],
        attachments=paper.withdrawal(booking),
    )


@outbox.letter(Booking, to=Reader.COACHES, language=settings.LANGUAGE_CODE)
def coach_erased(booking: Booking, reader) -> Letter | None:
    """The coach learns that nobody comes, and no more."""
    coach = booking.slot.coach
    if not (booking.is_erased and coach.email):
        return None
    return Letter(
        to=coach.email,
        name=str(coach),
        subject=_("Coaching cancelled: %(day)s") % {"day": times.short_day(booking.slot.starts_at)},
        paragraphs=[
            dear(coach),
            _("nobody comes to this meeting: the client has had all personal details erased."),
        ],
        facts=paper.facts(booking),
        button=(_("My week"), absolute(reverse("coaching:week"))),
        attachments=paper.withdrawal(booking),
    )


@outbox.letter(Booking, to=Reader.COACHES, language=settings.LANGUAGE_CODE)
def coach_lapsed(booking: Booking, reader) -> Letter | None:
    """A request that nobody answered."""
    if booking.state != BookingState.LAPSED:
        return None
    return paper.to_coach(
        booking,
        subject=_("Request has lapsed: %(day)s"),
        paragraphs=[_("%(client)s asked for this time and has had no answer. The request has lapsed.")],
        attachments=paper.withdrawal(booking),
    )


@outbox.letter(Booking, to=Reader.COACHES, language=settings.LANGUAGE_CODE)
def coach_rescheduled(booking: Booking, reader) -> Letter | None:
    if not booking.is_active:
        return None
    return paper.to_coach(
        booking,
        subject=_("Coaching moved: %(day)s"),
        paragraphs=[
            _("%(client)s has chosen another of your times."),
            _("The new time needs your answer.") if booking.state == BookingState.REQUESTED else "",
        ],
        attachments=paper.change(booking),
    )


@outbox.letter(Booking, to=Reader.COACHES, language=settings.LANGUAGE_CODE)
def coach_reminder(booking: Booking, reader) -> Letter | None:
    if not booking.is_confirmed:
        return None
    return paper.to_coach(
        booking,
        subject=_("Soon: coaching, %(day)s"),
        paragraphs=[_("your coaching with %(client)s is coming up.")],
    )
