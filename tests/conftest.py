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
