"""Words in addresses: `Förderung` becomes `foerderung`, for `forderung` is another word."""

import unicodedata

from anyascii import anyascii
from django.utils import text as django_text

# Of all letters only these are written out longer than the sign without its marks.
TRANSCRIBED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"}
_transcribed = str.maketrans(TRANSCRIBED)


def slugify(text: str, most: int = 80) -> str:
    """At most `most` small ASCII letters, digits and hyphens; other scripts as they sound.

    Empty where nothing of `text` can be said in letters.
    """
    return django_text.slugify(anyascii(unicodedata.normalize("NFC", text).translate(_transcribed)))[:most].strip("-_")


def formatters() -> list[tuple[str, str]]:
    """The same for the slug's field in the admin, which follows the title while it is typed."""
    return list(TRANSCRIBED.items())
