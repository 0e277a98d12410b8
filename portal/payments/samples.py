"""What Stripe could tell about a payment, for the demo: nobody has to pay to see a dispute."""

from portal.payments import gateway
from portal.payments.gateway import Money, Session
from portal.payments.models import Payment
from portal.web import tokens


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
