"""Forms on kept pages: whoever has no session sends them from our own pages alone; who has one needs the token."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from marketplace.models import Question
from portal.accounts.samples import user
from portal.caching import memory
from tests.marketplace.conftest import make, market_page  # noqa: F401
from tests.marketplace.questions.test_verbs import SAID

pytestmark = pytest.mark.django_db
OURS, FOREIGN = "http://testserver", "https://evil.example"


@pytest.fixture(autouse=True)
def kept_pages(settings):
    settings.PAGE_CACHE_MB = 8
    memory.pages.cache_clear()


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def shown(make, market_page):  # noqa: F811
    return make()


def send(browser, shown, said, **headers):
    return browser.post(reverse("marketplace:ask", args=[shown.pk]), said, headers=headers)


def test_the_form_of_a_kept_page_sets_no_cookie_and_is_taken(browser, shown):
    for _again in range(2):
        page = browser.get(shown.get_absolute_url())
        assert b'name="csrfmiddlewaretoken" value=""' in page.content
        assert (page.cookies, browser.cookies) == ({}, {})
    assert send(browser, shown, SAID, origin=OURS).status_code == 303
    assert Question.objects.count() == 1
    told = browser.get(shown.get_absolute_url())
    assert "Ihre Frage ist unterwegs" in told.content.decode()
    assert "Ihre Frage ist unterwegs" not in Client().get(shown.get_absolute_url()).content.decode()


@pytest.mark.parametrize("headers", [{"origin": FOREIGN}, {"origin": "null"}])
@pytest.mark.parametrize("said", [SAID, SAID | {"csrfmiddlewaretoken": ""}])
def test_a_form_from_elsewhere_is_refused(browser, shown, headers, said):
    browser.get(shown.get_absolute_url())
    assert send(browser, shown, said, **headers).status_code == 403
    assert not Question.objects.exists()


def test_a_program_that_fills_in_the_form_of_the_page_as_it_stands_is_heard(browser, shown):
    browser.get(shown.get_absolute_url())
    assert send(browser, shown, SAID).status_code == 403
    assert send(browser, shown, SAID | {"csrfmiddlewaretoken": ""}).status_code == 303
    assert Question.objects.count() == 1


def test_whoever_is_logged_in_needs_the_token_even_from_our_own_page(browser, shown):
    browser.force_login(user("somebody@example.org"), backend="django.contrib.auth.backends.ModelBackend")
    page = browser.get(shown.get_absolute_url())
    token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page.content).group(1).decode()
    assert send(browser, shown, SAID, origin=OURS).status_code == 403
    assert send(browser, shown, SAID | {"csrfmiddlewaretoken": token}, origin=OURS).status_code == 303


def test_the_login_is_never_kept_and_no_foreign_page_logs_anybody_in(browser):
    page = browser.get(reverse("account_login"))
    assert "no-store" in page["Cache-Control"]
    said = {"login": "a@example.org", "password": "b"}
    assert browser.post(reverse("account_login"), said, headers={"origin": FOREIGN}).status_code == 403
    for door in ("account_login", "account_signup", "account_reset_password"):
        assert browser.post(reverse(door), said | {"csrfmiddlewaretoken": ""}).status_code == 403
