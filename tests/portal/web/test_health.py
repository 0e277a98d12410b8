from django.db import connection


def test_healthz_says_ok_when_the_portal_can_serve(client, db):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


def test_healthz_says_503_on_a_read_only_database(client, db):
    with connection.cursor() as cursor:
        cursor.execute("set transaction read only")
    assert client.get("/healthz").status_code == 503


def test_healthz_says_503_with_a_pending_migration(client, db):
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where app = 'home'")
    assert client.get("/healthz").status_code == 503
