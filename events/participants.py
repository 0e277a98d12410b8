"""The verb of the public list of participants: agree to be named, or take it back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from events import consent
from events import registration as verbs
from events.models import Registration


@transaction.atomic
def decide(registration: Registration, *, agrees: bool, now: datetime | None = None) -> Registration:
    """Agree to be named, or take it back at any time. Agreeing counts only while the event shows a list."""
    event, registration = verbs.locked(registration)
    now = now or timezone.now()
    agrees = agrees and registration.is_active and event.shows_participants(now)
    if agrees == bool(registration.listed_at):
        return registration
    registration.listed_at = now if agrees else None
    registration.save(update_fields=["listed_at"])
    data = {"version": consent.LISTED_VERSION} if agrees else {}
    log(registration, "events.listed" if agrees else "events.unlisted", timestamp=now, data=data)
    return registration
