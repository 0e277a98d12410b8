"""Values of any field as readers write them; Wagtail's own page of one object shows them as Python does."""

from datetime import datetime

from django.db.backends.postgresql.psycopg_any import Range
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

NOTHING = "–"


def in_words(value):
    """A text where Python's own would not do: nothing, yes and no, moments in Berlin's time, spans and lists."""
    if value is None or value in ("", "None", [], {}):  # "None" is what Django calls a choice not made
        return NOTHING
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, Range):
        return f"{in_words(value.lower)} – {in_words(value.upper)}"
    if isinstance(value, list | tuple | set):
        return ", ".join(str(in_words(one)) for one in value)
    return value
