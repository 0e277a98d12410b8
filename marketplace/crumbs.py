"""The path to what stands outside the tree of pages: listings, orders, offers."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale

from home.reading import navigation
from marketplace.pages import MarketplacePage
from portal.caching.remember import remembered
from portal.language import languages


def crumbs(*steps: str | tuple[str, str]) -> list[dict]:
    """From the home page over the marketplace to here: title and address of each step on the way, the last title."""
    above = remembered(f"marketplace:{languages.current()}", _to_the_marketplace)
    below = (step if isinstance(step, tuple) else (step, "") for step in steps)
    return [{"title": title, "url": url} for title, url in (*above, *below)]


def _to_the_marketplace() -> list[tuple[str, str]]:
    page = MarketplacePage.objects.filter(locale=Locale.get_active(), alias_of=None).live().first()
    return [(step.title, step.url) for step in navigation.crumbs(page)] if page else []


def to_my_orders() -> tuple[str, str]:
    return _("My orders"), reverse("marketplace:my_orders")


def to_my_listings() -> tuple[str, str]:
    return _("My listings"), reverse("marketplace:my_listings")
