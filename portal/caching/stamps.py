"""Which tables have changed since a moment, as the database knows it.

A trigger on each table notes it with the number of the transaction, so that no verb can forget to, and two that write
the same table never wait for each other. A moment is a snapshot: what it does not see was committed later. Whether
anything was, costs one prepared question of some 20 µs, however much a page shows (docs/decisions/0014).
"""

from functools import cache

from django.db import connection, transaction
from psycopg.pq import DiagnosticField, ExecStatus

from portal.database import replica

# Written all the time and shown on no page for everybody; what reads one of them is kept by nobody.
UNWATCHED = frozenset(
    {
        "caching_change",
        "django_migrations",
        "django_session",
        "procrastinate_events",
        "procrastinate_jobs",
        "procrastinate_periodic_defers",
        "procrastinate_workers",
        "wagtailadmin_editingsession",
        "wagtailcore_modellogentry",
        "wagtailcore_pagelogentry",
        "wagtailcore_referenceindex",
        "wagtailusers_userprofile",
    }
)
# Longer than any page is kept and any transaction lasts.
KEPT = "1 hour"

_TABLES = """
    select c.relname, exists(select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'caching_changed')
      from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = current_schema()::regnamespace
"""
_WATCH = """
    create or replace trigger caching_changed after insert or update or delete or truncate on "{}"
        for each statement execute function caching_note_change()
"""
# What others have committed since; and the last of one's own changes, which nobody else sees and which may be undone.
# A standby does not list what is under way, so that all of it would pass for seen: there the moment is that of the
# oldest of it, and what was committed after that is read again.
_SINCE = b"""
    select case when pg_is_in_recovery() then format('%1$s:%1$s:', pg_snapshot_xmin(pg_current_snapshot()))
                else pg_current_snapshot()::text end,
           exists(select from caching_change
                   where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)
                     and tag = any($2::text[]) and xid is distinct from pg_current_xact_id_if_assigned()),
           (select max(mark) from caching_change
             where xid = pg_current_xact_id_if_assigned() and tag = any($2::text[]))::text
"""
_PREPARED = b"caching_since"
_ROWS = ExecStatus.TUPLES_OK
_NOT_PREPARED = b"26000"
_EVER, _NOTHING = b"1:1:", b"{}"


class Unanswered(Exception):
    """The database gave no answer; whoever asks makes the thing anew, and hears there what is wrong."""


def watch() -> None:
    """Put the trigger on every table that lacks it. Called after each migration."""
    with connection.cursor() as cursor:
        cursor.execute("select to_regprocedure('caching_note_change()') is null")
        if cursor.fetchone()[0]:
            return
        cursor.execute(_TABLES)
        for table, is_watched in cursor.fetchall():
            if not is_watched and table not in UNWATCHED:
                cursor.execute(_WATCH.format(table))
    tables.cache_clear()


@cache
def tables() -> dict[str, bool]:
    """Every table of the database, and whether its changes are noted. A migration ends the process before it lies."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return dict(cursor.fetchall())


def as_tags(names) -> bytes:
    """Names of tables as the database reads them."""
    return b"{%s}" % ",".join(sorted(names)).encode()


def moment() -> bytes:
    """This moment: ask it before you read what you want to keep. Raises Unanswered."""
    return since(_EVER, _NOTHING)[0]


def since(snapshot: bytes, tags: bytes) -> tuple[bytes, bool, bytes | None]:
    """This moment, whether others have changed one of the tables after `snapshot`, and the mark of the last change that
    this very transaction made to them. Raises Unanswered.

    Asked is the server that is read from; the other one may have said `snapshot`, for both count the same transactions.
    """
    server = replica.connection()
    try:
        return _told_by(server, [snapshot, tags])
    except Unanswered:
        if server.alias != replica.ALIAS:
            raise
        replica.give_up()
    return _told_by(connection, [snapshot, tags])


def _told_by(server, said: list[bytes]) -> tuple[bytes, bool, bytes | None]:
    try:
        server.ensure_connection()
        result = _ask(server, said)
    except Exception as error:
        raise Unanswered from error
    if result.status != _ROWS:
        raise Unanswered(result.error_message)
    return result.get_value(0, 0), result.get_value(0, 1) == b"t", result.get_value(0, 2)


def _ask(server, said: list[bytes]):
    raw = server.connection.pgconn
    # Prepared it costs a tenth. Inside a transaction a statement that is gone would spoil the whole.
    if server.in_atomic_block:
        return raw.exec_params(_SINCE, said)
    result = raw.exec_prepared(_PREPARED, said)
    if result.status != _ROWS and result.error_field(DiagnosticField.SQLSTATE) == _NOT_PREPARED:
        raw.prepare(_PREPARED, _SINCE)
        result = raw.exec_prepared(_PREPARED, said)
    return result


def begin_anew() -> None:
    """After all rows were replaced: everything has changed, and what another server had noted says nothing on this one,
    where its numbers may still be to come.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("truncate caching_change")
        cursor.execute(f"insert into caching_change (tag) select relname from ({_TABLES}) found")  # noqa: S608


def sweep() -> int:
    """Forget what nobody asks for any more; gives the number of rows."""
    with connection.cursor() as cursor:
        cursor.execute(f"delete from caching_change where at < now() - interval '{KEPT}'")  # noqa: S608
        return cursor.rowcount
