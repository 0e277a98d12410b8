"""What events hold about a person. Target group and seats stay: they name nobody and are owed to the funders."""

from events import registration
from events.addresses import same_mailbox
from events.models import Registration

TOLD = ("pk", "event__name", "event__starts_at", "state", "name", "email", "institution", "seats", "target_group")
TOLD += ("note", "language", "amount", "currency", "consent_version", "consented_at", "created_at")


def export(email: str) -> dict:
    held = list(Registration.objects.filter(email=same_mailbox(email)).order_by("pk").values(*TOLD))
    return {"registrations": held} if held else {}


def erase(email: str) -> list[str]:
    """Registrations that still hold or wait for seats are given back; all lose name, address, institution and note."""
    lines = []
    for mine in Registration.objects.filter(email=same_mailbox(email)).order_by("pk"):
        registration.forget(mine)
        lines.append(f"Registration {mine.pk}: name, address, institution and note removed.")
    return lines
