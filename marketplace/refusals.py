"""Why an order is not taken, or not moved."""

from django.utils.translation import gettext_lazy as _

from marketplace.states import OrderState
from portal.refusals import Refusal


class NotOffered(Refusal):
    message = _("This listing is no longer offered.")


class Taken(Refusal):
    message = _("Somebody else was faster: this is no longer free.")


class NotForYou(Refusal):
    message = _("The institution offers this to another group of users.")


class NotPossible(Refusal):
    """The arrow is not drawn in `OrderState.NEXT`."""

    def __init__(self, state: OrderState):
        super().__init__(_("This is not possible: the order is already “%(state)s”.") % {"state": state.label})


class NotOverdue(Refusal):
    message = _("The time to answer is not over yet.")


class AlreadyBegun(Refusal):
    message = _("The period has begun; please talk to the institution.")


class NotBegun(Refusal):
    message = _("The period has not begun yet.")


class PhotosChanged(Refusal):
    message = _("The photos were changed in another window meanwhile. Please look at them again.")
