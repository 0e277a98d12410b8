"""Example payments for the preview of letters; none of them is ever stored."""

from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from portal.accounts.letters.examples import reader
from portal.letters import examples
from portal.payments.models import Payment
from portal.payments.states import PaymentState, Review

WHAT = {"de": "Bioprozesstag, 2 Plätze", "en": "Bioprocess Day, 2 seats"}


def asked(deed, language: str, **facts) -> Payment:
    """A payment for `deed`, as the checkout would open it."""
    return Payment.objects.create(
        purpose_type=ContentType.objects.get_for_model(deed),
        purpose_id=deed.pk,
        description=WHAT[language],
        amount=Decimal("99.80"),
        payer_name="Erika Beispiel",
        payer_email="erika@beispiel.example",
        language=language,
        created_at=timezone.now(),
        **facts,
    )


@examples.of(Payment)
def paid(language: str):
    payer = reader(language)
    return asked(payer, language, state=PaymentState.PAID, paid_at=timezone.now(), review=Review.values[0]), payer
