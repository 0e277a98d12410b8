"""`check_invariants` is content with what the verbs made, and names every contradiction that is planted.

Where a constraint of the database holds the same rule, it refuses the planted row first; the command still finds it
once the constraint is gone, as after a restore by hand.
"""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from events.models import Registration
from marketplace.models import Order
from portal.accounts.models import Institution
from portal.payments.models import Payment
from portal.withdrawals.models import Withdrawal
from tests.hostile.world import World


def check() -> tuple[int, str]:
    """Exit code and words of the command."""
    out = StringIO()
    try:
        call_command("check_invariants", stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def sql(text: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text, values)


def copy(row, **other) -> None:
    fresh = type(row).objects.get(pk=row.pk)
    fresh.pk = None
    for name, value in other.items():
        setattr(fresh, name, value)
    fresh.save(force_insert=True)


def paid(rows) -> None:
    rows.update(state="paid", paid_at=timezone.now(), paid_via="transfer")


def wait_for_free_seats(w: World) -> None:
    Registration.objects.filter(pk=w.guest.pk).update(state="waiting")
    sql("update events_event set seats_taken = 0 where id = %s", w.free.pk)


def cancel_and_keep_the_money(w: World) -> None:
    paid(Payment.objects.for_purpose(w.purchase))
    Order.objects.filter(pk=w.purchase.pk).update(state="cancelled")


def use_a_session_twice(w: World) -> None:
    Payment.objects.update(session_id="cs_test_1")


# A contradiction, and a word of the sentence that names it.
PLANTED = {
    "counter": (lambda w: sql("update events_event set seats_taken = 5 where id = %s", w.free.pk), "counter says 5"),
    "idle": (wait_for_free_seats, "free for the first who waits"),
    "endless hold": (lambda w: Registration.objects.filter(pk=w.payer.pk).update(pay_until=None), "without a deadline"),
    "coaching seat": (
        lambda w: sql("update coaching_slot set seats_taken = 0 where id = %s", w.coaching.slot_id),
        "counter says 0 seats, bookings hold 1",
    ),
    "coaching minutes": (
        lambda w: sql("update coaching_account set minutes_taken = 7 where id = %s", w.coached.account_id),
        "counter says 7 minutes",
    ),
    "minutes of nothing": (
        lambda w: sql("update coaching_booking set state = 'declined' where id = %s", w.coaching.pk),
        "counts minutes though it is declined",
    ),
    "piece": (lambda w: w.purchase.holds.update(piece=9), "a piece that does not exist"),
    "sold twice": (lambda w: copy(w.purchase.holds.get(), piece=2), "more often than it has pieces"),
    "withdrawn": (
        lambda w: sql("update marketplace_listing set state = 'withdrawn' where id = %s", w.sale.pk),
        "withdrawn listing has a running order",
    ),
    "not verified": (lambda w: Institution.objects.update(is_verified=False), "institution that is not verified"),
    "no payment": (
        lambda w: Payment.objects.for_purpose(w.purchase).update(state="cancelled"),
        "without an open or paid payment",
    ),
    "kept money": (cancel_and_keep_the_money, "cancelled order keeps money"),
    "paid of nothing": (
        lambda w: Payment.objects.filter(pk=w.payment.pk).update(state="paid"),
        "is paid, paid at None",
    ),
    "withdrawn and asked for": (
        lambda w: Withdrawal.objects.filter(pk=w.withdrawal.pk).update(
            state="carried_out",
            decided_at=w.withdrawal.received_at,
            deed_type=w.payment.purpose_type,
            deed_id=w.payment.purpose_id,
        ),
        "is carried out, but",
    ),
    "session": (use_a_session_twice, "settles two payments"),
    "a foreign account": (
        lambda w: Payment.objects.for_purpose(w.purchase).update(session_account="acct_of_others"),
        "which its payee has not linked",
    ),
    "tree": (lambda w: sql("update wagtailcore_page set numchild = 7 where id = %s", w.pages["events"].pk), "children"),
}
# The same where the database refuses: the constraint by name, whether it is an index, the contradiction, the word.
GUARDED = {
    "event_never_oversold": (
        lambda w: sql("update events_event set capacity = 0 where id = %s", w.free.pk),
        "1 of 0 seats held",
    ),
    "one_active_registration_per_email": (
        lambda w: copy(w.guest, submission="6f1c1a52-0000-4000-8000-000000000000"),
        "an address has 2 active registrations",
    ),
    "slot_never_oversold": (
        lambda w: sql("update coaching_slot set seats_taken = 2 where id = %s", w.coaching.slot_id),
        "2 of 1 seats held",
    ),
    "coach_meets_one_at_a_time": (
        lambda w: copy(w.coaching.slot, uid="6f1c1a52-0000-4000-8000-000000000001", seats_taken=0),
        "overlaps another of the coach",
    ),
    "hold_holds_alone": (lambda w: copy(w.purchase.holds.get()), "have the same piece at the same time"),
    "order_ends_after_it_starts": (
        lambda w: sql("update marketplace_order set period = 'empty' where id = %s", w.order.pk),
        "ends before it starts",
    ),
    "order_price_is_not_negative": (
        lambda w: sql("update marketplace_order set price = -1 where id = %s", w.order.pk),
        "price is negative",
    ),
    "listing_prices_are_not_negative": (
        lambda w: sql("update marketplace_listing set hourly = -1 where id = %s", w.device.pk),
        "price is negative",
    ),
}


def _drop(name: str) -> None:
    sql("set constraints all immediate")
    with connection.cursor() as cursor:
        cursor.execute("select conrelid::regclass::text from pg_constraint where conname = %s", [name])
        table = cursor.fetchone()
    sql(f'alter table {table[0]} drop constraint "{name}"' if table else f'drop index "{name}"')


def test_a_portal_with_traffic_contradicts_nothing(world):
    assert check() == (0, "No row contradicts the rules.\n")


@pytest.mark.parametrize("kind", PLANTED)
def test_every_planted_contradiction_is_named(world, kind):
    plant, word = PLANTED[kind]
    plant(world)
    code, told = check()
    assert code == 1
    assert word in told


@pytest.mark.parametrize("constraint", GUARDED)
def test_the_database_refuses_what_the_command_would_name(world, constraint):
    plant, word = GUARDED[constraint]
    with pytest.raises(IntegrityError), transaction.atomic():
        plant(world)
    _drop(constraint)
    plant(world)
    code, told = check()
    assert code == 1
    assert word in told
