"""The one list of all doors; the public ones inside i18n_patterns."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.http import Http404
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.defaults import page_not_found
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import authenticate_with_password

from events.door.views import ticket
from home.reading.views import accents, reading
from portal import security_txt, sitemaps
from portal.accounts.admin_views import own_account
from portal.media.views import picture
from portal.search import views as search
from portal.web import health

handler429 = "portal.accounts.views.too_many_requests"

urlpatterns = [
    # allauth's login asks for the second factor; Wagtail's own would not.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/account/", own_account, name="wagtailadmin_account"),
    # Wagtail's page that fails on purpose.
    path("admin/failwhale/", page_not_found, {"exception": Http404()}, name="wagtailadmin_error_test"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"^media/images/(?P<name>[A-Za-z0-9_-][A-Za-z0-9_.-]*)$", picture, name="picture"),
    path("accents.css", accents.show, name="accents"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": sitemaps.SITEMAPS}, name="sitemap_part"),
    path("robots.txt", sitemaps.robots),
    path(security_txt.PATH, security_txt.security_txt),
    # Short, because a QR code with less in it is read from further away.
    path("e/<str:token>/", ticket, name="ticket"),
    path("healthz", health.healthz),
    path("styleguide/", include("portal.look.urls")),
    path("stripe/", include("portal.payments.webhook_urls")),
]

urlpatterns += i18n_patterns(
    path(_("account/"), include("portal.accounts.urls")),
    path(_("account/"), include("allauth.urls")),
    path(_("payment/"), include("portal.payments.urls")),
    path(_("invoice/"), include("portal.invoices.urls")),
    path(_("search/"), search.search, name="search"),
    path("", include("portal.approvals.urls")),
    path("", include("portal.withdrawals.urls")),
    path("", include("events.urls")),
    path("", include("events.coaching.urls")),
    path("", include("marketplace.urls")),
    path("", include("home.urls")),
    # Wagtail's own login would ask for no second factor: below the reading of pages, its address does not exist.
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    re_path(wagtail_urls.serve_pattern, reading.serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
)
