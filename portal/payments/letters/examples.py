"""Example payments for the preview of letters; none of them is ever stored."""

from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from portal.accounts import samples
from portal.accounts.letters.examples import reader
from portal.letters import examples
from portal.payments import letters
from portal.payments.letters import linked
from portal.payments.models import Credit, LinkedAccount, Payment, Stray
from portal.payments.states import Cause, LinkState, PaymentState, Review

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


@examples.of(letters.underway)
def on_its_way(language: str):
    return asked(reader(language), language, state=PaymentState.PENDING)


@examples.of(letters.fell_through, letters.entered_by_mistake)
def asked_again(language: str):
    return asked(reader(language), language)


@examples.of(letters.refund_coming)
def owed(language: str):
    facts = {"state": PaymentState.REFUND_DUE, "cause": Cause.OWN, "paid_at": timezone.now()}
    return asked(reader(language), language, **facts)


@examples.of(letters.refunded_in_part)
def partly_back(language: str):
    facts = {"state": PaymentState.PAID, "paid_at": timezone.now(), "refunded": Decimal("49.90")}
    return asked(reader(language), language, **facts)


@examples.of(Stray)
def stray(language: str):
    told = {"event_id": "evt_example", "kind": "charge.succeeded", "about": "ch_example"}
    return Stray.objects.create(arrived_at=timezone.now(), **told), reader(language)


@examples.of(letters.received_in_part)
def come_in_part(language: str):
    return asked(reader(language), language, received=Decimal("50.00"))


@examples.of(linked.account_takes_money)
def account(language: str):
    return _linked(state=LinkState.ACTIVE, linked_at=timezone.now()), reader(language)


@examples.of(LinkedAccount)
def restricted(language: str):
    row, person = _linked(state=LinkState.RESTRICTED, reason="requirements.past_due"), reader(language)
    asked(person, language, payee=row.institution)
    return row, person


def _linked(**facts) -> LinkedAccount:
    told = {"account_id": "acct_example", "livemode": False, "asked_at": timezone.now()}
    return LinkedAccount.objects.create(institution=samples.institution(), **told, **facts)


@examples.of(letters.voucher_given)
def left_with_us(language: str):
    payer = reader(language)
    payment = asked(payer, language, state=PaymentState.CREDITED, paid_at=timezone.now(), cause=Cause.CALLED_OFF)
    facts = {"code": "K7PM-2QXW-9TRH", "amount": payment.amount, "left": payment.amount}
    Credit.objects.create(payment=payment, valid_until=timezone.localdate(), created_at=timezone.now(), **facts)
    return payment, payer
