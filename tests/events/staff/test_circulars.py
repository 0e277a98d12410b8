"""Staff write to the guests they have filtered: once each, in the guest's language."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from time_machine import travel

from events.models import Circular, CircularFile, CircularTrial
from events.refusals import AlreadySent, NobodyToWriteTo, WordsMissing
from events.registration import verbs as registration
from events.staff.circulars import verbs as writing
from portal.accounts import groups
from portal.accounts.people import enroll
from tests import post_office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False):
        yield


@pytest.fixture
def staff(client):
    groups.grant()
    user = enroll("moderator@example.org", staff_groups=(groups.MODERATORS,))
    client.force_login(user)
    return user


def words(**changes):
    said = {
        "subject_de": "Raum: {event}",
        "text_de": "Hallo {name}, 100 % sicher.",
        "subject_en": "Room",
        "text_en": "Hi",
    }
    return said | {"submission": uuid4()} | changes


def door(event, query="?state=confirmed"):
    return reverse("events_circular", args=[event.pk]) + query


def delivered():
    post_office.deliver_waiting()
    sent, mail.outbox[:] = list(mail.outbox), []
    return sent


@pytest.fixture
def full(make_event, guest):
    """Two are confirmed, German and English, one waits."""
    event = make_event(capacity=2)
    guest(event, "de@example.org", name="Dora {name}")
    guest(event, "en@example.org", language="en")
    guest(event, "waits@example.org")
    delivered()
    return event


def test_everybody_chosen_gets_one_letter_in_their_language(client, staff, full):
    assert client.post(door(full), words()).status_code == 302
    letters = {message.to[0].split("<")[-1].rstrip(">"): message for message in delivered()}
    assert set(letters) == {"de@example.org", "en@example.org"}
    assert letters["de@example.org"].subject == f"Raum: {full.name}"
    assert "Hallo Dora {name}, 100 % sicher." in letters["de@example.org"].body
    assert letters["en@example.org"].subject == "Room"
    circular = Circular.objects.get()
    assert (circular.count, circular.by, circular.choice) == (2, staff, {"state": "confirmed"})


def test_pressing_twice_writes_once(client, staff, full):
    said = words()
    client.post(door(full), said)
    client.post(door(full), said)
    assert (Circular.objects.count(), len(delivered())) == (1, 2)


def test_a_preview_sends_nothing(client, staff, full):
    page = client.post(door(full), words(preview="1"))
    assert page.status_code == 200
    assert [sheet["language"] for sheet in page.context["sheets"]] == ["de", "en"]
    assert (Circular.objects.filter(at__isnull=False).count(), len(delivered())) == (0, 0)


def test_unknown_placeholders_are_refused_beside_their_field(client, staff, full):
    page = client.post(door(full), words(text_de="{guest.nonce}", subject_en=""))
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"text_de", "subject_en"}
    assert not Circular.objects.exists()


def test_a_choice_that_nobody_fits_is_told(client, staff, full):
    page = client.post(door(full, "?state=lapsed"), words())
    assert (page.status_code, Circular.objects.count()) == (422, 0)


def test_the_erased_get_nothing(staff, full):
    for one in full.registrations.filter(state="confirmed"):
        registration.forget(one)
    delivered()
    said = words()
    with pytest.raises(NobodyToWriteTo):
        writing.write(full, full.registrations.filter(name="–"), by=staff, words=said, submission=said["submission"])


def test_who_is_erased_before_the_worker_comes_gets_nothing(client, staff, full):
    client.post(door(full), words())
    registration.forget(full.registrations.get(email="de@example.org"))
    assert "de@example.org" not in str([message.to for message in delivered()])


@pytest.mark.parametrize(("role", "status"), [(groups.EDITORS, 302), (groups.FINANCE, 302), (groups.MODERATORS, 200)])
def test_writing_needs_the_right_to_see_and_to_change(client, full, role, status):
    groups.grant()
    client.force_login(enroll("staff@example.org", staff_groups=(role,)))
    assert client.get(door(full)).status_code == status


PDF = b"%PDF-1.7 programme"


def pdf(name="Programm.pdf", content=PDF):
    return SimpleUploadedFile(name, content, "application/pdf")


def test_only_the_languages_of_the_guests_are_asked_for(client, staff, make_event, guest):
    event = make_event(capacity=2)
    guest(event, "de@example.org")
    delivered()
    page = client.get(door(event))
    assert set(page.context["form"].fields) == {"subject_de", "text_de", "files", "without", "submission"}
    said = words()
    del said["subject_en"], said["text_en"]
    assert client.post(door(event), said).status_code == 302
    assert [letter.subject for letter in delivered()] == [f"Raum: {event.name}"]


def test_who_joins_meanwhile_gets_no_letter_without_words(staff, full):
    said = words(subject_en="", text_en="")
    with pytest.raises(WordsMissing):
        writing.write(full, full.registrations.all(), by=staff, words=said, submission=said["submission"])
    assert (Circular.objects.count(), delivered()) == (0, [])


def test_a_test_letter_goes_to_its_writer_alone_in_each_language(client, staff, full):
    page = client.post(door(full), words(trial="1", files=[pdf()]))
    assert page.status_code == 200
    assert Circular.objects.get().at is None
    letters = delivered()
    assert {letter.to[0].split("<")[-1].rstrip(">") for letter in letters} == {"moderator@example.org"}
    assert {letter.subject for letter in letters} == {f"Probe: Raum: {full.name}", "Test: Room"}
    assert all(letter.attachments[0].filename == "Programm.pdf" for letter in letters)
    assert not any("Dora" in letter.body or "meine-anmeldung" in letter.body for letter in letters)


def test_files_go_along_once_chosen_and_can_be_left_out(client, staff, full):
    said = words()
    page = client.post(door(full), said | {"preview": "1", "files": [pdf(), pdf("Lageplan.pdf")]})
    first, second = page.context["kept"]
    client.post(door(full), said | {"without": [first.pk]})
    assert {tuple(one.filename for one in letter.attachments) for letter in delivered()} == {("Lageplan.pdf",)}
    assert list(CircularFile.objects.values_list("name", "size")) == [("Lageplan.pdf", len(PDF))]
    assert second.circular_id == Circular.objects.get(at__isnull=False).pk


@pytest.mark.parametrize(
    "wrong",
    [
        [pdf("Programm.exe")],
        [pdf("Programm.pdf", b"MZ")],
        [pdf(content=PDF + b"x" * 5 * 1024 * 1024)],
        [pdf(content=PDF + b"x" * 4 * 1024 * 1024)] * 3,
        [pdf()] * 6,
    ],
)
def test_files_that_are_no_files_or_too_many_are_refused(client, staff, full, wrong):
    for file in wrong:
        file.seek(0)
    page = client.post(door(full), words(preview="1", files=wrong))
    assert page.status_code == 422
    assert (Circular.objects.count(), CircularFile.objects.count()) == (0, 0)


def test_nobody_else_and_nothing_sent_is_written_on(client, staff, full):
    said = words()
    client.post(door(full), said | {"preview": "1"})
    other = enroll("other@example.org", staff_groups=(groups.MODERATORS,))
    with pytest.raises(AlreadySent):
        writing.keep(full, by=other, words=said, submission=said["submission"])
    client.post(door(full), said)
    with pytest.raises(AlreadySent):
        writing.keep(full, by=staff, words=said, submission=said["submission"])


def test_drafts_and_files_are_swept_in_time(client, staff, full, now):
    draft, sent = words(preview="1", files=[pdf()]), words(files=[pdf()])
    client.post(door(full), draft)
    client.post(door(full), sent)
    delivered()
    writing.sweep(now + writing.DRAFTS_KEPT - timedelta(minutes=1))
    assert (Circular.objects.count(), CircularFile.objects.count()) == (2, 2)
    writing.sweep(now + writing.DRAFTS_KEPT)
    assert (Circular.objects.count(), CircularFile.objects.count()) == (1, 1)
    writing.sweep(now + writing.FILES_KEPT)
    assert (Circular.objects.count(), CircularFile.objects.count()) == (1, 0)
    assert not CircularTrial.objects.exists()
