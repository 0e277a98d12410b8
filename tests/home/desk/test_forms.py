"""Forms of facts and pages spare their writers work: words in addresses come by themselves, limits are seen."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from home.models import Project, Section
from portal.accounts.models import FieldOfWork, Institution

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
