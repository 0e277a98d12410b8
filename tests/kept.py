"""What many tests stand on is built once in a process; after that its rows are copied back into the database.

A page of Wagtail costs some fifty statements (tree, revision, index, log), its rows cost a copy.
"""

import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from portal.caching import stamps

COLUMNS = """
    select c.relname, array_agg(a.attname order by a.attnum),
           (select k.attname from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
             where i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1)
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  group by c.oid, c.relname order by c.relname
"""
# What the rows may point at: emptied databases number content types anew, and a page knows its place in the tree.
GROUND = """
    select (select array_agg(id order by id) from django_content_type), (select max(id) from auth_permission),
           (select array_agg((id, path, numchild) order by path) from wagtailcore_page)
"""
Lines = frozenset[bytes]


@dataclass(frozen=True)
class Table:
    """`place` is where the primary key stands among the columns."""

    name: str
    columns: tuple[str, ...]
    place: int

    @property
    def listed(self) -> str:
        return ", ".join(f'"{column}"' for column in self.columns)

    def lines(self, cursor) -> Lines:
        with cursor.copy(f'copy "{self.name}" ({self.listed}) to stdout') as copy:
            return frozenset(b"".join(map(bytes, copy)).splitlines(keepends=True))

    def put(self, cursor, gone: Lines, new: Lines) -> None:
        if gone:
            keys = [line.rstrip(b"\n").split(b"\t")[self.place].decode() for line in gone]
            cursor.execute(f'delete from "{self.name}" where "{self.columns[self.place]}"::text = any(%s)', [keys])
        with cursor.copy(f'copy "{self.name}" ({self.listed}) from stdin') as copy:
            copy.write(b"".join(new))


_empty: dict[Table, Lines] = {}
_built: dict[tuple, tuple[list[tuple[Table, Lines, Lines]], bytes]] = {}


def kept(name: str, build: Callable[[], Any], *, under=None) -> Any:
    """What `build` makes and returns. It must point at nothing but pages and what comes with an empty database, write
    no files, and return what can be pickled; `name` is said by nobody else, `under` is the page that gets a child.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(GROUND)
        key = name, str(cursor.fetchone())
        if key not in _built or not _may_copy(cursor):
            return _build(key, build, cursor)
        rows, made = _built[key]
        # Rows were checked and told about when they were built.
        cursor.execute("set local session_replication_role = replica")
        for table, gone, new in rows:
            table.put(cursor, gone, new)
        cursor.execute("set local session_replication_role = origin")
        _note(cursor, [table for table, _gone, _new in rows])
    if under:
        under.refresh_from_db(fields=["numchild"])
    return pickle.loads(made)  # noqa: S301 written by this process


def emptied(flush: Callable[[], None]) -> None:
    """The database as `flush` leaves it, in a tenth of its time: only tables that hold something else are touched."""
    with transaction.atomic(), connection.cursor() as cursor:
        if not _empty or not _may_copy(cursor):
            flush()
            # The jobs are in no model that Django manages.
            cursor.execute("truncate procrastinate_jobs, procrastinate_events cascade")
            _empty.update({table: table.lines(cursor) for table in _tables(cursor)})
            return
        cursor.execute("set local session_replication_role = replica")
        others = {table: lines for table, lines in _empty.items() if table.lines(cursor) != lines}
        for table, lines in others.items():
            cursor.execute(f'delete from "{table.name}"')
            table.put(cursor, frozenset(), lines)
        _note(cursor, others)


def _note(cursor, tables: Iterable[Table]) -> None:
    """What a process remembers stands on its tables; no trigger tells of rows that are copied."""
    cursor.execute(
        "insert into caching_change (tag) select unnest(%s::text[])"
        " on conflict (xid, tag) do update set mark = default",
        [[table.name for table in tables if table.name not in stamps.UNWATCHED]],
    )


def _may_copy(cursor) -> bool:
    cursor.execute("select usesuper from pg_user where usename = current_user")
    return cursor.fetchone()[0]


def _tables(cursor) -> list[Table]:
    cursor.execute(COLUMNS)
    return [Table(name, tuple(columns), columns.index(pk) if pk else 0) for name, columns, pk in cursor.fetchall()]


def _build(key: tuple, build: Callable[[], Any], cursor) -> Any:
    tables = _tables(cursor)
    before = {table: table.lines(cursor) for table in tables}
    made = build()
    after = {table: table.lines(cursor) for table in tables}
    changed = [
        (table, before[table] - now, now - before[table]) for table, now in after.items() if now != before[table]
    ]
    _built[key] = changed, pickle.dumps(made)
    return made
