"""What was paid to an institution goes back from its own account, when a person of the institution says so."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Institution
from portal.language.money import as_text
from portal.payments import bookkeeping
from portal.payments.deed import is_asked_by
from portal.payments.models import Payment
from portal.payments.states import PaidVia, PaymentState
from portal.refusals import Refusal


class OwnMoney(Refusal):
    message = _("You have asked for this yourself: please let a colleague pay it back.")


class ByTransfer(Refusal):
    message = _("This came by bank transfer: please transfer it back, and note that in the order.")


@dataclass(frozen=True)
class Shown:
    """A row of the list: what goes back, and whether this reader may press the button."""

    payment: Payment
    back: str
    may_give_back: bool
    is_own: bool


def payments_to(house: Institution):
    """What has to go back first, then the newest."""
    due = Q(state=PaymentState.REFUND_DUE) | Q(state=PaymentState.PAID, owed__gt=F("refunded") + F("leaving"))
    first = Case(When(due, then=Value(0)), default=Value(1))
    return Payment.objects.filter(payee=house).order_by(first, "-created_at", "-pk")


def shown(payment: Payment, reader) -> Shown:
    due, is_own = payment.to_give_back, is_asked_by(payment.purpose, reader)
    online = payment.paid_via == PaidVia.CHECKOUT
    back = as_text(due, payment.currency, with_cents=True) if due > Decimal(0) else ""
    return Shown(payment, back, may_give_back=bool(back) and online and not is_own, is_own=is_own)


def give_back(payment: Payment, *, by, now: datetime | None = None) -> Payment:
    """What is due of `payment`, through Stripe, from the account that was paid.

    Raises OwnMoney, ByTransfer, or as `bookkeeping.refund`.
    """
    if is_asked_by(payment.purpose, by):
        raise OwnMoney
    if payment.paid_via != PaidVia.CHECKOUT:
        raise ByTransfer
    return bookkeeping.refund(payment, by=by, now=now)
