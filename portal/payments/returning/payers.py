"""The accounts that transfers came from: noted with the transfer or typed, checked, and known to finance alone."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from portal.accounts import bank
from portal.payments import ledger
from portal.payments.models import PayerAccount, Payment


@dataclass(frozen=True)
class Payer:
    """Whose account it is; `iban` as it was typed or told by the bank."""

    holder: str
    iban: str


def told_by_the_bank(holder: str, iban: str) -> Payer | None:
    """What a statement says of the other side; None where it names no account that could be paid to."""
    try:
        return Payer(" ".join(holder.split())[:70], bank.clean_iban(iban)) if holder.strip() else None
    except bank.NotAnIban:
        return None


@transaction.atomic
def keep(payment: Payment, payer: Payer, *, by, now: datetime | None = None) -> PayerAccount:
    """Raises bank.NotAnIban. The log keeps no more of the number than tells two apart."""
    now, iban = now or timezone.now(), bank.clean_iban(payer.iban)
    ledger.lock(payment)
    facts = {"holder": payer.holder, "iban": iban, "noted_at": now}
    kept, _new = PayerAccount.objects.update_or_create(payment=payment, defaults=facts)
    ledger.note(payment, "payments.payer_account", by=by, at=now, data={"iban": f"{iban[:4]}…{iban[-4:]}"})
    return kept


def forget(payment: Payment) -> None:
    PayerAccount.objects.filter(payment=payment).delete()
