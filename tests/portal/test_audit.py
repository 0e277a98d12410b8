"""A line in the audit log: one insert, whoever did it, nothing that nobody registered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.log_actions import LogContext
from wagtail.models import ModelLogEntry

from portal import audit
from portal.accounts.samples import institution, user

pytestmark = pytest.mark.django_db


def test_several_deeds_with_one_thing_are_one_statement_and_stand_in_their_order():
    house, somebody = institution(), user("somebody@example.org")
    audit.log(house, "wagtail.edit", user=somebody)
    with CaptureQueriesContext(connection) as asked:
        audit.log_all(house, ["wagtail.create", "wagtail.edit"], user=somebody, data={"why": "test"})
    lines = ModelLogEntry.objects.for_instance(house).order_by("pk")
    assert len(asked) == 1
    assert [line.action for line in lines] == ["wagtail.edit", "wagtail.create", "wagtail.edit"]
    assert {(line.label, line.user, line.deleted) for line in lines} == {(str(house), somebody, False)}
    assert lines.last().data == {"why": "test"}


def test_who_is_logged_in_to_the_administration_did_it_where_nobody_else_is_named():
    house, editor = institution(), user("editor@example.org")
    with LogContext(user=editor) as context:
        audit.log(house, "wagtail.edit")
    line = ModelLogEntry.objects.for_instance(house).get()
    assert (line.user, line.uuid) == (editor, context.uuid)


def test_an_action_that_nobody_registered_is_refused_and_nothing_is_written():
    with pytest.raises(LookupError, match="made.up"):
        audit.log_all(institution(), ["wagtail.edit", "made.up"])
    assert not ModelLogEntry.objects.exists()
