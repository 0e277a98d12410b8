"""Tables that leave the house: no cell of a visitor becomes a formula, none breaks the file.

Wagtail turns formulas into text in XLSX, but leaves control characters (openpyxl then fails) and CSV as they are.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from tempfile import TemporaryFile

from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from wagtail.admin.views.mixins import Echo

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
    """For Wagtail's index views, before `IndexView`: German Excel reads the CSV, nobody's input is executed.

    `export_right` is the right to take the table along, where looking is not enough.
    """

    export_right = None

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if not self._may_export():
            raise PermissionDenied
        return super().as_spreadsheet(queryset, spreadsheet_format)

    @property
    def show_export_buttons(self):
        return self._may_export() and super().show_export_buttons

    def _may_export(self) -> bool:
        return self.export_right is None or self.export_right.held_by(self.request.user)

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


def download(name: str, kind: str, rows: Iterable[Iterable]) -> FileResponse:
    """A file of `rows`, the heading first; `kind` is csv or xlsx.

    It stands on the disk before the first byte leaves: rows may be many, and half a table would look like a whole one.
    """
    write, mimetype = KINDS[kind]
    file = TemporaryFile()  # noqa: SIM115 (the answer closes it)
    write(rows, file)
    file.seek(0)
    response = FileResponse(file, as_attachment=True, filename=f"{name}.{kind}", content_type=mimetype)
    response["Cache-Control"] = "private, no-store"
    return response


def _write_csv(rows: Iterable[Iterable], file) -> None:
    """As German Excel reads it."""
    writer = csv.writer(Echo(), delimiter=";", quoting=csv.QUOTE_ALL)
    file.write(BOM)
    file.writelines(writer.writerow([csv_cell(str(value)) for value in row]) for row in rows)


def _write_xlsx(rows: Iterable[Iterable], file) -> None:
    """Numbers are numbers; every text is a text, whatever it begins with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    book.save(file)


def _cell(sheet, value) -> WriteOnlyCell:
    if isinstance(value, int | float | Decimal):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, plain(str(value)))
    cell.data_type = "s"
    return cell


KINDS = {
    "csv": (_write_csv, "text/csv; charset=utf-8"),
    "xlsx": (_write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
