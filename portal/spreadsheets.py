"""Tables that leave the house: no cell of a visitor becomes a formula, none breaks the file.

Wagtail turns formulas into text in XLSX, but leaves control characters (openpyxl then fails) and CSV as they are.
"""

import csv
import re
import unicodedata

from wagtail.admin.views.mixins import Echo
from wagtail.snippets.views.snippets import IndexView

PHONE = re.compile(r"^[+-]?[0-9 ()/.-]+$")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff".encode()


def plain(text: str) -> str:
    """Without control characters but line breaks."""
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) != "Cc")


def csv_cell(text: str) -> str:
    """As text for every spreadsheet program; phone numbers and amounts stay as they are."""
    risky = text.startswith(FORMULA) and not PHONE.match(text)
    return "'" + plain(text) if risky else plain(text)


class SafeExport:
    """For Wagtail's index views, before `IndexView`: German Excel reads the CSV, nobody's input is executed."""

    def preprocess_field_value(self, field, value, export_format):
        cell = super().preprocess_field_value(field, value, export_format)
        if isinstance(cell, str):
            return csv_cell(cell) if export_format == self.FORMAT_CSV else plain(cell)
        return cell

    def stream_csv(self, queryset):
        writer = csv.DictWriter(Echo(), fieldnames=self.list_export, delimiter=";", quoting=csv.QUOTE_ALL)
        yield BOM + writer.writerow({field: self.get_heading(queryset, field) for field in self.list_export})
        for item in queryset:
            yield self.write_csv_row(writer, self.to_row_dict(item))


class SafeIndex(SafeExport, IndexView):
    """The list of a viewset with `list_export`."""
