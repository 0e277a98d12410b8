"""What the office's own letter texts may name about a withdrawal."""

from django.utils.translation import gettext_lazy as _

from portal.language import times
from portal.letters import wording
from portal.withdrawals.models import Withdrawal


@wording.placeholders(Withdrawal, contract=_("contract, as it was named"), received=_("when the withdrawal came"))
def names(withdrawal: Withdrawal) -> dict:
    return {"contract": withdrawal.contract, "received": times.moment(withdrawal.received_at)}
