from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.refusals import Refusal


class NothingToRefund(Refusal):
    message = _("Nothing has to be refunded for this payment.")


class OtherAmount(Refusal):
    message = _("Another amount is due by now. Please look again.")


class NeedsSecond(Refusal):
    """Carries the amount above which it takes two, as text."""

    def __init__(self, above: str):
        words = gettext("Above %(amount)s it takes two people: one proposes the refund, another releases it.")
        super().__init__(words % {"amount": above})


class SamePerson(Refusal):
    message = _("You proposed this refund yourself: somebody else has to release it.")


class NoSecondNeeded(Refusal):
    message = _("This refund needs no second person.")


class ProposedBefore(Refusal):
    message = _("This refund has been proposed already.")


class NotProposed(Refusal):
    message = _("No proposal of this refund stands any more.")
