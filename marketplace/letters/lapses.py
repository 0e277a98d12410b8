"""Letters that break a silence: what waits for an answer, what has lapsed without one, and what did not come back."""

from django.conf import settings
from django.utils.translation import gettext as _

from home.models import Office
from marketplace import wording
from marketplace.letters.paper import instead, order_facts, to_manager, to_orderer, waiting
from marketplace.models import Order
from marketplace.states import OrderState
from portal.language import times
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Letter
from portal.letters.readers import Reader


@outbox.letter(Order, to=Reader.ORDERERS)
def order_lapsed(order: Order, reader) -> Letter:
    return to_orderer(
        order,
        _("Lapsed: %(title)s"),
        [_("Your order has lapsed because the time to answer or to pay is over. You may order again at any time.")],
        links=instead(order),
    )


@outbox.letter(Order, to=Reader.OWNERS)
def order_lapsed_notice(order: Order, reader) -> Letter:
    sentence = _("You did not answer the request of %(name)s in time, so it has lapsed.") % {"name": order.name}
    return to_manager(order, reader, _("Lapsed: %(title)s"), sentence)


@outbox.letter(Order, to=Reader.OWNERS)
def proposal_lapsed_notice(order: Order, reader) -> Letter:
    sentence = _("%(name)s did not answer your proposal in time, so it has lapsed.") % {"name": order.name}
    return to_manager(order, reader, _("Lapsed: %(title)s"), sentence)


@outbox.letter(Order, to=Reader.OWNERS)
def payment_lapsed_notice(order: Order, reader) -> Letter:
    sentence = _("%(name)s did not pay in time, so the reservation has ended and others can have it.")
    return to_manager(order, reader, _("Lapsed: %(title)s"), sentence % {"name": order.name})


@outbox.letter(Order, to=Reader.OWNERS)
def request_waits(order: Order, reader) -> Letter | None:
    """Nothing to say where it was answered meanwhile."""
    if order.state != OrderState.REQUESTED:
        return None
    sentence = _("The request of %(name)s still waits for your answer. It lapses on %(when)s.") % waiting(order)
    return to_manager(order, reader, _("Please answer: request for %(title)s"), sentence)


@outbox.letter(Order, to=Reader.OWNERS, language=settings.LANGUAGE_CODE)
def request_waits_deputy(order: Order, reader) -> Letter | None:
    """To a deputy who needs no account: whoever has one answers."""
    if order.state != OrderState.REQUESTED:
        return None
    sentence = _(
        "Nobody of your institution has answered the request of %(name)s yet. It lapses on %(when)s. Please see to it."
    )
    to = reader or order.listing.resource.deputy
    if to is None or not to.email:
        return None
    return to_manager(order, to, _("Please answer: request for %(title)s"), sentence % waiting(order))


@outbox.letter(Order, to=Reader.ORDERERS)
def proposal_waits(order: Order, reader) -> Letter | None:
    """Nothing to say where it was answered meanwhile."""
    if order.state != OrderState.PROPOSED:
        return None
    sentence = _("The proposal of %(institution)s still waits for your answer. It stands until %(when)s.")
    told = {"institution": order.listing.institution, "when": times.moment(order.decide_by or order.placed_at)}
    button = (_("See the proposal"), absolute(order.get_absolute_url()))
    return to_orderer(order, _("Proposal: %(title)s"), [sentence % told], button=button)


@outbox.letter(Order, to=Reader.ORDERERS)
def return_overdue(order: Order, reader) -> Letter | None:
    """Nothing to say where it came back meanwhile."""
    if order.state != OrderState.OUT:
        return None
    told = {"when": times.moment(order.ends_at), "whom": wording.whom(order.listing)}
    sentences = [
        _("It should have been back on %(when)s. Please bring it back, or tell %(whom)s when you will.") % told,
        _("Is it back already? Then the institution only has to note it, and you need do nothing."),
    ]
    return to_orderer(order, _("Please bring back: %(title)s"), sentences)


@outbox.letter(Order, to=Reader.OWNERS)
def return_overdue_notice(order: Order, reader) -> Letter | None:
    if order.state != OrderState.OUT:
        return None
    sentence = _(
        "%(name)s should have brought it back on %(when)s and has been reminded. If it is back already, please note it "
        "on the page of the order."
    )
    told = {"name": order.name, "when": times.moment(order.ends_at)}
    return to_manager(order, reader, _("Not returned: %(title)s"), sentence % told)


@outbox.letter(Order, to=Reader.OFFICE, language=settings.LANGUAGE_CODE)
def request_unanswered(order: Order, reader) -> Letter:
    """It has lapsed, and neither the owner nor the deputy has answered."""
    sentence = _("%(institution)s did not answer the request of %(name)s, and it has lapsed. Perhaps a call helps.")
    told = {"institution": order.listing.institution, "name": order.name}
    return Letter(
        to=Office.here().mailbox,
        name=settings.PORTAL_NAME,
        subject=_("Not answered: %(title)s") % {"title": order.listing.title},
        paragraphs=[sentence % told],
        facts=[*order_facts(order), (_("From"), f"{order.name} <{order.email}>")],
        button=(_("See the listing"), absolute(order.listing.get_absolute_url())),
    )
