"""Form fields of the marketplace: amounts and local times as people write them."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.language.languages import current
from portal.language.money import as_text, cents
from portal.media.forms import PictureField
from portal.withdrawals.kinds import WithdrawalRight

# What the columns hold: prices for an hour or a day have one digit less.
MOST, MOST_FOR_A_TIME = Decimal("9999999.99"), Decimal("999999.99")
AMOUNTS = (
    re.compile(r"\d{1,7}(?:[.,]\d{1,2})?"),
    re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}"),
    re.compile(r"\d{1,3}(?:,\d{3})+\.\d{1,2}"),
)


class AmountField(forms.CharField):
    """Euros and cents: `1.234,56`, `1,234.56`, `49,90`, `49.90`, `1200`; a Decimal of at most `most`, or None.

    `12,345` could be twelve or twelve thousand: it is refused.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, *args, most: Decimal = MOST, **kwargs):
        self.most = most
        super().__init__(*args, **kwargs)

    def to_python(self, value) -> Decimal | None:
        text = (super().to_python(value) or "").replace("€", "").replace("\u00a0", "").replace(" ", "")
        if not text:
            return None
        if not text.isascii() or not any(pattern.fullmatch(text) for pattern in AMOUNTS):
            raise ValidationError(_("Write the amount in euros and cents, for example 1.234,56."), code="amount")
        whole, _sign, part = self._split(text)
        amount = cents(Decimal(f"{re.sub(r'[.,]', '', whole)}.{part or '00'}"))
        if amount > self.most:
            raise ValidationError(_("At most %(most)s.") % {"most": as_text(self.most, with_cents=True)}, code="amount")
        return amount

    @staticmethod
    def _split(text: str) -> tuple[str, str, str]:
        match = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}))?", text)
        return match[1], match[2] or "", match[3] or ""

    def prepare_value(self, value):
        if not isinstance(value, Decimal):
            return value
        return str(cents(value)).replace(".", ",") if current() == "de" else str(cents(value))


def picture_field() -> PictureField:
    """A photo. Made for each form: what it takes is told in the language of the moment in which it is made."""
    return PictureField(label=_("Photo"), required=False)


class LocalTimeField(forms.DateTimeField):
    """A time of the region, `2027-01-12T10:00`; hours that the clock skips or repeats are refused unless an offset
    says which is meant."""

    widget = forms.DateTimeInput

    def to_python(self, value):
        if isinstance(value, str) and len(value) > 40:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code == "ambiguous_timezone":
                raise ValidationError(
                    _("On this night the clock changes: this time does not exist or exists twice. Choose another one."),
                    code="clock_change",
                ) from error
            raise
        except OverflowError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


def withdrawal_field() -> forms.TypedChoiceField:
    """Whether private persons may withdraw, and why not; left out: they may."""
    return forms.TypedChoiceField(
        label=_("Right of withdrawal"),
        choices=WithdrawalRight.choices,
        required=False,
        empty_value=None,
        help_text=_(
            "For private persons. A reason holds only for what the law means by it; in doubt leave the right. Where "
            "only institutions may order there is none anyway."
        ),
    )
