"""Money has arrived: the registration it was asked for is confirmed, in the settling transaction."""

from django.dispatch import receiver

from events import registration
from events.models import Registration
from portal.payments.signals import payment_settled


@receiver(payment_settled, dispatch_uid="events.confirm_paid")
def confirm_paid(sender, payment, **kwargs):
    if isinstance(payment.purpose, Registration):
        registration.confirm_paid(payment.purpose, payment, now=payment.paid_at)
