"""What the region map shows of the marketplace: current listings by district."""

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import ngettext

from home.region.map import Layer
from marketplace.pages import MarketplacePage
from marketplace.shelf import found
from portal.caching.remember import remembered
from portal.language import languages


def counts() -> dict[str, int]:
    """Listings on offer by official municipality key."""
    return remembered("map.listings", _counts)


def _counts() -> dict[str, int]:
    listings = found.on_offer(timezone.now()).exclude(district="").order_by().values_list("district")
    return dict(listings.annotate(n=Count("pk")))


def address() -> str:
    page = MarketplacePage.objects.filter(locale__language_code=languages.current(), alias_of=None).live().first()
    return page.url if page else ""


def said(number: int) -> str:
    return ngettext("%(n)s listing", "%(n)s listings", number) % {"n": number}


LISTINGS = Layer(counts=counts, address=address, said=said)
