"""Old addresses lead on, in both languages, although pages are found by our own reading of the tree."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from home.pages import StandardPage
from tests.home.conftest import add, translate

pytestmark = pytest.mark.django_db


def test_a_new_address_is_reached_from_the_old_one(client, about, site_tree, django_capture_on_commit_callbacks):
    add(about, StandardPage(title="Team", slug="team"))
    english = translate(about, site_tree.en.locale, "About", "about")
    for page, slug in ((about, "wer-wir-sind"), (english, "who-we-are")):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
    for old, new in (
        ("/de/ueber-uns/", "/de/wer-wir-sind/"),
        ("/de/ueber-uns/team/", "/de/wer-wir-sind/team/"),
        ("/en/about/", "/en/who-we-are/"),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)


def test_a_typed_redirect_leads_on_in_both_languages(client, about, site_tree):
    Redirect.objects.create(old_path="/de/alt", redirect_page=about)
    Redirect.objects.create(old_path="/en/old", redirect_link="/en/", is_permanent=False)
    assert client.get("/de/alt/")["Location"].endswith("/de/ueber-uns/")
    assert client.get("/en/old/")["Location"] == "/en/"
    assert client.get("/en/alt/").status_code == 404
