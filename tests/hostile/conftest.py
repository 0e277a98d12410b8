"""The world that hostile tests stand on, and who goes about in it."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import transaction
from django.test import Client

from tests.hostile.forms import Form, rows
from tests.hostile.world import World, build, forget_limits
from tests.kept import kept


@pytest.fixture(scope="module")
def _world(request, django_db_setup, django_db_blocker):
    """Built once for a module, in a transaction around those of its tests; a module's `MARK` is in every text."""
    with django_db_blocker.unblock(), transaction.atomic():
        mark = getattr(request.module, "MARK", "")
        yield kept(f"world {mark}", partial(build, mark))
        transaction.set_rollback(True)


@pytest.fixture
def world(_world, db) -> World:
    return _world


@pytest.fixture
def as_(world) -> Callable[[str], Client]:
    """A client of somebody: `as_("finance")`. Faults come back as 500 instead of exceptions."""

    def log_in(role: str) -> Client:
        client = Client(raise_request_exception=False)
        if role != "anonymous":
            client.force_login(world.users[role], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return log_in


@pytest.fixture
def send(as_):
    """Post a form as the one who may; every answer is rolled back."""
    clients: dict[str, Client] = {}

    def post(form: Form, **options):
        forget_limits()
        if form.role not in clients:
            clients[form.role] = as_(form.role)
        client = clients[form.role]
        cookies = client.cookies.copy()
        with transaction.atomic():
            before = rows()
            response = client.post(form.path, options.pop("data", form.said), **options)
            response.wrote = {name: n - before[name] for name, n in rows().items() if n != before[name]}
            transaction.set_rollback(True)
        client.cookies = cookies
        return response

    return post
