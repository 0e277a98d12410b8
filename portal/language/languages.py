"""Short texts of facts exist in both languages as `name_de` and `name_en`; readers get theirs or the other."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def current() -> str:
    """The reader's language, `de` or `en`."""
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def other(language: str) -> str:
    return "en" if language == "de" else "de"


def localized(obj, field: str, language: str | None = None) -> str:
    """`obj.<field>_<language>`, else the other language's text."""
    language = language or current()
    return getattr(obj, f"{field}_{language}") or getattr(obj, f"{field}_{other(language)}")


def fallback(obj, field: str) -> str:
    """The language that `localized` falls back to; empty where the reader's own stands."""
    language = current()
    missing = not getattr(obj, f"{field}_{language}") and getattr(obj, f"{field}_{other(language)}")
    return other(language) if missing else ""


def mark(language: str) -> str:
    """Says in which language a text stands in where the reader's is missing."""
    return {"de": _("in German"), "en": _("in English")}.get(language, "")


def in_language(field: str):
    """A property `name` over `name_de` and `name_en`: `name = in_language("name")`."""
    return property(lambda self: localized(self, field))
