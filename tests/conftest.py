"""What every test may ask for."""

import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def _clean_slate(settings):
    """No test inherits another's language or cache."""
    translation.activate("de")
    cache.clear()
    yield
    translation.deactivate()


@pytest.fixture
def site_tree(db):
    """The German and English home page: `site_tree.de`, `site_tree.en`, `site_tree.site`."""
    # Imported here: plugins load before Django's apps.
    from home.site_tree import lay_foundation

    return lay_foundation()
