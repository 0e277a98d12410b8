"""The verbs of asking for money: open, start the hosted page, withdraw. Stripe is asked outside of transactions."""

from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.language.money import are_whole_cents, cents
from portal.payments import following, gateway, ledger
from portal.payments.amounts import LEAST
from portal.payments.gateway import Money
from portal.payments.ledger import NotOpen
from portal.payments.models import LinkedAccount, Payment
from portal.payments.signals import payment_given_up
from portal.payments.states import Cause, PaymentState
from portal.refusals import Refusal
from portal.web import tokens


class NotAvailable(Refusal):
    message = _("Online payment is not available at the moment. Please try again in a few minutes.")


class TooLittle(NotAvailable):
    message = _("Amounts this small cannot be paid online. Please transfer the money.")


class PayeeTakesNone(NotAvailable):
    message = _("The payee takes no online payments at the moment. Please transfer the money.")


def is_available(payment: Payment | None = None) -> bool:
    """Whether money, or that of `payment`, can come online; what cannot comes by bank transfer."""
    if payment is None or not gateway.is_configured():
        return gateway.is_configured()
    # Of what has come in parts the rest comes the same way.
    return payment.amount >= LEAST and not payment.received and _account_of(payment) is not None


def is_paid_online(institution) -> bool:
    """Whether money for what `institution` offers can come online."""
    return gateway.is_configured() and _account_of_payee(institution.pk) is not None


def _account_of(payment: Payment) -> str | None:
    """The account of Stripe that takes the money of `payment`: empty for our own, None where its payee has none."""
    return "" if payment.payee_id is None else _account_of_payee(payment.payee_id)


def _account_of_payee(institution: int) -> str | None:
    linked = LinkedAccount.objects.taking_money().filter(institution=institution)
    return linked.values_list("account_id", flat=True).first() if settings.STRIPE_CONNECT else None


def open_payment(
    deed,
    *,
    amount: Decimal,
    description: str,
    booked_as: str = "",
    payee=None,
    payer_name: str,
    payer_email: str,
    due_at: datetime | None = None,
    language: str,
    now=None,
) -> Payment:
    """Ask `amount` euros for `deed`, inside the deed's own transaction. Nothing is asked for nothing: amount > 0.

    `payee` is the institution that is paid, to its own accounts; None: the portal itself. The payer reads
    `description`, in `language`; the office books it under `booked_as`.
    """
    if not are_whole_cents(amount):
        raise ValueError(f"{amount} is not in whole cents")
    payment = Payment(
        purpose=deed,
        amount=amount,
        description=description[:250],
        booked_as=booked_as[:250],
        payee=payee,
        due_at=due_at,
        payer_name=payer_name[:200],
        payer_email=payer_email,
        language=language,
        created_at=now or timezone.now(),
    )
    with transaction.atomic():
        payment.save(force_insert=True)
        ledger.note(payment, "payments.open", at=payment.created_at)
    return payment


def start(payment: Payment) -> str:
    """The address of the hosted page on which `payment` is paid; the same one until it expires.

    Raises NotOpen, also where money is under way already, or NotAvailable where Stripe gives no usable answer.
    """
    if payment.state != PaymentState.OPEN:
        raise NotOpen
    if not payment.takes_money:
        withdraw(payment, cause=Cause.OVER)
        raise NotOpen
    if not is_available():
        raise NotAvailable
    if payment.amount < LEAST or payment.received:
        raise TooLittle
    account = _account_of(payment)
    if account is None:
        raise PayeeTakesNone
    try:
        session = _current_session(payment, account) or _new_session(payment, account)
        if session.money != Money.NONE:
            following.settle(session.id, account=session.account)
            raise NotOpen
    except gateway.Unreachable as error:
        # Perhaps the page exists and only the answer was lost: the next try asks with the same key.
        raise NotAvailable from error
    except gateway.Refused as error:
        # Stripe keeps the answer under the key, errors too: the next try needs a new one.
        _forget_session(payment)
        raise NotAvailable from error
    return session.url


