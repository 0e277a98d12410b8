"""The verb on a person's own calendar address."""

from django.db import transaction

from events.models import CalendarKey


@transaction.atomic
def renew(user) -> CalendarKey:
    """Give the person a calendar address; an earlier one stops working at once."""
    key, is_new = CalendarKey.objects.select_for_update().get_or_create(user=user)
    if not is_new:
        key.revoke_links()
    return key
