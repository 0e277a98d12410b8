"""What the tests of remembered values stand on: names of institutions, and a connection of its own."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from portal.accounts.models import Institution
from portal.caching import remember, stamps


@pytest.fixture(autouse=True)
def empty_memory(monkeypatch):
    monkeypatch.setattr(remember, "_values", remember.Memory(1_000_000))
    stamps.tables.cache_clear()


def names() -> list[str]:
    return list(Institution.objects.order_by("pk").values_list("name", flat=True))


def elsewhere(deed):
    """Run it in a connection of its own."""

    def run():
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()
