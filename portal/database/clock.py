"""What time it is, for verbs that end something: the database's clock, the same for all web and worker processes."""

from datetime import datetime

from django.db import connection


def now() -> datetime:
    """This very moment, also within a transaction. A process whose own clock runs fast ends nothing too early."""
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        return cursor.fetchone()[0]
