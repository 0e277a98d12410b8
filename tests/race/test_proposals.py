"""Two who decide on one proposal at once. A control test shows the race without the lock."""

from threading import Barrier

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from home import samples
from home.models import Person
from portal.accounts import groups
from portal.accounts.people import enroll
from portal.approvals import proposals
from portal.approvals.models import Proposal
from tests.race.test_slots import at_once

CLIENTS = 6
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def moderators():
    groups.grant()
    names = [f"moderator{number}@example.org" for number in range(CLIENTS)]
    return [enroll(name, staff_groups=(groups.MODERATORS,)) for name in names]


@pytest.fixture
def proposal(moderators):
    person = samples.person(phone="0234 1")
    return Proposal.objects.create(
        subject_type=ContentType.objects.get_for_model(Person),
        subject_id=person.pk,
        said={"phone": ["0234 99"]},
        before={"phone": "0234 1"},
        proposed_by=enroll("editor@example.org", staff_groups=(groups.EDITORS,)),
        proposed_at=timezone.now(),
    )


def seen(proposal, user) -> str:
    return proposals.version(proposals.form(proposal, user), proposal)


def letters() -> int:
    return ProcrastinateJob.objects.filter(args__kind="approvals.proposal_decided").count()


def test_of_many_releases_at_once_one_counts_and_one_letter_goes_out(proposal, moderators):
    version = seen(proposal, moderators[0])
    results = at_once([lambda by=by: proposals.release(proposal, seen=version, by=by) for by in moderators])
    assert results.count(None) == 1
    assert results.count("DecidedBefore") == CLIENTS - 1
    assert Person.objects.get().phone == "0234 99"
    assert ModelLogEntry.objects.filter(action="approvals.release").count() == letters() == 1


def test_releasing_and_declining_at_once_is_one_or_the_other(proposal, moderators):
    version, (first, second, *_others) = seen(proposal, moderators[0]), moderators
    results = at_once(
        [
            lambda: proposals.release(proposal, seen=version, by=first),
            lambda: proposals.decline(proposal, reason="Nein", by=second),
        ]
    )
    assert sorted(map(str, results)) == ["DecidedBefore", "None"]
    proposal.refresh_from_db()
    assert (proposal.state, Person.objects.get().phone) in {("released", "0234 99"), ("declined", "0234 1")}
    assert letters() == 1


def test_control_without_the_lock_everybody_decides(proposal, moderators):
    """The same look and write without the lock: if one of them decided, the tests above would prove nothing."""
    looked = Barrier(CLIENTS)

    def naive():
        mine = Proposal.objects.get(pk=proposal.pk)
        is_open = mine.state == "open"
        looked.wait(timeout=30)
        if is_open:
            mine.state = "released"
            mine.save(update_fields=["state"])
        return is_open

    assert at_once([naive] * CLIENTS).count(True) == CLIENTS
