"""Two answers to one question, an answer while staff withdraws. A control test shows the race without the lock."""

from threading import Barrier

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from marketplace.models import Listing
from marketplace.offers import verbs as offering
from portal.accounts import groups
from portal.accounts.people import enroll
from portal.approvals import asking, subjects
from portal.approvals.models import Approval
from portal.approvals.states import Weight
from tests.marketplace.making import draft
from tests.race.test_slots import at_once

CLIENTS = 8
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def approval():
    groups.grant()
    moderator = enroll("moderator@example.org", staff_groups=("Moderators",))
    listing = offering.submit(draft("sale", title="Waage"), by=None)
    asked = {"name": "Kai", "email": "kai@example.org", "language": "de", "weight": Weight.RELEASE}
    return asking.ask(listing, by=moderator, **asked)


def seen(approval) -> str:
    return subjects.of(approval.subject).version(approval.subject)


def answers() -> int:
    return ProcrastinateJob.objects.filter(args__kind="approvals.approval_answered").count()


def test_of_many_yeses_at_once_one_counts_and_one_letter_goes_out(approval):
    version = seen(approval)
    results = at_once([lambda: asking.approve(approval, seen=version)] * CLIENTS)
    assert sum(isinstance(result, Approval) for result in results) == 1
    assert results.count("AlreadyAnswered") == CLIENTS - 1
    assert ModelLogEntry.objects.filter(action="marketplace.listing.released").count() == 1
    assert answers() == 1


@pytest.mark.parametrize("round_", range(3))
def test_a_yes_while_staff_withdraws_ends_in_one_of_two_clear_states(approval, round_):
    version, listing = seen(approval), approval.subject
    yes, _withdrawn = at_once(
        [lambda: asking.approve(approval, seen=version), lambda: offering.withdraw(listing, by=None)]
    )
    approval.refresh_from_db(), listing.refresh_from_db()
    # Withdrawing is possible before and after the release; a yes after it is refused and writes nothing.
    assert listing.state == "withdrawn"
    assert (yes == "NotWaiting", approval.state) in {(True, "open"), (False, "released")}
    assert answers() == (approval.state == "released")


def test_a_yes_while_the_question_is_taken_back_is_one_or_the_other(approval):
    version = seen(approval)
    results = at_once([lambda: asking.approve(approval, seen=version), lambda: asking.revoke(approval, by=None)])
    assert sum(isinstance(result, Approval) for result in results) == 1
    approval.refresh_from_db()
    assert (approval.state, Listing.objects.get().state) in {("released", "released"), ("revoked", "submitted")}


def test_control_without_the_lock_the_same_question_is_answered_again_and_again(approval):
    """The same look and write without the lock: if this counted one yes, the tests above would prove nothing."""
    looked = Barrier(CLIENTS)

    def naive():
        mine = Approval.objects.get(pk=approval.pk)
        is_open = mine.state == "open"
        looked.wait(timeout=30)
        if is_open:
            mine.state = "recommended"
            mine.save(update_fields=["state"])
        return is_open

    assert at_once([naive] * CLIENTS).count(True) == CLIENTS
