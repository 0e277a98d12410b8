"""A letter as plain text and HTML in one message."""

from email.utils import formataddr

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from portal.language.mailbox import ascii_form
from portal.letters.headers import clean_header
from portal.letters.letter import Letter


def as_message(letter: Letter, language: str, message: str, *, connection=None) -> EmailMultiAlternatives:
    """The message with a Message-ID made of `message`, the same at every attempt."""
    context = {"letter": letter, "language": language, "portal": settings.PORTAL_NAME}
    with translation.override(language):
        text = render_to_string("letters/letter.txt", context)
        html = css_inline.inline(render_to_string("letters/letter.html", context), keep_at_rules=True)
        answered_by = letter.answered_by or (settings.PORTAL_NAME, render_to_string("letters/office.txt", context))
    domain = settings.PORTAL_BASE_URL.split("//")[-1].split(":")[0].split("/")[0]
    mail = EmailMultiAlternatives(
        subject=clean_header(letter.subject),
        body=text,
        to=[_address(letter.name, letter.to)],
        reply_to=[_address(*answered_by)],
        headers={
            "Message-ID": f"<{message}@{domain}>",
            "Content-Language": language,
            "Auto-Submitted": "auto-generated",
        },
        connection=connection,
    )
    mail.attach_alternative(html, "text/html")
    for attachment in letter.attachments:
        mail.attach(attachment.name, attachment.content, attachment.mimetype)
    return mail


def _address(name: str, address: str) -> str:
    # Quoted here: Django splits an unquoted "Müller, Jörg <…>" into two recipients.
    name, address = clean_header(name), ascii_form(clean_header(address))
    return address if name in {"", address} else formataddr((name, address))
