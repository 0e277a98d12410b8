"""What must hold at every committed state; each question answers with a sentence per offending row."""

from wagtail.models import Page

PROBLEMS = ("bad characters in path", "wrong path length", "no parent", "wrong depth", "wrong number of children")


def check() -> list[str]:
    """The page tree is sound: a wrong number of children makes live pages answer 404."""
    found = zip(PROBLEMS, Page.find_problems(), strict=True)
    return [f"page {pk}: {problem}" for problem, rows in found for pk in (_key(row) for row in rows)]


def _key(row) -> int:
    return row[0] if isinstance(row, tuple) else row
