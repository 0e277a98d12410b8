"""What Stripe could tell, for the demo: nobody has to pay to see a dispute, or to open an account."""

from datetime import datetime

from portal.accounts.models import Institution
from portal.payments import gateway
from portal.payments.gateway import Money, Session
from portal.payments.models import LinkedAccount, Payment
from portal.payments.states import LinkState
from portal.web import tokens

# The stand-in for Stripe knows it from the start.
ACCOUNT = "acct_demo"


def linked_account(institution: Institution, *, now: datetime) -> LinkedAccount:
    """The account of `institution` that takes money."""
    facts = {"state": LinkState.ACTIVE, "livemode": gateway.is_live(), "asked_at": now, "linked_at": now}
    return LinkedAccount.objects.create(institution=institution, account_id=ACCOUNT, **facts)


def session(payment: Payment, money: Money, **facts) -> Session:
    """The finished page of `payment`, its money as far as `money` says."""
    return Session(
        **{
            "id": f"cs_demo_{payment.pk}",
            "url": "",
            "status": "complete",
            "money": money,
            "amount": payment.amount,
            "currency": payment.currency,
            "reference": tokens.make("settle", payment),
            "number": payment.reference,
            "is_live": gateway.is_live(),
            "payment_intent": f"pi_demo_{payment.pk}",
        }
        | facts
    )
