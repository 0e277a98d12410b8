import pytest
from wagtail.models import Page

from home import invariants

pytestmark = pytest.mark.django_db


def test_a_sound_tree_has_nothing_to_tell(article):
    assert invariants.check() == []


def test_a_parent_that_forgot_its_children_is_told(article):
    parent = article.get_parent()
    Page.objects.filter(pk=parent.pk).update(numchild=0)
    assert invariants.check() == [f"page {parent.pk}: wrong number of children"]
