"""The verbs of linked accounts: set up, look, let go. Stripe is asked outside of transactions; what an event says about
an account is never believed, each bell only makes us look.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal import states
from portal.accounts import groups
from portal.accounts.models import Institution
from portal.audit import log
from portal.letters import outbox
from portal.payments import gateway, ledger
from portal.payments.checkout import NotAvailable
from portal.payments.letters import linked as letters
from portal.payments.models import LinkedAccount, Payment
from portal.payments.states import LinkState, PaymentState
from portal.refusals import Refusal
from portal.rights import HouseRight

# Stripe has turned the institution down for good (docs.stripe.com/api/accounts/object, disabled_reason).
TURNED_DOWN = "rejected."


class NotAManager(Refusal):
    message = _("Only managers of the institution can do this.")


class NotPossible(Refusal):
    message = _("This account is disconnected.")


def is_offered() -> bool:
    """Whether institutions may link accounts here at all."""
    return settings.STRIPE_CONNECT and gateway.is_configured()


def set_up(institution: Institution, *, back: str, by, now: datetime | None = None) -> str:
    """The address of Stripe's own page on which the institution sets its account up, for the first time or again.

    Stripe sends people to `back`. Raises NotAManager, or NotAvailable where Stripe gives no usable answer.
    """
    _require_manager(institution, by)
    if not is_offered():
        raise NotAvailable
    linked = _begin(institution, by=by, now=now or timezone.now())
    try:
        account = linked.account_id or _open(linked, by=by)
        return gateway.setup_page(account, back=f"{back}?back=done", again=f"{back}?back=late")
    except gateway.Unreachable as error:
        # Perhaps the account exists and only the answer was lost: the next try asks with the same key.
        raise NotAvailable from error
    except gateway.NoAccess as error:
        look(linked, now=now)
        raise NotAvailable from error
    except gateway.Refused as error:
        _ask_anew(linked)
        raise NotAvailable from error


def look(linked: LinkedAccount, *, by=None, now: datetime | None = None) -> LinkedAccount:
    """Take the account to where Stripe says that it stands. Safe to call any number of times.

    Raises gateway.Unreachable or gateway.Refused.
    """
    now = now or timezone.now()
    try:
        standing = gateway.standing(linked.account_id)
    except gateway.NoAccess:
        return _lose(linked, now=now)
    return _stand(linked, standing, by=by, now=now)


def hear(account: str) -> LinkedAccount | None:
    """A bell about `account` has rung; None where nobody has linked it."""
    linked = LinkedAccount.objects.filter(account_id=account).exclude(account_id="").first()
    return look(linked) if linked and linked.revoked_at is None else linked


def is_ours(account: str, *, is_live: bool) -> bool:
    """Whether `account` is linked with us, or was, for real money or for trying as the event says."""
    return LinkedAccount.objects.filter(account_id=account, livemode=is_live).exclude(account_id="").exists()


def look_at_all(*, now: datetime | None = None) -> None:
    """The same end state without a single bell. One account that Stripe refuses does not stop the others."""
    for linked in LinkedAccount.objects.reachable():
        try:
            look(linked, now=now)
        except gateway.Refused:
            continue


@transaction.atomic
def let_go(linked: LinkedAccount, *, by, now: datetime | None = None) -> LinkedAccount:
    """The institution is not paid online any more. What was paid can still go back on the same way.

    Raises NotAManager or NotPossible.
    """
    _require_manager(linked.institution, by)
    now = now or timezone.now()
    _lock(linked)
    _move(linked, LinkState.DISCONNECTED, by=by, now=now, disconnected_at=now)
    _stop(linked, by=by)
    return linked


@transaction.atomic
def _begin(institution: Institution, *, by, now: datetime) -> LinkedAccount:
    """The row first, so that two managers at once ask for one account."""
    Institution.objects.select_for_update(of=("self",)).get(pk=institution.pk)
    current = LinkedAccount.objects.current().locked().filter(institution=institution).first()
    if current and current.livemode != gateway.is_live():
        # Linked for trying, with other keys.
        _move(current, LinkState.DISCONNECTED, by=by, now=now, disconnected_at=now)
        current = None
    return current or LinkedAccount.objects.create(
        institution=institution, livemode=gateway.is_live(), asked_at=now, state=LinkState.ONBOARDING
    )


def _open(linked: LinkedAccount, *, by) -> str:
    key = f"account-{linked.pk}-{linked.asked_at.timestamp():.6f}-{linked.attempt}"
    account = gateway.open_account(linked.institution.name, key=key)
    with transaction.atomic():
        _lock(linked)
        if not linked.account_id:
            linked.account_id = account
            linked.save(update_fields=["account_id"])
            log(linked, "payments.account_opened", user=by)
    return linked.account_id


@transaction.atomic
def _ask_anew(linked: LinkedAccount) -> None:
    """Stripe keeps the answer under the key, errors too."""
    noticed = linked.attempt
    _lock(linked)
    if linked.attempt == noticed and not linked.account_id:
        linked.attempt += 1
        linked.save(update_fields=["attempt"])


@transaction.atomic
def _stand(linked: LinkedAccount, standing: gateway.Standing, *, by, now: datetime) -> LinkedAccount:
    _lock(linked)
    if linked.state == LinkState.DISCONNECTED:
        return linked
    if linked.reason != standing.reason:
        linked.reason = standing.reason[:100]
        linked.save(update_fields=["reason"])
    to = _led_to(linked, standing)
    if to == linked.state:
        return linked
    if to == LinkState.ACTIVE:
        _move(linked, to, by=by, now=now, linked_at=linked.linked_at or now)
        _tell(letters.account_takes_money, linked)
    else:
        _move(linked, to, by=by, now=now)
        _stop(linked)
    return linked


def _led_to(linked: LinkedAccount, standing: gateway.Standing) -> LinkState:
    if standing.takes_money:
        return LinkState.ACTIVE
    is_begun = linked.state == LinkState.ONBOARDING and not standing.reason.startswith(TURNED_DOWN)
    return LinkState.ONBOARDING if is_begun else LinkState.RESTRICTED


@transaction.atomic
def _lose(linked: LinkedAccount, *, now: datetime) -> LinkedAccount:
    """The institution has taken our access away at Stripe."""
    _lock(linked)
    if linked.revoked_at is None:
        linked.revoked_at = now
        linked.save(update_fields=["revoked_at"])
    if linked.state != LinkState.DISCONNECTED:
        _move(linked, LinkState.DISCONNECTED, now=now, disconnected_at=now)
        _stop(linked)
    return linked


def _stop(linked: LinkedAccount, *, by=None) -> None:
    """Nobody pays there any more, or elsewhere instead: open pages are closed, if Stripe still lets us; people hear."""
    pages = Payment.objects.filter(session_account=linked.account_id, state=PaymentState.OPEN)
    for payment in pages.exclude(session_id="").locked() if linked.account_id else ():
        ledger.close_page(payment.session_id, payment.session_account)
        ledger.new_attempt(payment)
    _tell(letters.account_takes_no_money, linked, but=by)
    if Payment.objects.filter(payee=linked.institution_id, state__in=sorted(PaymentState.AWAITED)).exists():
        for person in groups.people_of(groups.MODERATORS, groups.ADMINISTRATORS):
            outbox.post(letters.institution_takes_no_money, linked, reader=person)


def _tell(builder, linked: LinkedAccount, *, but=None) -> None:
    managers = linked.institution.memberships.filter(role__in=HouseRight.KEEP_MEMBERS.roles, user__is_active=True)
    for member in managers.select_related("user").order_by("pk"):
        if but is None or member.user_id != but.pk:
            outbox.post(builder, linked, reader=member.user)


def _require_manager(institution: Institution, by) -> None:
    if by is not None and not HouseRight.KEEP_MEMBERS.held_by(by, institution):
        raise NotAManager


def _lock(linked: LinkedAccount) -> None:
    linked.refresh_from_db(from_queryset=LinkedAccount.objects.locked())


def _move(linked: LinkedAccount, to: LinkState, *, by=None, now: datetime, **facts) -> None:
    data = {"from": str(linked.state), "to": str(to)} | ({"reason": linked.reason} if linked.reason else {})
    states.step(linked, to, refusal=NotPossible, action=f"payments.account_{to}", data=data, by=by, now=now, **facts)
