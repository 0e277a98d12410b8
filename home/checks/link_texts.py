"""Which link texts say nothing, and what the text of a file must say; the browser reads the same patterns."""

import re

VAGUE = (
    "hier",
    "hier klicken",
    "klicken sie hier",
    "mehr",
    "mehr erfahren",
    "mehr lesen",
    "weiter",
    "weiterlesen",
    "link",
    "dieser link",
    "here",
    "click here",
    "more",
    "read more",
    "learn more",
    "this link",
)
# The browser reads these patterns as well: nothing that JavaScript does not know.
TYPE_PATTERN = r"\b(pdf|docx|xlsx|pptx|odt|ods|odp|csv|word|excel|powerpoint)\b"
SIZE_PATTERN = r"\d\s*(bytes?|kb|mb|kib|mib)\b"
VAGUE_PATTERN = rf"^[^\wäöüß]*({'|'.join(text.replace(' ', ' +') for text in VAGUE)})[^\wäöüß]*$"
FILE = re.compile(r"\.(pdf|docx|xlsx|pptx|odt|ods|odp|csv)$", re.IGNORECASE)


def is_vague(text: str) -> bool:
    return bool(re.search(VAGUE_PATTERN, text, re.IGNORECASE))


def says_what_it_is(text: str) -> bool:
    """Type and size, such as “Programme (PDF, 1.2 MB)”."""
    return all(re.search(pattern, text, re.IGNORECASE) for pattern in (TYPE_PATTERN, SIZE_PATTERN))
