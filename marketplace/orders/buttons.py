"""Which buttons an order shows to whom: the arrows of `OrderState.NEXT`, seen from one side."""

from dataclasses import dataclass

from django.utils import timezone

from marketplace.models import Order
from marketplace.orders.sides import Reader
from marketplace.states import OrderState
from portal.payments.models import Payment
from portal.payments.states import PaymentState
from portal.rights import HouseRight


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


def possible(order: Order, reader: Reader, *, payment: Payment | None = None) -> Possible:
    """Nobody is offered what another pair of eyes has to do: their own request, their own terms, their own money."""
    following = OrderState.NEXT[order.state]
    begun = order.starts_at is not None and order.starts_at <= timezone.now()
    over_or_running = order.state == OrderState.ACCEPTED and begun and order.ends_at is not None
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
        decline=declines,
        complete=answers and OrderState.COMPLETED in following and (begun or order.starts_at is None),
        cancel=speaks and OrderState.CANCELLED in following and not over_or_running and not declines,
    )
