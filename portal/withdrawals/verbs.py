"""The verbs of withdrawals: receive, examine, carry out, refuse. Each locks, looks, writes, tells.

§ 356a BGB: whoever sells online to consumers offers a function „Vertrag widerrufen“; what is declared there is
confirmed at once on a durable medium, with its content and the date and time at which it came. § 355 (1): the
declaration alone ends the contract. § 357: money goes back within 14 days, the way it came, without a fee.

A declaration is received whatever we think of it. Looking at it is a job of the worker, so that the answer takes the
same time whether a contract was found or not. Lock order: the withdrawal, the scarce fact, the deed, the payment.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from portal import states
from portal.audit import log
from portal.database import clock
from portal.language.mailbox import same_mailbox
from portal.letters import outbox
from portal.refusals import Refusal, SubmittedBefore
from portal.withdrawals import contracts, letters, offered
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.states import WithdrawalState


class DecidedBefore(Refusal):
    message = _("Somebody has decided on this withdrawal already.")


class NoContract(Refusal):
    message = _("No contract, or more than one, has this number. Write it as it stands on the payment or the order.")


class NoReason(Refusal):
    message = _("Please say why; whoever withdrew reads it.")


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """What the function asks for (§ 356a (1) BGB): who, from which contract, and where the receipt goes."""

    name: str
    contract: str
    email: str
    # "de" or "en".
    language: str
    submission: UUID = field(default_factory=uuid4)


@transaction.atomic
def receive(said: Declaration, *, now: datetime | None = None) -> Withdrawal:
    """Keep it with the moment at which it came, and confirm that by letter. Raises SubmittedBefore."""
    now = now or clock.now()
    facts = {"name": said.name, "contract": said.contract, "email": same_mailbox(said.email)}
    withdrawal, is_new = Withdrawal.objects.get_or_create(
        submission=said.submission, defaults={**facts, "language": said.language, "received_at": now}
    )
    if not is_new:
        if any(getattr(withdrawal, name) != value for name, value in facts.items()):
            raise SubmittedBefore
        return withdrawal
    log(withdrawal, "withdrawals.received", timestamp=now)
    outbox.post(letters.receipt, withdrawal)
    # By its name: the task calls this module.
    app.configure_task("withdrawals.examine", allow_unknown=False).defer(pk=withdrawal.pk)
    return withdrawal


@transaction.atomic
def examine(withdrawal: Withdrawal, *, now: datetime | None = None) -> Withdrawal:
    """Carry out what is sure: the number and the mailbox are those of one contract, its period runs, nothing of it has
    been performed. Everything else is for a person of the office.
    """
    now = now or clock.now()
    withdrawal = Withdrawal.objects.locked().get(pk=withdrawal.pk)
    if not withdrawal.is_open:
        return withdrawal
    deed = _lock(contracts.surely_meant(withdrawal.contract, withdrawal.email))
    if deed:
        withdrawal.deed = deed
        withdrawal.save(update_fields=["deed_type", "deed_id"])
    if deed and (_is_sure(withdrawal, deed, now) or _is_ended_by_another(deed)):
        return _end(withdrawal, deed, by=None, now=now)
    outbox.post(letters.to_decide, withdrawal)
    return withdrawal


@transaction.atomic
def carry_out(withdrawal: Withdrawal, *, by, contract: str = "", now: datetime | None = None) -> Withdrawal:
    """A person finds that it is right. `contract`: its number, where we did not know which was meant.

    Raises DecidedBefore or NoContract.
    """
    now = now or clock.now()
    withdrawal = _open(withdrawal)
    named = [withdrawal.deed] if withdrawal.deed_id and not contract else contracts.named_in(contract)
    if len(named) != 1 or named[0] is None:
        raise NoContract
    deed = _lock(named[0])
    withdrawal.deed = deed
    withdrawal.save(update_fields=["deed_type", "deed_id"])
    return _end(withdrawal, deed, by=by, now=now)


@transaction.atomic
def refuse(withdrawal: Withdrawal, *, by, reason: str, now: datetime | None = None) -> Withdrawal:
    """A person finds that there is no such right; whoever declared it is told why. Raises DecidedBefore or NoReason."""
    if not reason.strip():
        raise NoReason
    now = now or clock.now()
    withdrawal = _open(withdrawal)
    _move(withdrawal, WithdrawalState.REFUSED, by=by, now=now, reason=reason.strip()[:1000])
    outbox.post(letters.refused, withdrawal)
    return withdrawal


def forget_old(now: datetime) -> int:
    """Delete those whose years are over; how many."""
    first = now.replace(year=now.year - Withdrawal.YEARS, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    return Withdrawal.objects.filter(received_at__lt=first).exclude(state=WithdrawalState.RECEIVED).delete()[0]


def _lock(deed):
    """Its scarce fact as a settling payment locks it, then the deed as it stands now."""
    if deed is None:
        return None
    deed.lock_for_payment()
    return type(deed)._default_manager.get(pk=deed.pk)


def _is_sure(withdrawal: Withdrawal, deed, now: datetime) -> bool:
    return offered.runs(deed, withdrawal.received_at) and contracts.of(deed).is_untouched(deed, now)


def _is_ended_by_another(deed) -> bool:
    """Who declares it once more gets the same answer, and nothing is given back twice."""
    return Withdrawal.objects.about(deed).filter(state=WithdrawalState.CARRIED_OUT).exists()


def _end(withdrawal: Withdrawal, deed, *, by, now: datetime) -> Withdrawal:
    contracts.of(deed).end(deed, by=by, now=now)
    _move(withdrawal, WithdrawalState.CARRIED_OUT, by=by, now=now)
    outbox.post(letters.carried_out, withdrawal)
    return withdrawal


def _open(withdrawal: Withdrawal) -> Withdrawal:
    withdrawal = Withdrawal.objects.locked().get(pk=withdrawal.pk)
    if not withdrawal.is_open:
        raise DecidedBefore
    return withdrawal


def _move(withdrawal: Withdrawal, to: WithdrawalState, *, by, now: datetime, **facts) -> None:
    decided = {"decided_at": now, "decided_by": by, **facts}
    states.step(withdrawal, to, refusal=DecidedBefore, action=f"withdrawals.{to}", by=by, now=now, **decided)
