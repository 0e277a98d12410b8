"""What the marketplace holds about a person: their orders, by address or account, and their questions, by address."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.kinds import Side
from marketplace.models import Consent, Order, Question
from marketplace.orders import verbs as ordering
from marketplace.questions import verbs as asking
from marketplace.states import OrderState
from portal.invoices import verbs as invoicing
from portal.language.mailbox import NAMELESS, nobody
from portal.retention import Kept, Stays

PARTS = {"orders": gettext_lazy("Orders")}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Orders: name, email address, note, proposals, what was agreed"),
            _("to bring you and the institution that offers together"),
            _("your order, Art. 6(1)(b) GDPR"),
            _("until you ask us to erase it; what was agreed then stays without your name"),
        ),
        Kept(
            _("Questions to owners of listings: name, email address, question"),
            _("to bring your question to the institution that offers"),
            _("your question, Art. 6(1)(b) GDPR"),
            _("%(days)s days") % {"days": asking.KEPT_DAYS},
        ),
        Kept(
            _("Consents to what a listing needs consent for: who has consented, who noted it"),
            _("to show that an institution may give a thing away"),
            _("the duty to account for public property, Art. 6(1)(c) GDPR"),
            _("as long as the listing; without the account of whoever noted it once that is erased"),
        ),
    ]


def export(email: str) -> dict:
    """All orders that `email` placed, the questions that were asked under it, the consents that its account noted."""
    rows = [_row(order) for order in _orders(email).for_display()]
    questions = [
        {"listing": one.listing.title, "name": one.name, "text": one.text, "asked_at": one.asked_at}
        for one in Question.objects.filter(email=email).select_related("listing")
    ]
    noted = [
        {"listing": one.listing.title, "to": one.to, "words": one.words, "at": one.at}
        for one in Consent.objects.filter(by__email=email).select_related("listing")
    ]
    found = {"orders": rows, "questions": questions, "consents": noted}
    return {name: told for name, told in found.items() if told}


def erase(email: str) -> list[str]:
    """Take name, address, note and reason from the orders; what was agreed stays and names nobody.

    Private orders still to come are cancelled first; an institution's order goes on without the person. A private
    order that is under way keeps its data until it is over: the institution has to reach the person.
    """
    told = [_take_out(order) for order in _orders(email)]
    for question in Question.objects.filter(email=email).order_by("pk"):
        told.append(f"Question {question.pk} about a listing: deleted.")
        question.delete()
    return told


def _orders(email: str):
    return Order.objects.filter(Q(email=email) | Q(orderer__email=email)).order_by("pk")


def _take_out(order: Order) -> str:
    if order.institution is None:
        if _is_to_come(order):
            ordering.cancel(order, by=None)
        elif order.state in {OrderState.ACCEPTED, OrderState.OUT}:
            words = _("Order %(number)s: kept while it is under way; please erase again when it is completed.")
            return Stays(words % {"number": order.number})
    order.refresh_from_db()
    order.name, order.email, order.note, order.reason = NAMELESS, nobody(order.pk), "", ""
    order.orderer = None
    order.save(update_fields=["name", "email", "note", "reason", "orderer"])
    order.proposals.update(message="")
    order.proposals.filter(side=Side.ORDERER).update(by=None)
    order.revoke_links()
    invoicing.forget_recipient(order)
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
        "quantity": order.quantity,
        "dfg_project": order.dfg_project,
        "period": [order.starts_at, order.ends_at],
        "state": order.state,
        "price": order.price,
        "note": order.note,
        "proposals": [(row.made_at, row.side, row.price, row.message) for row in order.proposals.all()],
        "reason": order.reason,
        "placed_at": order.placed_at,
        "decided_at": order.decided_at,
    }
