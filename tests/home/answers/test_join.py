import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from home.letters import answer_arrived
from home.models import Answer
from portal.letters.rendering import as_message

pytestmark = pytest.mark.django_db

GOOD = {"name": "Jana Beispiel", "e_mail": "jana@example.org", "nachricht": "Guten Tag\nZeile 2", "consent": "on"}


def jobs() -> list[dict]:
    return [job.args for job in ProcrastinateJob.objects.filter(task_name="letters.deliver")]


def test_an_answer_is_kept_and_a_letter_promised(client, join):
    response = client.post(join.url, GOOD)
    assert (response.status_code, response.url) == (302, f"{join.url}?thanks=1")
    answer = Answer.objects.get()
    assert answer.form_data == GOOD | {"consent": True}
    assert [(job["kind"], job["pk"]) for job in jobs()] == [("home.answer_arrived", answer.pk)]
    assert "Vielen Dank" in client.get(response.url).content.decode()


def test_the_letter_tells_the_office_what_was_said(client, join, settings):
    client.post(join.url, GOOD)
    letter = answer_arrived(Answer.objects.get())
    assert letter.to == settings.OFFICE_EMAIL
    assert letter.subject == "Neue Antwort: Mitglied werden"
    assert ("E-Mail", "jana@example.org") in letter.facts
    assert "Zeile 2" in as_message(letter, "de", "id").body


def test_the_letter_goes_to_the_sections_contact_if_the_form_belongs_to_one(join, section):
    join.section = section
    assert join.recipient == "jana@example.org"
    join.to_address = "other@example.org"
    assert join.recipient == "other@example.org"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "Bcc:\x0bx@example.org"}, "name"),
        ({"name": "x" * 251}, "name"),
        ({"e_mail": "keine"}, "e_mail"),
        ({"nachricht": "a\x1fb"}, "nachricht"),
        ({"consent": ""}, "consent"),
    ],
)
def test_a_wrong_answer_is_refused_with_422_and_kept_on_the_page(client, join, change, field):
    response = client.post(join.url, GOOD | change)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    page = response.content.decode()
    assert 'role="alert"' in page
    assert 'aria-invalid="true"' in page
    if field != "e_mail":
        assert 'value="jana@example.org"' in page
    assert (Answer.objects.count(), jobs()) == (0, [])


def test_a_robot_is_thanked_and_forgotten(client, join):
    response = client.post(join.url, GOOD | {"website_2": "http://spam.example"})
    assert response.status_code == 302
    assert (Answer.objects.count(), jobs()) == (0, [])


def test_the_eleventh_answer_of_an_hour_is_told_to_wait(client, join):
    answers = [client.post(join.url, GOOD) for _ in range(11)]
    assert [a.status_code for a in answers] == [302] * 10 + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 3600
    assert Answer.objects.count() == 10


def test_a_nul_byte_is_refused(client, join):
    assert client.post(join.url, GOOD | {"name": "a\x00b"}).status_code in (400, 422)
    assert Answer.objects.count() == 0


def test_reading_the_form_changes_nothing(client, join):
    assert client.get(join.url, GOOD).status_code == 200
    assert Answer.objects.count() == 0


def test_the_trap_is_hidden_from_people(client, join):
    page = client.get(join.url).content.decode()
    assert 'name="website_2"' in page
    assert 'tabindex="-1"' in page
