"""Forms of facts and pages spare their writers work: words in addresses come by themselves, limits are seen."""

import pytest
from bs4 import BeautifulSoup
from django.db.models import CharField
from django.urls import reverse
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail.test.utils.form_data import querydict_from_html

from home.models import Project, Section
from portal.accounts.models import FieldOfWork, Institution
from portal.look.apps import ONE_LINE

pytestmark = pytest.mark.django_db
SPAN = {"starts_on": "01.01.2027", "ends_on": "31.12.2027"}
FACTS = [
    (Project, {"acronym": "Große Probe", "title_de": "T", "title_en": "T"} | SPAN, "grosse-probe"),
    (Section, {"name_de": "Förderung", "name_en": "Funding"}, "foerderung"),
    (FieldOfWork, {"name_de": "Förderung", "name_en": "Funding"}, "foerderung"),
    (Institution, {"name": "Haus Süd", "kind": "company"}, "haus-sued"),
]


@pytest.mark.parametrize(("model", "said", "slug"), FACTS, ids=lambda value: getattr(value, "__name__", ""))
def test_the_word_in_addresses_comes_from_the_name(admin_client, model, said, slug):
    address = reverse(f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:add")
    form = querydict_from_html(admin_client.get(address).content.decode(), form_id="w-editor-form")
    for name, value in said.items():
        form[name] = value
    form["slug"] = ""
    answer = admin_client.post(address, form)
    assert answer.status_code == 302, answer.context["form"].errors
    assert model.objects.get().slug == slug


def test_texts_with_a_limit_are_areas_that_tell_it(admin_client, article):
    page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    teaser = BeautifulSoup(page, "html.parser").find(id="id_teaser")
    assert (teaser.name, teaser["maxlength"]) == ("textarea", "400")
    assert "look/desk/counter.js" in page


# What stands on one line: names, titles, words to search by, what no form of the admin changes.
NAMES = {"name", "title", "function", "label", "venue", "startup", "place", "institution", "source_name", "seo_title"}
NAMES |= {
    "about",
    "booked_as",
    "contract",
    "decision",
    "description",
    "event_id",
    "kind",
    "payer_name",
    "recipient",
    "shown_if_answer",
}


def _long_texts():
    """Name without its language, and form field, of every text of more than a line in the forms of facts and pages."""
    for model in (*get_snippet_models(), *get_page_models()):
        handler = getattr(model, "snippet_viewset", model).get_edit_handler()
        form = handler.get_form_class() if handler else None
        for part in (form, *(rows.form for rows in getattr(form, "formsets", {}).values())) if form else ():
            for name, field in part.base_fields.items():
                column = getattr(getattr(part._meta.model, name, None), "field", None)
                if type(column) is CharField and not column.choices and (column.max_length or 0) > ONE_LINE:
                    yield name.removesuffix("_de").removesuffix("_en"), field


def test_every_long_text_is_an_area_unless_it_is_a_name():
    """A new field of more than a line says which it is: in `SENTENCES` of `portal.look.apps`, or here."""
    found = {(stem, isinstance(field.widget, AdminAutoHeightTextInput)) for stem, field in _long_texts()}
    areas = {stem for stem, is_area in found if is_area}
    assert {stem for stem, is_area in found if not is_area} <= NAMES
    assert {"lead", "teaser", "sentence", "own_sentence", "accessibility", "help", "searches"} <= areas
