from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import Workflow
from wagtail.users.models import UserProfile

from home.desk.site_tree import lay_foundation
from home.models import Funder, Person, Project, Section
from home.pages import NewsPage
from portal.accounts.models import FieldOfWork, Institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, db):
    client.force_login(get_user_model().objects.create_superuser("a@example.org", "pw"))
    return client


def address(model, action: str, pk=None) -> str:
    base = f"/admin/snippets/{model._meta.app_label}/{model._meta.model_name}/"
    return f"{base}{action}/{pk}/" if pk else f"{base}{action}/" if action else base


@pytest.mark.parametrize("model", [Institution, Person, Section, Project, Funder, FieldOfWork])
def test_every_fact_can_be_listed_added_and_edited(admin, model, section, project, person):
    row = model.objects.first()
    for url in (address(model, ""), address(model, "add"), address(model, "edit", row.pk)):
        assert admin.get(url).status_code == 200, url


def test_districts_are_chosen_by_name(admin, institution):
    page = admin.get(address(Institution, "edit", institution.pk)).content.decode()
    assert '<option value="05911" selected>Bochum</option>' in page
    assert "Zentrum" in admin.get(address(Institution, ""), {"district": "05911"}).content.decode()


def test_funders_are_filtered_by_project_and_fields_by_institution(admin, project, funder, institution):
    Funder.objects.create(name_de="Andere", name_en="Other", sentence_de="a", sentence_en="b")
    FieldOfWork.objects.create(slug="other", name_de="Andere", name_en="Other")
    for model, query in ((Funder, {"project": project.pk}), (FieldOfWork, {"institution": institution.name.upper()})):
        page = admin.get(address(model, ""), query).content.decode()
        assert str(model.objects.exclude(name_de="Andere").get()) in page
        assert "Andere" not in page


def test_deleting_a_person_with_a_role_is_refused_not_broken(admin, section, person, institution):
    section.roles.create(person=person, institution=institution, since=date(2020, 1, 1))
    section.save()
    response = admin.post(address(Person, "delete", person.pk), follow=True)
    assert response.status_code in (200, 403)
    assert Person.objects.filter(pk=person.pk).exists()


def test_deleting_a_funder_of_a_project_is_refused_not_broken(admin, project, funder):
    response = admin.post(address(Funder, "delete", funder.pk), follow=True)
    assert response.status_code in (200, 403)
    assert Funder.objects.filter(pk=funder.pk).exists()


def test_deleting_an_institution_with_projects_is_refused_not_broken(admin, project, institution):
    response = admin.post(address(Institution, "delete", institution.pk), follow=True)
    assert response.status_code in (200, 403)
    assert Institution.objects.filter(pk=institution.pk).exists()


def test_deleting_a_project_with_a_page_is_refused_not_broken(admin, project_page, project):
    response = admin.post(address(Project, "delete", project.pk), follow=True)
    assert response.status_code in (200, 403)
    assert Project.objects.filter(pk=project.pk).exists()


def test_every_page_type_can_be_edited(admin, article, section_page, project_page, directory, about, join, site_tree):
    pages = [site_tree.de, article, section_page, project_page, directory, about, join]
    pages += [page.get_parent() for page in (article, section_page, project_page)]
    for page in pages:
        assert admin.get(f"/admin/pages/{page.pk}/edit/").status_code == 200, page


def test_page_types_stand_only_where_they_belong(site_tree, news, about):
    names = {model.__name__ for model in type(news).creatable_subpage_models()}
    assert names == {"NewsPage"}
    below = {model.__name__ for model in type(about).creatable_subpage_models()}
    assert below == {"StandardPage", "JoinPage", "CoachingPage"}


def test_the_office_settings_can_be_edited(admin, site_tree):
    assert admin.get("/admin/settings/home/office/", follow=True).status_code == 200


def test_answers_can_be_read_by_the_office(admin, join):
    admin.post(join.url, {"name": "Kim", "e_mail": "k@example.org", "consent": "on"})
    assert "Kim" in admin.get(f"/admin/forms/submissions/{join.pk}/").content.decode()


def test_every_page_type_can_be_previewed(article, section_page, project_page, directory, about, join, site_tree):
    pages = [site_tree.de, article, section_page, project_page, directory, about, join]
    pages += [page.get_parent().specific for page in (article, section_page, project_page)]
    for page in pages:
        for mode, _label in page.preview_modes:
            assert page.make_preview_request(preview_mode=mode).status_code == 200, (page, mode)


def test_an_untouched_article_counts_as_unchanged():
    """Else an approval from the editor asks for the next approval instead of publishing."""
    article = NewsPage(title="A", slug="a", teaser="B", date=date(2026, 1, 2))
    form_class = NewsPage.get_edit_handler().get_form_class()
    posted = {"title": "A", "slug": "a", "teaser": "B", "kind": "news", "date": "2026-01-02"}
    posted |= {"body-count": "0", "related_pages-count": "0"}
    user = get_user_model().objects.create_superuser("b@example.org", "pw")
    assert form_class(posted, instance=article, for_user=user).changed_data == []


