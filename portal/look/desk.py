"""Panels on the admin's first page: a few rows that want somebody's attention, and the way to all of them."""

from dataclasses import dataclass

from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component


@dataclass(frozen=True)
class Row:
    """One line: what it is, where it is dealt with, and up to two facts beside it."""

    label: str
    url: str = ""
    fact: str = ""
    detail: str = ""


class RowsPanel(Component):
    """Subclasses give `name`, `heading`, `icon`, `order` and `rows`; without rows nothing is shown."""

    template_name = "look/admin/panel.html"
    name = heading = icon = ""
    order = 200
    # (address, words) of the whole list
    more = ("", "")

    def __init__(self, user):
        self.user = user

    def rows(self) -> list[Row]:
        raise NotImplementedError

    def get_context_data(self, parent_context):
        return {"panel": self, "rows": self.rows(), "more": self.more}


class OwnWork(RowsPanel):
    """What waits for the reader, in numbers, whatever the room: first of all panels.

    Rooms bring their rows by the hook `own_work`: a function of the user that yields rows, and nothing without its
    right. One query a row; where nothing waits there is no row.
    """

    name = "own-work"
    heading = _("Waiting for you")
    icon = "tasks"
    order = 50

    def rows(self) -> list[Row]:
        return [row for tell in hooks.get_hooks("own_work") for row in tell(self.user)]


def number_of(rows: QuerySet) -> Coalesce:
    """How many `rows` there are, as an expression: so that several numbers cost one question to the database."""
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def waiting(label, number: int, url: str) -> list[Row]:
    """The row of one number; none where nothing waits."""
    return [Row(str(label), url, str(number))] if number else []
