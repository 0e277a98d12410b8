"""Rows about withdrawals that must not exist."""

from portal.payments.models import Payment
from portal.payments.states import PaymentState
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.states import WithdrawalState


def check() -> list[str]:
    """One line for each that is carried out although money is still asked for, or kept."""
    lines = []
    for one in Withdrawal.objects.filter(state=WithdrawalState.CARRIED_OUT).prefetch_related("deed"):
        if one.deed is None:
            continue
        standing = Payment.objects.for_purpose(one.deed).live().exclude(state=PaymentState.DISPUTED)
        lines += [
            f"withdrawal {one.pk} is carried out, but {payment.reference} is {payment.state}" for payment in standing
        ]
    return lines
