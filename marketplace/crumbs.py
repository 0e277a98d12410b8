"""The path to what stands outside the tree of pages: listings, orders, offers."""

from wagtail.models import Locale

from home.reading import navigation
from marketplace.pages import MarketplacePage


def crumbs(*titles: str) -> list[dict]:
    """From the home page over the marketplace to here."""
    page = MarketplacePage.objects.filter(locale=Locale.get_active(), alias_of=None).live().first()
    above = navigation.crumbs(page) if page else []
    return [
        *({"title": step.title, "url": step.url} for step in above),
        *({"title": title, "url": ""} for title in titles),
    ]
