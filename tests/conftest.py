"""What every test may ask for."""

import gc
import threading
from functools import partial
from itertools import groupby

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import TransactionTestCase
from django.utils import timezone, translation

from tests import stripe_server as stand_in
from tests.kept import emptied, kept
from tests.smtp_sink import SmtpSink


def pytest_collection_modifyitems(items):
    """Tests that stand on the site tree come last in their module, so it is laid once for all of them."""
    modules = [list(tests) for _path, tests in groupby(items, key=lambda item: item.path)]
    items[:] = [item for tests in modules for item in sorted(tests, key=lambda item: "site_tree" in item.fixturenames)]


def pytest_collection_finish():
    # Imported here: plugins load before Django's apps.
    from wagtail.signal_handlers import reference_index_auto_update_disabled

    reference_index_auto_update_disabled.value = True
    # What is loaded now stays to the end: looking through it again and again for garbage costs a tenth of the time.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True)
def _clean_slate(settings):
    """No test inherits another's language or cache."""
    translation.activate("de")
    cache.clear()
    # Emptied databases number their content types anew.
    ContentType.objects.clear_cache()
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def database_clock(monkeypatch):
    """Tests travel in time, and the database would not come along; gives the real clock of `portal.database.clock`."""
    # Imported here: plugins load before Django's apps.
    from portal.database import clock

    real = clock.now
    monkeypatch.setattr(clock, "now", timezone.now)
    return real


@pytest.fixture(autouse=True, scope="session")
def _quick_flush():
    """Tests with real transactions empty the database after themselves."""
    real = TransactionTestCase._fixture_teardown
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: emptied(partial(real, self)))
        yield


@pytest.fixture
def where_used():
    """What refers to what is written down at each save, as it is outside the tests; costs a tenth of their time."""
    # Imported here: plugins load before Django's apps.
    from wagtail.signal_handlers import reference_index_auto_update_disabled

    reference_index_auto_update_disabled.value = False
    yield
    reference_index_auto_update_disabled.value = True


@pytest.fixture(scope="module")
def _site_tree(django_db_setup, django_db_blocker):
    """Laid once for a module, in a transaction around those of its tests that stand on it."""
    # Imported here: plugins load before Django's apps.
    from home.desk.site_tree import lay_foundation

    with translation.override("de"), django_db_blocker.unblock(), transaction.atomic():
        kept("site tree", lay_foundation)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def site_tree(_site_tree, db):
    """The German and English home page: `site_tree.de`, `site_tree.en`, `site_tree.site`."""
    # Imported here: plugins load before Django's apps.
    from wagtail.models import Site

    from home.desk.site_tree import Foundation
    from home.pages import HomePage

    de, en = (HomePage.objects.get(depth=2, locale__language_code=code) for code in ("de", "en"))
    return Foundation(site=Site.objects.get(is_default_site=True), de=de, en=en)


@pytest.fixture
def stripe_server(settings):
    """A running stand-in for Stripe that the settings point at; `.pay(session_id)` plays the payer."""
    stripe = stand_in.StripeStandIn(secret="whsec_test")
    server = stand_in.serve(stripe)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    settings.STRIPE_API_BASE = stripe.base
    settings.STRIPE_SECRET_KEY = "sk_test_portal"
    settings.STRIPE_WEBHOOK_SECRET = stripe.secret
    settings.STRIPE_CONNECT = True
    yield stripe
    server.shutdown()
    server.server_close()


@pytest.fixture
def smtp_sink(settings):
    """A running mail server that the settings point at; see `tests.smtp_sink`."""
    sink = SmtpSink().start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    yield sink
    sink.stop()


@pytest.fixture
def post_office(db):
    """Call it to run all waiting letter jobs as the worker would; returns `mail.outbox`."""
    # Imported here: plugins load before Django's apps.
    from tests.post_office import deliver_waiting

    def deliver() -> list:
        deliver_waiting()
        return mail.outbox

    return deliver
