"""Words in addresses, in Python and in the admin's scripts."""

import ast
import json
from pathlib import Path

import pytest
from django.urls import reverse
from wagtail.models import get_page_models

from home.desk.choosers import InstitutionForm
from home.pages import StandardPage
from home.pages.forms import CopyForm
from portal.accounts.models import Institution
from portal.language.slugs import TRANSCRIBED, slugify

ROOT = Path(__file__).parents[3]
SLUGS = {
    "Förderung": "foerderung",
    "Fo\u0308rderung": "foerderung",
    "Über uns": "ueber-uns",
    "Maße & Gewichte": "masse-gewichte",
    "GROẞE ÄRZTE": "grosse-aerzte",
    "Łódź – Ørsted": "lodz-orsted",
    "Crème brûlée": "creme-brulee",
    "Œuvre æther ıİ": "oeuvre-aether-ii",
    "O’Brien’s": "obriens",
    "Zell-Kultur/2": "zell-kultur2",
    "李小龍": "lixiaolong",
    "Москва": "moskva",
    "…": "",
}


@pytest.mark.parametrize(("text", "slug"), SLUGS.items())
def test_words_in_addresses(text, slug):
    assert slugify(text) == slug


def test_a_slug_is_cut_without_an_end_of_hyphens():
    assert slugify("äöü äöü", 7) == "aeoeue"


def test_nobody_else_makes_slugs():
    """Django's own drops what is no ASCII letter, and makes another word of the German ones."""
    elsewhere = [
        path.relative_to(ROOT).as_posix()
        for room in ("portal", "home", "events", "marketplace")
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("django.utils")
        and {"slugify", "text"} & {one.name for one in node.names}
    ]
    assert elsewhere == ["portal/language/slugs.py"]


@pytest.mark.parametrize(
    ("title", "slug"), [("Förderung", "foerderung"), ("Straße", "strasse"), ("Großgeräte", "grossgeraete")]
)
def test_pages_are_named_by_their_title(site_tree, title, slug):
    first, second = (site_tree.de.add_child(instance=StandardPage(title=title)) for _ in range(2))
    assert (first.slug, second.slug) == (slug, f"{slug}-2")


@pytest.mark.django_db
def test_facts_made_in_a_chooser_are_named_by_their_name():
    form = InstitutionForm({"name": "Förderverein Köln", "kind": "company"})
    assert form.is_valid(), form.errors
    assert form.save().slug == "foerderverein-koeln"


def test_the_slug_fields_of_pages_and_facts_write_german_letters_out():
    """The script of the admin fills and cleans them while the title is typed; `test_editing` types one."""
    facts = Institution.snippet_viewset.get_edit_handler()
    for form in (StandardPage.get_edit_handler().get_form_class(), facts.get_form_class()):
        attrs = form.base_fields["slug"].widget.attrs
        replaced = {pattern: by for (pattern, _flags), by in json.loads(attrs["data-w-slug-formatters-value"])}
        assert replaced == TRANSCRIBED


def test_the_form_that_copies_a_page_writes_them_out(admin_client, site_tree):
    page = site_tree.de.add_child(instance=StandardPage(title="Vorlage"))
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    attrs = admin_client.get(address).context["form"].fields["new_slug"].widget.attrs
    replaced = {pattern: by for (pattern, _flags), by in json.loads(attrs["data-w-slug-formatters-value"])}
    assert replaced == TRANSCRIBED
    # Without scripts.
    said = {"new_title": "Förderung", "new_slug": "Förderung", "new_parent_page": site_tree.de.pk}
    assert admin_client.post(address, said).status_code == 302
    assert StandardPage.objects.get(title="Förderung").slug == "foerderung"


def test_every_type_of_page_is_copied_by_that_form():
    models = [
        model for model in get_page_models() if model._meta.app_label in ("home", "events", "marketplace", "coaching")
    ]
    assert models
    assert [model for model in models if getattr(model, "copy_form_class", None) is not CopyForm] == []
