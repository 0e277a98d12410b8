"""What a page holds in its streams and texts: links, pictures, blocks of facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.rich_text import RichText

from home.blocks.links import LinkValue


@dataclass(frozen=True)
class TextLink:
    """A link as the reader hears it. `document` is the key of a document of ours, None for other addresses."""

    text: str
    href: str = ""
    document: int | None = None


def links(page: Page) -> Iterator[TextLink]:
    for value in _values(page):
        if isinstance(value, LinkValue):
            yield TextLink(str(value.label), value.get("address") or "")
        elif isinstance(value, RichText):
            yield from links_in(value.source)


def links_in(source: str) -> list[TextLink]:
    """Of rich text as Wagtail stores it."""
    reader = _Links()
    reader.feed(source)
    reader.close()
    return reader.found


def pictures(page: Page) -> Iterator[AbstractImage]:
    for field in page._meta.get_fields():
        if field.many_to_one and field.concrete and issubclass(field.related_model, AbstractImage):
            image = getattr(page, field.name)
            if image:
                yield image
    yield from pictures_in_text(page)


def pictures_in_text(page: Page) -> Iterator[AbstractImage]:
    """Those of the streams; each has a `contextual_alt_text` or is `decorative`."""
    for value in _values(page):
        if isinstance(value, AbstractImage):
            yield value


def blocks_named(page: Page, name: str) -> list:
    """The values of all blocks of that type on the first level of the page's streams."""
    streams = (getattr(page, field.name) for field in page._meta.get_fields() if isinstance(field, StreamField))
    return [block.value for stream in streams for block in stream if block.block_type == name]


def _values(page: Page) -> Iterator:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _inside(getattr(page, field.name))
        elif isinstance(field, RichTextField):
            yield RichText(getattr(page, field.name) or "")


def _inside(value) -> Iterator:
    if isinstance(value, blocks.StreamValue):
        for child in value:
            yield from _inside(child.value)
    elif isinstance(value, blocks.list_block.ListValue):
        for inner in value:
            yield from _inside(inner)
    elif isinstance(value, blocks.StructValue):
        yield value
        for inner in value.values():
            yield from _inside(inner)
    elif value is not None:
        yield value


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[TextLink] = []
        self._open: dict | None = None
        self._said: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self._open, self._said = dict(attrs), []

    def handle_data(self, data):
        self._said.append(data)

    def handle_endtag(self, tag):
        if tag == "a" and self._open is not None:
            key = self._open.get("id", "") if self._open.get("linktype") == "document" else ""
            document = int(key) if key and key.isdigit() else None
            text = " ".join("".join(self._said).split())
            self.found.append(TextLink(text, self._open.get("href") or "", document))
            self._open = None
