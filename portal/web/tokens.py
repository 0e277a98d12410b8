"""Secret links: derived, never stored.

A token is the HMAC-SHA256 of purpose, primary key and the row's nonce, cut to 192 bits (ASVS 11.5.1 asks for 128).
A database dump holds no token; a letter's job can rebuild it; a new nonce revokes it.
"""

import secrets

from django.conf import settings
from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac


def _new_nonce() -> str:
    return secrets.token_urlsafe(16)


class Nonced(models.Model):
    """A row that secret links may point at."""

    nonce = models.CharField(max_length=32, default=_new_nonce, editable=False)

    class Meta:
        abstract = True

    def revoke_links(self) -> None:
        """Make every link given out so far invalid."""
        self.nonce = _new_nonce()
        self.save(update_fields=["nonce"])


def make(purpose: str, row: Nonced) -> str:
    """The secret for `row`: `<pk>-<48 hexadecimal digits>`."""
    return f"{row.pk}-{_signature(purpose, row, settings.SECRET_KEY)}"


def read(purpose: str, token: str, queryset):
    """The row that `token` opens, or None for anything forged, revoked or meant for another purpose."""
    pk, _, signature = token.partition("-")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        return None
    row = queryset.filter(pk=int(pk)).first()
    if row is None:
        return None
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    known = [constant_time_compare(signature, _signature(purpose, row, key)) for key in keys]
    return row if any(known) else None


def _signature(purpose: str, row: Nonced, key: str) -> str:
    salt = f"portal.tokens.{row._meta.label_lower}.{purpose}"
    return salted_hmac(salt, f"{row.pk}:{row.nonce}", secret=key, algorithm="sha256").hexdigest()[:48]
