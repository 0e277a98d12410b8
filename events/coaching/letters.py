"""Who writes what about coaching, to both sides. Every builder asks again whether the letter still tells the truth.

No letter holds a confidential note.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from events import wording as event_wording
from events.coaching import ical, wording
from events.coaching.models import Booking
from events.coaching.states import BookingState
from portal.addresses import absolute
from portal.letters import outbox
from portal.letters.letter import Attachment, Kept, Letter


@outbox.letter(Booking)
def confirmed(booking: Booking, reader) -> Letter | None:
    if not booking.is_confirmed:
        return None
    return _to_client(
        booking,
        subject=_("Your coaching: %(day)s"),
        paragraphs=[
            _("your time with %(coach)s is booked."),
            _("If you cannot come, please cancel in time, so that others get it."),
        ],
        attachments=_invitation(booking),
    )


@outbox.letter(Booking)
def requested(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.REQUESTED:
        return None
    return _to_client(
        booking,
        subject=_("Your request for coaching: %(day)s"),
        paragraphs=[
            _("we have passed your request on to %(coach)s and keep the time for you."),
            _("You hear from us as soon as the coach has answered."),
        ],
    )


@outbox.letter(Booking)
def waiting_listed(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.WAITING:
        return None
    return _to_client(
        booking,
        subject=_("On the waiting list for coaching: %(day)s"),
        paragraphs=[
            _("this time with %(coach)s is taken. You are on the waiting list."),
            _("If it becomes free, we offer it to you in the order of arrival; you then have 24 hours to accept."),
        ],
    )


@outbox.letter(Booking)
def offered(booking: Booking, reader) -> Letter | None:
    if not booking.is_offered:
        return None
    sentence = _("We keep it for you until %(deadline)s. Afterwards it goes to the next.")
    deadline = Kept(sentence % {"deadline": event_wording.moment(booking.offer_until)})
    return _to_client(
        booking,
        subject=_("A time has become free: %(day)s"),
        paragraphs=[_("a time with %(coach)s has become free. Would you like it?"), deadline],
        label=_("Accept or decline"),
    )


@outbox.letter(Booking)
def lapsed(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.LAPSED:
        return None
    return _to_client(
        booking,
        subject=_("Your coaching has lapsed: %(day)s"),
        paragraphs=[_("the time to answer is over, so nothing is booked. Please choose another time.")],
        attachments=_withdrawal(booking),
        **_other_times(),
    )


@outbox.letter(Booking)
def hours_used_up(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.LAPSED:
        return None
    return _to_client(
        booking,
        subject=_("No hours left: %(day)s"),
        paragraphs=[
            _("it was your turn on the waiting list, but the hours of your start-up in the programme are used up."),
            _("Please write to the office if you need more."),
        ],
    )


@outbox.letter(Booking)
def declined(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.DECLINED:
        return None
    return _to_client(
        booking,
        subject=_("This time is not possible: %(day)s"),
        paragraphs=[
            _("%(coach)s cannot take this time. We are sorry."),
            Kept(booking.reason),
            _("Please choose another."),
        ],
        attachments=_withdrawal(booking),
        **_other_times(),
    )


@outbox.letter(Booking)
def rescheduled(booking: Booking, reader) -> Letter | None:
    if not booking.is_active:
        return None
    asked = _("The coach still has to confirm the new time.") if booking.state == BookingState.REQUESTED else ""
    return _to_client(
        booking,
        subject=_("New time for your coaching: %(day)s"),
        paragraphs=[_("your coaching with %(coach)s has a new time."), asked],
        attachments=_change(booking),
    )


@outbox.letter(Booking)
def cancelled(booking: Booking, reader) -> Letter | None:
    if booking.state != BookingState.CANCELLED:
        return None
    return _to_client(
        booking,
        subject=_("Your coaching is cancelled: %(day)s"),
        paragraphs=[_("your time with %(coach)s is cancelled."), Kept(booking.reason)],
        attachments=_withdrawal(booking),
        **_other_times(),
    )


@outbox.letter(Booking)
def left_list(booking: Booking, reader) -> Letter | None:
    """Whoever waited or was offered a seat never had it: nothing is cancelled."""
    if booking.state != BookingState.CANCELLED:
        return None
    return _to_client(
        booking,
        subject=_("No longer on the waiting list: %(day)s"),
        paragraphs=[_("you are no longer on the waiting list for this time with %(coach)s."), Kept(booking.reason)],
        **_other_times(),
    )


@outbox.letter(Booking)
def new_link(booking: Booking, reader) -> Letter | None:
    return _to_client(
        booking,
        subject=_("New link to your coaching: %(day)s"),
        paragraphs=[
            _("here is a new link to your booking. Every link that we sent you before has ended."),
            _("Please do not pass it on: whoever has it can move or cancel your coaching and read your notes."),
        ],
    )


@outbox.letter(Booking)
def reminder(booking: Booking, reader) -> Letter | None:
    if not booking.is_confirmed:
        return None
    return _to_client(
        booking,
        subject=_("Soon: your coaching, %(day)s"),
        paragraphs=[
            _("your coaching with %(coach)s is coming up."),
            _("Would you like to tell something beforehand? On your page you can leave a confidential note.")
            if booking.slot.coach.user_id
            else "",
        ],
    )


@outbox.letter(Booking)
def follow_up(booking: Booking, reader) -> Letter | None:
    """After 90 days."""
    if booking.state != BookingState.DONE or booking.answered_at:
        return None
    goal = _("Your goal was: %(goal)s") % {"goal": booking.goal} if booking.goal else ""
    return _to_client(
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


@outbox.letter(Booking, language=settings.LANGUAGE_CODE)
def coach_notice(booking: Booking, reader) -> Letter | None:
    """A booking or a request has come in."""
    if not booking.is_active:
        return None
    asks = booking.state == BookingState.REQUESTED
    return _to_coach(
        booking,
        subject=_("Request for coaching: %(day)s") if asks else _("New coaching: %(day)s"),
        paragraphs=[
            _("%(client)s asks for this time. Please answer.") if asks else _("%(client)s has booked this time.")
        ],
        attachments=[] if asks else _invitation(booking),
    )


@outbox.letter(Booking, language=settings.LANGUAGE_CODE)
def coach_cancelled(booking: Booking, reader) -> Letter | None:
    return _to_coach(
        booking,
        subject=_("Coaching cancelled: %(day)s"),
        paragraphs=[_("the coaching with %(client)s is cancelled."), Kept(booking.reason)],
        attachments=_withdrawal(booking),
    )


@outbox.letter(Booking, language=settings.LANGUAGE_CODE)
def coach_erased(booking: Booking, reader) -> Letter | None:
    """The coach learns that nobody comes, and no more."""
    coach = booking.slot.coach
    if not (booking.is_erased and coach.email):
        return None
    return Letter(
        to=coach.email,
        name=str(coach),
        subject=_("Coaching cancelled: %(day)s") % {"day": event_wording.short_day(booking.slot.starts_at)},
        paragraphs=[
            _("Dear %(name)s,") % {"name": coach},
            _("nobody comes to this meeting: the client has had all personal details erased."),
        ],
        facts=_facts(booking),
        button=(_("My week"), absolute(reverse("coaching:week"))),
        attachments=_withdrawal(booking),
    )


@outbox.letter(Booking, language=settings.LANGUAGE_CODE)
def coach_lapsed(booking: Booking, reader) -> Letter | None:
    """A request that nobody answered."""
    if booking.state != BookingState.LAPSED:
        return None
    return _to_coach(
        booking,
        subject=_("Request has lapsed: %(day)s"),
        paragraphs=[_("%(client)s asked for this time and has had no answer. The request has lapsed.")],
        attachments=_withdrawal(booking),
    )


@outbox.letter(Booking, language=settings.LANGUAGE_CODE)
def coach_rescheduled(booking: Booking, reader) -> Letter | None:
    if not booking.is_active:
        return None
    return _to_coach(
        booking,
        subject=_("Coaching moved: %(day)s"),
        paragraphs=[
            _("%(client)s has chosen another of your times."),
            _("The new time needs your answer.") if booking.state == BookingState.REQUESTED else "",
        ],
        attachments=_change(booking),
    )


@outbox.letter(Booking, language=settings.LANGUAGE_CODE)
def coach_reminder(booking: Booking, reader) -> Letter | None:
    if not booking.is_confirmed:
        return None
    return _to_coach(
        booking,
        subject=_("Soon: coaching, %(day)s"),
        paragraphs=[_("your coaching with %(client)s is coming up.")],
    )


FIRST = {
    BookingState.CONFIRMED: confirmed,
    BookingState.REQUESTED: requested,
    BookingState.WAITING: waiting_listed,
}


def _to_client(booking, *, subject, paragraphs, label="", address="", attachments=()) -> Letter | None:
    if booking.is_erased:
        return None
    said = {"coach": str(booking.slot.coach)}
    told = [
        paragraph if isinstance(paragraph, Kept) else _said(paragraph, said) for paragraph in paragraphs if paragraph
    ]
    return Letter(
        to=booking.email,
        name=booking.name,
        subject=subject % {"day": event_wording.short_day(booking.slot.starts_at)},
        paragraphs=[_("Dear %(name)s,") % {"name": booking.name}, *told],
        facts=_facts(booking),
        button=(label or _("View, move or cancel"), absolute(address or booking.get_absolute_url())),
        attachments=list(attachments),
    )


def _to_coach(booking, *, subject, paragraphs, attachments=()) -> Letter | None:
    coach = booking.slot.coach
    if booking.is_erased or not coach.email:
        return None
    client = booking.name + (f" ({booking.startup})" if booking.startup else "")
    about = [(_("What it is about"), booking.about), (_("Stage"), booking.get_stage_display())]
    goal = [(_("Goal"), booking.goal)] if booking.goal else []
    return Letter(
        to=coach.email,
        name=str(coach),
        subject=subject % {"day": event_wording.short_day(booking.slot.starts_at)},
        paragraphs=[
            _("Dear %(name)s,") % {"name": coach},
            *[p if isinstance(p, Kept) else _said(p, {"client": client}) for p in paragraphs if p],
        ],
        facts=[*_facts(booking), *about, *goal],
        button=(_("To the booking"), absolute(reverse("coaching:booking", args=[booking.pk]))),
        attachments=list(attachments),
    )


def _said(paragraph: str, names: dict) -> str:
    """Only our own sentences have gaps; what people typed may hold a percent sign."""
    for name, value in names.items():
        paragraph = paragraph.replace(f"%({name})s", value)
    return paragraph


def _facts(booking: Booking) -> list[tuple[str, str]]:
    slot = booking.slot
    facts = [
        (_("Coach"), str(slot.coach)),
        (_("Date"), wording.span(slot)),
        (_("Topic"), wording.topic(slot)),
        (_("Place"), wording.place(slot)),
    ]
    if slot.is_online and slot.online_url and booking.is_confirmed:
        facts.append((_("Online meeting"), slot.online_url))
    if slot.programme:
        facts.append((_("Programme"), slot.programme.name))
    return facts


def _other_times() -> dict:
    return {"label": _("Other times"), "address": reverse("coaching:slots")}


def _invitation(booking: Booking) -> list[Attachment]:
    if not booking.is_confirmed:
        return []
    return [Attachment(_("coaching.ics"), "text/calendar; method=REQUEST", ical.invitation(booking))]


def _change(booking: Booking) -> list[Attachment]:
    """The new time; while the coach has yet to say yes to it, at least the old one leaves the calendars."""
    return _invitation(booking) or _withdrawal(booking)


def _withdrawal(booking: Booking) -> list[Attachment]:
    if not booking.sequence:
        return []  # nobody was ever invited
    return [Attachment(_("coaching.ics"), "text/calendar; method=CANCEL", ical.withdrawal(booking))]
