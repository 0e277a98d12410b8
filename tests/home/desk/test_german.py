"""The administration speaks German throughout: no word of the English sources shows through."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from events import samples as evenings

pytestmark = pytest.mark.django_db

# Words that German does not have and that stand in nearly every English sentence or button.
ENGLISH = re.compile(
    r"\b(the|and|of|with|your|this|that|is|are|to|for|add|edit|delete|translation|locale|more|actions?|verified|"
    r"visible|choose|select|search|page|pages|draft|usage|history|settings|view|copy|move|date|time|has|have|been|"
    r"language|collapse|expand|toggle|comments?|images?|times|next|previous|show|hide|begins?|ends?|must|not|already)\b",
    re.IGNORECASE,
)
# Names, words that German took over, and two that the library does not let be translated.
TAKEN = ("Wagtail", "Life Sciences", "Start-up", "Check-in", "Transferportal", "Workflow")
ALLOWED = (*TAKEN, "Source locale", "Target locale")
HIDDEN = ["script", "style", "template", "svg", "code"]
SPOKEN = ("placeholder", "aria-label", "title", "alt")
SCREENS = [
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/documents/",
    "/admin/documents/add/",
    "/admin/users/",
    "/admin/users/new/",
    "/admin/groups/",
    "/admin/workflows/list/",
    "/admin/workflows/tasks/index/",
    "/admin/collections/",
    "/admin/redirects/",
    "/admin/redirects/add/",
    "/admin/account/",
    "/admin/forms/",
    "/admin/reports/locked/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/reports/page-types-usage/",
    "/admin/localize/reports/translations/",
]
SNIPPETS = [
    *("accounts_institution", "accounts_fieldofwork", "home_person", "home_section", "home_project", "home_funder"),
    *("events_event", "events_registration", "events_eventformat", "marketplace_listing", "marketplace_order"),
    "payments_payment",
]


def english_words(markup: str) -> list[str]:
    soup = BeautifulSoup(markup, "html.parser")
    for part in soup.find_all(HIDDEN):
        part.decompose()
    told = [*soup.stripped_strings, *(tag[name] for name in SPOKEN for tag in soup.find_all(attrs={name: True}))]
    lines = (" ".join(line.split()) for line in told)
    return sorted({line for line in lines if ENGLISH.search(_without(line))})


def _without(line: str) -> str:
    for name in ALLOWED:
        line = line.replace(name, "")
    return line


@pytest.mark.parametrize("address", SCREENS)
def test_a_screen_of_wagtail_speaks_german(admin_client, site_tree, address):
    answer = admin_client.get(address)
    assert answer.status_code == 200
    assert "; ".join(english_words(answer.content.decode())) == ""


@pytest.mark.parametrize("name", SNIPPETS)
def test_lists_and_forms_of_facts_speak_german(admin_client, site_tree, name):
    for door in ("list", "add"):
        answer = admin_client.get(reverse(f"wagtailsnippets_{name}:{door}"))
        assert door == "add" or answer.status_code == 200
        assert "; ".join(english_words(answer.content.decode())) == ""


def test_an_event_speaks_german(admin_client, site_tree):
    event = evenings.event()
    for name in ("edit", "inspect", "history", "usage", "delete"):
        answer = admin_client.get(reverse(f"wagtailsnippets_events_event:{name}", args=[event.pk]), follow=True)
        assert "; ".join(english_words(answer.content.decode())) == ""


def test_a_page_and_its_translation_speak_german(admin_client, article):
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(article)
    source.translations.create(target_locale=english)
    other, _created = source.create_or_update_translation(english, publish=False, copy_parent_pages=True, fallback=True)
    for name in ("edit", "history", "copy", "move", "delete", "unpublish", "usage", "workflow_history"):
        answer = admin_client.get(reverse(f"wagtailadmin_pages:{name}", args=[article.pk]), follow=True)
        assert "; ".join(english_words(answer.content.decode())) == ""
    answer = admin_client.get(reverse("wagtailadmin_pages:edit", args=[other.pk]))
    assert "; ".join(english_words(answer.content.decode())) == ""


def test_the_editor_of_translations_says_sie(admin_client):
    words = admin_client.get(reverse("wagtail_localize:javascript_catalog")).content.decode()
    assert "Laden Sie die PO-Datei herunter" in words
    assert "Lade PO Datei" not in words
