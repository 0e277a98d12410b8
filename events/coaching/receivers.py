"""What follows when something else was saved."""

from allauth.account.signals import email_confirmed
from django.dispatch import receiver

from events.coaching.booking import claims


@receiver(email_confirmed, dispatch_uid="coaching.claim")
def claim(sender, request, email_address, **kwargs):
    claims.claim(email_address.user, email_address.email)