EVERYTHING = [Institution, Person, Section, Project, Funder, FieldOfWork]


@pytest.mark.parametrize("model", EVERYTHING)
def test_every_fact_can_be_inspected_searched_and_exported(admin, model, section, project, person):
    row = model.objects.first()
    assert admin.get(address(model, "inspect", row.pk)).status_code == 200
    assert admin.get(address(model, ""), {"q": "a"}).status_code == 200
    csv = b"".join(admin.get(address(model, ""), {"export": "csv"}).streaming_content).decode("utf-8-sig")
    assert len(csv.splitlines()) == 1 + model.objects.count()
    assert admin.get(address(model, ""), {"export": "xlsx"}).status_code == 200


@pytest.mark.parametrize("model", EVERYTHING)
def test_lists_cost_the_same_queries_at_one_and_at_three_rows(admin, model, section, project, person, institution):
    def cost() -> int:
        admin.get(address(model, ""))
        with CaptureQueriesContext(connection) as asked:
            admin.get(address(model, ""))
        return len(asked)

    first = model.objects.first()
    one = cost()
    for number in range(2):
        first.pk = None
        if hasattr(first, "slug"):
            first.slug = f"weiter-{number}"
        model.objects.bulk_create([first])
    assert cost() == one


def test_what_a_list_exports_is_no_formula(admin, person):
    Person.objects.filter(pk=person.pk).update(last_name="=1+1")
    csv = b"".join(admin.get(address(Person, ""), {"export": "csv"}).streaming_content).decode()
    assert "'=1+1" in csv


@pytest.mark.parametrize("typed", ["01.02.2030", "2030-02-01"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_days_are_typed_and_shown_with_the_day_first(admin, project, typed, language):
    user = get_user_model().objects.get(email="a@example.org")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    with translation.override(language):
        assert Project._meta.get_field("ends_on").formfield().clean(typed) == date(2030, 2, 1)
    Project.objects.update(ends_on=date(2030, 2, 1))
    assert "01.02.2030" in admin.get(address(Project, "edit", project.pk)).content.decode()


def test_american_days_are_not_read():
    with translation.override("en"), pytest.raises(ValidationError):
        Project._meta.get_field("ends_on").formfield().clean("12/24/2030")


CREATED = {
    Person: {"first_name": "Neu", "last_name": "Person"},
    Institution: {"name": "Neue Einrichtung GmbH", "kind": "company"},
    Project: {
        "acronym": "Neu 1",
        "title_de": "Neu",
        "title_en": "New",
        "starts_on": "01.01.2030",
        "ends_on": "31.12.2030",
    },
    Section: {"name_de": "Neue Sektion", "name_en": "New section"},
    FieldOfWork: {"name_de": "Neues Feld", "name_en": "New field"},
    Funder: {"name_de": "Stiftung", "name_en": "Foundation", "sentence_de": "Gefördert.", "sentence_en": "Funded."},
}


@pytest.mark.parametrize("model", CREATED)
def test_choosers_create_what_is_missing_and_name_it_for_addresses(admin, model, site_tree):
    base = f"wagtailsnippetchoosers_{model._meta.app_label}_{model._meta.model_name}"
    names = {f"{prefix}{name}": value for name, value in CREATED[model].items() for prefix in ("", "create-form-")}
    for _again in range(2):
        response = admin.post(reverse(f"{base}:create"), names)
        assert response.status_code == 200, response.content
    rows = list(model.objects.all())
    assert len(rows) == 2
    if hasattr(rows[0], "slug"):
        assert len({row.slug for row in rows}) == 2


def test_the_editor_has_the_tabs_of_the_staff(admin, about, article):
    for page in (about, article):
        shown = admin.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert "Veröffentlichung" in shown
        for word in ("Promote", "Bewerben"):
            assert f">{word}<" not in shown


def test_the_workflow_has_a_german_name(site_tree):
    assert Workflow.objects.get().name == "Freigabe durch die Geschäftsstelle"
    Workflow.objects.update(name="Unser Weg")
    lay_foundation()
    assert Workflow.objects.get().name == "Unser Weg"


def test_what_changed_is_shown_until_it_was_read(admin, client):
    assert "Neues im Portal" in admin.get("/admin/").content.decode()
    assert admin.get("/admin/changes/read/").status_code == 405
    admin.post("/admin/changes/read/")
    assert "Neues im Portal" not in admin.get("/admin/").content.decode()
    client.force_login(get_user_model().objects.create_superuser("other@example.org", "pw"))
    assert "Neues im Portal" in client.get("/admin/").content.decode()
