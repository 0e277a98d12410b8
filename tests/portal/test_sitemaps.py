from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.pages import StandardPage
from home.reading import navigation
from portal import sitemaps
from portal.accounts.models import Institution
from tests.marketplace.making import draft, released

pytestmark = pytest.mark.django_db
MAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"


def parts(client) -> list[str]:
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return [part.text.removeprefix("http://testserver") for part in tree.iter(f"{MAP}loc")]


def addresses(client) -> dict[str, dict[str, str]]:
    return {
        url.find(f"{MAP}loc").text: {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        for part in parts(client)
        for url in ElementTree.fromstring(client.get(part).content).iter(f"{MAP}url")
    }


def test_the_sitemap_names_parts_of_a_bounded_length(client, site_tree, monkeypatch):
    assert parts(client) == [f"/sitemap-{name}.xml" for name in ("pages", "institutions", "listings", "coaches")]
    monkeypatch.setattr(sitemaps.PageSitemap, "limit", 1)
    monkeypatch.setattr(sitemaps.InstitutionSitemap, "limit", 1)
    for slug in ("a", "b"):
        Institution.objects.create(name=slug, slug=slug, kind="company")
    assert parts(client)[:4] == [
        "/sitemap-pages.xml",
        "/sitemap-pages.xml?p=2",
        "/sitemap-institutions.xml",
        "/sitemap-institutions.xml?p=2",
    ]
    # Each page knows its translation, on whichever part that stands.
    assert [len(links) for links in addresses(client).values()] == [3] * 6
    assert client.get("/sitemap-pages.xml?p=9").status_code == 404
    assert client.get("/sitemap-other.xml").status_code == 404


def test_the_sitemap_lists_pages_of_both_languages_with_their_translations(client, site_tree):
    both = {"de": "http://testserver/de/", "en": "http://testserver/en/", "x-default": "http://testserver/de/"}
    assert addresses(client) == {"http://testserver/de/": both, "http://testserver/en/": both}


def test_the_sitemap_leaves_out_drafts_and_private_pages(client, site_tree):
    draft = site_tree.de.add_child(instance=StandardPage(title="Entwurf", slug="entwurf", live=False))
    private = site_tree.de.add_child(instance=StandardPage(title="Privat", slug="privat"))
    private.view_restrictions.create(restriction_type="login")
    assert not {f"http://testserver{page.url}" for page in (draft, private)} & set(addresses(client))


def test_the_sitemap_lists_visible_institutions_in_both_languages(client, site_tree):
    Institution.objects.create(name="A", slug="a", kind="company")
    Institution.objects.create(name="B", slug="b", kind="company", is_visible=False)
    found = [address for address in addresses(client) if address.endswith(("/a/", "/b/"))]
    assert found == ["http://testserver/de/einrichtungen/a/", "http://testserver/en/institutions/a/"]


def test_the_sitemap_lists_what_stands_on_the_marketplace(client, site_tree):
    shown, waiting = released("gift", now=timezone.now()), draft("gift")
    found = addresses(client)
    assert len([address for address in found if f"/{shown.pk}-" in address]) == 2
    assert not [address for address in found if f"/{waiting.pk}-" in address]


def test_a_listing_names_itself_and_its_other_language_in_its_head(client, site_tree):
    listing = released("gift", now=timezone.now(), title="Waage")
    german, english = (address for _code, address in navigation.addresses(listing))
    for here in (german, english):
        head = client.get(here).content.decode().split("</head>")[0]
        assert f'<link rel="alternate" hreflang="de" href="http://testserver{german}">' in head
        assert f'<link rel="alternate" hreflang="en" href="http://testserver{english}">' in head
        assert f'<link rel="canonical" href="http://testserver{here}">' in head
        assert f'<meta property="og:url" content="http://testserver{here}">' in head
        assert '<meta property="og:title" content="Waage">' in head


def test_the_sitemap_costs_the_same_at_one_and_at_three(client, site_tree):
    def cost():
        addresses(client)
        with CaptureQueriesContext(connection) as captured:
            addresses(client)
        return len(captured)

    site_tree.de.add_child(instance=StandardPage(title="S 1", slug="s1"))
    one = cost()
    for number in (2, 3):
        site_tree.de.add_child(instance=StandardPage(title=f"S {number}", slug=f"s{number}"))
    assert cost() == one


def test_robots_know_the_sitemap_and_stay_out_of_the_admin(client, db):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
