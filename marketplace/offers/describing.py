"""Words and papers of a listing, as its verbs write them."""

from django.db.models import prefetch_related_objects

from marketplace.models import Listing, ListingText, ReleasePapers
from marketplace.search import query as search


def describe(listing: Listing, texts: dict, papers: dict | None) -> None:
    """`texts` maps a language to (title, description); one without a title goes.

    `listing.terms` become those of its words and facts; who calls this writes them, with what else is new: `write`.
    """
    known = texts_of(listing)
    said = {language: [title, description or ""] for language, (title, description) in texts.items()}
    gone = [language for language, (title, _description) in said.items() if language in known and not title]
    if gone:
        ListingText.objects.filter(listing=listing, language__in=gone).delete()
    written = [
        ListingText(listing=listing, language=language, title=title, description=description)
        for language, (title, description) in said.items()
        if title and known.get(language) != [title, description]
    ]
    if written:
        ListingText.objects.bulk_create(
            written,
            update_conflicts=True,
            unique_fields=["listing", "language"],
            update_fields=["title", "description"],
        )
    if papers is not None:
        ReleasePapers.objects.update_or_create(listing=listing, defaults=papers)
    listing._prefetched_objects_cache = {}
    prefetch_related_objects([listing], "texts")
    search.learn(listing)


def write(listing: Listing, fields: list[str]) -> None:
    """Save these fields. Wagtail notes with every save what a row points at, at four milliseconds: where no field
    points anywhere it has not to be told.
    """
    if any(Listing._meta.get_field(name).is_relation for name in fields):
        listing.save(update_fields=fields)
    elif fields:
        Listing.objects.filter(pk=listing.pk).update(**{name: getattr(listing, name) for name in fields})


def texts_of(listing: Listing) -> dict[str, list[str]]:
    """Each language with [title, description]."""
    rows = ListingText.objects.filter(listing=listing).values_list("language", "title", "description")
    return {language: [title, description] for language, title, description in rows}
