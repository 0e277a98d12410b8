"""The public list of participants: only who agreed, only for a limited time."""

from datetime import datetime

from events.states import RegistrationState


def named(event, now: datetime) -> list[tuple[str, str]]:
    """(name, institution) of the confirmed who agreed, by name; asks nothing where nobody is shown."""
    if not event.shows_participants(now) or event.is_cancelled:
        return []
    agreed = event.registrations.filter(state=RegistrationState.CONFIRMED, listed_at__isnull=False)
    return list(agreed.order_by("name", "pk").values_list("name", "institution"))
