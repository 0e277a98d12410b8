"""A line in the audit log, which Wagtail shows to staff, for one insert.

Wagtail's own way also asks whether the content type and the user exist, which whoever calls a verb knows.
"""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, registry
from wagtail.models import ModelLogEntry


def log(instance: Model, action: str, **told) -> None:
    """One line about a saved row that is no page, told as to `log_all`."""
    log_all(instance, [action], **told)


def log_all(
    instance: Model,
    actions: Iterable[str],
    *,
    user=None,
    timestamp: datetime | None = None,
    data: dict | None = None,
) -> None:
    """Several deeds with one thing at one moment, in their order; `user` None: who is logged in to the administration.

    Raises LookupError for an action that is not registered.
    """
    context = get_active_log_context()
    user = user or context.user
    said = {
        "content_type": ContentType.objects.get_for_model(instance, for_concrete_model=False),
        "object_id": str(instance.pk),
        "label": str(instance),
        "user_id": user.pk if user else None,
        "uuid": context.uuid,
        "timestamp": timestamp or timezone.now(),
    }
    lines = [ModelLogEntry(action=action, data=data or {}, **said) for action in actions]
    registry.scan_for_actions()
    if strange := {line.action for line in lines if not registry.action_exists(line.action)}:
        raise LookupError(f"Not registered with the audit log: {sorted(strange)}")
    ModelLogEntry.objects.bulk_create(lines)
