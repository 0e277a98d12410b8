"""What the letters about orders share: how they are laid out, what they attach, which facts they tell."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from marketplace import ical, wording
from marketplace.availability import alternatives
from marketplace.models import Listing, Order
from marketplace.states import OrderState
from portal.language import times
from portal.language.mailbox import absolute
from portal.language.money import as_text
from portal.letters.letter import Attachment, Kept, Letter, answering, dear
from portal.withdrawals import offered


def to_orderer(order: Order, subject: str, sentences: list[str], *, button=None, links=(), attachments=()) -> Letter:
    return Letter(
        to=order.email,
        name=order.name,
        subject=subject % {"title": order.listing.title},
        paragraphs=[dear(order.name), *sentences],
        facts=[*order_facts(order), *handing(order), *_right_of_withdrawal(order)],
        button=button or (_("See the order"), absolute(order.get_absolute_url())),
        links=list(links),
        attachments=list(attachments),
        answered_by=answering(order.listing.answers) or answering(order.listing.institution),
    )


def _right_of_withdrawal(order: Order) -> list[tuple[str, str]]:
    """For private persons, of what is agreed and costs something."""
    is_told = order.state in OrderState.AGREED and order.price and order.institution_id is None
    return offered.with_confirmation(order) if is_told else []


def to_manager(order: Order, reader, subject: str, *sentences: str) -> Letter:
    """`reader`: whoever has a name and an `email`."""
    facts = [*order_facts(order), (_("From"), f"{order.name} <{order.email}>")]
    if order.institution:
        facts.append((_("Institution"), str(order.institution)))
    facts.append((_("Target group"), order.get_target_group_display()))
    if order.note:
        facts.append((_("Note"), order.note))
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=subject % {"title": order.listing.title},
        paragraphs=[dear(reader), *sentences],
        facts=facts,
        attachments=dates(order, reader.email, str(reader)),
        button=(_("See the order"), absolute(order.get_absolute_url())),
        answered_by=(order.name, order.email),
    )


def dates(order: Order, to: str, name: str) -> list[Attachment]:
    """What the calendar of this reader needs: the agreed time, or that it is off."""
    if order.state == OrderState.ACCEPTED and order.ends_at:
        content = ical.invitation(order, to=to, name=name)
        return [Attachment(_("booking.ics"), "text/calendar; method=REQUEST", content)]
    if order.state == OrderState.CANCELLED and ical.was_agreed(order):
        content = ical.withdrawal(order, to=to, name=name)
        return [Attachment(_("booking.ics"), "text/calendar; method=CANCEL", content)]
    return []


def waiting(order: Order) -> dict:
    return {"name": order.name, "when": times.moment(order.decide_by or order.placed_at)}


def cost(order: Order) -> list[str]:
    if not order.cancel_cost:
        return []
    return [Kept(_("Cancelling at this time costs %(amount)s.") % {"amount": as_text(order.cancel_cost)})]


def handing(order: Order) -> list[tuple[str, str]]:
    """Where, when, whom; no more once it is off."""
    if order.state in OrderState.OFF:
        return []
    told = ("value", "email", "phone")
    return [(row["label"], ", ".join(row[name] for name in told if row.get(name))) for row in wording.handing(order)]


def reason(order: Order) -> list[str]:
    return [Kept(order.reason)] if order.reason else []


def instead(order: Order) -> list[tuple[str, str]]:
    """What is free at the same time; behind each address the form has time and note already."""
    return [
        (_told_briefly(one), absolute(alternatives.address(one, order)))
        for one in alternatives.to(order, now=timezone.now())
    ]


def _told_briefly(listing: Listing) -> str:
    told = {"title": listing.title, "institution": listing.institution, "price": wording.all_prices(listing)}
    return _("Free at the same time: %(title)s (%(institution)s, %(price)s)") % told


def order_facts(order: Order) -> list[tuple[str, str]]:
    facts = [
        (_("Number"), order.number),
        (_("Listing"), wording.several(order.listing.title, order.quantity)),
        (_("Institution"), str(order.listing.institution)),
        (pgettext("order", "Period"), wording.period(order.period)),
        (_("Price"), wording.agreed(order)),
    ]
    if order.state in OrderState.WAITING and order.decide_by:
        facts.append((_("Lapses at"), times.moment(order.decide_by)))
    if order.state not in OrderState.OFF and (rule := wording.cancelling(order)):
        facts.append((_("Cancelling"), rule))
    return facts
