"""What people type: into the form of registration, and into the form of an event in the administration."""

from django.urls import reverse
from django.utils import timezone, translation


def door(event, language="de"):
    with translation.override(language):
        return reverse("events:register", args=[event.pk])


def answers(**more):
    return {
        "name": "Łukasz Ó Briain",
        "email": "lukasz@example.org",
        "seats": "2",
        "target_group": "startup",
        "consent": "on",
    } | more


def typed(event, **changes):
    """What the form in the administration sends."""
    local = "%Y-%m-%d %H:%M"
    said = {
        field: getattr(event, field)
        for field in (
            "name",
            "mode",
            "venue",
            "street",
            "postal_code",
            "city",
            "district",
            "admission",
            "seat_names",
            "tax",
            "withdrawal",
        )
    }
    said |= {
        "format": event.format_id,
        "starts_at": timezone.localtime(event.starts_at).strftime(local),
        "ends_at": timezone.localtime(event.ends_at).strftime(local),
        "capacity": "" if event.capacity is None else event.capacity,
        "offer_hours": event.offer_hours,
        "cancel_percent": event.cancel_percent,
        "remind_hours": event.remind_hours,
        "keep_days": event.keep_days,
    }
    for part in ("ticket_types", "vouchers", "questions", "sessions", "host_rows"):
        said |= {f"{part}-TOTAL_FORMS": 0, f"{part}-INITIAL_FORMS": 0}
    return said | changes


def save(client, event, **changes):
    return client.post(reverse("wagtailsnippets_events_event:edit", args=[event.pk]), typed(event, **changes))
