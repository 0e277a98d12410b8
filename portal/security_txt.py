"""`/.well-known/security.txt` (RFC 9116): whom to tell about a hole in the portal."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.models import Office
from portal.language.mailbox import absolute, ascii_form

PATH = ".well-known/security.txt"
# The RFC wants less than a year.
VALID = timedelta(days=180)


@require_safe
def security_txt(request) -> HttpResponse:
    """Where to write, until when that holds, in which languages; the same text for the whole day."""
    lines = {
        "Contact": settings.SECURITY_CONTACT or f"mailto:{ascii_form(Office.here().mailbox)}",
        "Expires": _expires(timezone.now()),
        "Preferred-Languages": "de, en",
        "Canonical": absolute(f"/{PATH}"),
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _expires(now: datetime) -> str:
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return (day + VALID).strftime("%Y-%m-%dT%H:%M:%SZ")
