"""Orders that cost something can be withdrawn from."""

import re

from marketplace.letters import paper
from marketplace.models import Order
from marketplace.orders import paying
from marketplace.states import OrderState
from portal.withdrawals import contracts


class PaidOrder(contracts.Contract):
    word, model = "order", Order
    number = re.compile(r"\bB-([0-9]{1,12})\b", re.IGNORECASE)

    def called(self, order):
        return str(order)

    def stands(self, order):
        return order.state in OrderState.AGREED | OrderState.HANDED_OVER

    def is_untouched(self, order, now):
        return paying.is_untouched(order, now)

    def end(self, order, *, by, now):
        paying.withdraw(order, by=by, now=now)

    def attachments(self, order):
        return paper.dates(order, order.email, order.name)


contracts.register(PaidOrder())
