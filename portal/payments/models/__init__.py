"""Money asked for, what goes back of it and who stood for that."""

from .batch import Batch, PayerAccount, Transfer
from .books import ClosedMonth, Movement
from .payment import DUE_BACK, Payment, PaymentQuerySet, Stray
from .refund_proposal import RefundProposal
from .rules import MoneyRules

__all__ = [
    "DUE_BACK",
    "Batch",
    "ClosedMonth",
    "MoneyRules",
    "Movement",
    "PayerAccount",
    "Payment",
    "PaymentQuerySet",
    "RefundProposal",
    "Stray",
    "Transfer",
]
