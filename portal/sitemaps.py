"""The sitemap: all live pages with their translations, institutions and listings in both languages; and robots.txt."""

from django.contrib.sitemaps import Sitemap
from django.http import HttpResponse
from wagtail.models import Page

from events.coaching.models import Coach
from home.reading.navigation import addresses
from marketplace.models import Listing
from portal.accounts.models import Institution
from portal.language.mailbox import absolute

FORBIDDEN = ["/admin/", "/documents/", "/de/konto/", "/en/account/", "/de/suche/", "/en/search/"]


class PageSitemap(Sitemap):
    """Each page once, with links to its true translations; four queries, however many pages."""

    def items(self):
        pages = Page.objects.filter(depth__gt=1, alias_of=None).live().public().select_related("locale")
        rows = list(pages.order_by("path"))
        kin: dict = {}
        for page in rows:
            kin.setdefault(page.translation_key, {})[page.locale.language_code] = page
        for page in rows:
            page.kin = kin[page.translation_key]
        return rows

    def location(self, page):
        return page.url

    def lastmod(self, page):
        return page.last_published_at or page.latest_revision_created_at

    def _urls(self, page, protocol, domain):
        return [
            _entry(
                absolute(item.url), self.lastmod(item), {code: absolute(other.url) for code, other in item.kin.items()}
            )
            for item in self.paginator.page(page).object_list
            if item.url
        ]


class ThingSitemap(Sitemap):
    """Facts with an address in every language; subclasses give `things`."""

    def things(self):
        raise NotImplementedError

    def items(self):
        known = [{code: absolute(path) for code, path in addresses(thing)} for thing in self.things()]
        return [(by_language, code) for by_language in known for code in by_language]

    def _urls(self, page, protocol, domain):
        return [_entry(known[code], None, known) for known, code in self.paginator.page(page).object_list]


class InstitutionSitemap(ThingSitemap):
    def things(self):
        return Institution.objects.visible()


class ListingSitemap(ThingSitemap):
    def things(self):
        return Listing.objects.current().shown_to().order_by("pk").prefetch_related("texts")


class CoachSitemap(ThingSitemap):
    def things(self):
        return Coach.objects.visible().select_related("person")


SITEMAPS = {
    "pages": PageSitemap,
    "institutions": InstitutionSitemap,
    "listings": ListingSitemap,
    "coaches": CoachSitemap,
}


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
