"""Money asked for, what Stripe told besides, what goes back and who stood for that, and the accounts of others."""

from .batch import Batch, PayerAccount, Transfer
from .books import ClosedMonth, Movement
from .credit import Credit, Redemption
from .linked_account import LinkedAccount
from .payment import DUE_BACK, Payment, PaymentQuerySet
from .refund_proposal import RefundProposal
from .rules import MoneyRules
from .stray import Stray

__all__ = [
    "DUE_BACK",
    "Batch",
    "ClosedMonth",
    "Credit",
    "LinkedAccount",
    "MoneyRules",
    "Movement",
    "PayerAccount",
    "Payment",
    "PaymentQuerySet",
    "Redemption",
    "RefundProposal",
    "Stray",
    "Transfer",
]
