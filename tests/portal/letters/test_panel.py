"""Failed letters and jobs on the admin's first page."""

import pytest
from django.db import connection

from portal.accounts.people import enroll
from portal.letters.panel import FailedJobs
from tests.portal.letters.conftest import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(db):
    return enroll("moderator@example.org", staff_groups=("Moderators",))


def fail() -> None:
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'doing' where status = 'todo'")
        cursor.execute("update procrastinate_jobs set status = 'failed' where status = 'doing'")


def test_letters_on_their_way_are_no_news(moderator, payment):
    post(payment)
    assert FailedJobs(moderator).rows() == []


def test_failed_letters_are_counted_and_lead_to_their_list(moderator, payment, django_assert_num_queries):
    post(payment), post(payment)
    fail()
    with django_assert_num_queries(1):
        (row,) = FailedJobs(moderator).rows()
    assert (row.label, row.url) == ("2 Schreiben nicht zugestellt", "/admin/letters/failed/")
    assert row.fact.startswith("zuletzt am ")


def test_moderators_see_it_editors_do_not(client, payment, moderator, site_tree):
    post(payment)
    fail()
    client.force_login(moderator)
    assert "1 Schreiben nicht zugestellt" in client.get("/admin/").content.decode()
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    assert "Schreiben nicht zugestellt" not in client.get("/admin/").content.decode()
