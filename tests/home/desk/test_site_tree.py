import pytest
from wagtail.models import Page, Site

from home.desk.site_tree import lay_foundation
from home.pages import HomePage

pytestmark = pytest.mark.django_db


def test_lay_foundation_builds_one_front_door_per_language(site_tree):
    assert (site_tree.de.locale.language_code, site_tree.en.locale.language_code) == ("de", "en")
    assert site_tree.de.translation_key == site_tree.en.translation_key
    assert (site_tree.de.url, site_tree.en.url) == ("/de/", "/en/")


def test_lay_foundation_may_be_called_twice(site_tree):
    again = lay_foundation()
    assert (again.de.pk, again.en.pk) == (site_tree.de.pk, site_tree.en.pk)
    assert HomePage.objects.count() == 2
    assert Site.objects.get().root_page_id == site_tree.de.pk


def test_lay_foundation_leaves_a_sound_tree(site_tree):
    assert [len(found) for found in Page.find_problems()] == [0, 0, 0, 0, 0]
