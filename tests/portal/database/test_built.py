"""A question that was built once asks the same as one that is built anew."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db.models import Q

from events.models import Registration
from events.models.registration import overdue
from events.registration import verbs
from portal.accounts.models import Institution
from portal.accounts.samples import institution
from portal.database.built import Built

pytestmark = pytest.mark.django_db


def named(slug, name):
    return Institution.objects.filter(Q(slug=slug) | Q(name=name), is_verified=True)


@pytest.fixture
def question():
    return Built(named, slug="example-slug", name="Beispiel Name")


def test_it_finds_what_the_rows_hold(question):
    institution("a-haus", name="A-Haus")
    for slug, name, found in (("a-haus", "x", True), ("x", "A-Haus", True), ("x", "y", False), ("'", "%s", False)):
        assert question.is_any(slug=slug, name=name) is found is named(slug, name).exists()


def test_it_is_built_once(question, django_assert_num_queries, monkeypatch):
    question.is_any(slug="x", name="y")
    monkeypatch.setattr(question, "_build", None)
    with django_assert_num_queries(1):
        question.is_any(slug="x", name="y")


def test_a_value_that_the_question_does_not_ask_is_a_mistake():
    with pytest.raises(ValueError, match="nobody"):
        Built(lambda slug, nobody: Institution.objects.filter(slug=slug), slug="x", nobody="y").is_any()


def test_the_question_of_a_registration_is_that_of_its_rows():
    now, submission = datetime(2026, 5, 4, tzinfo=UTC), UUID(int=7)
    verbs._NEAR.is_any(event=1, email="a@x.example", submission=submission, now=now)
    anew = Registration.objects.filter(Q(submission=submission) | Q(email="a@x.example") | overdue(now), event=1)
    sql, params = anew.order_by().values_list("pk")[:1].query.sql_with_params()
    said = {"event": 1, "email": "a@x.example", "submission": submission, "now": now}
    assert verbs._NEAR._sql == sql
    assert [said[part] if is_name else part for is_name, part in verbs._NEAR._order] == list(params)
