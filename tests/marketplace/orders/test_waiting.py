"""No silence: the owner is reminded, then the deputy; when it has lapsed both sides and the office hear."""

from datetime import timedelta

import pytest
from django.conf import settings
from procrastinate.contrib.django.models import ProcrastinateJob

from home.models import Office, Person
from marketplace.models import Order
from marketplace.orders import handing, waiting
from marketplace.orders import verbs as ordering
from marketplace.tasks import remind_of_requests
from portal.accounts.kinds import Role
from portal.letters import outbox
from tests.marketplace.making import NOW, later, member, place, released

pytestmark = pytest.mark.django_db


def told() -> list[tuple[str, str]]:
    """(kind, recipient) of what was posted since."""
    found = []
    for job in ProcrastinateJob.objects.order_by("id"):
        args = {name: job.args[name] for name in ("kind", "pk", "reader")}
        if args["kind"].startswith("marketplace.") and (built := outbox.build(**args)):
            found.append((args["kind"].removeprefix("marketplace."), built[0].to))
    ProcrastinateJob.objects.all().delete()
    return found


@pytest.fixture
def request_of_two_weeks():
    """Placed now, for a time far ahead; it lapses at the end of the 14th day."""
    order = place(released(), start="2027-03-01 10:00", end="2027-03-01 12:00")
    told()
    return order


@pytest.mark.parametrize(
    ("asked", "ends", "first", "second"),
    [
        (0, 14, 11, 12.5),  # three days before, then halfway
        (0, 4, 2, 3),  # not in the first half
        (0, 1, 0.5, 0.75),
    ],
)
def test_when_somebody_is_reminded(asked, ends, first, second):
    order = Order(placed_at=later(days=asked), decide_by=later(days=ends))
    assert waiting.moments(order, 3) == (later(days=first), later(days=second))


def test_owner_and_deputy_are_told_once_each(request_of_two_weeks):
    order = request_of_two_weeks
    resource = order.listing.resource
    resource.deputy = Person.objects.create(first_name="Uwe", last_name="Alt", email="uwe@owner.example")
    resource.save()
    found = []
    for day in (5, 10, 12, 12.2, 13.2, 13.3):
        waiting.remind(order, now=later(days=day))
        found.append(told())
    owner, deputy = ("request_waits", "manager@owner.example"), ("request_waits_deputy", "uwe@owner.example")
    assert found == [[], [], [owner], [], [deputy], []]


def test_without_a_deputy_the_other_members_are_asked(request_of_two_weeks):
    member(request_of_two_weeks.listing.institution, "simple@owner.example", role=Role.MEMBER)
    waiting.remind(request_of_two_weeks, now=later(days=14))
    assert told() == [("request_waits", "manager@owner.example"), ("request_waits_deputy", "simple@owner.example")]


@pytest.mark.parametrize("answer", ["accept", "decline", "cancel", "lapse"])
def test_what_is_answered_is_not_reminded_of(request_of_two_weeks, answer):
    order = request_of_two_weeks
    said = {"decline": {"by": None, "reason": "–"}, "lapse": {}}.get(answer, {"by": None})
    getattr(ordering, answer)(order, **said, now=later(days=20) if answer == "lapse" else NOW)
    told()
    waiting.remind(order, now=later(days=13))
    assert told() == []


def test_a_letter_that_was_on_its_way_when_it_was_answered_stays_unsaid(request_of_two_weeks):
    waiting.remind(request_of_two_weeks, now=later(days=14))
    ordering.decline(request_of_two_weeks, by=None, reason="–", now=later(days=14))
    assert [kind for kind, _to in told()] == ["order_declined"]


def test_whoever_asked_again_is_waited_for_from_the_beginning(request_of_two_weeks):
    order = request_of_two_weeks
    waiting.remind(order, now=later(days=14))
    ordering.propose(order, lines=[], message="Geht es auch so?", by=order.orderer, now=later(days=14))
    order.refresh_from_db()
    assert order.reminded == 0
    told()
    waiting.remind(order, now=later(days=15))
    assert told() == []


