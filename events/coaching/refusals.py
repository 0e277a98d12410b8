"""Why the verbs of this room say no, one class per reason."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from portal.refusals import Refusal


class SlotGone(Refusal):
    message = _("This time is no longer offered. Please choose another one.")


class TooLate(Refusal):
    message = _("It is too late to book this time. Please choose another one.")


class TooEarly(Refusal):
    message = _("This time cannot be booked yet.")


class SlotTaken(Refusal):
    message = _("Somebody else was faster: this time is taken.")


class AlreadyBooked(Refusal):
    message = _("There is already a booking with this email address for this time. The link is in our letter to you.")


class HoursUsedUp(Refusal):
    """Carries the minutes that are left."""

    def __init__(self, left: int):
        super().__init__(
            ngettext(
                "The hours of this start-up in the programme are not enough: %(number)d minute is left.",
                "The hours of this start-up in the programme are not enough: %(number)d minutes are left.",
                left,
            )
            % {"number": left}
        )


class StartupMissing(Refusal):
    message = _("These hours are for start-ups: please name yours.")


class NotPossible(Refusal):
    message = _("This is no longer possible: the booking has changed meanwhile.")


class HasBegun(Refusal):
    message = _("The meeting has begun or is over.")


class NotBegun(Refusal):
    message = _("The meeting has not begun yet.")


class PanelStays(Refusal):
    message = _("A panel cannot be moved. Please cancel it and book another time.")


class NoPanel(Refusal):
    message = _("These coaches are no longer all free at this time. Please choose another time.")


class NothingToPublish(Refusal):
    """Carries the reasons why no date of the series is left."""

    def __init__(self, reasons: str):
        super().__init__(gettext("No time could be published: %(reasons)s") % {"reasons": reasons})


class EndsBeforeItBegins(Refusal):
    message = _("The end must be after the beginning.")


class LessThanTaken(Refusal):
    message = _("More than that is taken already.")


class AddressRefused(Refusal):
    """Why a calendar address is not read; `code` is stored beside the coach."""

    code = "refused"
    message = _("This address cannot be read.")


class NotHttps(AddressRefused):
    code = "not_https"
    message = _("The address must begin with https://.")


class PrivateAddress(AddressRefused):
    code = "private"
    message = _("This address lies in a private network and is not read.")


class Unreachable(AddressRefused):
    code = "unreachable"
    message = _("Nobody answers at this address.")


class TooBig(AddressRefused):
    code = "too_big"
    message = _("The calendar is too big or takes too long.")


class NotACalendar(AddressRefused):
    code = "no_calendar"
    message = _("There is no iCalendar at this address.")
