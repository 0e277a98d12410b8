"""Who is answered by the copy of the database and who by the primary.

The copy is the same database through another connection here, so that it can be told which of them is asked; a real
standby with its delay stands in `make bench-nodes`.
"""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction
from django.test import Client
from wagtail.models import Page, Site

from home.models import Office
from portal.accounts.models import Institution
from portal.accounts.people import enroll
from portal.accounts.samples import institution
from portal.caching import memory, stamps
from portal.database import replica
from tests.race.test_kept_pages import evening  # noqa: F401

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True, databases=["default", "replica"])]


@pytest.fixture(autouse=True, scope="module")
def _copy():
    """Known before the tests of this module ask for their databases."""
    copy = connections.settings["default"] | {"TEST": connections.settings["default"]["TEST"] | {"MIRROR": "default"}}
    connections.settings["replica"] = copy
    yield
    connections["replica"].close()
    del connections["replica"], connections.settings["replica"]


@pytest.fixture(autouse=True)
def copied(settings, monkeypatch):
    settings.DATABASE_ROUTERS = ["portal.database.replica.Router"]
    connections["replica"].settings_dict["NAME"] = connection.settings_dict["NAME"]
    monkeypatch.setattr(replica, "_rests_until", 0.0)
    yield
    connections["replica"].close()


@pytest.fixture
def asked():
    """The statements, by the database that they went to."""
    seen = {"default": [], "replica": []}

    def note(alias):
        return lambda execute, sql, *more: seen[alias].append(str(sql)) or execute(sql, *more)

    # What a new connection asks for itself is not counted.
    connections["replica"].ensure_connection()
    with connection.execute_wrapper(note("default")), connections["replica"].execute_wrapper(note("replica")):
        yield seen


def test_reads_of_nobody_go_to_the_copy_and_all_others_to_the_primary(asked):
    institution("a")
    asked["default"].clear()
    with replica.asked(by_nobody=True):
        assert Institution.objects.get().slug == "a"
    assert (len(asked["default"]), len(asked["replica"])) == (0, 1)
    with replica.asked(by_nobody=False):
        Institution.objects.get()
    Institution.objects.get()
    assert (len(asked["default"]), len(asked["replica"])) == (2, 1)


def test_whoever_writes_reads_what_they_wrote(asked):
    with replica.asked(by_nobody=True):
        house = Institution.objects.create(name="b", slug="b", kind="company")
        house.refresh_from_db()
        Institution.objects.get(pk=house.pk)
    assert asked["replica"] == []


def test_inside_a_transaction_and_behind_a_lock_the_primary_is_read(asked):
    institution("a")
    with replica.asked(by_nobody=True):
        with transaction.atomic():
            Institution.objects.get()
        assert asked["replica"] == []
        Institution.objects.get()
        assert len(asked["replica"]) == 1
        with transaction.atomic():
            Institution.objects.select_for_update().get()
        Institution.objects.get()
    assert len(asked["replica"]) == 1


def test_what_came_from_the_copy_is_saved_in_the_primary_and_may_refer_to_what_came_from_there(asked):
    institution("a")
    with replica.asked(by_nobody=True):
        house = Institution.objects.get()
        house.name = "Anders"
        house.save()
    assert Institution.objects.get().name == "Anders"
    assert replica.Router().allow_relation(house, Institution.objects.get())
    assert not [sql for sql in asked["replica"] if not sql.startswith("SELECT")]


def test_what_wagtail_keeps_for_an_hour_is_read_from_the_primary(asked):
    with replica.asked(by_nobody=True):
        list(Site.objects.all())
        list(Page.objects.all())
    assert (len(asked["default"]), len(asked["replica"])) == (1, 1)


def test_nothing_is_migrated_into_the_copy(asked):
    call_command("migrate", "contenttypes", database="replica", verbosity=0)
    assert not [sql for sql in asked["replica"] if sql.lower().startswith(("create", "alter"))]


# ---- through the middleware ---------------------------------------------------------------------------------------


@pytest.fixture
def kept(settings):
    settings.PAGE_CACHE_MB = 8
    memory.pages.cache_clear()
    stamps.tables.cache_clear()


@pytest.fixture
def seen(monkeypatch) -> list[str]:
    """The server of each question for changes."""
    found, real = [], stamps._told_by
    monkeypatch.setattr(stamps, "_told_by", lambda server, said: found.append(server.alias) or real(server, said))
    return found


def test_who_has_no_session_is_asked_about_at_the_copy(client, kept, seen, asked):
    assert client.get("/robots.txt").status_code == 200
    assert set(seen) == {"replica"}
    seen.clear()
    client.post("/robots.txt")
    member = Client()
    member.force_login(enroll("member@example.org"))
    member.get("/robots.txt")
    client.get("/robots.txt", headers={"authorization": "Basic x"})
    assert set(seen) == {"default"}


def test_a_page_is_made_from_the_copy_but_for_what_wagtail_keeps_for_an_hour(client, kept, evening, asked):  # noqa: F811
    client.get(evening.url)
    memory.pages.cache_clear()
    asked["default"].clear()
    asked["replica"].clear()
    assert client.get(evening.url).status_code == 200
    assert len(asked["replica"]) > 3
    assert [sql for sql in asked["default"] if 'FROM "wagtailcore_site"' not in sql] == []


def test_a_copy_that_does_not_answer_is_left_alone_for_a_while(client, kept, seen, monkeypatch):
    broken = connections["replica"]
    monkeypatch.setattr(broken, "ensure_connection", lambda: (_ for _ in ()).throw(DatabaseError("away")))
    assert client.get("/robots.txt").status_code == 200
    assert (seen[0], set(seen[1:])) == ("replica", {"default"})
    seen.clear()
    assert client.get("/robots.txt").status_code == 200
    assert set(seen) == {"default"}


def test_a_page_kept_by_what_one_server_said_is_asked_about_at_the_other(client, kept):
    first = stamps.moment()
    with replica.asked(by_nobody=True):
        assert stamps.since(first, stamps.as_tags(["home_office"]))[1] is False
        second = stamps.moment()
    Office.objects.update(phone="1")
    assert stamps.since(second, stamps.as_tags(["home_office"]))[1] is True
    with replica.asked(by_nobody=True):
        assert stamps.since(first, stamps.as_tags(["home_office"]))[1] is True
