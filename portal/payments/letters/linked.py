"""What the portal writes about an institution's own account at Stripe."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Kept, Letter, dear
from portal.letters.readers import Reader
from portal.payments.models import LinkedAccount, Payment
from portal.payments.states import LinkState, PaymentState


@outbox.letter(LinkedAccount, to=Reader.OWNERS)
def account_takes_money(linked: LinkedAccount, reader: User) -> Letter | None:
    if linked.state != LinkState.ACTIVE:
        return None
    return _to(
        reader,
        linked,
        subject=_("%(institution)s is paid online from now on") % {"institution": linked.institution},
        paragraphs=[
            _("Stripe takes money for your institution: whoever buys from you can pay online, to your own account."),
            _("A bank transfer stays possible. If you have to give money back, you do so in the portal, too."),
        ],
    )


@outbox.letter(LinkedAccount, to=Reader.OWNERS)
def account_takes_no_money(linked: LinkedAccount, reader: User) -> Letter | None:
    if linked.state == LinkState.ACTIVE:
        return None
    return _to(
        reader,
        linked,
        subject=_("%(institution)s is not paid online any more") % {"institution": linked.institution},
        paragraphs=[_why(linked), _open_ones(linked)],
    )


@outbox.letter(LinkedAccount, to=Reader.OFFICE)
def institution_takes_no_money(linked: LinkedAccount, reader: User) -> Letter | None:
    if linked.state == LinkState.ACTIVE or not _awaited(linked):
        return None
    return Letter(
        to=reader.email,
        name=reader.get_full_name(),
        subject=_("Payments to %(institution)s are open, and it is not paid online any more")
        % {"institution": linked.institution},
        paragraphs=[dear(reader.get_full_name()), _why(linked), _open_ones(linked)],
        facts=_facts(linked),
    )


def _to(reader: User, linked: LinkedAccount, *, subject: str, paragraphs: list[str]) -> Letter:
    return Letter(
        to=reader.email,
        name=reader.get_full_name(),
        subject=subject,
        paragraphs=[dear(reader.get_full_name()), *filter(None, paragraphs)],
        facts=_facts(linked),
        button=(_("Online payment"), absolute(reverse("payments:online", args=[linked.institution.slug]))),
    )


def _why(linked: LinkedAccount) -> str:
    if linked.state == LinkState.RESTRICTED:
        return Kept(_("Stripe has restricted the account. What is missing, Stripe shows when you log in there."))
    if linked.revoked_at:
        return Kept(_("The portal’s access to the account was withdrawn at Stripe."))
    return Kept(_("The account was disconnected in the portal."))


def _open_ones(linked: LinkedAccount) -> str:
    number = _awaited(linked)
    if not number:
        return ""
    said = _(
        "Payments that are still open: %(number)s. Nothing is charged elsewhere instead: the payers are shown the bank "
        "account of the institution. If somebody still had the payment page open, please compare at Stripe."
    )
    return Kept(said % {"number": number})


def _awaited(linked: LinkedAccount) -> int:
    return Payment.objects.filter(payee=linked.institution_id, state__in=sorted(PaymentState.AWAITED)).count()


def _facts(linked: LinkedAccount) -> list[tuple[str, str]]:
    facts = [(_("Institution"), str(linked.institution)), (_("Account at Stripe"), linked.account_id or "–")]
    return [*facts, (_("Reason"), linked.reason)] if linked.reason else facts
