import pytest
from django.db import connection

from portal.accounts.people import enroll
from portal.letters import failed
from tests.portal.letters.conftest import jobs, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def dead(payment):
    post(payment)
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'doing'")
        cursor.execute("update procrastinate_jobs set status = 'failed'")
    return jobs()[0]


def test_try_again_gives_the_letter_back_to_the_worker_once(dead):
    assert failed.try_again(dead.pk)
    assert not failed.try_again(dead.pk)
    assert jobs()[0].status == "todo"


def test_moderators_see_and_retry_dead_letters(client, dead):
    client.force_login(enroll("moderator@example.org", staff_groups=("Moderators",)))
    page = client.get("/admin/letters/failed/").content.decode()
    assert "joerg@example.org" in page
    assert client.post(f"/admin/letters/failed/{dead.pk}/").status_code == 302
    assert failed.count() == 0
    assert client.get("/admin/letters/failed/").status_code == 200


def test_reading_changes_nothing(client, dead):
    client.force_login(enroll("moderator@example.org", staff_groups=("Moderators",)))
    assert client.get(f"/admin/letters/failed/{dead.pk}/").status_code == 405
    assert failed.count() == 1


def test_editors_do_not_see_them(client, dead):
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    assert client.get("/admin/letters/failed/").status_code in {302, 403}
    assert client.post(f"/admin/letters/failed/{dead.pk}/").status_code in {302, 403}
    assert failed.count() == 1


def test_letter_about_a_row_that_is_gone_is_still_listed(client, dead, payment):
    payment.delete()
    assert [(letter.to, letter.kind) for letter in failed.letters()] == [("", "payments.received")]
