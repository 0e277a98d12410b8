"""Persons, sections and projects for tests and the examples of letters: whoever asks says what matters."""

from datetime import date

from home.kinds import PartnerRole
from home.models import Funder, Person, Project, Section
from portal.accounts.models import Institution


def person(**facts) -> Person:
    return Person.objects.create(**{"first_name": "Jana", "last_name": "Beispiel"} | facts)


def section(slug: str = "medtech", **facts) -> Section:
    usual = {"name_de": "Medizintechnik", "name_en": "Medical technology"}
    return Section.objects.create(slug=slug, **usual | facts)


def funder(**facts) -> Funder:
    usual = {
        "name_de": "Europäische Union",
        "name_en": "European Union",
        "sentence_de": "Kofinanziert von der Europäischen Union",
        "sentence_en": "Co-funded by the European Union",
        "emblem": "eu",
    }
    return Funder.objects.create(**usual | facts)


def project(slug: str = "transfer", **facts) -> Project:
    """The project of that slug, made if there is none; it runs as long as we can think."""
    usual = {
        "acronym": "TransferX",
        "title_de": "Transfer in die Region",
        "title_en": "Transfer into the region",
        "starts_on": date(2024, 1, 1),
        "ends_on": date(2099, 12, 31),
    }
    return Project.objects.get_or_create(slug=slug, defaults=usual | facts)[0]


def funded_project(funder: Funder, lead: Institution, *, package: str = "Register", **facts) -> Project:
    """A project with who pays it, who leads it, and one work package."""
    made = project(**facts)
    made.funding.create(funder=funder)
    made.partners.create(institution=lead, role=PartnerRole.LEAD)
    made.work_packages.create(title_de=package, title_en=package, lead=lead)
    made.save()
    return made
