"""Tests: as near to production as a test database allows."""

from .base import *

SECRET_KEY = "tests-only-key-0123456789-0123456789-0123456789-0123456789"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PORTAL_BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PICTURES_ROOT = VAR_DIR / "test-pictures"
DOCUMENTS_ROOT = VAR_DIR / "test-documents"
CACHES = CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# The tests of kept pages switch them on.
PAGE_CACHE_MB = PART_CACHE_MB = 0
ERASURES_FILE = VAR_DIR / "test-erasures"
STRIPE_SECRET_KEY = STRIPE_WEBHOOK_SECRET = STRIPE_CONNECT_WEBHOOK_SECRET = ""
STRIPE_CONNECT = False
STAFF_NEEDS_SECOND_FACTOR = False
CONN_MAX_AGE = 0
DATABASES["default"]["CONN_MAX_AGE"] = 0
DATABASES.pop("replica", None)
DATABASE_ROUTERS = []
DATABASES["default"]["TEST"] = {"TEMPLATE": env.str("TEST_TEMPLATE", default="template1")}
LOGGING["root"]["level"] = "WARNING"
# Each test client builds its own middleware, which would read all static files anew: a quarter of the time.
WHITENOISE_AUTOREFRESH = True
