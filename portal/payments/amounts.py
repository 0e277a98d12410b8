"""What a price may be: nothing, or as much as can be paid online."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.language.money import as_text

# The least that Stripe charges in euros (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).
LEAST = Decimal("0.50")


def payable(amount: Decimal) -> None:
    """For fields of prices. Raises ValidationError for what lies between nothing and LEAST."""
    if 0 < amount < LEAST:
        words = _("Nothing, or at least %(least)s: less cannot be paid online.")
        raise ValidationError(words % {"least": as_text(LEAST)}, code="too_little")
