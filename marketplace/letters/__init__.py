"""What the marketplace writes to whom."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from home.models import Office
from marketplace import wording
from marketplace.letters.lapses import (
    order_lapsed,
    order_lapsed_notice,
    payment_lapsed_notice,
    proposal_lapsed_notice,
    proposal_waits,
    request_unanswered,
    request_waits,
    request_waits_deputy,
    return_overdue,
    return_overdue_notice,
)
from marketplace.letters.paper import cost, dates, instead, reason, to_manager, to_orderer
from marketplace.models import Change, Listing, Order, Question
from marketplace.states import OrderState
from portal.language import times
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Kept, Letter, dear
from portal.letters.readers import Reader
from portal.payments.models import Payment
from portal.payments.states import PaymentState
from portal.rights import HouseRight

__all__ = [
    "order_lapsed",
    "order_lapsed_notice",
    "payment_lapsed_notice",
    "proposal_lapsed_notice",
    "proposal_waits",
    "request_unanswered",
    "request_waits",
    "request_waits_deputy",
    "return_overdue",
    "return_overdue_notice",
]


def tell_managers(builder, row: Listing | Order | Question) -> None:
    """The letter to all of the institution that offers who answer its requests; to all members where nobody does."""
    outbox.post_all(to_managers(builder, row))


def to_managers(builder, row: Listing | Order | Question) -> list[tuple]:
    """The letters of `tell_managers`, to be promised with others."""
    institution = (row if isinstance(row, Listing) else row.listing).institution
    members = institution.memberships.filter(user__is_active=True).select_related("user").order_by("pk")
    managers = [member for member in members if member.role in HouseRight.ANSWER_REQUESTS.roles] or members
    return [(builder, row, member.user) for member in managers]


@outbox.letter(Order, to=Reader.ORDERERS)
def order_receipt(order: Order, reader) -> Letter:
    sentence = _("Your request has reached %(institution)s. You will get an answer by %(when)s at the latest.") % {
        "institution": order.listing.institution,
        "when": times.moment(order.decide_by or order.placed_at),
    }
    return to_orderer(order, _("Your request: %(title)s"), [sentence])


def tell_deputies(builder, order: Order) -> None:
    """The letter to the deputy of the resource, else to those of the institution who do not answer its requests
    themselves; nobody where there are none.
    """
    deputy = order.listing.resource.deputy
    if deputy is not None and deputy.email:
        account = get_user_model().objects.filter(email=deputy.email, is_active=True).first()
        outbox.post(builder, order, reader=account)
        return
    others = order.listing.institution.memberships.filter(user__is_active=True).exclude(
        role__in=HouseRight.ANSWER_REQUESTS.roles
    )
    for member in others.select_related("user").order_by("pk"):
        outbox.post(builder, order, reader=member.user)


@outbox.letter(Order, to=Reader.OWNERS)
def order_needs_answer(order: Order, reader) -> Letter:
    return to_manager(
        order,
        reader,
        _("Please answer: request for %(title)s"),
        _("%(name)s asks for your listing. Please accept or decline by %(when)s; after that the request lapses.")
        % {"name": order.name, "when": times.moment(order.decide_by or order.placed_at)},
    )


@outbox.letter(Order, to=Reader.OWNERS)
def order_came_in(order: Order, reader) -> Letter:
    return to_manager(
        order,
        reader,
        _("New order: %(title)s"),
        _("%(name)s has ordered your listing. There is nothing you need to do to confirm it.") % {"name": order.name},
    )


@outbox.letter(Order, to=Reader.ORDERERS)
def order_proposed(order: Order, reader) -> Letter | None:
    """Nothing to say where it was answered meanwhile."""
    proposal = order.proposals.last()
    if order.state != OrderState.PROPOSED or proposal is None:
        return None
    sentence = _("%(institution)s makes you a proposal. It stands until %(when)s; please confirm it or propose again.")
    told = {"institution": order.listing.institution, "when": times.moment(order.decide_by or order.placed_at)}
    message = [Kept(proposal.message)] if proposal.message else []
    button = (_("See the proposal"), absolute(order.get_absolute_url()))
    return to_orderer(order, _("Proposal: %(title)s"), [sentence % told, *message], button=button)


@outbox.letter(Order, to=Reader.OWNERS)
def order_confirmed(order: Order, reader) -> Letter:
    return to_manager(
        order,
        reader,
        _("Proposal confirmed: %(title)s"),
        _("%(name)s has confirmed your proposal.") % {"name": order.name},
    )


@outbox.letter(Order, to=Reader.ORDERERS)
def order_accepted(order: Order, reader) -> Letter:
    paragraphs = [_("%(institution)s confirms your order.") % {"institution": order.listing.institution}]
    if order.listing.access_note:
        paragraphs.append(Kept(order.listing.access_note))
    return to_orderer(order, _("Confirmed: %(title)s"), paragraphs, attachments=dates(order, order.email, order.name))


@outbox.letter(Order, to=Reader.OWNERS)
def order_agreed_notice(order: Order, reader) -> Letter:
    sentence = _("The order of %(name)s is confirmed; the date for your calendar is attached.") % {"name": order.name}
    return to_manager(order, reader, _("Agreed: %(title)s"), sentence)


@outbox.letter(Order, to=Reader.ORDERERS)
def order_changed(order: Order, reader) -> Letter | None:
    """Nothing to say where it is off meanwhile."""
    if order.state != OrderState.ACCEPTED:
        return None
    sentence = _("Place or contact of your order are other ones; below you find how it is now. The time stays.")
    attached = dates(order, order.email, order.name)
    return to_orderer(order, _("Changed: %(title)s"), [sentence], attachments=attached)


@outbox.letter(Order, to=Reader.OWNERS)
def order_changed_notice(order: Order, reader) -> Letter | None:
    if order.state != OrderState.ACCEPTED:
        return None
    sentence = _("We have told %(name)s the new place or contact. The time stays.") % {"name": order.name}
    return to_manager(order, reader, _("Changed: %(title)s"), sentence)


@outbox.letter(Order, to=Reader.ORDERERS)
def order_handed_out(order: Order, reader) -> Letter:
    sentence = _("%(institution)s has handed it over to you. Please bring it back in time.")
    return to_orderer(order, _("Handed out: %(title)s"), [sentence % {"institution": order.listing.institution}])


@outbox.letter(Order, to=Reader.ORDERERS)
def order_returned(order: Order, reader) -> Letter:
    sentence = _("%(institution)s has it back. Thank you!") % {"institution": order.listing.institution}
    return to_orderer(order, _("Returned: %(title)s"), [sentence])


@outbox.letter(Order, to=Reader.ORDERERS)
def payment_asked(order: Order, reader) -> Letter | None:
    payment = Payment.objects.for_purpose(order).filter(state=PaymentState.OPEN).first()
    if payment is None:
        return None
    sentence = Kept(
        _("The item is reserved for you. Please pay by %(when)s; after that the reservation ends.")
        % {"when": times.moment(order.decide_by or order.placed_at)}
    )
    told = {"payee": payment.account["holder"], "iban": payment.account["iban"], "reference": payment.reference}
    way = Kept(_("Please transfer it to %(payee)s, IBAN %(iban)s, reference %(reference)s.") % told)
    button = (_("How to pay"), absolute(payment.get_absolute_url()))
    return to_orderer(order, _("Please pay: %(title)s"), [sentence, *([way] if told["iban"] else [])], button=button)


@outbox.letter(Order, to=Reader.OWNERS)
def order_paid(order: Order, reader) -> Letter:
    return to_manager(
        order,
        reader,
        _("Paid: %(title)s"),
        _("%(name)s has paid. Please arrange the hand-over.") % {"name": order.name},
    )


@outbox.letter(Order, to=Reader.ORDERERS)
def order_declined(order: Order, reader) -> Letter:
    sentence = _("Unfortunately %(institution)s cannot accept your request.") % {
        "institution": order.listing.institution
    }
    return to_orderer(order, _("Declined: %(title)s"), [sentence, *reason(order)], links=instead(order))


@outbox.letter(Order, to=Reader.ORDERERS)
def order_cancelled(order: Order, reader) -> Letter:
    sentence = _("Your order was cancelled. If you have already paid, you get your money back.")
    sentences = [sentence, *cost(order), *reason(order)]
    attached = dates(order, order.email, order.name)
    return to_orderer(order, _("Cancelled: %(title)s"), sentences, attachments=attached)


@outbox.letter(Order, to=Reader.OWNERS)
def order_cancelled_notice(order: Order, reader) -> Letter:
    sentence = _("The order of %(name)s was cancelled; the time is free again.") % {"name": order.name}
    return to_manager(order, reader, _("Cancelled: %(title)s"), sentence, *cost(order))


def tell_owner(builder, question: Question) -> None:
    """The letter to the contact of the listing, else to those who act for its institution, else to the office."""
    contact = question.listing.contact
    if contact is not None and contact.email or not question.listing.institution.memberships.exists():
        outbox.post(builder, question)
    else:
        tell_managers(builder, question)


@outbox.letter(Question, to=Reader.OWNERS)
def question_asked(question: Question, reader) -> Letter:
    contact = question.listing.contact
    to = reader or (contact if contact is not None and contact.email else None)
    return Letter(
        to=to.email if to else Office.here().mailbox,
        name=str(to or settings.PORTAL_NAME),
        subject=_("Question about %(title)s") % {"title": question.listing.title},
        paragraphs=[
            dear(to or ""),
            _("%(name)s asks you about your listing:") % {"name": question.name},
            Kept(question.text),
            Kept(_("Just answer this letter: your answer goes to %(name)s.") % {"name": question.name}),
        ],
        facts=[
            (_("Listing"), question.listing.title),
            (_("From"), f"{question.name} <{question.email}>"),
        ],
        button=(_("See the listing"), absolute(question.listing.get_absolute_url())),
        answered_by=(question.name, question.email),
    )


@outbox.letter(Listing, to=Reader.OFFICE)
def listing_submitted(listing: Listing, reader) -> Letter:
    return Letter(
        to=Office.here().mailbox,
        name=settings.PORTAL_NAME,
        subject=_("Awaiting release: %(title)s") % {"title": listing.title},
        paragraphs=[_("%(institution)s asks you to release a listing.") % {"institution": listing.institution}],
        facts=_listing_facts(listing),
        button=(_("Open the release queue"), absolute(reverse("marketplace_releases"))),
    )


@outbox.letter(Listing, to=Reader.OWNERS)
def listing_released(listing: Listing, reader) -> Letter:
    return _about_listing(listing, reader, _("Released: %(title)s"), [_("Your listing can now be found by everybody.")])


@outbox.letter(Listing, to=Reader.OWNERS)
def listing_sent_back(listing: Listing, reader) -> Letter:
    sentence = _("The office asks you for a change before it releases your listing:")
    return _about_listing(listing, reader, _("Please revise: %(title)s"), [sentence, Kept(listing.reason)])


@outbox.letter(Listing, to=Reader.OFFICE)
def change_submitted(listing: Listing, reader) -> Letter:
    sentence = _("%(institution)s wants to change a listing that is shown. Until you have looked it stays as it is.")
    return Letter(
        to=Office.here().mailbox,
        name=settings.PORTAL_NAME,
        subject=_("Change to be released: %(title)s") % {"title": listing.title},
        paragraphs=[sentence % {"institution": listing.institution}],
        facts=_listing_facts(listing),
        button=(_("See the change"), absolute(reverse("marketplace_release", args=[listing.pk]))),
    )


@outbox.letter(Listing, to=Reader.OWNERS)
def change_released(listing: Listing, reader) -> Letter:
    return _about_listing(listing, reader, _("Change released: %(title)s"), [_("Your change can now be seen by all.")])


@outbox.letter(Listing, to=Reader.OWNERS)
def change_sent_back(listing: Listing, reader) -> Letter | None:
    wished = Change.objects.filter(listing=listing).exclude(reason="").first()
    if wished is None:
        return None
    sentence = _("The office asks you for something else before it releases your change; what is shown stays:")
    return _about_listing(listing, reader, _("Please revise: %(title)s"), [sentence, Kept(wished.reason)])


@outbox.letter(Listing, to=Reader.OWNERS)
def listing_extended(listing: Listing, reader) -> Letter:
    if listing.expires_on is None:
        sentence = _("Your listing is shown without an end.")
    else:
        sentence = _("Your listing is shown until %(day)s.") % {"day": date_format(listing.expires_on, "DATE_FORMAT")}
    return _about_listing(listing, reader, _("Extended: %(title)s"), [sentence])


@outbox.letter(Listing, to=Reader.OWNERS)
def listing_ended(listing: Listing, reader) -> Letter:
    sentence = _("Your listing has ended and is not found any more. Orders that you have accepted go on.")
    return _about_listing(listing, reader, _("Ended: %(title)s"), [sentence])


def _about_listing(listing: Listing, reader, subject: str, sentences: list[str]) -> Letter:
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=subject % {"title": listing.title},
        paragraphs=[dear(reader), *sentences],
        facts=_listing_facts(listing),
        button=(_("See the listing"), absolute(listing.get_absolute_url())),
    )


def _listing_facts(listing: Listing) -> list[tuple[str, str]]:
    return [
        (_("Listing"), listing.title),
        (_("Kind"), listing.get_kind_display()),
        (_("Institution"), str(listing.institution)),
        (_("Price"), " · ".join(" ".join(filter(None, row)) for row in wording.prices(listing))),
    ]
