"""Tables that leave the house."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.snippets.models import get_snippet_models

from portal.accounts.models import Institution
from portal.files.spreadsheets import SafeExport, csv_cell


def test_every_list_that_is_exported_is_safe_against_formulas():
    viewsets = [model.snippet_viewset for model in get_snippet_models()]
    ours = [viewset for viewset in viewsets if "list_export" in vars(type(viewset))]
    assert ours
    assert [type(v).__name__ for v in ours if not issubclass(v.index_view_class, SafeExport)] == []


@pytest.mark.django_db
def test_a_name_that_is_a_formula_leaves_as_text(client):
    Institution.objects.create(name="=1+1", slug="formula")
    client.force_login(get_user_model().objects.create_superuser("a@example.org", "pw"))
    answer = client.get("/admin/snippets/accounts/institution/", {"export": "csv"})
    assert '"\'=1+1"' in b"".join(answer.streaming_content).decode()


@pytest.mark.parametrize(
    ("cell", "written"),
    [("-3", "-3"), ("+49 231/55", "+49 231/55"), ("-2+3", "'-2+3"), ("@x", "'@x"), ("a=b", "a=b"), ("\t=1", "'=1")],
)
def test_cells_are_defused_without_damage(cell, written):
    assert csv_cell(cell) == written
