"""Absolute addresses come from the configuration, never from a request's Host header."""

import unicodedata

from django.conf import settings
from django.db.models import Q

ERASED = "erased.example"
NAMELESS = "–"


def absolute(path: str) -> str:
    """`/de/…` as `https://portal.example/de/…`."""
    return settings.PORTAL_BASE_URL + path


def nobody(pk: int) -> str:
    """The e-mail address of a row whose person was erased; `.example` is delivered nowhere (RFC 2606)."""
    return f"{pk}@{ERASED}"


def is_nobody(email: str) -> bool:
    return email.endswith(f"@{ERASED}")


def same_mailbox(email: str) -> str:
    """`A@B.de` and `a@b.de` are one person; composed and decomposed letters too.

    Lower case, not casefold: `ß` in a domain must not become `ss`, which is another domain.
    """
    return unicodedata.normalize("NFC", email.strip()).lower()


def mailbox_is(email: str, column: str = "email") -> Q:
    """`filter(mailbox_is(email, "payer_email"))`: for columns that keep an address as it was typed."""
    return Q(**{f"{column}__iexact": same_mailbox(email)})
