"""The demo and a developer's machine: runs without any variable set."""

from .base import *

SECRET_KEY = SECRET_KEY or "development-only-key-that-protects-nothing-0123456789"
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
DEBUG = env.bool("DEBUG", default=False)
CSRF_TRUSTED_ORIGINS = [PORTAL_BASE_URL]
if DEBUG:
    # A template that is being written is no change that the database hears of.
    PAGE_CACHE_MB = PART_CACHE_MB = 0
# The example IBAN of the German banks, so that the demo shows how a transfer is asked for.
BANK_ACCOUNT = {
    "holder": BANK_ACCOUNT["holder"] or "Transferportal Ruhr (Demo)",
    "iban": BANK_ACCOUNT["iban"] or "DE89 3704 0044 0532 0130 00",
    "bic": BANK_ACCOUNT["bic"] or "COBADEFFXXX",
}
