"""The page around every page."""

from django.template.loader import render_to_string
from django.test import RequestFactory


def page(**context) -> str:
    return render_to_string("base.html", context, request=RequestFactory().get("/de/"))


def test_base_renders_without_a_page_and_without_a_user():
    html = page()
    assert '<html lang="de">' in html
    assert 'href="#content"' in html


def test_eu_emblem_has_twelve_stars():
    assert page().count("<polygon") == 12
