"""What finance meets: money that is overdue, under way, disputed, to be paid back in part. Through the verbs."""

import random
from datetime import datetime, timedelta
from uuid import UUID

from events.models import Event, Registration
from events.registration import parting
from events.registration import verbs as registration
from events.registration.signup import Signup
from portal.accounts.models import User
from portal.demo.content.guests import ISSUER, PAYERS
from portal.demo.content.home import SITE
from portal.invoices import printing
from portal.invoices import verbs as invoicing
from portal.invoices.models import Billing, Invoice, Issuer
from portal.payments import bookkeeping, following, samples
from portal.payments.gateway import Dispute, Money
from portal.payments.models import Payment
from portal.withdrawals import verbs as withdrawing
from portal.withdrawals.verbs import Declaration

DAY = timedelta(days=1)


def tell_money(event: Event, *, finance: User, now: datetime) -> None:
    """Those of `PAYERS` register for `event`, which costs something, and do what their row says."""
    chance = random.Random(11)
    where = {name: SITE[name] for name in ("name", "street", "postal_code", "city")}
    Issuer.objects.create(**where, **ISSUER)
    for row in sorted(PAYERS, key=lambda row: -row["days"]):
        registered_at = now - row["days"] * DAY
        signup = Signup(
            **{name: row[name] for name in ("name", "email", "institution", "target_group", "language", "seats")},
            consent_version="demo",
            submission=UUID(int=chance.getrandbits(128), version=4),
        )
        mine = registration.register(event, signup, now=registered_at)
        payment = Payment.objects.for_purpose(mine).get()
        if row["billing"]:
            invoicing.issue(payment, Billing(**row["billing"]), now=registered_at + DAY / 24)
        _DOES[row["does"]](mine, payment, finance, registered_at + DAY)
    for invoice in Invoice.objects.order_by("pk"):
        printing.paper_of(invoice)


def _forgets(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    registration.lapse(mine.event, now=mine.pay_until + timedelta(minutes=1))


def _waits(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    """The university books the invoice first."""


def _pays(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    bookkeeping.receive_transfer(payment, by=finance, now=at + DAY)


def _debits(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    following.follow(samples.session(payment, Money.UNDERWAY), now=at)


def _disputes(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    following.follow(samples.session(payment, Money.PAID), now=at)
    disputed = samples.session(payment, Money.PAID, dispute=Dispute.RUNNING, dispute_id=f"du_demo_{payment.pk}")
    following.follow(disputed, now=at + 5 * DAY)


def _gives_back(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    bookkeeping.receive_transfer(payment, by=finance, now=at)
    parting.give_back(mine, places=[mine.seats], of=mine.seats, now=at + 2 * DAY)


def _gets_back(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    _gives_back(mine, payment, finance, at)
    payment.refresh_from_db()
    bookkeeping.refund(payment, by=finance, now=at + 3 * DAY)


def _withdraws(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    bookkeeping.receive_transfer(payment, by=finance, now=at)
    _declare(mine, payment.reference, at + 2 * DAY)


def _withdraws_in_own_words(mine: Registration, payment: Payment, finance: User, at: datetime) -> None:
    """Which contract is meant a person has to find out."""
    bookkeeping.receive_transfer(payment, by=finance, now=at)
    _declare(mine, "Unterweisung Biosicherheit, gebucht letzte Woche", at + 3 * DAY)


def _declare(mine: Registration, contract: str, at: datetime) -> None:
    said = Declaration(name=mine.name, contract=contract, email=mine.email, language=mine.language)
    withdrawing.examine(withdrawing.receive(said, now=at), now=at + timedelta(seconds=4))


_DOES = {
    "forgets to pay": _forgets,
    "waits": _waits,
    "pays": _pays,
    "pays by debit": _debits,
    "disputes": _disputes,
    "gives a seat back": _gives_back,
    "gives a seat back, refunded": _gets_back,
    "withdraws": _withdraws,
    "withdraws in own words": _withdraws_in_own_words,
}
