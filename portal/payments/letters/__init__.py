"""What the portal writes about money."""

from django.contrib.auth import get_user_model
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from portal.accounts.groups import FINANCE
from portal.language.mailbox import absolute
from portal.language.money import as_text
from portal.letters import outbox
from portal.letters.letter import Letter
from portal.payments.models import Payment
from portal.payments.states import PaymentState


def finance():
    """The people who look after money."""
    return get_user_model().objects.filter(groups__name=FINANCE, is_active=True).order_by("pk")


@outbox.letter(Payment)
def received(payment: Payment, reader) -> Letter | None:
    """The receipt; nothing to say where the money is on its way back already."""
    if payment.state != PaymentState.PAID:
        return None
    return _to_payer(
        payment,
        subject=_("Payment received: %(what)s") % {"what": payment.description},
        sentence=_("Thank you, your payment has arrived."),
    )


@outbox.letter(Payment)
def refund_coming(payment: Payment, reader) -> Letter | None:
    return _to_payer(
        payment,
        subject=_("You get your money back: %(what)s") % {"what": payment.description},
        sentence=_(
            "Your payment arrived, but what it was for has gone to others, no longer takes place or has been "
            "cancelled. We pay the whole amount back the way it came; this takes a few working days."
        ),
    )


@outbox.letter(Payment)
def refunded(payment: Payment, reader) -> Letter | None:
    return _to_payer(
        payment,
        subject=_("Refunded: %(what)s") % {"what": payment.description},
        sentence=_("We have paid the amount back to you the way it came."),
    )


@outbox.letter(Payment)
def review_wanted(payment: Payment, reader) -> Letter | None:
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=_("Payment %(reference)s needs a look") % {"reference": payment.reference},
        paragraphs=[
            _("Money arrived that the portal cannot assign by itself. Please compare the payment with Stripe."),
        ],
        facts=[(_("Reason"), payment.get_review_display()), *_facts(payment)],
    )


def _to_payer(payment: Payment, *, subject: str, sentence: str) -> Letter:
    greeting = _("Hello %(name)s,") % {"name": payment.payer_name}
    return Letter(
        to=payment.payer_email,
        name=payment.payer_name,
        subject=subject,
        paragraphs=[greeting, sentence],
        facts=_facts(payment),
        button=(_("See the payment"), absolute(payment.get_absolute_url())),
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
