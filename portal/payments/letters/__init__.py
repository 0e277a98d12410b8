"""What the portal writes about money."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from portal.accounts.groups import FINANCE
from portal.language.mailbox import absolute
from portal.language.money import as_text
from portal.letters import outbox
from portal.letters.letter import Kept, Letter, dear
from portal.letters.readers import Reader
from portal.payments import wording
from portal.payments.letters.linked import (
    account_takes_money,
    account_takes_no_money,
    institution_takes_no_money,
)
from portal.payments.models import Credit, Payment, Stray
from portal.payments.states import PaidVia, PaymentState

__all__ = [
    "account_takes_money",
    "account_takes_no_money",
    "entered_by_mistake",
    "fell_through",
    "finance",
    "institution_takes_no_money",
    "received",
    "refund_coming",
    "refunded",
    "refunded_in_part",
    "review_wanted",
    "stray_arrived",
    "underway",
]

INSPECT = "wagtailsnippets_payments_payment:inspect"


def finance():
    """The people who look after money."""
    return get_user_model().objects.filter(groups__name=FINANCE, is_active=True).order_by("pk")


@outbox.letter(Payment, to=Reader.PAYERS)
def received(payment: Payment, reader) -> Letter | None:
    """The receipt; nothing to say where the money is on its way back already."""
    if payment.state != PaymentState.PAID:
        return None
    return _to_payer(
        payment,
        subject=_("Payment received: %(what)s") % {"what": payment.description},
        sentence=_("Thank you, your payment has arrived."),
        more=Kept(wording.part_in_one(payment)),
    )


@outbox.letter(Payment, to=Reader.PAYERS)
def received_in_part(payment: Payment, reader) -> Letter | None:
    """How much has come, and how much has not."""
    if not (payment.is_open and payment.received):
        return None
    told = {
        "received": as_text(payment.received, payment.currency),
        "rest": as_text(payment.to_pay, payment.currency),
    }
    return _to_payer(
        payment,
        subject=_("A part of your payment has arrived: %(what)s") % {"what": payment.description},
        sentence=_("Thank you, %(received)s have arrived. %(rest)s are still to be paid.") % told,
        button=_("Pay the rest"),
    )


@outbox.letter(Payment, to=Reader.PAYERS)
def underway(payment: Payment, reader) -> Letter | None:
    """The payer has done everything; without a word a debit of several days looks like a fault."""
    if payment.state != PaymentState.PENDING:
        return None
    return _to_payer(
        payment,
        subject=_("Payment under way: %(what)s") % {"what": payment.description},
        sentence=_(
            "Thank you, your payment is under way. A direct debit or a bank transfer takes several working days; you "
            "need not do anything, and we write to you as soon as the money is there."
        ),
    )


@outbox.letter(Payment, to=Reader.PAYERS)
def fell_through(payment: Payment, reader) -> Letter | None:
    """Nothing to say where it was paid or withdrawn meanwhile."""
    if payment.state != PaymentState.OPEN:
        return None
    return _to_payer(
        payment,
        subject=_("Your payment did not go through: %(what)s") % {"what": payment.description},
        sentence=_("Your bank did not carry out the payment. Please try again, perhaps another way."),
        button=_("Pay now"),
    )


@outbox.letter(Payment, to=Reader.PAYERS)
def entered_by_mistake(payment: Payment, reader) -> Letter | None:
    """Takes back a receipt."""
    if payment.paid_at or payment.received:
        return None
    still_asked = _("Please pay it, if you have not done so yet.") if payment.is_open else ""
    return _to_payer(
        payment,
        subject=_("Correction: your payment has not arrived (%(what)s)") % {"what": payment.description},
        sentence=_("We entered a payment for you by mistake and have corrected that; we are sorry."),
        more=still_asked,
    )


@outbox.letter(Payment, to=Reader.PAYERS)
def refund_coming(payment: Payment, reader) -> Letter | None:
    return _to_payer(
        payment,
        subject=_("You get your money back: %(what)s") % {"what": payment.description},
        sentence=Kept(wording.why_back(payment)),
        more=Kept(" ".join(filter(None, [wording.what_comes_back(payment), wording.or_a_voucher(payment)]))),
    )


@outbox.letter(Payment, to=Reader.PAYERS)
def voucher_given(payment: Payment, reader) -> Letter | None:
    """Nothing to say where it was paid out meanwhile."""
    credit = Credit.objects.filter(payment=payment).first()
    if credit is None:
        return None
    told = {
        "amount": as_text(credit.left, payment.currency),
        "code": credit.code,
        "day": date_format(credit.valid_until, "DATE_FORMAT"),
    }
    words = _("Your voucher over %(amount)s has the code %(code)s and is valid until %(day)s.") % told
    return _to_payer(
        payment,
        subject=_("Your voucher: %(what)s") % {"what": payment.description},
        sentence=_("Thank you for leaving the money with us."),
        more=Kept(f"{words} {_('Enter it on the page on which you pay for another event of ours.')}"),
    )


@outbox.letter(Payment, to=Reader.PAYERS)
def refunded_in_part(payment: Payment, reader) -> Letter | None:
    return _to_payer(
        payment,
        subject=_("Paid back in part: %(what)s") % {"what": payment.description},
        sentence=_("Of your payment %(amount)s have gone back the way they came.")
        % {"amount": as_text(payment.refunded, payment.currency)},
    )


@outbox.letter(Payment, to=Reader.PAYERS)
def refunded(payment: Payment, reader) -> Letter | None:
    by_hand = payment.refunded_via == PaidVia.TRANSFER
    way = _("We have transferred the amount back to you.") if by_hand else ""
    return _to_payer(
        payment,
        subject=_("Refunded: %(what)s") % {"what": payment.description},
        sentence=way or _("We have paid the amount back to you the way it came."),
    )


@outbox.letter(Payment, to=Reader.FINANCE)
def review_wanted(payment: Payment, reader) -> Letter | None:
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=_("Payment %(reference)s needs a look") % {"reference": payment.reference},
        paragraphs=[
            _("Something happened that the portal cannot settle by itself. Please compare the payment with Stripe."),
        ],
        facts=[(_("Reason"), payment.get_review_display()), *_facts(payment)],
        button=(_("Open the payment"), absolute(reverse(INSPECT, args=[payment.pk]))),
    )


@outbox.letter(Stray, to=Reader.FINANCE)
def stray_arrived(stray: Stray, reader) -> Letter | None:
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=_("Stripe told something that belongs to no payment"),
        paragraphs=[
            _("The portal cannot assign a message of Stripe. Please look it up there and close it in the portal."),
        ],
        facts=[(_("Message"), stray.kind), (_("About"), stray.about or "–"), (_("Number"), stray.event_id)],
        button=(_("To the messages"), absolute(reverse("wagtailsnippets_payments_stray:list"))),
    )


def _to_payer(payment: Payment, *, subject: str, sentence: str, more: str = "", button: str = "") -> Letter:
    greeting = dear(payment.payer_name)
    return Letter(
        to=payment.payer_email,
        name=payment.payer_name,
        subject=subject,
        paragraphs=[greeting, *filter(None, [sentence, more])],
        facts=_facts(payment),
        button=(button or _("See the payment"), absolute(payment.get_absolute_url())),
    )


def _facts(payment: Payment) -> list[tuple[str, str]]:
    facts = [
        (_("For"), payment.description),
        (_("Amount"), as_text(payment.amount, payment.currency)),
        (_("Reference"), payment.reference),
    ]
    if payment.paid_at:
        facts.append((_("Paid on"), date_format(localtime(payment.paid_at), "DATE_FORMAT")))
    return facts
