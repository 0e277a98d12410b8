"""Which pictures a page shows, and in which cuts."""

from collections.abc import Iterator

from wagtail.fields import StreamField

STREAM_BLOCK, IN_TEXT = "image", ("text",)


def of(page) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(key of the image, cuts): the page's own image in the cuts that its type names, those of its streams in text."""
    if getattr(page, "cuts", ()) and page.image_id:
        yield page.image_id, page.cuts
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for block in getattr(page, field.name):
                if block.block_type == STREAM_BLOCK and block.value["image"]:
                    yield block.value["image"].pk, IN_TEXT
