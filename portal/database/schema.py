"""Whether a database is one of this source.

There is one first migration for each app, changed in place while nothing is live: a database of an earlier checkout may
have taken steps that are gone, or have none to take and still lack a column.
"""

from django.db import connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.loader import MigrationLoader

from portal import sockets


def foreign_step() -> str:
    """A migration that the database took and that we do not have, or why ours cannot have led to it; else empty."""
    loader = MigrationLoader(connection)
    # Packages may drop steps that they have summed up; ours are all there.
    labels = {app.label for app in sockets.ours()}
    for app, name in sorted(loader.applied_migrations):
        if app in labels and (app, name) not in loader.disk_migrations:
            return f"{app}.{name}"
    try:
        loader.check_consistent_history(connection)
    except InconsistentMigrationHistory as error:
        return str(error)
    return ""


def foreign_column() -> str:
    """A column that our tables have and our models lack, or the other way round, once all is migrated; else empty."""
    models = [model for app in sockets.ours() for model in app.get_models(include_auto_created=True)]
    wanted = {(model._meta.db_table, field.column) for model in models for field in model._meta.local_concrete_fields}
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name, column_name from information_schema.columns"
            " where table_schema = current_schema and table_name = any(%s)",
            [sorted({table for table, _column in wanted})],
        )
        there = set(cursor.fetchall())
    return ".".join(min(wanted ^ there, default=()))
