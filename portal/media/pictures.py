"""Photographs as pages show them: one crop in a few widths and formats, the browser takes what fits.

Crops are made by a job once a page or a listing is published (`portal.media.tasks`), so that no visitor waits for
the encoder; whoever comes before the job is done makes what is missing, as Wagtail's own tags do.
"""

from dataclasses import dataclass
from functools import cached_property

from wagtail.images.models import Filter, Picture, SourceImageIOError

FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class Cut:
    """`crops`: Wagtail filters, the widest first; `sizes`: how wide the picture stands, as in HTML."""

    crops: tuple[str, ...]
    sizes: str = "100vw"
    formats: tuple[str, ...] = FORMATS

    @cached_property
    def filters(self) -> tuple[Filter, ...]:
        """Parsed once in a process: that costs more than to find the picture."""
        return tuple(Filter(spec=f"{crop}|format-{name}") for name in self.formats for crop in self.crops)


CUTS = {
    "card": Cut(("fill-640x400", "fill-320x200"), "(min-width: 34em) 24rem, 7.25rem"),
    "row": Cut(("fill-480x360", "fill-240x180"), "(min-width: 34em) 11rem, 6rem"),
    "listing": Cut(("fill-1200x900", "fill-720x540"), "(min-width: 60em) 44rem, 100vw"),
    "large": Cut(("max-1920x1920",), formats=("jpeg",)),
    "text": Cut(("width-1280", "width-640"), "(min-width: 44em) 42rem, 100vw"),
    "hero": Cut(("fill-1600x900", "fill-800x450"), "(min-width: 60em) 56rem, 130vw"),
    "social": Cut(("fill-1200x630",), formats=("jpeg",)),
}


@dataclass(frozen=True)
class Shown:
    """What components/picture.html and the cards need; `sources` are (type, srcset), the best format first."""

    url: str
    alt: str
    width: int
    height: int
    srcset: str
    sizes: str
    sources: tuple[tuple[str, str], ...]


def shown(image, cut: str) -> Shown | None:
    """`image` in the named cut; None without an image or where its file is lost. No query for prefetched crops."""
    if image is None:
        return None
    try:
        picture = Picture(image.get_renditions(*CUTS[cut].filters))
    except SourceImageIOError:
        return None
    formats = picture.formats or {"jpeg": list(picture.renditions)}
    base = formats["jpeg"][0]
    kinds = [(f.name, f.mime_type) for f in Picture.source_format_order if f.name in formats and f.name != "jpeg"]
    return Shown(
        url=base.url,
        alt=image.default_alt_text,
        width=base.width,
        height=base.height,
        srcset=_widths(formats["jpeg"]),
        sizes=CUTS[cut].sizes,
        sources=tuple((mime, _widths(formats[name])) for name, mime in kinds),
    )


def _widths(renditions) -> str:
    """A small original gives the same width twice; it is named once."""
    return ", ".join(f"{url} {width}w" for width, url in {r.width: r.url for r in renditions}.items())
