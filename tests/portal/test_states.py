"""The door between states: what it asks, writes and logs."""

import ast
from pathlib import Path

import pytest
from django.db.models import TextChoices
from django.utils import timezone
from wagtail.models import ModelLogEntry

from events.coaching.states import BookingState
from events.states import RegistrationState
from marketplace.models import Listing
from marketplace.states import ListingState, OrderState
from portal import states
from portal.accounts.kinds import RequestState
from portal.approvals.states import ApprovalState, ProposalState
from portal.payments.states import BatchState, LinkState, PaymentState
from portal.payments.states import ProposalState as RefundState
from portal.refusals import Refusal
from portal.withdrawals.states import WithdrawalState
from tests.marketplace.making import draft

NOW = timezone.now()
ROOT = Path(__file__).resolve().parent.parent.parent
DOORS = [RegistrationState, BookingState, ListingState, OrderState]
DOORS += [ApprovalState, ProposalState, PaymentState, RequestState]
DOORS += [RefundState, BatchState, LinkState, WithdrawalState]


class No(Refusal):
    message = "No."


def lines(deed) -> list:
    return list(ModelLogEntry.objects.for_instance(deed).filter(timestamp=NOW))


@pytest.mark.django_db
def test_a_step_along_an_arrow_writes_the_facts_that_come_with_it_and_logs_once():
    listing = draft()
    Listing.objects.filter(pk=listing.pk).update(city="Elsewhere")
    facts = {"reason": "Later.", "submitted_at": NOW}
    done = states.step(
        listing,
        ListingState.SUBMITTED,
        refusal=No,
        action="marketplace.listing.submitted",
        data={"a": 1},
        now=NOW,
        **facts,
    )
    assert done is listing
    listing.refresh_from_db()
    assert (listing.state, listing.reason, listing.submitted_at) == ("submitted", "Later.", NOW)
    # Only what was named is written: what others wrote meanwhile stays.
    assert listing.city == "Elsewhere"
    assert [(line.action, line.data) for line in lines(listing)] == [("marketplace.listing.submitted", {"a": 1})]


@pytest.mark.django_db
def test_a_step_without_an_action_leaves_no_line():
    listing = draft()
    states.step(listing, ListingState.WITHDRAWN, refusal=No, now=NOW)
    listing.refresh_from_db()
    assert (listing.state, lines(listing)) == ("withdrawn", [])


@pytest.mark.django_db
@pytest.mark.parametrize("refusal", [No, No("Not now.")])
def test_where_no_arrow_is_drawn_nothing_is_touched(refusal):
    listing = draft()
    with pytest.raises(No):
        states.step(
            listing, ListingState.RELEASED, refusal=refusal, action="marketplace.listing.released", now=NOW, reason="x"
        )
    assert (listing.state, listing.reason) == ("draft", "")
    listing.refresh_from_db()
    assert (listing.state, listing.reason, lines(listing)) == ("draft", "", [])


@pytest.mark.parametrize("drawn", DOORS)
def test_every_arrow_starts_and_ends_at_a_state(drawn):
    assert set(drawn.NEXT) == set(drawn.values)
    assert set().union(*drawn.NEXT.values()) <= set(drawn.values)


def test_every_class_of_states_with_arrows_is_tried_here():
    assert {one for one in TextChoices.__subclasses__() if hasattr(one, "NEXT")} == set(DOORS)


def test_nobody_else_asks_for_the_arrows():
    """Beside the door only the buttons of an order look at them, from one side."""
    asking = {
        path.relative_to(ROOT).as_posix()
        for top in ("portal", "home", "events", "marketplace")
        for path in (ROOT / top).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr == "NEXT"
    }
    assert asking == {"portal/states.py", "marketplace/orders/buttons.py"}
