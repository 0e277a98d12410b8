"""A panel on the admin's first page: a few rows that want somebody's attention, and the way to all of them."""

from dataclasses import dataclass

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
