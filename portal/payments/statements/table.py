"""Statements as CSV, as online banking exports them: columns are found by their names."""

import csv
import io
import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from portal.payments.statements.credits import Credit, NotReadable

# Each with the names that banks use, folded; of several the first one that the file has.
COLUMNS = {
    "value_date": ("valutadatum", "wertstellung", "valuta", "value date", "buchungstag", "buchungsdatum", "date"),
    "amount": ("betrag", "betrag (eur)", "betrag (€)", "umsatz", "umsatz in eur", "amount"),
    "currency": ("waehrung", "währung", "currency"),
    "payer": (
        *("beguenstigter/zahlungspflichtiger", "begünstigter/zahlungspflichtiger", "name zahlungsbeteiligter"),
        *("zahlungspflichtige*r", "auftraggeber/begünstigter", "auftraggeber / begünstigter", "name", "payer"),
    ),
    "iban": ("kontonummer/iban", "iban zahlungsbeteiligter", "iban des zahlungspflichtigen", "iban", "kontonummer"),
    "purpose": ("verwendungszweck", "buchungstext", "purpose", "reference"),
}
DAYS = ("%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d")


def read(content: bytes) -> list[Credit]:
    """The rows with money that came in. Raises NotReadable where day, amount or purpose have no column."""
    try:
        rows = list(csv.reader(io.StringIO(_text(content)), delimiter=_delimiter(content)))
    except csv.Error as error:
        raise NotReadable from error
    for number, row in enumerate(rows[:20]):
        columns = _columns(row)
        if {"value_date", "amount", "purpose"} <= columns.keys():
            return [one for line in rows[number + 1 :] if (one := _credit(line, columns))]
    raise NotReadable


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotReadable


def _delimiter(content: bytes) -> str:
    head = content[:4000]
    return max(";,\t", key=lambda sign: head.count(sign.encode()))


def _columns(row: list[str]) -> dict[str, int]:
    names = [" ".join(cell.split()).casefold() for cell in row]
    found = {}
    for column, known in COLUMNS.items():
        place = next((names.index(name) for name in known if name in names), None)
        if place is not None:
            found[column] = place
    return found


def _credit(line: list[str], columns: dict[str, int]) -> Credit | None:
    """None for debits, and for lines that are no booking, such as balances."""

    def cell(name: str) -> str:
        place = columns.get(name, -1)
        return " ".join(line[place].split()) if 0 <= place < len(line) else ""

    day, amount = _day(cell("value_date")), _amount(cell("amount"))
    if day is None or amount is None or amount <= 0:
        return None
    return Credit(day, amount, cell("currency").upper() or "EUR", cell("payer"), cell("purpose"), cell("iban"))


def _day(text: str) -> date | None:
    for pattern in DAYS:
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None


def _amount(text: str) -> Decimal | None:
    """`1.234,56`, `1,234.56`, `+49,90 EUR`."""
    text = re.sub(r"[^0-9,.+-]", "", text)
    whole, cents = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", text).groups()
    try:
        return Decimal(f"{re.sub('[.,]', '', whole)}.{cents or '00'}")
    except InvalidOperation:
        return None
