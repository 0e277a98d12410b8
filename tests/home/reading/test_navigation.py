import re
from urllib.parse import urlsplit

import pytest

from home.models import Office
from home.pages import StandardPage
from tests.home.conftest import add, translate

pytestmark = pytest.mark.django_db


def languages(response) -> dict[str, str]:
    """Where the language switch leads."""
    nav = re.search(r'<nav class="lang".*?</nav>', response.content.decode(), re.DOTALL).group()
    return dict(
        re.findall(r'hreflang="(\w+)"', nav) and [(b, a) for a, b in re.findall(r'href="([^"]*)" lang="(\w+)"', nav)]
    )


def hreflang(response) -> dict[str, str]:
    found = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', response.content.decode())
    return {code: urlsplit(address).path for code, address in found}


def menu(response) -> list[str]:
    nav = re.search(r'<nav class="mainnav".*?</nav>', response.content.decode(), re.DOTALL).group()
    return re.findall(r'<a href="([^"]+)"', nav.split('class="doors"')[0])


def test_the_menu_lists_the_pages_of_the_readers_language_in_tree_order(client, site_tree, news, about):
    assert menu(client.get("/de/")) == ["/de/aktuelles/", "/de/ueber-uns/"]
    assert menu(client.get("/en/")) == []
    translate(about, site_tree.en.locale, "About us", "about-us")
    assert menu(client.get("/en/")) == ["/en/about-us/"]


def test_the_menu_marks_the_page_itself_and_the_branch(client, article):
    on_it, below = (" ".join(client.get(url).content.decode().split()) for url in ("/de/aktuelles/", article.url))
    assert 'href="/de/aktuelles/" aria-current="page"' in on_it
    assert 'href="/de/aktuelles/" aria-current="true"' in below


def test_the_menu_follows_publishing_at_once(client, news, about):
    assert "/de/ueber-uns/" in menu(client.get("/de/"))
    about.unpublish()
    assert menu(client.get("/de/")) == ["/de/aktuelles/"]


def test_the_breadcrumb_leads_from_home_to_the_page(client, article):
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', client.get(article.url).content.decode(), re.DOTALL).group()
    assert re.findall(r'<a href="([^"]+)">', crumbs) == ["/de/", "/de/aktuelles/"]
    assert 'aria-current="page"' in crumbs


def test_the_language_switch_leads_to_the_translation_of_this_page(client, site_tree, news, article):
    translate(news, site_tree.en.locale, "News", "news")
    translate(article, site_tree.en.locale, "Twelve", "twelve")
    assert languages(client.get(article.url)) == {"de": article.url, "en": "/en/news/twelve/"}
    assert languages(client.get("/en/news/twelve/")) == {"de": article.url, "en": "/en/news/twelve/"}


def test_the_language_switch_of_an_untranslated_page_leads_to_its_section(client, site_tree, news, article):
    assert languages(client.get(article.url))["en"] == "/en/"
    translate(news, site_tree.en.locale, "News", "news")
    assert languages(client.get(article.url))["en"] == "/en/news/"


def test_drafts_and_aliases_are_no_translations(client, site_tree, about):
    english = translate(about, site_tree.en.locale, "About us", "about-us")
    english.unpublish()
    assert languages(client.get(about.url))["en"] == "/en/"
    english.delete()
    about.copy_for_translation(site_tree.en.locale, alias=True)
    response = client.get(about.url)
    assert languages(response)["en"] == "/en/"
    assert hreflang(response) == {}


def test_views_lead_to_themselves_in_the_other_language(client, site_tree, institution):
    response = client.get("/de/einrichtungen/zentrum-fuer-bildgebung/")
    assert languages(response)["en"] == "/en/institutions/zentrum-fuer-bildgebung/"


def test_a_missing_page_leads_to_the_other_home(client, site_tree):
    response = client.get("/de/gibt-es-nicht/")
    assert (response.status_code, languages(response)["en"]) == (404, "/en/")


def test_hreflang_names_true_translations_and_german_as_default(client, site_tree, about):
    assert hreflang(client.get(about.url)) == {}
    translate(about, site_tree.en.locale, "About us", "about-us")
    both = {"de": "/de/ueber-uns/", "en": "/en/about-us/", "x-default": "/de/ueber-uns/"}
    assert hreflang(client.get(about.url)) == both
    assert hreflang(client.get("/en/about-us/")) == both


def test_the_canonical_address_has_no_query(client, about):
    page = client.get("/de/ueber-uns/?utm=1").content.decode()
    assert '<link rel="canonical" href="http://testserver/de/ueber-uns/">' in page


def test_the_footer_links_the_duties_in_the_readers_language(client, site_tree, about):
    imprint = add(site_tree.de, StandardPage(title="Impressum", slug="impressum"))
    Office.objects.create(site=site_tree.site, imprint=imprint, operator="Verein e. V.", name_en="Portal", name_de="P")
    foot = client.get("/de/").content.decode().split("<footer>")[1]
    assert '<a href="/de/impressum/">Impressum</a>' in foot
    assert "Verein e. V." in foot
    german = '<a href="/de/impressum/" lang="de" hreflang="de">Impressum</a>'
    assert german in client.get("/en/").content.decode()
    translate(imprint, site_tree.en.locale, "Imprint", "imprint")
    assert '<a href="/en/imprint/">Imprint</a>' in client.get("/en/").content.decode()


def test_private_pages_ask_for_the_password_and_leave_the_menu(client, site_tree, about, news):
    about.view_restrictions.create(restriction_type="password", password="geheim")
    below = add(about, StandardPage(title="Innen", slug="innen", lead="Vertraulich"))
    for url in (about.url, below.url):
        response = client.get(url)
        assert "Vertraulich" not in response.content.decode()
        assert "home/standard_page.html" not in [template.name for template in response.templates]
    news.save_revision().publish()
    assert menu(client.get("/de/")) == ["/de/aktuelles/"]


def test_a_page_that_got_a_new_address_redirects_from_the_old_one(
    client, site_tree, about, django_capture_on_commit_callbacks
):
    about.slug = "wir"
    with django_capture_on_commit_callbacks(execute=True):
        about.save_revision().publish()
    response = client.get("/de/ueber-uns/")
    assert (response.status_code, response.url) == (301, "/de/wir/")
