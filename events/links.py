"""Verbs about the secret link of a registration: once more to its guest, or a new one for one in wrong hands."""

from datetime import timedelta

from django.db import transaction
from wagtail.log_actions import log

from events import letters
from events import registration as verbs
from events.addresses import same_mailbox
from events.models import Event, Registration
from portal import clock
from portal.letters import outbox

AGAIN_AFTER = timedelta(minutes=15)


@transaction.atomic
def send_again(event: Event, *, email: str, now=None) -> bool:
    """Send the manage link of the active registration once more, at most every 15 minutes."""
    now = now or clock.now()
    registration = event.registrations.active().filter(email=same_mailbox(email)).select_for_update().first()
    if registration is None or (registration.link_sent_at and now < registration.link_sent_at + AGAIN_AFTER):
        return False
    registration.link_sent_at = now
    registration.save(update_fields=["link_sent_at"])
    outbox.post(letters.link_again, registration)
    return True


@transaction.atomic
def renew(registration: Registration, *, by=None, now=None) -> Registration:
    """For a link, or a ticket, in wrong hands: none given out so far opens anything, new ones go to the guest."""
    _event, registration = verbs.locked(registration)
    registration.revoke_links()
    log(registration, "events.renew_link", user=by, timestamp=now or clock.now())
    outbox.post(letters.link_renewed, registration)
    return registration
