"""What the house holds about one person, asked of every room that has a `privacy` module."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from portal import erasures, sockets


def export(email: str) -> dict:
    """Everything that is held about `email` (Art. 15 and 20 GDPR); each room names its own parts."""
    if not email:
        return {}  # what has no address is nobody's in particular
    held = {}
    for room in sockets.modules("privacy"):
        held |= room.export(email)
    return held


def parts(held: dict) -> list[tuple[str, int]]:
    """What `export` found, in the reader's words: (part, number of entries)."""
    words = {}
    for room in sockets.modules("privacy"):
        words |= room.PARTS
    return [(str(words[name]), len(rows) if isinstance(rows, list) else 1) for name, rows in held.items()]


def names(held: dict) -> list[str]:
    """Under which names `export` found the person: whoever asks for an erasure sees whom it takes."""
    rows = [row for found in held.values() if isinstance(found, list) for row in found]
    return sorted({row["name"] for row in rows if row.get("name")})


def erase(email: str, *, dry_run: bool = False, now: datetime | None = None) -> list[str]:
    """Take the person out of every room (Art. 17 GDPR); a line for all that went, a `Stays` for what does not."""
    with transaction.atomic():
        # From the top floor down: deeds find their person by the account that goes last.
        lines = [line for room in reversed(sockets.modules("privacy")) for line in room.erase(email)]
        transaction.set_rollback(dry_run)
        if not dry_run:
            erasures.note(email, now=now or timezone.now())
    return lines


def erase_again(since: datetime) -> list[str]:
    """Erase whom a backup of `since` brought back; a line for everything that went."""
    return [line for email in erasures.returned(since) for line in erase(email)]
