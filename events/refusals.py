"""Why the verbs of this room say no, one class per reason."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from portal.refusals import Refusal


class EventClosed(Refusal):
    message = _("Registration for this event is closed.")


class NotYetOpen(Refusal):
    message = _("Registration for this event has not opened yet.")


class EventIsPast(Refusal):
    message = _("This event is over.")


class TooLateToCancel(Refusal):
    message = _("Cancelling online is no longer possible. Please write to the contact of the event.")


class EventIsCancelled(Refusal):
    message = _("This event has been cancelled.")


class RegistersElsewhere(Refusal):
    message = _("You cannot register for this event here.")


class AlreadyRegistered(Refusal):
    message = _(
        "There is already a registration with this email address. "
        "We have sent the link to manage it to that address once more."
    )


class PriceHasChanged(Refusal):
    """Carries the new total."""

    def __init__(self, total: str):
        super().__init__(
            gettext("The price has changed. The total is now %(total)s. Please confirm by sending the form again.")
            % {"total": total}
        )


class GroupTooLarge(Refusal):
    """Carries the number of seats that the event has at all."""

    def __init__(self, capacity: int):
        super().__init__(
            ngettext(
                "This event has only %(number)d seat in all.",
                "This event has only %(number)d seats in all.",
                capacity,
            )
            % {"number": capacity}
        )


class PartTaken(Refusal):
    """A ticket type, a part of the agenda or a voucher cannot be made smaller than what people hold of it."""

    def __init__(self, part: str, taken: int):
        super().__init__(
            _("“%(part)s”: %(number)d are taken already, it cannot have fewer.") % {"part": part, "number": taken}
        )


class SeatsTaken(Refusal):
    """Carries the number of seats below which the capacity cannot go."""

    def __init__(self, taken: int):
        super().__init__(
            ngettext(
                "%(number)d seat is taken already; the event cannot have fewer.",
                "%(number)d seats are taken already; the event cannot have fewer.",
                taken,
            )
            % {"number": taken}
        )


class OfferIsOver(Refusal):
    message = _("The time to accept these seats is over; they have gone to the next in line.")


class NoRoom(Refusal):
    message = _("There are not enough free seats for this registration.")


class ReasonMissing(Refusal):
    message = _("Please state a reason.")


class TicketMissing(Refusal):
    message = _("Please choose a ticket.")


class TicketNotOnSale(Refusal):
    message = _("This ticket is not on sale at the moment.")


class TicketNotForYou(Refusal):
    message = _("This ticket is meant for others. Please choose another one.")


class CostsOtherwise(Refusal):
    """What cancelling costs is no longer what the guest was told."""

    message = _("Meanwhile cancelling costs something else. Please look again before you cancel.")


class VoucherInvalid(Refusal):
    message = _("This code is not valid here.")


class SessionsOverlap(Refusal):
    message = _("Some of these sessions take place at the same time. Please choose one of them.")


class SessionFull(Refusal):
    """Carries the title of the session."""

    def __init__(self, title: str):
        super().__init__(gettext("Not enough seats are left in “%(title)s”.") % {"title": title})


class ChangesAreOver(Refusal):
    message = _("The details can no longer be changed.")


class StillAnswered(Refusal):
    """Carries what people have chosen or answered already."""

    def __init__(self, what: str):
        super().__init__(gettext("“%(what)s” is in use and cannot be deleted.") % {"what": what})


class NotPossible(Refusal):
    message = _("This is no longer possible: the registration has changed meanwhile.")


class DoorsClosed(Refusal):
    message = _("Check-in opens on the day before the event.")


class NotAdmitted(Refusal):
    message = _("This guest has no confirmed seat.")


class AnotherEvent(Refusal):
    message = _("This ticket is not for this event, or it is no longer valid.")


class ComesRegistered(Refusal):
    message = _("There is a registration with this email address already. Please search for it.")


class HouseFull(Refusal):
    message = _("All seats are taken or promised. You may still let this guest in; the decision is written down.")


class IsHere(Refusal):
    message = _("Somebody of this registration has been checked in already; it cannot be cancelled any more.")


class EndsBeforeItBegins(Refusal):
    message = _("The end must be after the beginning.")


class NobodyToWriteTo(Refusal):
    message = _("Nobody matches this selection, so there is nobody to write to.")


class WordsMissing(Refusal):
    message = _("Some of these guests read another language. Please write the letter in that language as well.")


class TooMuchAlong(Refusal):
    message = _("A letter carries at most five files of 10 MB together. Larger ones belong on the page of the event.")


class AlreadySent(Refusal):
    message = _("This letter has been sent. Please begin a new one.")
