"""What the office's own letter texts may name about a listing or an order."""

from django.utils.translation import gettext_lazy as _

from marketplace.models import Listing, Order, Question
from portal.letters import wording


@wording.placeholders(
    Order,
    title=_("title of the listing"),
    institution=_("institution that offers"),
    orderer=_("name of the person who orders"),
    number=_("number of the order"),
)
def order_names(order: Order) -> dict:
    return {
        "title": order.listing.title,
        "institution": order.listing.institution,
        "orderer": order.name,
        "number": order.number,
    }


@wording.placeholders(Listing, title=_("title of the listing"), institution=_("institution that offers"))
def listing_names(listing: Listing) -> dict:
    return {"title": listing.title, "institution": listing.institution}


@wording.placeholders(
    Question,
    title=_("title of the listing"),
    institution=_("institution that offers"),
    asker=_("name of the person who asks"),
)
def question_names(question: Question) -> dict:
    return {"title": question.listing.title, "institution": question.listing.institution, "asker": question.name}
