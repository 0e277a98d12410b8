"""Words and papers of a listing, as its verbs write them."""

from marketplace.models import Listing, ListingText, ReleasePapers


def describe(listing: Listing, texts: dict, papers: dict | None) -> None:
    """`texts` maps a language to (title, description); one without a title goes."""
    for language, (title, description) in texts.items():
        if title:
            ListingText.objects.update_or_create(
                listing=listing, language=language, defaults={"title": title, "description": description or ""}
            )
        else:
            ListingText.objects.filter(listing=listing, language=language).delete()
    if papers is not None:
        ReleasePapers.objects.update_or_create(listing=listing, defaults=papers)
    listing._prefetched_objects_cache = {}


def texts_of(listing: Listing) -> dict[str, list[str]]:
    """Each language with [title, description]."""
    rows = ListingText.objects.filter(listing=listing).values_list("language", "title", "description")
    return {language: [title, description] for language, title, description in rows}
