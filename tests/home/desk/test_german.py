"""The administration speaks German throughout: no word of the English sources shows through. And English to whom has
chosen it: nothing was put into words before anybody asked.
"""

import re
from pathlib import Path

import polib
import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.translation.trans_real import DjangoTranslation, translation
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile
from wagtail_localize.models import TranslationSource

from events import samples as evenings
from tests.hostile.doors import all_doors

pytestmark = pytest.mark.django_db

# Words that German does not have and that stand in nearly every English sentence or button.
ENGLISH = re.compile(
    r"\b(the|and|of|with|your|this|that|is|are|to|for|add|edit|delete|translation|locale|more|actions?|verified|"
    r"visible|choose|select|search|page|pages|draft|usage|history|settings|view|copy|move|date|time|has|have|been|"
    r"language|collapse|expand|toggle|comments?|images?|times|next|previous|show|hide|begins?|ends?|must|not|already)\b",
    re.IGNORECASE,
)
# Words that English does not have, and that stand in most German sentences, buttons and headings.
GERMAN = re.compile(
    r"\b(der|das|und|oder|nicht|ist|sind|wird|werden|mit|für|von|vom|zum|zur|eine|einen|einem|einer|Sie|Ihre?|auch|nur|"
    r"bearbeiten|hinzufügen|auswählen|wählen|anlegen|löschen|ansehen|suchen|Suche|speichern|zurück|öffnen|alle|neue?[rs]?|"
    r"Seiten?|Startseite|Bilder|Personen|Veranstaltung(en)?|Einrichtung(en)?|Berichte|Einstellungen)\b"
)
# Names, and words that German took over.
TAKEN = ("Mülheim an der Ruhr", "Wagtail", "Life Sciences", "Start-up", "Check-in", "Transferportal", "Workflow")
HIDDEN = ["script", "style", "template", "svg", "code"]
SPOKEN = ("placeholder", "aria-label", "title", "alt")
# Names of fields that the office's words may hold, and the examples that a form gives for the other language.
MARKS = re.compile(r"\{\w+\}|Oberflächen abbilden · image surfaces|kostenlos · free of charge")
# What stands there is called so by its authors, or kept in the database as it was called first.
OF_CONTENT = {
    *("/admin/pages/", "/admin/pages/search/", "/admin/reports/site-history/", "/admin/reports/aging-pages/"),
    *(
        "/admin/snippets/lexicon/meaning/",
        "/admin/snippets/lexicon/meaning/add/",
        "/admin/groups/new/",
        "/admin/sites/",
    ),
}
# A list's results stand in the list; the others answer with no page.
NO_SCREENS = re.compile(r"results/$|/api/|login/|logout/|failwhale/|password_reset")


def english_words(markup: str) -> list[str]:
    return [line for line in said(markup) if ENGLISH.search(_without(line))]


def german_words(markup: str) -> list[str]:
    return [line for line in said(markup) if GERMAN.search(_without(line))]


def said(markup: str) -> list[str]:
    soup = BeautifulSoup(markup, "html.parser")
    for part in soup.find_all(HIDDEN):
        part.decompose()
    for field in soup.find_all("textarea"):
        field.clear()  # what is written in it may be the English of a pair
    told = [*soup.stripped_strings, *(tag[name] for name in SPOKEN for tag in soup.find_all(attrs={name: True}))]
    return sorted({" ".join(line.split()) for line in told})


def _without(line: str) -> str:
    for name in TAKEN:
        line = line.replace(name, "")
    return MARKS.sub("", line)


def screens() -> list[str]:
    """Every address of the administration that needs no object."""
    found = [door.prefix for door in all_doors() if door.prefix.startswith("admin/")]
    return list(
        dict.fromkeys(f"/{one}" for one in found if not re.search(r"[<(^]", one) and not NO_SCREENS.search(one))
    )


