"""Rows about money that must not exist."""

from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from portal.payments.models import LinkedAccount, Payment, Transfer
from portal.payments.states import BatchState, PaymentState


def check() -> list[str]:
    """One line for each payment that contradicts the rules."""
    with_money = Q(state__in=PaymentState.WITH_MONEY)
    came = Q(paid_at__isnull=False) & ~Q(paid_via="")
    contradicting = Payment.objects.filter((with_money & ~came) | (~with_money & came) | Q(paid_at__lt=F("created_at")))
    lines = [f"{p.reference} is {p.state}, paid at {p.paid_at} by {p.paid_via!r}" for p in contradicting]
    return [
        *lines,
        *_twice_used_sessions(),
        *_not_given_back(),
        *_not_in_their_files(),
        *_on_foreign_accounts(),
    ]


def _not_in_their_files() -> list[str]:
    """What is on its way by bank transfer is what stands in files that nobody has settled."""
    made = Transfer.objects.filter(payment=OuterRef("pk"), batch__state=BatchState.MADE).order_by().values("payment")
    told = Subquery(made.annotate(all=Sum("amount")).values("all"))
    wrong = Payment.objects.annotate(stands=Coalesce(told, Decimal(0))).exclude(in_batch=F("stands"))
    return [f"{one.reference} has {one.in_batch} in files for the bank, which say {one.stands}" for one in wrong]


def _not_given_back() -> list[str]:
    wrong = Payment.objects.filter(state=PaymentState.REFUNDED).exclude(refunded=F("amount"))
    return [f"{one.reference} is refunded, but {one.refunded} of {one.amount} went back" for one in wrong]


def _on_foreign_accounts() -> list[str]:
    """Money for an institution comes on an account that this very institution has linked."""
    its_own = LinkedAccount.objects.filter(account_id=OuterRef("session_account"), institution=OuterRef("payee"))
    wrong = Payment.objects.exclude(session_account="").exclude(Exists(its_own))
    return [f"{one.reference} was paid on {one.session_account}, which its payee has not linked" for one in wrong]


def _twice_used_sessions() -> list[str]:
    used = Payment.objects.exclude(session_id="").order_by("session_id").values_list("session_id", flat=True)
    return [f"session {one} settles two payments" for one, next_ in zip(used, used[1:], strict=False) if one == next_]
