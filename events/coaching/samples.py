"""Coaches and what they stand on, for tests, the demo and the examples of letters."""

from decimal import Decimal

from events.coaching.models import Coach, Programme, Topic
from home import samples
from home.models import Person
from portal.accounts.people import enroll


def topic(slug: str = "patents", de: str = "Patente", en: str = "Patents") -> Topic:
    """The topic of that slug, made if there is none."""
    return Topic.objects.get_or_create(slug=slug, defaults={"name_de": de, "name_en": en})[0]


def coach(person: Person | None = None, *, language: str = "de", **facts) -> Coach:
    """A coach with an account that is written to in that language; `user=None`: without one."""
    person = person or samples.person(
        title="Dr. jur.", first_name="Vera", last_name="Holtkamp", email="vera.holtkamp@beispiel.example"
    )
    if "user" not in facts:
        names = {"first_name": person.first_name, "last_name": person.last_name}
        facts["user"] = enroll(person.email, language=language, **names)
    return Coach.objects.create(person=person, **{"languages": ["de", "en"]} | facts)


def programme(**facts) -> Programme:
    """A programme of two hours each that runs as long as the project that pays."""
    project = facts.pop("project", None) or samples.project()
    usual = {
        "name_de": "Gründungscoaching",
        "name_en": "Start-up coaching",
        "hours": 2,
        "hourly_value": Decimal("95.00"),
        "starts_on": project.starts_on,
        "ends_on": project.ends_on,
    }
    return Programme.objects.create(project=project, **usual | facts)
