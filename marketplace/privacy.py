"""What the marketplace holds about a person: their orders, by address or account."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.models import Order
from marketplace.orders import verbs as ordering
from marketplace.states import OrderState
from portal.language.mailbox import NAMELESS, nobody
from portal.retention import Kept, Stays

PARTS = {"orders": gettext_lazy("Orders")}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Orders: name, email address, note, what was agreed"),
            _("to bring you and the institution that offers together"),
            _("your order, Art. 6(1)(b) GDPR"),
            _("until you ask us to erase it; what was agreed then stays without your name"),
        )
    ]


def export(email: str) -> dict:
    """All orders that `email` placed."""
    rows = [_row(order) for order in _orders(email).for_display()]
    return {"orders": rows} if rows else {}


def erase(email: str) -> list[str]:
    """Take name, address, note and reason from the orders; what was agreed stays and names nobody.

    Private orders still to come are cancelled first; an institution's order goes on without the person. A private
    order that is under way keeps its data until it is over: the institution has to reach the person.
    """
    return [_take_out(order) for order in _orders(email)]


def _orders(email: str):
    return Order.objects.filter(Q(email=email) | Q(orderer__email=email)).order_by("pk")


def _take_out(order: Order) -> str:
    if order.institution is None:
        if _is_to_come(order):
            ordering.cancel(order, by=None)
        elif order.state == OrderState.ACCEPTED:
            words = _("Order %(number)s: kept while it is under way; please erase again when it is completed.")
            return Stays(words % {"number": order.number})
    order.refresh_from_db()
    order.name, order.email, order.note, order.reason = NAMELESS, nobody(order.pk), "", ""
    order.orderer = None
    order.save(update_fields=["name", "email", "note", "reason", "orderer"])
    order.revoke_links()
    return _("Order %(number)s: name, address, note and reason removed.") % {"number": order.number}


def _is_to_come(order: Order) -> bool:
    ahead = order.starts_at is not None and order.starts_at > timezone.now()
    return order.state in OrderState.WAITING or (order.state == OrderState.ACCEPTED and ahead)


def _row(order: Order) -> dict:
    return {
        "number": order.number,
        "listing": order.listing.title,
        "institution": str(order.listing.institution),
        "for_institution": str(order.institution or ""),
        "name": order.name,
        "email": order.email,
        "target_group": order.target_group,
        "period": [order.starts_at, order.ends_at],
        "state": order.state,
        "price": order.price,
        "note": order.note,
        "reason": order.reason,
        "placed_at": order.placed_at,
        "decided_at": order.decided_at,
    }
