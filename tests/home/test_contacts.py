"""Broken contacts: every trouble with somebody who cannot be reached, and with somebody who can."""

import pytest

from home import contacts
from home.models import Office, Person
from home.pages import StandardPage
from portal.accounts import privacy as accounts
from portal.accounts.models import Institution
from portal.accounts.people import enroll
from portal.audit import log
from tests.home.conftest import add

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _office(site_tree):
    Office.objects.create(site=site_tree.site, email="kontakt@example.org")


def told() -> list[tuple[str, str]]:
    return [(trouble.subject, trouble.message) for trouble in contacts.troubles()]


def test_sound_contacts_give_no_trouble(section_page, project_page, directory):
    assert told() == []


def test_contact_of_a_section_needs_an_address(section):
    Person.objects.update(email="")
    assert told() == [("Medizintechnik", "Dr. Jana Beispiel ist als Kontakt genannt, hat aber keine E-Mail-Adresse.")]


def test_section_needs_a_contact(section):
    section.contact = None
    section.save()
    assert told() == [("Medizintechnik", "Es ist niemand als Kontakt genannt.")]


def test_institution_in_the_directory_needs_one_way_to_it(institution):
    Institution.objects.update(email="")
    assert [subject for subject, _message in told()] == ["Zentrum für Bildgebung"]
    Institution.objects.update(phone="+49 234 1")
    assert told() == []


def test_institution_named_on_pages_must_be_visible(project):
    Institution.objects.update(is_visible=False)
    assert told() == [("Zentrum für Bildgebung", "Wird auf Seiten genannt, steht aber nicht im Verzeichnis.")]


def test_office_needs_an_address():
    Office.objects.update(email="")
    assert [message for _subject, message in told()] == ["Die Geschäftsstelle hat keine E-Mail-Adresse."]


def test_links_to_write_must_lead_to_an_address(site_tree):
    text = '<p><a href="mailto:team@example.org?subject=x">Team</a> <a href="mailto:team(at)example.org">Büro</a></p>'
    add(site_tree.de, StandardPage(title="Kontakt", slug="kontakt", body=[{"type": "text", "value": text}]))
    assert told() == [("Kontakt", "Der Link „Büro“ führt zu keiner E-Mail-Adresse: team(at)example.org")]


def test_report_is_shown_and_exported_without_formulas(client, section):
    Person.objects.update(email="", last_name="=Beispiel")
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    assert "Medizintechnik" in client.get("/admin/reports/broken-contacts/").content.decode()
    exported = b"".join(client.get("/admin/reports/broken-contacts/?export=csv").streaming_content).decode()
    assert '"Medizintechnik"' in exported
    assert client.get("/admin/reports/broken-contacts/?export=xlsx").status_code == 200


# ---- nobody manages it ------------------------------------------------------------------------------------------


@pytest.fixture
def manager(institution):
    person = enroll("leitung@example.org")
    institution.memberships.create(user=person, role="manager")
    return person


def erased(person) -> None:
    accounts.erase(person.email)


def deleted(person) -> None:
    person.delete()


def locked(person) -> None:
    person.is_active = False
    person.save()


@pytest.mark.parametrize("gone", [erased, deleted, locked])
def test_the_office_sees_an_institution_that_lost_its_only_manager(institution, manager, gone):
    log(institution, "accounts.found", user=manager)
    assert told() == []
    gone(manager)
    assert told() == [
        ("Zentrum für Bildgebung", "Niemand verwaltet diese Institution mehr. Bitte bestimmen Sie jemanden.")
    ]


def test_one_manager_of_two_is_enough_and_an_entry_of_the_directory_needs_none(institution, manager):
    other = enroll("zweite@example.org")
    institution.memberships.create(user=other, role="manager")
    Institution.objects.create(name="Nur im Verzeichnis", slug="nur", city="Essen", email="nur@example.org")
    accounts.erase(manager.email)
    assert told() == []
