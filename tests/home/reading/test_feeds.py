from xml.etree import ElementTree

import pytest

from tests.home.conftest import translate

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_atom_feed_tells_the_news_of_its_language(client, site_tree, news, article):
    german = ElementTree.fromstring(client.get("/de/news.atom").content)
    assert [e.find(f"{ATOM}title").text for e in german.iter(f"{ATOM}entry")] == [article.title]
    assert german.find(f"{ATOM}entry/{ATOM}link").get("href") == f"http://testserver{article.url}"
    english = ElementTree.fromstring(client.get("/en/news.atom").content)
    assert list(english.iter(f"{ATOM}entry")) == []
    translate(news, site_tree.en.locale, "News", "news")
    translate(article, site_tree.en.locale, "Twelve", "twelve")
    english = ElementTree.fromstring(client.get("/en/news.atom").content)
    assert [e.find(f"{ATOM}title").text for e in english.iter(f"{ATOM}entry")] == ["Twelve"]


def test_the_rss_feed_has_stable_identifiers(client, article):
    feed = ElementTree.fromstring(client.get("/de/news.rss").content)
    assert [item.find("guid").text for item in feed.iter("item")] == [f"http://testserver{article.url}"]
    assert feed.find("channel/language").text == "de"


def test_the_news_index_announces_both_feeds(client, article):
    page = client.get("/de/aktuelles/").content.decode()
    assert 'type="application/atom+xml" href="/de/news.atom"' in page
    assert 'type="application/rss+xml" href="/de/news.rss"' in page
