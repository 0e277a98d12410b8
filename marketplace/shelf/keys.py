"""Many keys as one array: the database reads it as one value and looks each row up in it."""

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, F, Func, Value


class _Of(Func):
    template = "%(expressions)s)"
    output_field = BooleanField()

    def __init__(self, field: str, keys: Iterable[int]):
        super().__init__(F(field), Value(list(keys), output_field=ArrayField(BigIntegerField())))


class OneOf(_Of):
    """To filter by: the key in `field` is one of `keys`."""

    arg_joiner = " = any("


class NoneOf(_Of):
    """To filter by: it is none of them."""

    arg_joiner = " <> all("
