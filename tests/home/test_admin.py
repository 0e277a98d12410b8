from datetime import date

import pytest
from django.contrib.auth import get_user_model

from home.models import Funder, NewsPage, Person, Project, Section
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
    assert {model.__name__ for model in type(about).creatable_subpage_models()} == {"StandardPage", "JoinPage"}


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