def walk(client, words) -> dict[str, list[str]]:
    """What `words` finds on each screen."""
    spoken = {}
    for screen in screens():
        answer = client.get(screen)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            spoken[screen] = words(answer.content.decode())
    assert len(spoken) > 75
    assert {"/admin/groups/new/", "/admin/sites/", "/admin/locales/", "/admin/users/", "/admin/"} <= spoken.keys()
    return {screen: found for screen, found in spoken.items() if found}


def test_every_screen_without_an_object_speaks_german(admin_client, site_tree):
    assert walk(admin_client, english_words) == {}


def test_every_screen_without_an_object_speaks_english_to_whom_has_chosen_it(admin_client, admin_user, site_tree):
    UserProfile.objects.update_or_create(user=admin_user, defaults={"preferred_language": "en"})
    found = walk(admin_client, german_words)
    assert {screen: words for screen, words in found.items() if screen not in OF_CONTENT} == {}


def test_no_column_of_a_list_is_named_after_its_field():
    """Without a label Wagtail makes one of the name in the code: a list with rows said "Is verified"."""
    columns = [column for model in get_snippet_models() for column in model.snippet_viewset.list_display]
    columns = [column for column in columns if isinstance(column, Column)]
    assert len(columns) > 10
    # Ours wait for the reader's language.
    assert [one.name for one in columns if isinstance(one.label, str)] == []


def test_a_language_and_a_site_speak_german(admin_client, site_tree):
    group = Group.objects.first()
    doors = {"wagtailsites": site_tree.site, "wagtaillocales": site_tree.de.locale, "wagtailusers_groups": group}
    for name, row in doors.items():
        answer = admin_client.get(reverse(f"{name}:edit", args=[row.pk]), follow=True)
        assert answer.status_code == 200
        assert "; ".join(english_words(answer.content.decode())) == ""


# Django's own administration and what only programs read.
NOT_SHOWN = {"auth", "taggit"}


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_every_sentence_of_the_packages_has_its_german(domain):
    """A new version of Wagtail may say more than its catalogues; `home.languages.phrases` fills the gaps."""
    read, gaps = 0, []
    for app in apps.get_app_configs():
        source = Path(app.path, "locale", "en", "LC_MESSAGES", f"{domain}.po")
        if source.exists() and app.label not in NOT_SHOWN:
            german = translation("de") if domain == "django" else _of_scripts(Path(app.path, "locale"))
            said = [entry for entry in polib.pofile(str(source)) if not entry.obsolete]
            read += len(said)
            gaps += [entry.msgid for entry in said if not _has(german, entry) and "Wagtail Localize" not in entry.msgid]
    assert gaps == []
    assert read > 100


def _of_scripts(folder: Path) -> DjangoTranslation:
    return DjangoTranslation("de", domain="djangojs", localedirs=[str(folder)])


def _has(german: DjangoTranslation, entry: polib.POEntry) -> bool:
    key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
    return bool(german._catalog.get((key, 0)) if entry.msgid_plural else german._catalog.get(key))


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


# What wagtail-localize's script says without asking a catalogue. The footer is hidden, the others stand in the console.
COMPOSED = {
    "${r.sourceLocale.displayName} to ${r.locale.displayName} translation",
    "More actions",
    "Not starting translation editor because I couldn't find the CSRF token element!",
    "Unrecognised HTTP status returned",
}


def test_the_script_of_translations_composes_nothing_that_we_do_not_know():
    """The heading is ours by `home/js/translation-heading.js`; a journey reads it."""
    script = Path(finders.find("wagtail_localize/js/wagtail-localize.js")).read_text()
    found = re.findall(r"(.{7})([\"`])((?:[A-Z]|\$\{)[^\"`]*? [^\"`]*?)\2", script[script.index("=gettext;") :])
    shown = {text for before, _sign, text in found if not before.endswith("rt()(")}
    assert {text for text in shown if re.search(r"[A-Za-z]{4} |translation", text)} == COMPOSED
