"""Which payment a credit belongs to: proposed here, confirmed by a person of finance."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from portal.language import folding
from portal.payments.models import Payment
from portal.payments.statements import camt, table
from portal.payments.statements.credits import LARGEST, MOST, Credit, NotReadable
from portal.payments.states import PaymentState

# Banks break lines anywhere and people drop signs: `TP-000 123`, `tp 123`.
NUMBER = re.compile(r"\bTP[\s.:-]*((?:[0-9]\s?){1,12})", re.IGNORECASE)
RECEIVABLE = PaymentState.AWAITED | {PaymentState.CANCELLED}


class Ground(models.TextChoices):
    """Why a payment is proposed, from certain to guessed."""

    REFERENCE = "reference", _("reference and amount")
    NAME = "name", _("amount and name")
    PART = "part", _("reference, and a part of the amount")
    OTHER_AMOUNT = "amount", _("reference, but another amount")
    ENTERED = "entered", _("entered already")
    NONE = "none", _("no payment found")


@dataclass(frozen=True)
class Proposal:
    credit: Credit
    payment: Payment | None
    ground: Ground

    @property
    def is_sure(self) -> bool:
        return self.ground == Ground.REFERENCE

    @property
    def may_be_entered(self) -> bool:
        return self.ground in {Ground.REFERENCE, Ground.NAME, Ground.PART}

    @property
    def is_part(self) -> bool:
        return self.ground == Ground.PART


def read(content: bytes) -> list[Credit]:
    """The credits of a statement, whatever its kind. Raises NotReadable."""
    if len(content) > LARGEST:
        raise NotReadable
    credits = (camt if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else table).read(content)
    if len(credits) > MOST:
        raise NotReadable
    return credits


def propose(credits: Iterable[Credit]) -> list[Proposal]:
    """One proposal for each credit; no payment is proposed twice. Two questions to the database in all."""
    credits = list(credits)
    named = Payment.objects.to_the_portal().in_bulk({number for one in credits for number in _numbers(one.purpose)})
    amounts = {one.amount for one in credits}
    awaited = Payment.objects.to_the_portal().annotate(asked=F("amount") - F("received"))
    awaited = awaited.filter(state__in=PaymentState.AWAITED, asked__in=amounts)
    waiting = list(awaited.order_by("created_at"))
    taken: set[int] = set()
    # References first: a guess never takes away what somebody named.
    found = {place: _by_reference(one, named, taken) for place, one in enumerate(credits)}
    for place, one in enumerate(credits):
        found[place] = found[place] or _by_name(one, waiting, taken) or Proposal(one, None, Ground.NONE)
    return [found[place] for place in range(len(credits))]


def _by_reference(credit: Credit, named: dict[int, Payment], taken: set[int]) -> Proposal | None:
    known = [named[number] for number in _numbers(credit.purpose) if number in named]
    for payment in known:
        same = (payment.to_pay, payment.currency) == (credit.amount, credit.currency)
        if same and payment.state in RECEIVABLE and payment.pk not in taken:
            taken.add(payment.pk)
            return Proposal(credit, payment, Ground.REFERENCE)
    if not known:
        return None
    part = next((one for one in known if one.pk not in taken and _is_part_of(credit, one)), None)
    if part:
        taken.add(part.pk)
        return Proposal(credit, part, Ground.PART)
    settled = known[0].state not in RECEIVABLE or known[0].pk in taken
    return Proposal(credit, known[0], Ground.ENTERED if settled else Ground.OTHER_AMOUNT)


def _is_part_of(credit: Credit, payment: Payment) -> bool:
    return payment.is_open and payment.currency == credit.currency and credit.amount < payment.to_pay


def _by_name(credit: Credit, waiting: list[Payment], taken: set[int]) -> Proposal | None:
    said = _words(f"{credit.payer} {credit.purpose}")
    for payment in waiting:
        name = _words(payment.payer_name)
        same = (payment.to_pay, payment.currency) == (credit.amount, credit.currency)
        if same and payment.pk not in taken and name and name <= said:
            taken.add(payment.pk)
            return Proposal(credit, payment, Ground.NAME)
    return None


def _numbers(purpose: str) -> list[int]:
    """What the digits after `TP` may mean: other digits can follow without a sign between."""
    runs = [re.sub(r"\s", "", digits) for digits in NUMBER.findall(purpose)]
    return [int(run[:length]) for run in runs for length in range(min(6, len(run)), len(run) + 1)]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", folding.fold(text)))