@transaction.atomic
def withdraw(payment: Payment, *, cause: Cause, by=None, now: datetime | None = None) -> Payment:
    """The deed is off, called by its verb: nothing is asked any more, money that came goes back.

    Money that is under way goes back when it comes, disputed money when the dispute is won.
    """
    now = now or timezone.now()
    ledger.lock(payment)
    if payment.state not in PaymentState.LIVE:
        return payment
    given_up = payment.amount
    if payment.received:
        ledger.give_parts_back(payment, cause, by=by, now=now)
    elif payment.state in PaymentState.AWAITED:
        was_open = payment.is_open
        ledger.move(payment, PaymentState.CANCELLED, by=by, now=now, cause=cause)
        if was_open and payment.session_id:
            ledger.close_page(payment.session_id, payment.session_account)
    elif payment.state == PaymentState.PAID:
        ledger.owe_back(payment, cause, by=by, now=now)
    elif payment.state == PaymentState.DISPUTED:
        payment.cause = cause
        payment.save(update_fields=["cause"])
    payment_given_up.send(sender=Payment, payment=payment, amount=given_up, by=by, now=now)
    return payment


@transaction.atomic
def let_lapse(deed, *, now: datetime) -> None:
    """The deed has run out of time, called by its verb: nothing is due any more; late money is taken, parts go back."""
    for payment in Payment.objects.for_purpose(deed).filter(state=PaymentState.OPEN).locked():
        if payment.received:
            withdraw(payment, cause=Cause.GONE, now=now)
            continue
        payment_given_up.send(sender=Payment, payment=payment, amount=payment.amount, by=None, now=now)


@transaction.atomic
def owe_part(payment: Payment, amount: Decimal, *, cause: Cause, by=None, now: datetime | None = None) -> Payment:
    """The deed has become smaller by `amount`, called by its verb: so much of what was paid goes back.

    Of money that is under way when it has come, of disputed money when the dispute is won. What nobody has paid yet is
    asked for anew instead. Raises NotOpen.
    """
    ledger.lock(payment)
    if payment.is_open or payment.state not in PaymentState.IN_FORCE:
        raise NotOpen
    payment.owed, payment.owed_for = payment.owed + cents(amount), cause
    payment.save(update_fields=["owed", "owed_for"])
    now = now or timezone.now()
    ledger.note(payment, "payments.owe_part", by=by, at=now, data={"amount": str(cents(amount))})
    payment_given_up.send(sender=Payment, payment=payment, amount=cents(amount), by=by, now=now)
    return payment


@transaction.atomic
def set_term(payment: Payment, due_at: datetime) -> None:
    """The deed gives another term."""
    ledger.lock(payment)
    payment.due_at = due_at
    payment.save(update_fields=["due_at"])


def _current_session(payment: Payment, account: str) -> gateway.Session | None:
    """The session given out last, unless it has expired, has brought nothing, is of an account that takes no money any
    more, or Stripe does not know it.
    """
    if not payment.session_id:
        return None
    if payment.session_account != account:
        _leave_page(payment, account)
        return None
    try:
        session = gateway.retrieve(payment.session_id, account=account)
    except gateway.Refused:
        _forget_session(payment)
        return None
    if session.status == "expired" or session.money == Money.FAILED:
        following.settle(session.id, account=account)
        payment.refresh_from_db()
        if not payment.is_open:
            raise NotOpen
        return None
    return session


def _new_session(payment: Payment, account: str) -> gateway.Session:
    # The moment of asking keeps keys apart when a database starts over with the same numbers.
    key = f"{payment.reference}-{payment.created_at.timestamp():.6f}-{payment.attempt}"
    session = gateway.create_session(payment, tokens.make("settle", payment), key=key, account=account)
    with transaction.atomic():
        asked = payment.attempt
        ledger.lock(payment)
        if payment.state != PaymentState.OPEN:
            if session.money == Money.NONE:
                ledger.close_page(session.id, account)
            raise NotOpen
        if payment.attempt == asked:
            payment.session_id, payment.session_account = session.id, account
            payment.save(update_fields=["session_id", "session_account"])
    return session


@transaction.atomic
def _leave_page(payment: Payment, account: str) -> None:
    """Its payee takes money on another account by now: the page on the former one is closed, if we still can."""
    ledger.lock(payment)
    if payment.is_open and payment.session_id and payment.session_account != account:
        ledger.close_page(payment.session_id, payment.session_account)
        ledger.new_attempt(payment)


@transaction.atomic
def _forget_session(payment: Payment) -> None:
    """Make the next start ask with a new key; two visitors who notice together count one attempt."""
    noticed = payment.attempt
    ledger.lock(payment)
    if payment.attempt == noticed and payment.is_open:
        ledger.new_attempt(payment)
