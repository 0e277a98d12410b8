"""Why an order is not taken, or not moved."""

from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from marketplace.states import OrderState
from portal.refusals import Refusal


class NotOffered(Refusal):
    message = _("This listing is no longer offered.")


class Taken(Refusal):
    message = _("Somebody else was faster: this is no longer free.")


class NotSoMany(Taken):
    message = _("So many pieces are not free at that time.")


class InTheWay(Refusal):
    """`orders`: numbers of the orders that stand in the time to be closed; none where it is closed already."""

    def __init__(self, orders: list[str]):
        self.orders = orders
        message = _("Something agreed stands in this time: %(orders)s. Please cancel it first, or choose another time.")
        super().__init__(message % {"orders": ", ".join(orders)} if orders else _("It is closed at that time already."))


class NotForYou(Refusal):
    message = _(
        "The institution offers this to certain groups only. What counts is the institution for which you order, once "
        "the office has verified it."
    )


class NotVerifiedYet(NotForYou):
    message = _(
        "The institution offers this to certain groups only, and the office has not verified yours yet. Please ask the "
        "office; until then you can order what is offered to everybody."
    )


class NotPossible(Refusal):
    """The arrow is not drawn in `OrderState.NEXT`."""

    def __init__(self, state: OrderState):
        super().__init__(_("This is not possible: the order is already “%(state)s”.") % {"state": state.label})


class NotOverdue(Refusal):
    message = _("The time to answer is not over yet.")


class OwnRequest(Refusal):
    message = _("You ordered this yourself: somebody else of the institution that offers it has to do this.")


class OwnTerms(Refusal):
    message = _("This proposal is your own: somebody else has to agree to it.")


class PriceMissing(Refusal):
    message = _("The price is not agreed yet. Please propose one.")


class ConsentMissing(Refusal):
    """`what`: labels of `ConsentTo`."""

    def __init__(self, what: list):
        words = _("Please note who has consented: %(what)s.")
        super().__init__(words % {"what": get_text_list([str(one) for one in what], _("and"))})


class NothingProposed(Refusal):
    message = _("Please propose another time or a price, or write a message.")


class TermsChanged(Refusal):
    message = _("The other side has proposed something else meanwhile. Please look at it before you agree.")


class NothingToPay(Refusal):
    message = _("No payment is open.")


class AlreadyBegun(Refusal):
    """`whom`: name and how to reach."""

    def __init__(self, whom: str):
        super().__init__(
            _("The time has begun, so this cannot be cancelled here. Please talk to %(whom)s.") % {"whom": whom}
        )


class HandedOver(NotPossible):
    """`whom`: name and how to reach."""

    def __init__(self, whom: str):
        words = _("It was handed over already, so this cannot be cancelled. Please talk to %(whom)s.")
        Refusal.__init__(self, words % {"whom": whom})


class CostsOtherwise(Refusal):
    """What cancelling costs is no longer what the reader was told."""

    message = _("Meanwhile cancelling costs something else. Please look again before you cancel.")


class NotBegun(Refusal):
    message = _("The period has not begun yet.")


class PiecesTaken(Refusal):
    """`pieces`: as many have to stay."""

    def __init__(self, pieces: int):
        super().__init__(_("Orders and offers need a quantity of at least %(pieces)s.") % {"pieces": pieces})


class PhotosChanged(Refusal):
    message = _("The photos were changed in another window meanwhile. Please look at them again.")
