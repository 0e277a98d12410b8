"""Absolute addresses come from the configuration, never from a request's Host header."""

from django.conf import settings


def absolute(path: str) -> str:
    """`/de/…` as `https://portal.example/de/…`."""
    return settings.PORTAL_BASE_URL + path
