"""Questions that are asked under a lock again and again: built by Django once in a process, then only asked.

To build one costs twice what the database needs to answer it, and whoever holds the lock makes all others wait.
"""

from collections.abc import Callable

from django.db import connection
from django.db.models import QuerySet


class Built:
    """`build` makes the rows of named values; `examples` are values of the right type, each another one, none of them
    said in `build` itself. What a value does to the shape of the question, such as None, it must not be.
    """

    def __init__(self, build: Callable[..., QuerySet], **examples):
        self._build, self._examples = build, examples
        self._sql, self._order = "", []

    def is_any(self, **values) -> bool:
        """Whether there is a row."""
        if not self._sql:
            self._compile()
        said = [values[part] if is_name else part for is_name, part in self._order]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, said)
            return cursor.fetchone() is not None

    def _compile(self) -> None:
        rows = self._build(**self._examples).order_by().values_list("pk")[:1]
        sql, params = rows.query.sql_with_params()
        names = {(type(value), value): name for name, value in self._examples.items()}
        found = [names.get((type(value), value)) for value in params]
        if missing := self._examples.keys() - set(found):
            raise ValueError(f"not in the question: {sorted(missing)}")
        self._order = [(name is not None, name or value) for name, value in zip(found, params, strict=True)]
        self._sql = sql
