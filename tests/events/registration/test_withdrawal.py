"""The right of withdrawal of guests: frozen with the registration, counted from the contract, for consumers alone."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from events import samples
from events.models import Event, Registration
from events.registration import self_service, withdrawing
from events.registration import verbs as registration
from events.registration.signup import Signup
from portal.payments import bookkeeping, checkout
from portal.payments.credit import verbs as credits
from portal.payments.models import Payment
from portal.payments.states import Cause
from portal.withdrawals.kinds import WithdrawalRight
from tests.events.filling import door
from tests.portal.payments.conftest import ask

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 1, 12, 9, tzinfo=UTC)
ENDS = datetime(2027, 1, 27, tzinfo=ZoneInfo("Europe/Berlin"))
GUEST = {"name": "Ada", "email": "ada@example.org", "target_group": "sme", "language": "de", "consent_version": "1"}


def event(**facts) -> Event:
    return samples.event(**{"fee": Decimal("80"), "starts_at": datetime(2027, 3, 3, 9, tzinfo=UTC)} | facts)


def register(event, *, now=NOW, **said) -> Registration:
    return registration.register(event, Signup(**GUEST | said), now=now)


def test_it_applies_unless_somebody_says_why_not():
    mine = register(event())
    assert (mine.withdrawal, mine.withdrawable_until()) == (WithdrawalRight.APPLIES, ENDS)


@pytest.mark.parametrize("reason", [one for one in WithdrawalRight if one != WithdrawalRight.APPLIES])
def test_a_reason_of_the_law_excludes_it(reason):
    assert register(event(withdrawal=reason)).withdrawable_until() is None
    assert reason.sentence


def test_what_costs_nothing_is_no_contract_to_withdraw_from():
    assert register(event(fee=None)).withdrawable_until() is None


def test_what_is_changed_afterwards_touches_nobody_who_has_registered():
    one = event()
    mine = register(one)
    Event.objects.filter(pk=one.pk).update(withdrawal=WithdrawalRight.LEISURE)
    mine.refresh_from_db()
    assert mine.withdrawable_until() == ENDS


def test_who_waits_has_no_contract_until_a_seat_is_theirs():
    full = event(capacity=1)
    first = register(full)
    waits = register(full, email="late@example.org")
    assert waits.withdrawable_until() is None
    registration.cancel(first, now=NOW + timedelta(days=1))
    waits.refresh_from_db()
    assert waits.withdrawable_until() is None
    self_service.accept(waits, now=NOW + timedelta(days=1, hours=1))
    waits.refresh_from_db()
    assert waits.withdrawable_until() == ENDS + timedelta(days=1)


@pytest.mark.parametrize(
    ("right", "said"),
    [("applies", "Ablauf des Tages: Dienstag, 26. Januar 2027"), ("leisure", "§ 312g Abs. 2 Nr. 9 BGB")],
)
def test_it_is_told_right_above_the_button_and_in_the_letter(client, publish, post_office, time_machine, right, said):
    time_machine.move_to(NOW, tick=False)
    one = event(withdrawal=right)
    publish(one)
    page = client.get(door(one)).content.decode()
    assert said in page
    assert page.index(said) < page.rindex("zahlungspflichtig bestellen")
    register(one)
    letter = post_office()[0]
    assert ("§ 312g Abs. 2 Nr. 9" if right == "leisure" else "/de/widerruf/vertrag/registration/") in letter.body


def test_what_is_free_says_nothing_of_it(client, publish):
    one = samples.event()
    publish(one)
    assert "Widerrufsrecht" not in client.get(door(one)).content.decode()


@pytest.mark.parametrize(("used", "state"), [(False, "refund_due"), (True, "credited")])
def test_voucher_taken_instead_of_the_money_is_paid_out_unless_it_is_used(used, state, django_user_model):
    mine = register(event())
    payment = Payment.objects.for_purpose(mine).get()
    bookkeeping.receive_transfer(payment, by=None, now=NOW)
    checkout.withdraw(payment, cause=Cause.CALLED_OFF, now=NOW)
    credit = credits.take(payment, now=NOW)
    if used:
        other = ask(django_user_model.objects.create_user("other@example.org"), amount=Decimal("5.00"), now=NOW)
        credits.redeem(other, credit.code, now=NOW)
    withdrawing.withdraw(mine, now=NOW)
    payment.refresh_from_db()
    assert payment.state == state
