"""The list of erasures: whoever was erased after a backup was made is erased again once it is restored.

A line holds a moment and a keyed hash of the address (Django's `salted_hmac`, SHA-256, keyed with SECRET_KEY), so the
list names nobody. It lies outside of the database and of the backup.
"""

import os
from collections.abc import Iterator
from datetime import datetime

from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils.crypto import salted_hmac

from portal import sockets
from portal.language.mailbox import ascii_form, is_nobody, same_mailbox
from portal.language.mailbox_fields import MailboxField

SALT = "portal.erasures"


def note(email: str, *, now: datetime) -> None:
    """Add `email`. On disk when this returns: the erasure is committed only then."""
    settings.ERASURES_FILE.parent.mkdir(parents=True, exist_ok=True)
    with settings.ERASURES_FILE.open("a") as kept:
        kept.write(f"{now.isoformat()} {_hash(email, settings.SECRET_KEY)}\n")
        kept.flush()
        os.fsync(kept.fileno())


def returned(since: datetime) -> list[str]:
    """The addresses in the database that were erased at or after `since`: a restored backup brought them back."""
    erased = _noted(since)
    if not erased:
        return []
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return sorted(email for email in _addresses() if any(_hash(email, key) in erased for key in keys))


def _noted(since: datetime) -> set[str]:
    if not settings.ERASURES_FILE.exists():
        return set()
    lines = (line.split() for line in settings.ERASURES_FILE.read_text().splitlines())
    return {digest for moment, digest in lines if datetime.fromisoformat(moment) >= since}


def _addresses() -> set[str]:
    """Every mailbox that the house knows, once: columns, accounts, and what rooms keep in columns of their own."""
    found = set(EmailAddress.objects.values_list("email", flat=True))
    for model, name in _columns():
        found.update(model._base_manager.values_list(name, flat=True).distinct())
    for room in sockets.modules("privacy"):
        found.update(getattr(room, "addresses", set)())
    mailboxes = {same_mailbox(email) for email in found}
    return {email for email in mailboxes if email and not is_nobody(email)}


def _columns() -> Iterator[tuple[type, str]]:
    for app in sockets.ours():
        for model in app.get_models():
            for field in model._meta.local_fields:
                if isinstance(field, MailboxField):
                    yield model, field.name


def _hash(email: str, key: str) -> str:
    return salted_hmac(SALT, ascii_form(email), secret=key, algorithm="sha256").hexdigest()
