"""What the marketplace holds about a person: their orders."""

from django.utils.translation import gettext as _

from marketplace.models import Order
from marketplace.states import OrderState

ERASED = "erased.example"


def export(email: str) -> dict:
    """All orders that `email` placed."""
    orders = Order.objects.filter(email__iexact=email).for_display()
    return {"orders": [_row(order) for order in orders]} if orders else {}


def erase(email: str) -> list[str]:
    """Take name, address and note from the orders; what was agreed stays, so that numbers for the funder stay true.

    Orders that are not over keep their data until they are: the institution has to reach the person.
    """
    report = []
    for order in Order.objects.filter(email__iexact=email).order_by("pk"):
        if order.state in OrderState.WAITING | {OrderState.ACCEPTED}:
            report.append(_("Order %(number)s is still running and was kept.") % {"number": order.number})
            continue
        order.name, order.email, order.note, order.orderer = _("erased"), f"order-{order.pk}@{ERASED}", "", None
        order.save(update_fields=["name", "email", "note", "orderer"])
        report.append(_("Order %(number)s: name, address and note removed.") % {"number": order.number})
    return report


def _row(order: Order) -> dict:
    return {
        "number": order.number,
        "listing": order.listing.title,
        "institution": str(order.listing.institution),
        "for_institution": str(order.institution or ""),
        "name": order.name,
        "target_group": order.target_group,
        "period": [order.starts_at, order.ends_at],
        "state": order.state,
        "price": order.price,
        "note": order.note,
        "reason": order.reason,
        "placed_at": order.placed_at,
        "decided_at": order.decided_at,
    }
