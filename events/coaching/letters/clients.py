"""To clients. Every builder asks again whether the letter still tells the truth."""

from django.utils.translation import gettext as _

from events.coaching.letters import paper
from events.coaching.models import Booking
from events.coaching.states import BookingState
from portal.language import times
from portal.letters import outbox
from portal.letters.letter import Kept, Letter
from portal.letters.readers import Reader


@outbox.letter(Booking, to=Reader.CLIENTS)
def confirmed(booking: Booking, reader) -> Letter | None:
    if not booking.is_confirmed:
        return None
    return paper.to_client(
        booking,
        subject=_("Your coaching: %(day)s"),
        paragraphs=[
            _("your time with %(coach)s is booked."),
            _("If you cannot come, please cancel in time, so that others get it."),
        ],
        attachments=paper.invitation(booking),
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def requested(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.REQUESTED:
        return None
    return paper.to_client(
        booking,
        subject=_("Your request for coaching: %(day)s"),
        paragraphs=[
            _("we have passed your request on to %(coach)s and keep the time for you."),
            _("You hear from us as soon as the coach has answered."),
        ],
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def waiting_listed(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.WAITING:
        return None
    return paper.to_client(
        booking,
        subject=_("On the waiting list for coaching: %(day)s"),
        paragraphs=[
            _("this time with %(coach)s is taken. You are on the waiting list."),
            Kept(_("Your place in line: %(place)d.") % {"place": booking.place_in_line}),
            _("If it becomes free, we offer it to you in the order of arrival; you then have 24 hours to accept."),
        ],
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def offered(booking: Booking, reader) -> Letter | None:
    if not booking.is_offered:
        return None
    sentence = _("We keep it for you until %(deadline)s. Afterwards it goes to the next.")
    deadline = Kept(sentence % {"deadline": times.moment(booking.offer_until)})
    return paper.to_client(
        booking,
        subject=_("A time has become free: %(day)s"),
        paragraphs=[_("a time with %(coach)s has become free. Would you like it?"), deadline],
        label=_("Accept or decline"),
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def lapsed(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.LAPSED:
        return None
    return paper.to_client(
        booking,
        subject=_("Your coaching has lapsed: %(day)s"),
        paragraphs=[_("the time to answer is over, so nothing is booked. Please choose another time.")],
        attachments=paper.withdrawal(booking),
        **paper.other_times(),
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def hours_used_up(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.LAPSED:
        return None
    return paper.to_client(
        booking,
        subject=_("No hours left: %(day)s"),
        paragraphs=[
            _("it was your turn on the waiting list, but the hours of your start-up in the programme are used up."),
            _("Please write to the office if you need more."),
        ],
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def declined(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.DECLINED:
        return None
    return paper.to_client(
        booking,
        subject=_("This time is not possible: %(day)s"),
        paragraphs=[
            _("%(coach)s cannot take this time. We are sorry."),
            Kept(booking.reason),
            _("Please choose another."),
        ],
        attachments=paper.withdrawal(booking),
        **paper.other_times(),
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def rescheduled(booking: Booking, reader) -> Letter | None:
    if not booking.is_active:
        return None
    asked = _("The coach still has to confirm the new time.") if booking.state == BookingState.REQUESTED else ""
    return paper.to_client(
        booking,
        subject=_("New time for your coaching: %(day)s"),
        paragraphs=[_("your coaching with %(coach)s has a new time."), asked],
        attachments=paper.change(booking),
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def cancelled(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.CANCELLED:
        return None
    return paper.to_client(
        booking,
        subject=_("Your coaching is cancelled: %(day)s"),
        paragraphs=[_("your time with %(coach)s is cancelled."), Kept(booking.reason)],
        attachments=paper.withdrawal(booking),
        **paper.other_times(),
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def left_list(booking: Booking, reader) -> Letter | None:
    """Whoever waited or was offered a seat never had it: nothing is cancelled."""
    if booking.state != BookingState.CANCELLED:
        return None
    return paper.to_client(
        booking,
        subject=_("No longer on the waiting list: %(day)s"),
        paragraphs=[_("you are no longer on the waiting list for this time with %(coach)s."), Kept(booking.reason)],
        **paper.other_times(),
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def new_link(booking: Booking, reader) -> Letter | None:
    return paper.to_client(
        booking,
        subject=_("New link to your coaching: %(day)s"),
        paragraphs=[
            _("here is a new link to your booking. Every link that we sent you before has ended."),
            _("Please do not pass it on: whoever has it can move or cancel your coaching and read your notes."),
        ],
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def booked_before(booking: Booking, reader) -> Letter | None:
    """To the mailbox alone: strangers are not told who is coached."""
    if not booking.is_active:
        return None
    return paper.to_client(
        booking,
        subject=_("Your coaching: %(day)s"),
        paragraphs=[
            _("somebody has just tried to book this time with your email address, which has booked it already."),
            _("If that was you: here is the link to your booking. If not, there is nothing you need to do."),
        ],
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def reminder(booking: Booking, reader) -> Letter | None:
    if not booking.is_confirmed:
        return None
    return paper.to_client(
        booking,
        subject=_("Soon: your coaching, %(day)s"),
        paragraphs=[
            _("your coaching with %(coach)s is coming up."),
            _("Would you like to tell something beforehand? On your page you can leave a confidential note.")
            if booking.slot.coach.user_id
            else "",
        ],
    )


@outbox.letter(Booking, to=Reader.CLIENTS)
def follow_up(booking: Booking, reader) -> Letter | None:
    """After 90 days."""
    if booking.state != BookingState.DONE or booking.answered_at:
        return None
    goal = _("Your goal was: %(goal)s") % {"goal": booking.goal} if booking.goal else ""
    return paper.to_client(
        booking,
        subject=_("What became of it? Your coaching of %(day)s"),
        paragraphs=[
            _("three months ago you talked with %(coach)s."),
            goal,
            _("Two questions help us to make the coaching better. It takes a minute."),
        ],
        label=_("Answer two questions"),
        address=booking.get_follow_up_url(),
    )


FIRST = {
    BookingState.CONFIRMED: confirmed,
    BookingState.REQUESTED: requested,
    BookingState.WAITING: waiting_listed,
}
