"""Numbers of buyers that are checked by their form."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.eu import vat
from stdnum.exceptions import ValidationError as Wrong

# Coarse address 2 to 12 digits, fine address up to 30 signs, two check digits (Leitweg-ID, format 2.0.2).
LEITWEG = re.compile(r"([0-9]{2,12})(?:-([0-9A-Za-z]{1,30}))?-([0-9]{2})")


def as_vat_id(text: str) -> str:
    """`text` without gaps, in capitals. Raises ValidationError where no country of the EU gives out such a number."""
    try:
        return vat.validate(text) if text.strip() else ""
    except Wrong as error:
        raise ValidationError(_("This is not a VAT id. A German one looks like DE123456789.")) from error


def as_leitweg_id(text: str) -> str:
    """`text` without gaps. Raises ValidationError for anything that is no Leitweg-ID; its check digits are ISO 7064
    modulo 97-10.
    """
    told = "".join(text.split())
    if not told:
        return ""
    found = LEITWEG.fullmatch(told)
    if found is None or not _is_checked(told):
        raise ValidationError(_("This is not a Leitweg-ID. It looks like 04011000-1234512345-06."))
    return told.upper()


def _is_checked(told: str) -> bool:
    digits = "".join(str(int(sign, 36)) for sign in told.replace("-", "").lower())
    return int(digits) % 97 == 1
