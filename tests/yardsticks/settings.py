"""A project of Wagtail as it is begun: no page cache, no content policy, no floors."""

from portal.settings.dev import *  # noqa: F403

ROOT_URLCONF = "tests.yardsticks.site"
MIDDLEWARE = [
    "tests.yardsticks.site.bare",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
TEMPLATES = [
    TEMPLATES[0]  # noqa: F405
    | {"DIRS": [BASE_DIR / "tests/yardsticks/templates"]}  # noqa: F405
]
WAGTAIL_I18N_ENABLED = False
