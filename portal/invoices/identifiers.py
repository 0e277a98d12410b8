"""Numbers of buyers that are checked by their form."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.eu import vat
from stdnum.exceptions import ValidationError as Wrong

# Coarse address 2 to 12 digits, fine address up to 30 signs, two check digits (Leitweg-ID, format 2.0.2).
LEITWEG = re.compile(r"([0-9]{2,12})(?:-([0-9A-Za-z]{1,30}))?-([0-9]{2})")

# ISO 3166-1: what stands beside a country on an invoice is one of these, or no machine reads it (BR-CL-14).
COUNTRIES = frozenset(
    re.findall(
        "[A-Z]{2}",
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY "
        "BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK "
        "FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR "
        "IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
        "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
        "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF "
        "TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW ",
    )
)

# Numbers of sellers from outside who declare in one country for all (OSS, IOSS): no buyer has one (BR-CO-09).
ONE_STOP_SHOPS = ("EU", "IM")
NO_VAT_ID = _("This is not a VAT id. A German one looks like DE123456789.")


def as_country(text: str) -> str:
    """`text` in capitals. Raises ValidationError where no country has these letters."""
    told = text.strip().upper()
    if told not in COUNTRIES:
        raise ValidationError(_("No country has these two letters. Germany has DE, Austria AT, the United Kingdom GB."))
    return told


def as_vat_id(text: str) -> str:
    """`text` without gaps, in capitals. Raises ValidationError where no country of the EU gives out such a number."""
    if not text.strip():
        return ""
    try:
        told = vat.validate(text)
    except Wrong as error:
        raise ValidationError(NO_VAT_ID) from error
    if told.startswith(ONE_STOP_SHOPS):
        raise ValidationError(NO_VAT_ID)
    return told


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
