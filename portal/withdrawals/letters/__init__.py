"""What the portal writes about withdrawals: at once the receipt (§ 356a BGB), then what became of it; to the office."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from home.models import Office
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Kept, Letter, dear
from portal.letters.readers import Reader
from portal.payments.models import Payment
from portal.payments.states import PaymentState
from portal.withdrawals import contracts
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.states import WithdrawalState

INSPECT = "wagtailsnippets_withdrawals_withdrawal:inspect"
# The money has come, and has not gone back in full.
TO_GO_BACK = {PaymentState.REFUND_DUE, PaymentState.REFUNDING, PaymentState.DISPUTED}


@outbox.letter(Withdrawal, to=Reader.PAYERS)
def receipt(withdrawal: Withdrawal, reader) -> Letter:
    """Its content, and the date and the time at which it came; nothing about what we make of it."""
    return _to_consumer(
        withdrawal,
        subject=_("We have received your withdrawal"),
        sentences=[Kept(_("we confirm that your declaration of withdrawal has reached us, with this content:"))],
        closing=[_("We look at it and write to you again.")],
    )


@outbox.letter(Withdrawal, to=Reader.PAYERS)
def carried_out(withdrawal: Withdrawal, reader) -> Letter | None:
    deed = withdrawal.deed
    if withdrawal.state != WithdrawalState.CARRIED_OUT or deed is None:
        return None
    kind = contracts.of(deed)
    money = _("You do not have to pay anything.")
    if Payment.objects.for_purpose(deed).filter(state__in=TO_GO_BACK).exists():
        money = _("What you have paid goes back to you the way it came, within 14 days (§ 357 BGB), without a fee.")
    sentence = _("your withdrawal is carried out: the contract about “%(contract)s” is at an end.")
    return _to_consumer(
        withdrawal,
        subject=_("Your withdrawal is carried out"),
        sentences=[Kept(sentence % {"contract": kind.called(deed)}), Kept(money)],
        attachments=kind.attachments(deed),
    )


@outbox.letter(Withdrawal, to=Reader.PAYERS)
def refused(withdrawal: Withdrawal, reader) -> Letter | None:
    if withdrawal.state != WithdrawalState.REFUSED:
        return None
    return _to_consumer(
        withdrawal,
        subject=_("About your withdrawal"),
        sentences=[
            _("we have looked at your withdrawal. In our view there is no right of withdrawal here:"),
            Kept(withdrawal.reason),
            _("If you see it differently, please answer this letter."),
        ],
    )


@outbox.letter(Withdrawal, to=Reader.OFFICE, language=settings.LANGUAGE_CODE)
def to_decide(withdrawal: Withdrawal, reader) -> Letter | None:
    """Not sure, so a person looks; nothing to say once somebody has."""
    if not withdrawal.is_open:
        return None
    return Letter(
        to=Office.here().mailbox,
        name=settings.PORTAL_NAME,
        subject=_("Withdrawal to be decided: %(contract)s") % {"contract": withdrawal.contract},
        paragraphs=[
            _("Somebody has declared a withdrawal, and the portal is not sure about the contract or the period."),
            _("It counts from the moment it came. Please look soon: money has to go back within 14 days (§ 357 BGB)."),
        ],
        facts=withdrawal.content(),
        button=(_("Look and decide"), absolute(reverse(INSPECT, args=[withdrawal.pk]))),
    )


def _to_consumer(
    withdrawal: Withdrawal, *, subject: str, sentences: list[str], closing: list[str] | None = None, attachments=()
) -> Letter:
    return Letter(
        to=withdrawal.email,
        name=withdrawal.name,
        subject=subject,
        paragraphs=[dear(withdrawal.name), *sentences],
        facts=withdrawal.content(),
        closing=closing or [],
        attachments=list(attachments),
    )
