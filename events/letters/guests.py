"""To guests, when something about their registration has changed."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.letters import paper
from events.models import Registration
from events.states import RegistrationState
from portal.language import times
from portal.language.money import as_text
from portal.letters import outbox
from portal.letters.letter import Kept, Letter
from portal.letters.readers import Reader
from portal.payments import wording as payments
from portal.payments.models import Payment


@outbox.letter(Registration, to=Reader.GUESTS)
def registered(registration: Registration, reader) -> Letter | None:
    """Confirmed: date, place, calendar file, link to change one's mind."""
    if not registration.is_confirmed:
        return None
    return paper.letter(
        registration,
        subject=_("Your registration: %(event)s"),
        paragraphs=[_("you are registered. We look forward to seeing you.")],
        attachments=[*paper.invitation(registration), *paper.tickets(registration)],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def welcomed(registration: Registration, reader) -> Letter | None:
    """Whoever came without registration has the same page as all the others."""
    if not registration.is_confirmed:
        return None
    return paper.letter(
        registration,
        subject=_("Good that you came: %(event)s"),
        paragraphs=[
            _("we have registered you at the door."),
            _("On the page of your registration you find your details and, after the event, your certificate."),
        ],
        link=_("To your registration"),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def waiting_listed(registration: Registration, reader) -> Letter | None:
    if not registration.is_waiting:
        return None
    return paper.letter(
        registration,
        subject=_("On the waiting list: %(event)s"),
        paragraphs=[
            _("all seats are taken at the moment. You are on the waiting list."),
            Kept(_("Your place in line: %(place)d.") % {"place": registration.place_in_line}),
            _("As soon as seats become free, they go to whoever waits, in the order of arrival."),
            _("We write to you at once."),
        ],
        link=_("View or leave the waiting list"),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def payment_asked(registration: Registration, reader) -> Letter | None:
    if not registration.is_awaiting_payment:
        return None
    return paper.letter(
        registration,
        subject=_("Please pay the fee: %(event)s"),
        paragraphs=[_("we keep your seats until the fee has arrived."), paper.pay_by(registration)],
        button=(_("Pay now"), paper.pay_address(registration)),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def promoted(registration: Registration, reader) -> Letter | None:
    """Moved up from the waiting list."""
    if registration.is_confirmed:
        return paper.letter(
            registration,
            subject=_("You have moved up: %(event)s"),
            paragraphs=[
                _("seats have become free: you have moved up from the waiting list and are registered."),
                _("If you cannot come any more, please cancel, so that others get the seats."),
            ],
            attachments=[*paper.invitation(registration), *paper.tickets(registration)],
        )
    if registration.is_awaiting_payment:
        return paper.letter(
            registration,
            subject=_("You have moved up: %(event)s"),
            paragraphs=[
                _("seats have become free: you have moved up from the waiting list."),
                paper.pay_by(registration),
            ],
            button=(_("Pay now"), paper.pay_address(registration)),
        )
    return None


@outbox.letter(Registration, to=Reader.GUESTS)
def seats_offered(registration: Registration, reader) -> Letter | None:
    """Seats are kept for somebody who waits, until a deadline."""
    if not registration.is_offered:
        return None
    return paper.letter(
        registration,
        subject=_("A seat for you: %(event)s"),
        paragraphs=[
            Kept(
                _("seats have become free and are kept for you until %(deadline)s.")
                % {"deadline": times.moment(registration.offer_until)}
            ),
            _("Please accept them on the page of your registration; afterwards they go to the next in line."),
        ],
        link=_("Accept or decline the seats"),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def offer_lapsed(registration: Registration, reader) -> Letter | None:
    if registration.state != RegistrationState.LAPSED:
        return None
    return paper.letter(
        registration,
        subject=_("Your offer has lapsed: %(event)s"),
        paragraphs=[
            _("the seats kept for you were not accepted in time, so they go to the next in line."),
            _("If you still want to come, please register again."),
        ],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def cancelled(registration: Registration, reader) -> Letter | None:
    """The guest has given back seats that were sure."""
    return paper.letter(
        registration,
        subject=_("Your registration is cancelled: %(event)s"),
        paragraphs=[_("your registration is cancelled and the seats are free for others."), _kept_for(registration)],
        attachments=paper.withdrawal(registration),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def withdrawn(registration: Registration, reader) -> Letter | None:
    """The guest has left before anything was sure: the waiting list, an offer, a request."""
    return paper.letter(
        registration,
        subject=_("Your registration is withdrawn: %(event)s"),
        paragraphs=[_("we have withdrawn your registration as you wished. There is nothing else you need to do.")],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def seats_given_back(registration: Registration, reader) -> Letter | None:
    """The guest has given back single seats of a group."""
    sentence = ngettext(
        "we have freed the seats as you wished. You keep %(number)d seat.",
        "we have freed the seats as you wished. You keep %(number)d seats.",
        registration.seats,
    )
    return _fewer_seats(registration, [sentence % {"number": registration.seats}])


@outbox.letter(Registration, to=Reader.GUESTS)
def seats_taken_back(registration: Registration, reader) -> Letter | None:
    """Staff have taken back single seats of a group."""
    sentence = ngettext(
        "we have had to take back seats of your registration. You keep %(number)d seat.",
        "we have had to take back seats of your registration. You keep %(number)d seats.",
        registration.seats,
    )
    return _fewer_seats(registration, [sentence % {"number": registration.seats}, Kept(registration.decision)])


def _kept_for(registration: Registration) -> str:
    """What cancelling costs, as agreed, and what becomes of the rest; empty where it is free."""
    if not registration.cancel_cost:
        return ""
    cost = as_text(registration.cancel_cost, registration.currency)
    words = [_("As agreed, cancelling so late costs %(cost)s.") % {"cost": cost}]
    if payment := Payment.objects.for_purpose(registration).in_force().order_by("-pk").first():
        words.append(payments.part_comes_back(payment))
    return Kept(" ".join(filter(None, words)))


def _fewer_seats(registration: Registration, paragraphs: list[str]) -> Letter | None:
    if not registration.is_active:
        return None
    tickets, button = [], None
    payment = Payment.objects.for_purpose(registration).in_force().first()
    if payment and payment.part_back:
        paragraphs = [*paragraphs, _kept_for(registration) or Kept(payments.part_comes_back(payment))]
    elif registration.is_awaiting_payment:
        button = (_("Pay now"), paper.pay_address(registration))
        paragraphs = [*paragraphs, paper.pay_by(registration)]
    if registration.is_confirmed:
        tickets = paper.tickets(registration)
    last = _("Please use the link and the tickets of this letter from now on.") if tickets else ""
    return paper.letter(
        registration,
        subject=_("Your registration has changed: %(event)s"),
        paragraphs=[*paragraphs, last or _("Please use the link of this letter from now on.")],
        button=button,
        attachments=tickets,
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def cancelled_by_us(registration: Registration, reader) -> Letter | None:
    return paper.letter(
        registration,
        subject=_("Your registration is cancelled: %(event)s"),
        paragraphs=[_("we have had to cancel your registration."), Kept(registration.decision)],
        attachments=paper.withdrawal(registration),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def lapsed(registration: Registration, reader) -> Letter | None:
    if registration.state != RegistrationState.LAPSED:
        return None
    return paper.letter(
        registration,
        subject=_("Your registration has lapsed: %(event)s"),
        paragraphs=[
            _("the fee did not arrive in time, so the seats are free for others."),
            _("If you still want to come, please register again."),
        ],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def link_again(registration: Registration, reader) -> Letter | None:
    if not registration.is_active:
        return None
    return paper.letter(
        registration,
        subject=_("Your registration: %(event)s"),
        paragraphs=[
            _("somebody has just tried to register with your email address, which is registered already."),
            _("If that was you: here is the link to your registration. If not, there is nothing you need to do."),
        ],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def requested(registration: Registration, reader) -> Letter | None:
    if not registration.is_requested:
        return None
    return paper.letter(
        registration,
        subject=_("We have received your registration: %(event)s"),
        paragraphs=[
            _("thank you for asking for a seat. We look at every registration and answer by email."),
        ],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def sent_back(registration: Registration, reader) -> Letter | None:
    if not registration.is_returned:
        return None
    return paper.letter(
        registration,
        subject=_("Please change your registration: %(event)s"),
        paragraphs=[
            _("before we can offer you a seat, we need something from you:"),
            Kept(registration.decision),
            _("Please change your registration and send it in again."),
        ],
        link=_("Change and send in again"),
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def rejected(registration: Registration, reader) -> Letter | None:
    if registration.state != RegistrationState.REJECTED:
        return None
    return paper.letter(
        registration,
        subject=_("No seat this time: %(event)s"),
        paragraphs=[_("unfortunately we cannot offer you a seat."), Kept(registration.decision)],
    )


@outbox.letter(Registration, to=Reader.GUESTS)
def link_renewed(registration: Registration, reader) -> Letter | None:
    """Links and tickets given out before no longer work."""
    tickets = paper.tickets(registration) if registration.is_confirmed else []
    return paper.letter(
        registration,
        subject=_("Your new link: %(event)s"),
        paragraphs=[
            _("here is the new link to your registration. Earlier links no longer work."),
            _("Please use the tickets attached; earlier ones are no longer valid.") if tickets else "",
        ],
        attachments=tickets,
    )


FIRST = {
    RegistrationState.REQUESTED: requested,
    RegistrationState.CONFIRMED: registered,
    RegistrationState.WAITING: waiting_listed,
    RegistrationState.AWAITING_PAYMENT: payment_asked,
}
