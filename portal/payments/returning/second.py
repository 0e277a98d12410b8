"""A refund above the set amount takes two people: one proposes it, another releases it by paying it back.

The portal's own money only: an institution settles what is paid to it, and its roles say who may.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from portal import states
from portal.audit import log
from portal.language.money import as_text
from portal.payments import ledger
from portal.payments.models import MoneyRules, Payment, RefundProposal
from portal.payments.returning.refusals import (
    NeedsSecond,
    NoSecondNeeded,
    NothingToRefund,
    NotProposed,
    OtherAmount,
    ProposedBefore,
    SamePerson,
)
from portal.payments.states import ProposalState


def is_needed(payment: Payment) -> bool:
    return payment.payee_id is None and payment.to_give_back > MoneyRules.here().second_above


def standing(payment: Payment) -> RefundProposal | None:
    """The proposal of what is due now; one of another amount does not stand any more."""
    return _latest(payment).filter(amount=payment.to_give_back).first()


@transaction.atomic
def propose(payment: Payment, *, by, now: datetime | None = None) -> RefundProposal:
    """What is due shall go back; somebody else has to release it.

    Raises NothingToRefund, OtherAmount, NoSecondNeeded or ProposedBefore.
    """
    seen = payment.to_give_back
    ledger.lock(payment)
    if not payment.to_give_back:
        raise NothingToRefund
    if payment.to_give_back != seen:
        raise OtherAmount
    if not is_needed(payment):
        raise NoSecondNeeded
    if standing(payment):
        raise ProposedBefore
    now = now or timezone.now()
    for old in _latest(payment):
        _move(old, ProposalState.VOID, by=by, now=now)
    facts = {"amount": payment.to_give_back, "proposed_by": by, "proposed_at": now}
    made = RefundProposal.objects.create(payment=payment, **facts)
    ledger.note(payment, "payments.refund_proposed", by=by, at=now, data={"amount": str(made.amount)})
    return made


@transaction.atomic
def withdraw(payment: Payment, *, by, now: datetime | None = None) -> RefundProposal:
    """It shall not go back so after all. Raises NotProposed."""
    ledger.lock(payment)
    found = _latest(payment).first()
    if found is None:
        raise NotProposed
    return _move(found, ProposalState.WITHDRAWN, by=by, now=now or timezone.now())


def require(payment: Payment, *, by, now: datetime) -> RefundProposal | None:
    """Called under the payment's lock by whatever lets the money go: `by` releases what somebody else proposed.

    None where it takes no second person. Raises NeedsSecond or SamePerson.
    """
    if not is_needed(payment):
        return None
    found = standing(payment)
    if found is None or by is None:
        raise NeedsSecond(as_text(MoneyRules.here().second_above))
    if found.state == ProposalState.RELEASED:
        return found
    if found.proposed_by_id == by.pk:
        raise SamePerson
    return _move(found, ProposalState.RELEASED, by=by, now=now, released_by=by, released_at=now)


def finish(found: RefundProposal | None, *, by, now: datetime) -> None:
    """The money has left: what stood for it stands for nothing else."""
    if found:
        _move(found, ProposalState.DONE, by=by, now=now, is_told=False)


def _latest(payment: Payment):
    return RefundProposal.objects.filter(payment=payment, state__in=ProposalState.STANDING).order_by("-pk")


def _move(found: RefundProposal, to: ProposalState, *, by, now: datetime, is_told: bool = True, **facts):
    states.step(found, to, refusal=NotProposed, **facts)
    if is_told:
        log(found.payment, f"payments.refund_{to}", user=by, timestamp=now, data={"amount": str(found.amount)})
    return found
