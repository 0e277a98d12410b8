"""Which buttons an order shows to whom: the arrows of `OrderState.NEXT`, seen from one side."""

from dataclasses import dataclass

from django.utils import timezone

from marketplace.models import Order
from marketplace.orders.sides import Reader
from marketplace.orders.verbs import require_cancellable
from marketplace.refusals import NotPossible
from marketplace.states import OrderState
from portal.payments.models import Payment
from portal.payments.states import PaidVia, PaymentState
from portal.refusals import Refusal
from portal.rights import HouseRight


@dataclass(frozen=True, slots=True)
class Possible:
    accept: bool = False
    confirm: bool = False
    propose: bool = False
    note_transfer: bool = False
    note_refund: bool = False
    give_back: bool = False
    decline: bool = False
    complete: bool = False
    hand_over: bool = False
    take_back: bool = False
    cancel: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def why_not_cancelled(order: Order, *, decides: bool) -> str:
    """In words, and whom to talk to; empty where the order can be cancelled."""
    try:
        require_cancellable(order, decides=decides, now=timezone.now())
    except Refusal as refusal:
        return str(refusal)
    return "" if OrderState.CANCELLED in OrderState.NEXT[order.state] else str(NotPossible(order.status))


def possible(order: Order, reader: Reader, *, payment: Payment | None = None) -> Possible:
    """Nobody is offered what another pair of eyes has to do: their own request, their own terms, their own money."""
    following = OrderState.NEXT[order.state]
    now, lent = timezone.now(), order.listing.nature.comes_back
    begins_today = order.starts_at is not None and timezone.localdate(order.starts_at) <= timezone.localdate(now)
    begun = order.starts_at is not None and order.starts_at <= now
    over_or_running = order.state in OrderState.AGREED and begun and order.ends_at is not None
    answers = reader.decides and reader.may(HouseRight.ANSWER_REQUESTS)
    declines = reader.decides and reader.may(HouseRight.DECLINE_REQUESTS) and OrderState.DECLINED in following
    speaks = answers or reader.acts
    banks = reader.decides and reader.may(HouseRight.NOTE_MONEY)
    theirs = banks and payment is not None and payment.payee_id is not None
    return Possible(
        accept=answers and not reader.spoke and order.state == OrderState.REQUESTED,
        confirm=reader.acts and not reader.spoke and order.state == OrderState.PROPOSED,
        propose=speaks and order.state in OrderState.NEGOTIABLE,
        note_transfer=theirs and payment.state == PaymentState.OPEN,
        note_refund=theirs and payment.state == PaymentState.REFUND_DUE,
        give_back=theirs and reader.may(HouseRight.KEEP_MEMBERS) and _came_online(payment),
        decline=declines,
        complete=answers and OrderState.COMPLETED in following and not lent and (begun or order.starts_at is None),
        hand_over=answers and OrderState.OUT in following and lent and begins_today,
        take_back=answers and OrderState.BACK in following,
        cancel=speaks and OrderState.CANCELLED in following and not over_or_running and not declines,
    )


def _came_online(payment: Payment) -> bool:
    """It goes back on the same way, on a page of the payments."""
    return payment.state == PaymentState.REFUND_DUE and payment.paid_via == PaidVia.CHECKOUT
