"""Events for tests, the demo and the examples of letters: whoever asks says what matters, the rest is usual."""

from datetime import datetime, timedelta

from django.utils import timezone

from events.models import Event, EventFormat, SubSession


def event_format(slug: str = "talk", de: str = "Vortrag", en: str = "Talk") -> EventFormat:
    """The format of that slug, made if there is none."""
    return EventFormat.objects.get_or_create(slug=slug, defaults={"name_de": de, "name_en": en})[0]


def event(*, starts_at: datetime | None = None, **facts) -> Event:
    """An evening in a month, three hours long, unless the facts say otherwise."""
    starts_at = starts_at or timezone.localtime(timezone.now() + timedelta(days=30)).replace(
        hour=18, minute=0, second=0, microsecond=0
    )
    usual = {
        "name": "Abendvortrag",
        "ends_at": starts_at + timedelta(hours=3),
        "venue": "Technologiezentrum",
        "street": "Otto-Hahn-Straße 15",
        "postal_code": "44227",
        "city": "Dortmund",
        "capacity": 10,
    }
    facts.setdefault("format", event_format())
    return Event.objects.create(starts_at=starts_at, **usual | facts)


def session(event: Event, title: str = "Labor", *, hour: float = 0, length: float = 1, **facts) -> SubSession:
    """A part of the event: begins `hour` hours after it and lasts `length` hours."""
    starts_at = event.starts_at + timedelta(hours=hour)
    usual = {"title_de": title, "title_en": title, "ends_at": starts_at + timedelta(hours=length)}
    return SubSession.objects.create(event=event, starts_at=starts_at, **usual | facts)
