"""What a hit shows beside its name: where, when, for how much, and the words around what was asked for."""

import re
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.search import index  # noqa: F401 loads the index's models
from wagtail.search.models import IndexEntry

from events import wording
from events.pages import EventPage
from marketplace.wording import prices
from portal.language.folding import fold
from portal.lexicon import stems

WORD = re.compile(r"\w+")
EMPTY = re.compile(r",(?: ,)+ ")
BEFORE, LENGTH = 60, 170


@dataclass(frozen=True)
class Line:
    """`price` stands on the right; `note` are facts, `excerpt` words of the text."""

    url: str
    title: str
    icon: str
    note: str = ""
    price: str = ""
    excerpt: str = ""


def of(name: str, rows: list, asked: str) -> tuple[Line, ...]:
    if not rows:
        return ()
    if name == "pages":
        return tuple(_pages(rows, asked))
    return tuple(_LINES[name](row, asked) for row in rows)


def excerpt(text: str, asked: str) -> str:
    """The words around the first that was asked for; the beginning where only a meaning was found."""
    # Fields of a block that were left empty leave their commas behind.
    text = EMPTY.sub(", ", " ".join(strip_tags(text).split()))
    wanted = {stem for word in stems.words(asked) for stem in stems.stems(word)}
    start = next((match.start() for match in WORD.finditer(text) if stems.stems(fold(match.group())) & wanted), 0)
    begin = text.rfind(" ", 0, start - BEFORE) + 1 if start > BEFORE else 0
    part = text[begin : begin + LENGTH]
    if begin + LENGTH < len(text):
        part = part.rsplit(" ", 1)[0] + " …"
    return f"… {part}" if begin else part


def _pages(rows: list[Page], asked: str):
    of_events = [row.pk for row in rows if row.cached_content_type.model_class() is EventPage]
    events = {}
    if of_events:
        pages = EventPage.objects.filter(pk__in=of_events).select_related("event")
        events = {page.pk: page.event for page in pages}
    kinds = {row.content_type_id for row in rows}
    entries = IndexEntry.objects.filter(object_id__in=[str(row.pk) for row in rows], content_type__in=kinds)
    texts = dict(entries.values_list("object_id", "body_text"))
    for row in rows:
        event = events.get(row.pk)
        facts = [str(row.page_type_display_name)]
        if event:
            facts = [wording.span(event), event.city]
        words = row.search_description or texts.get(str(row.pk), "")
        if event:
            # All spellings of its month stand in the index, and nowhere else.
            words = words.replace(event.month_words, "")
        yield Line(
            url=row.url,
            title=row.title,
            icon="cal" if event else "file",
            note=" · ".join(filter(None, facts)),
            excerpt=excerpt(words, asked),
        )


def _listing(row, asked: str) -> Line:
    facts = (row.get_kind_display(), str(row.institution), row.city)
    amount, note = prices(row)[0]
    return Line(
        url=row.get_absolute_url(),
        title=row.title,
        icon="tag",
        note=" · ".join(filter(None, facts)),
        price=f"{amount} {note}".strip(),
        excerpt=excerpt(row.description, asked),
    )


def _institution(row, asked: str) -> Line:
    note = " · ".join(filter(None, (row.get_kind_display(), row.city)))
    return Line(row.get_absolute_url(), row.name, "bldg", note, excerpt=excerpt(row.description, asked))


def _coach(row, asked: str) -> Line:
    return Line(row.get_absolute_url(), str(row), "users", row.person.function or _("Coaching"))


_LINES = {"listings": _listing, "institutions": _institution, "coaches": _coach}
