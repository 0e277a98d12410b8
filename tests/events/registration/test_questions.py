"""Questions built by editors: conditions without JavaScript, files in private, an end to every answer."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from PIL import Image
from time_machine import travel

from events import privacy
from events.kinds import QuestionKind
from events.models import Answer, Guest, Question, Registration
from events.refusals import ChangesAreOver
from events.registration import answers, retention, self_service
from events.registration import verbs as registration
from events.registration.signup import Signup

PDF = b"%PDF-1.7 hello"


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False):
        yield


@pytest.fixture
def ask():
    def make(event, label, kind="text", **facts):
        place = Question.objects.filter(event=event).count()
        return Question.objects.create(
            event=event, label_de=label, label_en=f"{label} (en)", kind=kind, sort_order=place, **facts
        )

    return make


@pytest.fixture
def quiz(make_event, publish, ask):
    """Dinner? If yes: which diet?"""
    event = make_event()
    publish(event, title="Bioprozesstag")
    event.dinner = ask(event, "Abendessen", "choice", choices_de="Ja\nNein", choices_en="Yes\nNo", required=True)
    event.diet = ask(
        event,
        "Ernährung",
        "multiple",
        choices_de="vegan\nglutenfrei",
        choices_en="vegan\ngluten-free",
        shown_if=event.dinner,
        shown_if_answer="Ja",
        required=True,
        is_special_category=True,
        purpose_de="Bestellung beim Caterer",
    )
    return event


def door(event, language="de"):
    with translation.override(language):
        return reverse("events:register", args=[event.pk])


def typed(**more):
    return {"name": "Ada", "email": "ada@example.org", "seats": "1", "target_group": "startup", "consent": "on"} | more


def q(question):
    return f"q{question.pk}"


def told():
    return {answer.question.label_de: answer.value for answer in Answer.objects.select_related("question")}


def test_the_form_states_condition_purpose_and_end_of_each_answer(client, quiz):
    page = client.get(door(quiz)).content.decode()
    assert "Nur, wenn bei „Abendessen“ „Ja“ gewählt ist." in page
    assert "Zweck: Bestellung beim Caterer." in page
    assert "Wird 7 Tage nach der Veranstaltung gelöscht." in page
    assert f'data-shown-if="{q(quiz.dinner)}"' in page


def test_every_question_says_how_long_its_answer_is_kept_and_special_ones_not_for_years(client, quiz):
    assert "Wird 90 Tage nach der Veranstaltung gelöscht." in client.get(door(quiz)).content.decode()
    quiz.diet.retention_days = 31
    with pytest.raises(ValidationError, match="höchstens 30 Tage"):
        quiz.diet.clean()
    quiz.dinner.retention_days = 31
    quiz.dinner.clean()


def test_a_question_without_a_purpose_cannot_be_built(quiz):
    with pytest.raises(ValidationError) as refused:
        quiz.dinner.full_clean()
    assert list(refused.value.error_dict) == ["purpose_de"]


def test_a_conditional_question_must_be_answered_if_its_condition_holds(client, quiz):
    again = client.post(door(quiz), typed(**{q(quiz.dinner): "Ja"}))
    assert again.status_code == 422
    assert f"id_{q(quiz.diet)}_error" in again.content.decode()
    assert client.post(door(quiz), typed(**{q(quiz.dinner): "Ja", q(quiz.diet): ["vegan"]})).status_code == 303
    assert told() == {"Abendessen": "Ja", "Ernährung": "vegan"}


def test_an_answer_whose_condition_does_not_hold_is_not_kept(client, quiz):
    said = typed(**{q(quiz.dinner): "Nein", q(quiz.diet): ["vegan"]})
    assert client.post(door(quiz), said).status_code == 303
    assert told() == {"Abendessen": "Nein"}


def test_both_languages_count_together(client, quiz):
    assert ">gluten-free<" in client.get(door(quiz, "en")).content.decode()
    said = typed(**{q(quiz.dinner): "Ja", q(quiz.diet): ["glutenfrei", "vegan"]})
    client.post(door(quiz, "en"), said)
    assert told()["Ernährung"] == "glutenfrei\nvegan"
    page = client.get(Registration.objects.get().get_absolute_url()).content.decode()
    assert "gluten-free, vegan" in page or "glutenfrei, vegan" in page


def test_number_text_and_consent_are_checked(client, make_event, publish, ask):
    event = make_event()
    publish(event)
    number, text, yes = ask(event, "Zahl", "number"), ask(event, "Text"), ask(event, "Foto", "consent", required=True)
    again = client.post(door(event), typed(**{q(number): "viele", q(text): "a\x00b"[:1]}))
    page = again.content.decode()
    assert (f"id_{q(number)}_error" in page, f"id_{q(yes)}_error" in page) == (True, True)
    client.post(door(event), typed(**{q(number): "3", q(text): "so", q(yes): "on"}))
    assert told() == {"Zahl": "3", "Text": "so", "Foto": "yes"}


# What a guest answers to each kind of question, and what the guest reads of it afterwards.
SAID = {
    "text": ("vier", "vier"),
    "longtext": ("vier\nfünf", "fünf"),
    "choice": ("Ja", "Ja"),
    "multiple": (["Ja", "Nein"], "Ja, Nein"),
    "number": ("42.5", "42.5"),
    "file": (None, "plan.pdf"),
    "consent": ("on", "ja"),
}


@pytest.mark.parametrize("kind", QuestionKind.values)
def test_every_kind_of_question_is_asked_answered_and_told(client, make_event, publish, ask, staff, kind):
    event = make_event()
    publish(event)
    choices = {"choices_de": "Ja\nNein", "choices_en": "Yes\nNo"} if kind in QuestionKind.WITH_CHOICES else {}
    question = ask(event, "Frage", kind, required=True, **choices)
    for language in ("de", "en"):
        assert question.label_de in client.get(door(event, language)).content.decode()
    said, told = SAID[kind]
    said = said or SimpleUploadedFile("plan.pdf", PDF)
    assert client.post(door(event), typed()).status_code == 422
    assert client.post(door(event), typed(**{q(question): said})).status_code == 303
    one = Registration.objects.get()
    assert told in client.get(one.get_absolute_url()).content.decode()
    roster = reverse("events_roster", args=[event.pk])
    assert [client.get(roster + more).status_code for more in ("", "?export=csv", "?export=xlsx")] == [200] * 3


@pytest.fixture
def with_file(make_event, publish, ask):
    event = make_event()
    publish(event)
    event.poster = ask(event, "Poster", "file")
    return event


def photo() -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[271] = "SecretCam"
    Image.new("RGB", (320, 240), "#0B5C66").save(out, "JPEG", exif=exif)
    return out.getvalue()


def send(client, event, name, content):
    return client.post(door(event), typed(**{q(event.poster): SimpleUploadedFile(name, content)}))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ\x90"),
        ("a.exe", PDF),
        ("a.svg", b"<svg onload=alert(1)>"),
        ("a.pdf", b"%PDF-" + b"x" * 5 * 2**20),
        ("a.jpg", photo()[:900]),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_files_of_the_wrong_kind_or_size_are_refused(client, with_file, name, content):
    assert send(client, with_file, name, content).status_code == 422
    assert Answer.objects.count() == 0


def test_a_picture_as_an_answer_is_kept_without_what_the_camera_wrote(client, with_file):
    assert b"SecretCam" in photo()
    assert send(client, with_file, "poster.jpg", photo()).status_code == 303
    kept = bytes(Answer.objects.get().file)
    assert b"SecretCam" not in kept
    assert Image.open(io.BytesIO(kept)).size == (320, 240)


def test_a_file_is_served_to_its_guest_and_staff_only_and_never_shown(client, with_file, django_user_model):
    assert send(client, with_file, "../mein Poster.pdf", PDF).status_code == 303
    answer = Answer.objects.get()
    mine = answer.registration.get_absolute_url()
    own = client.get(f"{mine}datei/{answer.pk}/")
    assert own.content == PDF
    assert own["Content-Disposition"] == 'attachment; filename="mein Poster.pdf"'
    assert (own["X-Content-Type-Options"], own["Content-Security-Policy"]) == ("nosniff", "default-src 'none'; sandbox")
    other = registration.register(
        with_file, Signup(name="B", email="b@example.org", target_group="sme", language="de", consent_version="1")
    )
    assert client.get(f"{other.get_absolute_url()}datei/{answer.pk}/").status_code == 404
    staff_door = reverse("events_answer_file", args=[answer.pk])
    assert client.get(staff_door).status_code == 302
    client.force_login(django_user_model.objects.create_superuser("root@example.org", "pw"))
    assert client.get(staff_door).content == PDF


def test_answers_and_names_change_until_registration_closes(client, quiz, guest, now):
    one = guest(quiz, seats=3, answers={quiz.dinner: "Nein"})
    change = one.get_absolute_url() + "aendern/"
    assert client.get(change).status_code == 200
    said = {
        "name": "Ada L.",
        "institution": "Haus",
        "note": "",
        "guest2_name": "Bo",
        "guest2_email": "bo@example.org",
        "guest3_name": "",
        "guest3_email": "",
        q(quiz.dinner): "Ja",
        q(quiz.diet): ["vegan"],
    }
    assert client.post(change, said).status_code == 303
    assert told() == {"Abendessen": "Ja", "Ernährung": "vegan"}
    assert list(Guest.objects.values_list("position", "name")) == [(2, "Bo"), (3, "")]
    assert Registration.objects.get().name == "Ada L."
    with pytest.raises(ChangesAreOver):
        self_service.change(one, self_service.Said(name="X"), now=quiz.closes_at)
    with travel(quiz.closes_at, tick=False):
        assert client.get(change).status_code == 409


def test_a_wrong_change_keeps_what_was_typed(client, quiz, guest):
    one = guest(quiz, seats=2)
    said = {"name": "", "guest2_name": "Bo", "guest2_email": "kaputt", q(quiz.dinner): "Nein"}
    again = client.post(one.get_absolute_url() + "aendern/", said)
    page = again.content.decode()
    assert (again.status_code, 'value="kaputt"' in page, "id_guest2_email_error" in page) == (422, True, True)


def test_a_file_stays_if_no_other_is_sent(client, with_file, guest):
    one = guest(with_file, answers={with_file.poster: answers.Upload("a.pdf", "application/pdf", PDF)})
    client.post(one.get_absolute_url() + "aendern/", {"name": "Ada"})
    assert bytes(Answer.objects.get().file) == PDF


def test_answers_are_deleted_when_their_time_is_over(quiz, guest):
    guest(quiz, answers={quiz.dinner: "Ja", quiz.diet: ["vegan"]})
    assert retention.forget_answers(quiz.ends_at + timedelta(days=7) - timedelta(seconds=1)) == 0
    assert retention.forget_answers(quiz.ends_at + timedelta(days=7)) == 1
    assert told() == {"Abendessen": "Ja"}
    assert retention.forget_answers(quiz.ends_at + timedelta(days=90)) == 1


def test_export_tells_and_erasure_removes_answers_and_names(quiz, guest):
    one = guest(quiz, "kanari@example.org", seats=2, answers={quiz.dinner: "Ja", quiz.diet: ["vegan"]})
    self_service.change(one, self_service.Said(name="Kanari", guests=[("Bo", "bo@example.org")]))
    assert privacy.export("kanari@example.org")["registrations"][0]["answers"]["Ernährung"] == "vegan"
    assert privacy.export("bo@example.org")["named_as_guest"][0]["name"] == "Bo"
    privacy.erase("bo@example.org")
    assert Guest.objects.get().name == ""
    privacy.erase("kanari@example.org")
    assert Answer.objects.count() == 0


def test_form_with_questions_costs_the_same_queries_at_one_and_at_three(
    client, quiz, ask, django_assert_max_num_queries
):
    with django_assert_max_num_queries(16) as few:
        client.get(door(quiz))
    ask(quiz, "Drei")
    ask(quiz, "Vier", shown_if=quiz.dinner)
    with django_assert_max_num_queries(len(few)):
        client.get(door(quiz))
