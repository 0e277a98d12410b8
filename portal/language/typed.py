"""Form fields for what people type: one line, or several."""

import re
import unicodedata
from datetime import date, datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Right-to-left overrides turn names and file names around; zero-width signs make two names look like one.
INVISIBLE = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF]
)

# What Unicode calls control characters, and its own ends of lines and paragraphs.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")

# Calendars cannot count in years like 0002 or 9999: a slip of the keys.
FIRST_YEAR, LAST_YEAR = 1900, 2200
# From Baker Island to Kiribati. PostgreSQL takes 15:59, ISO 8601 would allow 23:59.
FURTHEST = timedelta(hours=14)


def of_our_time(moment: date | datetime) -> None:
    """Refuse days and moments that nobody means."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValidationError(_("Please check the year."))
    offset = moment.utcoffset() if isinstance(moment, datetime) else None
    if offset is not None and abs(offset) > FURTHEST:
        raise ValidationError(_("Please check the time zone."))


def is_of_our_time(moment: date | datetime) -> bool:
    try:
        of_our_time(moment)
    except ValidationError:
        return False
    return True


def guard_all_forms() -> None:
    """Every field for a day or a moment asks the same, in forms of Wagtail and of other packages too.

    A moment of the year 1 is stored without complaint and breaks each page that reads it.
    """
    for field in (forms.DateField, forms.DateTimeField):
        field.default_validators = [*field.default_validators, of_our_time]


def all_of_our_time(row, *names: str) -> None:
    """The same for those fields of a row that are filled; the error stands beside its field."""
    wrong = {}
    for name in names:
        try:
            if moment := getattr(row, name):
                of_our_time(moment)
        except ValidationError as error:
            wrong[name] = error
    if wrong:
        raise ValidationError(wrong)


def no_control_characters(value: str) -> None:
    """Refuse control characters in a single line: they travel into mail headers and exports."""
    if CONTROL.search(value):
        raise ValidationError(_("Please remove the control characters."))


def only_printable_text(value: str) -> None:
    """Refuse control characters but line breaks and tabs in longer texts."""
    no_control_characters(value.translate({ord(sign): " " for sign in "\r\n\t"}))


class LineField(forms.CharField):
    """One line: composed letters, no control characters, nothing that turns the reading direction around."""

    default_validators = [no_control_characters]

    def to_python(self, value):
        line = unicodedata.normalize("NFC", super().to_python(value)).translate(INVISIBLE)
        return line.strip() if "\n" in line or "\r" in line else " ".join(line.split(" ")).strip()


class TextField(forms.CharField):
    """Several lines: composed letters, no control characters but line breaks and tabs."""

    widget = forms.Textarea
    default_validators = [only_printable_text]

    def to_python(self, value):
        return unicodedata.normalize("NFC", super().to_python(value)).translate(INVISIBLE)
