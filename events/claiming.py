"""The verb that gives an account what was registered before it existed."""

from events.addresses import same_mailbox
from events.models import Registration


def claim(user, email: str) -> int:
    """Whoever has shown to own an address owns what it registered without an account; how many there were."""
    return Registration.objects.filter(email=same_mailbox(email), user=None).update(user=user)
