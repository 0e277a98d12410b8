"""The page around every page."""

import re

import pytest
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.utils import translation

pytestmark = pytest.mark.django_db


def page(**context) -> str:
    return render_to_string("base.html", context, request=RequestFactory().get("/de/"))


def test_base_renders_without_a_page_and_without_a_user():
    html = page()
    assert '<html lang="de">' in html
    assert re.findall(r"<main[^>]*>", html) == ['<main id="content" tabindex="-1">']


def test_first_link_skips_to_the_content():
    assert re.search(r"<a [^>]*>", page()).group() == '<a class="skip" href="#content">'


def test_base_speaks_the_language_of_the_request():
    with translation.override("en"):
        html = page()
    assert '<html lang="en">' in html
    assert "Skip to content" in html


def test_base_loads_one_style_sheet_and_no_inline_code():
    html = page()
    assert html.count('rel="stylesheet"') == 1
    assert re.search(r"<script(?![^>]*src=)|<style|\sstyle=", html) is None


def test_base_asks_nothing_of_other_hosts():
    assert re.findall(r'(?:src|href)="(?:https?:)?//(?!testserver)', page()) == []


def test_strip_of_funders_is_left_out_where_nobody_pays():
    assert "funding" not in page()


def test_eu_emblem_has_twelve_stars():
    assert get_template("components/eu_emblem.html").render().count("<polygon") == 12
