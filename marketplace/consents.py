"""What does not pass without consent: a price below the book value, papers whose dates lie ahead."""

from datetime import date, datetime
from decimal import Decimal

from marketplace.kinds import ConsentTo
from marketplace.models import Consent, Listing, ReleasePapers, ResourceInternal
from marketplace.refusals import ConsentMissing
from portal.audit import log

FREE = Decimal(0)


def asked_for(nature, *, price, book_value, decontaminated_on, tied_until, today: date) -> dict:
    """`ConsentTo` with the price or the date that needs it."""
    price = FREE if nature.costs_nothing else price
    found = {}
    if nature.is_for_good and book_value and price is not None and price < book_value:
        found[ConsentTo.PRICE] = price
    if "decontaminated_on" in nature.papers and decontaminated_on and decontaminated_on > today:
        found[ConsentTo.CLEANING] = decontaminated_on
    if "tied_until" in nature.papers and tied_until and tied_until >= today:
        found[ConsentTo.TIE] = tied_until
    return found


def book_value_of(listing: Listing, papers: ReleasePapers | None):
    """As the papers of such a kind have it, else as the house keeps it of the thing."""
    if "book_value" in listing.nature.papers and papers is not None and papers.book_value is not None:
        return papers.book_value
    internal = ResourceInternal.objects.filter(resource=listing.resource_id).first()
    return internal and internal.book_value


def missing(listing: Listing, *, today: date, price=None) -> list[ConsentTo]:
    """What nobody has consented to yet; `price`: another one than that of the listing."""
    papers = ReleasePapers.objects.filter(listing=listing).first() or ReleasePapers(listing=listing)
    asked = asked_for(
        listing.nature,
        price=listing.price if price is None else price,
        book_value=book_value_of(listing, papers),
        decontaminated_on=papers.decontaminated_on,
        tied_until=papers.tied_until,
        today=today,
    )
    return not_given(listing, asked)


def not_given(listing: Listing | None, asked: dict) -> list[ConsentTo]:
    """Those of `asked` that no stored consent covers."""
    given = list(Consent.objects.filter(listing=listing)) if listing and asked else []
    return [to for to, value in asked.items() if not any(one.to == to and one.covers(value) for one in given)]


def give(listing: Listing, words: dict, asked: dict, *, by, now: datetime) -> None:
    """Keep who has consented to what: `words` and `asked` by `ConsentTo`. The caller has locked the listing."""
    for to, said in words.items():
        if said and to in asked:
            column = "price" if to == ConsentTo.PRICE else "day"
            Consent.objects.create(listing=listing, to=to, words=said, by=by, at=now, **{column: asked[to]})
            log(listing, "marketplace.listing.consented", user=by, timestamp=now, data={"to": to})


def require(listing: Listing, *, today: date) -> None:
    """Raises ConsentMissing."""
    if lacking := missing(listing, today=today):
        raise ConsentMissing([to.label for to in lacking])
