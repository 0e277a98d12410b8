"""Two at the desk, and two workers with the same reminders: one deed, one letter.

Control tests show the race without the lock.
"""

from functools import partial
from threading import Barrier

import pytest
from django.contrib.contenttypes.models import ContentType
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from marketplace import letters
from marketplace.models import Order
from marketplace.orders import handing, waiting
from marketplace.orders import verbs as ordering
from marketplace.states import OrderState
from portal.letters import outbox
from tests.marketplace.making import NOW, later, place, released
from tests.race.test_slots import at_once

HANDS, ROUNDS = 6, range(3)
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


@pytest.fixture
def lent() -> Order:
    """Agreed and due to leave the house."""
    order = place(released("loan"), start="2027-01-12 10:00", end="2027-01-14 10:00")
    return ordering.accept(order, by=None, now=NOW)


@pytest.fixture
def asked() -> Order:
    """A request that lapses at the end of the 14th day."""
    return place(released(), start="2027-03-01 10:00", end="2027-03-01 12:00")


def posted(kind: str) -> int:
    return ProcrastinateJob.objects.filter(task_name="letters.deliver", args__kind=f"marketplace.{kind}").count()


def logged(state: str) -> int:
    return ModelLogEntry.objects.filter(action=f"marketplace.order.{state}").count()


@pytest.mark.parametrize("round_", ROUNDS)
def test_of_many_who_hand_it_out_or_take_it_back_at_once_one_does(lent, round_):
    for verb, to, kind in (
        (handing.hand_over, "out", "order_handed_out"),
        (handing.take_back, "back", "order_returned"),
    ):
        results = at_once([partial(verb, lent, by=None, now=later(days=1))] * HANDS)
        assert results.count("NotPossible") == HANDS - 1
        assert (Order.objects.get().state, logged(to), posted(kind)) == (to, 1, 1)


def test_control_without_the_lock_everybody_hands_it_out_and_writes(lent):
    """The same look and write without the lock: if one letter left, the test above would prove nothing."""
    looked = Barrier(HANDS)

    def naive():
        accepted = Order.objects.get(pk=lent.pk).state == OrderState.ACCEPTED
        looked.wait(timeout=30)
        if accepted:
            Order.objects.filter(pk=lent.pk).update(state=OrderState.OUT)
            outbox.post(letters.order_handed_out, lent)

    at_once([naive] * HANDS)
    assert posted("order_handed_out") == HANDS


@pytest.mark.parametrize("round_", ROUNDS)
def test_workers_who_remind_at_once_write_each_letter_once(asked, round_):
    at_once([partial(waiting.remind, asked, now=later(days=14))] * HANDS)
    assert (Order.objects.get().reminded, posted("request_waits")) == (waiting.DEPUTY, 1)


@pytest.mark.parametrize("round_", ROUNDS)
def test_workers_who_miss_it_at_once_tell_both_sides_once(lent, round_):
    handing.hand_over(lent, by=None, now=later(days=1))
    at_once([partial(waiting.tell_not_back, lent, now=later(days=9))] * HANDS)
    assert (posted("return_overdue"), posted("return_overdue_notice")) == (1, 1)


@pytest.mark.parametrize("round_", ROUNDS)
def test_workers_who_let_it_lapse_at_once_tell_everybody_once(asked, round_):
    results = at_once([partial(ordering.lapse, asked, now=later(days=15))] * HANDS)
    assert results.count("NotPossible") == HANDS - 1
    told = ("order_lapsed", "order_lapsed_notice", "request_unanswered")
    assert (logged("lapsed"), [posted(kind) for kind in told]) == (1, [1, 1, 1])


def test_control_without_the_lock_every_worker_reminds(asked):
    """The same look and write without the lock: if one letter left, the test above would prove nothing."""
    looked = Barrier(HANDS)

    def naive():
        reminded = Order.objects.get(pk=asked.pk).reminded
        looked.wait(timeout=30)
        if reminded < waiting.OWNER:
            letters.tell_managers(letters.request_waits, asked)
            Order.objects.filter(pk=asked.pk).update(reminded=waiting.OWNER)

    at_once([naive] * HANDS)
    assert posted("request_waits") == HANDS
