import pytest
from django.utils import timezone

from marketplace.pages import MarketplacePage
from tests.kept import kept
from tests.marketplace.making import institution, member, person, released


@pytest.fixture
def market_page(site_tree):
    """The German marketplace page under the home page."""

    def build():
        page = MarketplacePage(title="Marktplatz", slug="marktplatz", locale=site_tree.de.locale)
        site_tree.de.add_child(instance=page)
        page.save_revision().publish()
        return page

    return kept("marketplace", build, under=site_tree.de)


@pytest.fixture
def orderer(client):
    """A person without an institution, logged in."""
    user = person()
    client.force_login(user)
    return user


@pytest.fixture
def manager(client):
    """Manages the institution that owns the listings, logged in."""
    user = member(institution())
    client.force_login(user)
    return user


@pytest.fixture
def make():
    """`make("sale", title=…)`: a listing that is on the shelf today."""

    def shown(kind="device", **facts):
        return released(kind, now=timezone.now(), **facts)

    return shown
