"""The style guide and the error pages."""

import re

import pytest
from django.contrib.auth.models import Group
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation

from portal.accounts.models import User
from portal.look.views import FRAME

from .test_components import COMPONENTS

ADDRESS = "/styleguide/"


def test_style_guide_does_not_exist_for_strangers(client, db):
    assert client.get(ADDRESS, follow=True).status_code == 404


def test_style_guide_does_not_exist_for_visitors_with_an_account(client, db):
    client.force_login(User.objects.create_user("visitor@example.org", "a long password"))
    assert client.get(ADDRESS, follow=True).status_code == 404


def test_style_guide_shows_every_component_to_staff(client, db):
    # An account made in Wagtail's admin: a group, and no mark of Django's.
    staff = User.objects.create_user("staff@example.org", "a long password")
    staff.groups.add(Group.objects.get(name="Editors"))
    client.force_login(staff)
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert sorted(set(re.findall(r'<section class="section-s[^"]*" id="(\w+)"', page))) == COMPONENTS


def test_style_guide_shows_the_frame_in_pages_of_their_own(client, site_tree):
    client.force_login(User.objects.create_superuser("staff@example.org", "a long password"))
    telling = {"skip_link": "#content", "main_menu": "main-menu", "site_footer": "foot-portal", "site_header": "brand"}
    for name in FRAME:
        answer = client.get(f"{ADDRESS}{name}/")
        assert telling.get(name, "") in answer.content.decode(), name
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert client.get(f"{ADDRESS}button/", follow=True).status_code == 404
    client.logout()
    assert client.get(f"{ADDRESS}{FRAME[0]}/", follow=True).status_code == 404


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["403", "403_csrf", "404", "429"])
def test_error_page_renders_in_both_languages(name, language, db):
    with translation.override(language):
        html = get_template(f"{name}.html").render({}, request=RequestFactory().get("/de/nowhere/"))
    assert f'<html lang="{language}">' in html
    assert "<h1></h1>" not in html


@pytest.mark.parametrize("name", ["400", "500"])
def test_plain_error_page_needs_neither_request_nor_database(name):
    html = get_template(f"{name}.html").render()
    assert "<h1></h1>" not in html
    assert "/static/look/css/portal.css" in html


def test_unknown_address_answers_404_in_the_language_of_the_address(client, db):
    answer = client.get("/en/nowhere-at-all/")
    assert answer.status_code == 404
    assert "This page does not exist" in answer.content.decode()
