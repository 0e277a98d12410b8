import pytest
from django.core import mail

from portal.letters.letter import Attachment, Letter
from portal.letters.rendering import as_message

pytestmark = pytest.mark.django_db

NASTY = ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\r\n", "\n", "\x00", "\u2028"]


def letter(**changes) -> Letter:
    return Letter(**({"to": "a@example.org", "name": "Ada", "subject": "Hi", "paragraphs": ["Text"]} | changes))


def sent(**changes):
    as_message(letter(**changes), "de", "id").send()
    return mail.outbox[-1].message()


@pytest.mark.parametrize("sign", NASTY)
def test_subject_and_name_cannot_carry_a_header(sign):
    message = sent(subject=f"Hi{sign}{sign}Bcc: v@x", name=f"Ada{sign}Bcc: v@x")
    assert message["Bcc"] is None
    assert message["Subject"] == "Hi Bcc: v@x"
    head = message.as_bytes().split(b"\n\n")[0]
    assert not [line for line in head.splitlines() if line.lower().startswith(b"bcc")]


def test_name_with_a_comma_is_one_recipient():
    sent(name="Müller, Jörg")
    assert len(mail.outbox[-1].recipients()) == 1


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "{{7*7}}"])
def test_html_form_shows_what_was_typed_literally(text):
    html = sent(paragraphs=[text], facts=[("Name", text)]).get_payload()[1].get_payload(decode=True).decode()
    assert "<img" not in html
    assert "<svg" not in html
    assert "49" not in html


def test_html_form_loads_nothing_from_anywhere():
    html = sent(button=("Go", "http://testserver/de/")).get_payload()[1].get_payload(decode=True).decode()
    assert "src=" not in html
    assert "url(" not in html
    assert "<script" not in html


def test_same_letter_has_the_same_message_id_at_every_attempt():
    first, second = (as_message(letter(), "de", "one") for _ in range(2))
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"] == "<one@testserver>"


def test_attachment_travels_along():
    message = sent(attachments=[Attachment("termin.ics", "text/calendar", b"BEGIN:VCALENDAR")])
    assert message.get_payload()[-1].get_filename() == "termin.ics"


@pytest.mark.parametrize(("language", "words"), [("de", "Sie erhalten dieses Schreiben"), ("en", "You receive this")])
def test_frame_speaks_the_readers_language(language, words):
    as_message(letter(), language, "id").send()
    assert words in mail.outbox[-1].alternatives[0].content
