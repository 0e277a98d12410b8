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


class NoAccount(Refusal):
    message = _("The portal has no bank account of its own. The operator enters it in the configuration.")


class DayIsOver(Refusal):
    message = _("The day on which the bank shall carry it out is over.")


class NoPayerAccount(Refusal):
    message = _("It is not known which account the money goes back to.")


class SettledBefore(Refusal):
    message = _("This file has been confirmed or taken back already.")


class NotInTheFile(Refusal):
    """Names the payment, and why it cannot leave."""

    def __init__(self, reference: str, why: str):
        super().__init__(f"{reference}: {why}")