def test_who_got_a_proposal_is_reminded_too_and_its_owner_hears_of_the_end(request_of_two_weeks):
    order = request_of_two_weeks
    manager = member(order.listing.institution)
    ordering.propose(order, lines=[], message="Mit Betreuung?", by=manager, now=NOW)
    told()
    waiting.remind(order, now=later(days=14))
    assert told() == [("proposal_waits", order.email)]
    ordering.lapse(order, now=later(days=15))
    assert told() == [("order_lapsed", order.email), ("proposal_lapsed_notice", manager.email)]


def test_when_it_has_lapsed_both_sides_and_the_office_hear(request_of_two_weeks):
    ordering.lapse(request_of_two_weeks, now=later(days=15))
    assert told() == [
        ("order_lapsed", "orderer@example.org"),
        ("order_lapsed_notice", "manager@owner.example"),
        ("request_unanswered", settings.OFFICE_EMAIL),
    ]


def test_the_owner_hears_that_nobody_paid():
    order = place(released("sale"))
    told()
    ordering.lapse(order, now=later(days=15))
    assert told() == [("order_lapsed", order.email), ("payment_lapsed_notice", "manager@owner.example")]


def test_the_worker_asks_for_what_is_due_and_the_office_sets_how_early(site_tree, request_of_two_weeks, monkeypatch):
    monkeypatch.setattr("marketplace.tasks.clock.now", lambda: later(days=9))
    remind_of_requests(0)
    assert told() == []
    Office.objects.create(site=site_tree.site, reminder_days=7)
    for _twice in range(2):
        remind_of_requests(0)
    assert told() == [("request_waits", "manager@owner.example")]


def test_a_request_for_tomorrow_is_not_reminded_of_at_once():
    order = place(released(), start="2027-01-12 10:00", end="2027-01-12 12:00")
    told()
    waiting.remind(order, now=NOW + timedelta(minutes=10))
    assert told() == []


@pytest.fixture
def out():
    """Handed out, and to be back on the third day."""
    order = place(released("loan"), start="2027-01-12 10:00", end="2027-01-14 09:00")
    ordering.accept(order, by=None, now=NOW)
    handing.hand_over(order, by=None, now=later(days=1))
    told()
    return order


def test_both_sides_hear_once_of_what_did_not_come_back(out, monkeypatch):
    found = []
    for day in (2, 3.1, 6.1, 6.2, 30):
        monkeypatch.setattr("marketplace.tasks.clock.now", lambda day=day: later(days=day))
        remind_of_requests(0)
        found.append(told())
    both = [("return_overdue", out.email), ("return_overdue_notice", "manager@owner.example")]
    assert found == [[], [], both, [], []]


def test_what_comes_back_meanwhile_is_not_reminded_of(out):
    (late,) = waiting.not_back(later(days=7))
    handing.take_back(out, by=None, now=later(days=7))
    waiting.tell_not_back(late, now=later(days=7))
    assert [kind for kind, _to in told()] == ["order_returned"]
    assert not waiting.not_back(later(days=7)).exists()


def test_a_letter_on_its_way_when_it_came_back_stays_unsaid(out):
    waiting.tell_not_back(out, now=later(days=7))
    handing.take_back(out, by=None, now=later(days=7))
    assert [kind for kind, _to in told()] == ["order_returned"]


def test_what_is_ahead_is_not_over_or_not_back(out):
    asked, by = place(released("service"), start=None, end=None), out.orderer
    bought = ordering.accept(place(released("gift", approval="request")), by=None, now=NOW)
    used = ordering.accept(place(released(), start="2027-01-13 10:00", end="2027-01-13 12:00"), by=None, now=NOW)
    ahead = Order.objects.placed_by(by).ahead(later(days=1)).order_by("period", "pk")
    assert list(ahead) == [bought, out, used, asked]
    assert list(Order.objects.placed_by(by).ahead(later(days=9)).order_by("period", "pk")) == [bought, out, asked]
