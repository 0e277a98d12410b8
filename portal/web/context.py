"""What every template may name."""

from django.conf import settings


def portal(request) -> dict:
    return {"PORTAL_NAME": settings.PORTAL_NAME, "PORTAL_BASE_URL": settings.PORTAL_BASE_URL}
