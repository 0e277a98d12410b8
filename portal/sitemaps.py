"""The sitemap: all live pages with their translations, institutions and listings in both languages; and robots.txt.

The map itself names its parts, each of some hundred entries: no answer grows with what there is.
"""

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from wagtail.models import Page

from events.coaching.models import Coach
from home.reading.navigation import addresses
from marketplace.models import Listing
from portal.accounts.models import Institution
from portal.language.mailbox import absolute

FORBIDDEN = ["/admin/", "/documents/", "/de/konto/", "/en/account/", "/de/suche/", "/en/search/"]


class PageSitemap(Sitemap):
    """Each page once, with links to its true translations; the same queries, however many pages."""

    limit = 1000

    def items(self):
        return _readable().select_related("locale").order_by("path")

    def lastmod(self, page):
        return page.last_published_at or page.latest_revision_created_at

    def get_latest_lastmod(self):
        """Would be asked of every page."""
        return

    def _urls(self, page, protocol, domain):
        shown = list(self.paginator.page(page).object_list)
        kin: dict = {}
        same = _readable().filter(translation_key__in=[one.translation_key for one in shown])
        for other in same.select_related("locale"):
            kin.setdefault(other.translation_key, {})[other.locale.language_code] = absolute(other.url)
        return [
            _entry(absolute(one.url), self.lastmod(one), kin.get(one.translation_key, {})) for one in shown if one.url
        ]


class ThingSitemap(Sitemap):
    """Facts with an address in every language; subclasses give them as `items`."""

    limit = 500

    def get_latest_lastmod(self):
        return

    def _urls(self, page, protocol, domain):
        things = self.paginator.page(page).object_list
        known = [{code: absolute(path) for code, path in addresses(thing)} for thing in things]
        return [_entry(by_language[code], None, by_language) for by_language in known for code in by_language]


class InstitutionSitemap(ThingSitemap):
    def items(self):
        return Institution.objects.visible().order_by("pk")


class ListingSitemap(ThingSitemap):
    def items(self):
        return Listing.objects.current().shown_to().order_by("pk").prefetch_related("texts")


class CoachSitemap(ThingSitemap):
    def items(self):
        return Coach.objects.visible().select_related("person").order_by("pk")


SITEMAPS = {
    "pages": PageSitemap,
    "institutions": InstitutionSitemap,
    "listings": ListingSitemap,
    "coaches": CoachSitemap,
}


def index(request) -> TemplateResponse:
    """The parts of the map."""
    parts = [
        SitemapIndexItem(absolute(reverse("sitemap_part", args=[name]) + (f"?p={number}" if number > 1 else "")))
        for name, part in SITEMAPS.items()
        for number in part().paginator.page_range
    ]
    headers = {"X-Robots-Tag": "noindex, noodp, noarchive"}
    return TemplateResponse(
        request, "sitemap_index.xml", {"sitemaps": parts}, content_type="application/xml", headers=headers
    )


def _readable():
    return Page.objects.filter(depth__gt=1, alias_of=None).live().public()


def robots(request) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in FORBIDDEN), f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _entry(location: str, lastmod, by_language: dict[str, str]) -> dict:
    alternates = [{"lang_code": code, "location": url} for code, url in sorted(by_language.items())]
    if len(alternates) < 2:
        alternates = []
    elif "de" in by_language:
        alternates.append({"lang_code": "x-default", "location": by_language["de"]})
    return {
        "location": location,
        "lastmod": lastmod,
        "changefreq": None,
        "priority": "",
        "alternates": alternates,
        "item": None,
    }
