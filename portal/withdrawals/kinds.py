"""Whether consumers may withdraw from a contract about something, and why not: the reasons that the law knows.

§ 312g (1) BGB gives the right to every consumer who concludes a contract at a distance; (2) lists where it does not
exist. Whoever gives no reason leaves it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WithdrawalRight(models.TextChoices):
    """`sentence` is what readers are told before they order."""

    APPLIES = "applies", _("consumers may withdraw within 14 days")
    LEISURE = "leisure", _("none: leisure activity on a fixed date (§ 312g (2) no. 9 BGB)")
    MADE = "made", _("none: made to order (§ 312g (2) no. 1 BGB)")
    SPOILS = "spoils", _("none: spoils quickly (§ 312g (2) no. 2 BGB)")
    URGENT = "urgent", _("none: urgent repair that was asked for (§ 312g (2) no. 11 BGB)")
    NO_CONSUMERS = "nobody", _("none: only institutions and businesses may order")

    @property
    def sentence(self) -> str:
        """Why there is none, with its paragraph; empty where there is one."""
        return str(SENTENCES.get(self, ""))


SENTENCES = {
    WithdrawalRight.LEISURE: _(
        "There is no right of withdrawal: this is a leisure activity on a fixed date (§ 312g (2) no. 9 BGB)."
    ),
    WithdrawalRight.MADE: _("There is no right of withdrawal: it is made to your order (§ 312g (2) no. 1 BGB)."),
    WithdrawalRight.SPOILS: _("There is no right of withdrawal: the goods spoil quickly (§ 312g (2) no. 2 BGB)."),
    WithdrawalRight.URGENT: _(
        "There is no right of withdrawal: you ask us to come for an urgent repair (§ 312g (2) no. 11 BGB)."
    ),
    WithdrawalRight.NO_CONSUMERS: _("There is no right of withdrawal: only institutions and businesses may order."),
}
