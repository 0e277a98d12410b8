from datetime import date

import pytest

from home import privacy
from home.models import Answer, Person

pytestmark = pytest.mark.django_db
JANA = "jana@example.org"


@pytest.fixture
def answers(join):
    own = Answer.objects.create(page=join, form_data={"name": "Jana", "e_mail": "Jana@Example.org"})
    other = Answer.objects.create(page=join, form_data={"e_mail": "kim@example.org", "nachricht": f"cc {JANA}"})
    return own, other


def test_export_tells_answers_and_contact_entries(answers, person, section):
    section.roles.create(person=person, since=date(2020, 1, 1), function="chair")
    section.save()
    held = privacy.export(JANA)
    assert [row["said"]["name"] for row in held["answers"]] == ["Jana"]
    assert [row["name"] for row in held["contact_entries"]] == ["Dr. Jana Beispiel"]
    assert held["contact_entries"][0]["roles"] == ["Medizintechnik: Vorsitz"]
    assert privacy.export("stranger@example.org") == {}


def test_erase_deletes_own_answers_only(answers):
    assert privacy.erase(JANA) == [f"Antwort {answers[0].pk} auf „Mitglied werden“: gelöscht."]
    assert list(Answer.objects.all()) == [answers[1]]


def test_erase_deletes_a_contact_entry_that_nothing_hangs_on(person):
    privacy.erase(JANA)
    assert not Person.objects.exists()


def test_erase_empties_a_contact_entry_with_a_history(client, person, section, section_page):
    section.roles.create(person=person, since=date(2020, 1, 1))
    section.save()
    privacy.erase(JANA)
    person.refresh_from_db()
    assert (str(person), person.email, person.phone, person.photo) == ("–", "", "", None)
    page = client.get(section_page.url).content.decode()
    assert "Beispiel" not in page
    assert "Jana" not in page
