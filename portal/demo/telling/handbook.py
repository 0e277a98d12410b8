"""The handbook: twenty-one chapters in both languages, with pictures of the admin."""

from pathlib import Path

from wagtail.models import Locale, Page

from home.pages import HandbookPage
from portal.demo.content import handbook
from portal.demo.telling.words import Pair, tell_page
from portal.media import shelves
from portal.media.cleaning import CleanFile
from portal.media.models import PortalImage

PICTURES = Path(handbook.__file__).parent / "pictures"


def tell_handbook() -> None:
    book = _tell_book()
    for row in handbook.CHAPTERS:
        words = {language: _words(row, language) for language in ("de", "en")}
        tell_page(book, HandbookPage, (row["de"][0], row["en"][0]), words["de"], words["en"])


def _tell_book() -> Pair:
    """Beside the home pages: no site serves what stands there."""
    (title, lead), (title_en, lead_en) = handbook.BOOK["de"], handbook.BOOK["en"]
    german = Locale.objects.get(language_code="de")
    de = HandbookPage(title=title, lead=lead, slug="handbuch", locale=german)
    Page.get_first_root_node().add_child(instance=de)
    de.save_revision().publish()
    en = de.copy_for_translation(Locale.objects.get(language_code="en"))
    en.title, en.lead, en.slug = title_en, lead_en, "handbook"
    en.save_revision().publish()
    return Pair(de, en)


def _words(row: dict, language: str) -> dict:
    _slug, title, lead, alt, blocks = row[language]
    first, *rest = blocks
    return {"title": title, "lead": lead, "body": [first, *_picture(row["slug"], language, title, alt), *rest]}


def _picture(slug: str, language: str, title: str, alt: str) -> list[tuple]:
    path = PICTURES / f"{slug}-{language}.webp"
    if not path.exists():
        return []
    image = PortalImage(title=f"{title} ({language})", description=alt, credit="Transferportal Ruhr")
    image.collection = shelves.shelf(shelves.HANDBOOK)
    # Our own screenshot: encoding it again would only blur it.
    image.file = CleanFile(path.read_bytes(), name=path.name)
    image.save()
    image.contextual_alt_text, image.decorative = alt, False
    return [("image", {"image": image, "caption": ""})]
