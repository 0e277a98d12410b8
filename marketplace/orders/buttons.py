"""Which buttons an order shows to whom: the arrows of `OrderState.NEXT`, seen from one side."""

from dataclasses import dataclass

from django.utils import timezone

from marketplace.models import Order
from marketplace.states import OrderState


@dataclass(frozen=True)
class Possible:
    accept: bool = False
    decline: bool = False
    complete: bool = False
    cancel: bool = False

    def __bool__(self) -> bool:
        return self.accept or self.decline or self.complete or self.cancel


def possible(order: Order, *, decides: bool) -> Possible:
    following = OrderState.NEXT[order.state]
    begun = order.starts_at is not None and order.starts_at <= timezone.now()
    over_or_running = order.state == OrderState.ACCEPTED and begun and order.ends_at is not None
    return Possible(
        accept=decides and order.state == OrderState.REQUESTED,
        decline=decides and OrderState.DECLINED in following,
        complete=decides and OrderState.COMPLETED in following and (begun or order.starts_at is None),
        cancel=OrderState.CANCELLED in following and not over_or_running and not (decides and "declined" in following),
    )
