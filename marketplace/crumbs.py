"""The path to what stands outside the tree of pages: listings, orders, offers."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale

from home.reading import navigation
from marketplace.pages import MarketplacePage


def crumbs(*steps: str | tuple[str, str]) -> list[dict]:
    """From the home page over the marketplace to here: title and address of each step on the way, the last title."""
    page = MarketplacePage.objects.filter(locale=Locale.get_active(), alias_of=None).live().first()
    above = navigation.crumbs(page) if page else []
    below = (step if isinstance(step, tuple) else (step, "") for step in steps)
    return [
        *({"title": step.title, "url": step.url} for step in above),
        *({"title": title, "url": url} for title, url in below),
    ]


def to_my_orders() -> tuple[str, str]:
    return _("My orders"), reverse("marketplace:my_orders")


def to_my_listings() -> tuple[str, str]:
    return _("My listings"), reverse("marketplace:my_listings")
