"""Which buttons an order shows to whom: the arrows of `OrderState.NEXT`, seen from one side."""

from dataclasses import dataclass

from django.utils import timezone

from marketplace.models import Order
from marketplace.states import OrderState
from portal.payments.models import Payment
from portal.payments.states import PaymentState


@dataclass(frozen=True, slots=True)
class Possible:
    accept: bool = False
    confirm: bool = False
    propose: bool = False
    note_transfer: bool = False
    note_refund: bool = False
    decline: bool = False
    complete: bool = False
    cancel: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def possible(order: Order, *, decides: bool, asked: bool = False, payment: Payment | None = None) -> Possible:
    """`decides`: the reader answers for the institution; `asked`: it is their own order, which others accept."""
    theirs = decides and payment is not None and payment.payee_id is not None
    following = OrderState.NEXT[order.state]
    begun = order.starts_at is not None and order.starts_at <= timezone.now()
    over_or_running = order.state == OrderState.ACCEPTED and begun and order.ends_at is not None
    return Possible(
        accept=decides and not asked and order.state == OrderState.REQUESTED,
        confirm=not decides and order.state == OrderState.PROPOSED,
        propose=order.state in OrderState.NEGOTIABLE,
        note_transfer=theirs and payment.state == PaymentState.OPEN,
        note_refund=theirs and payment.state == PaymentState.REFUND_DUE,
        decline=decides and OrderState.DECLINED in following,
        complete=decides and OrderState.COMPLETED in following and (begun or order.starts_at is None),
        cancel=OrderState.CANCELLED in following and not over_or_running and not (decides and "declined" in following),
    )
