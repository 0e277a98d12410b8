"""Asking somebody outside about listings and pages: the verbs, without HTTP."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from marketplace.models import Listing
from marketplace.offers import verbs as offering
from portal.approvals import asking
from portal.approvals.states import ApprovalState, Weight
from tests.marketplace.making import draft
from tests.portal.approvals.making import ask, submit, version

pytestmark = pytest.mark.django_db


def test_a_yes_releases_the_listing_in_the_name_of_who_asked(listing, moderator):
    approval = asking.approve(ask(listing, moderator, weight=Weight.RELEASE), seen=version(listing))
    listing.refresh_from_db()
    assert (approval.state, listing.state) == ("released", "released")
    last = ModelLogEntry.objects.for_instance(listing).filter(action="marketplace.listing.released").get()
    assert last.user == moderator
    (entry,) = ModelLogEntry.objects.for_instance(listing).filter(action="approvals.approve")
    assert entry.data == {"approval": approval.pk}


def test_a_yes_publishes_the_page_in_the_name_of_who_asked(page, moderator):
    approval = asking.approve(ask(page, moderator, weight=Weight.RELEASE), seen=version(page), comment="Gut so.")
    page.refresh_from_db()
    assert (approval.state, approval.hindrance, page.lead) == ("released", "", "Neu.")
    assert PageLogEntry.objects.get(action="wagtail.workflow.approve").user == moderator
    assert PageLogEntry.objects.get(action="approvals.approve", page=page.pk).data == {"approval": approval.pk}


def test_a_recommendation_releases_nothing(listing, page, moderator):
    for row in (listing, page):
        assert asking.approve(ask(row, moderator), seen=version(row)).state == "recommended"
    listing.refresh_from_db(), page.refresh_from_db()
    assert (listing.state, page.lead) == ("submitted", "Alt.")


def test_only_who_may_release_can_let_a_yes_release(listing, page, editor):
    for row in (listing, page):
        with pytest.raises(asking.MayNotRelease):
            ask(row, editor, weight=Weight.RELEASE)


@pytest.mark.parametrize("loss", ["group", "account"])
def test_who_has_lost_the_right_meanwhile_releases_nothing_and_the_yes_is_kept(listing, page, moderator, loss):
    approvals = [ask(row, moderator, weight=Weight.RELEASE) for row in (listing, page)]
    if loss == "group":
        moderator.groups.clear()
    else:
        moderator.is_active = False
        moderator.save()
    for approval in approvals:
        done = asking.approve(approval, seen=version(approval.subject))
        assert done.state == "recommended"
        assert done.hindrance == "Wer gefragt hat, darf es nicht mehr freigeben."
    listing.refresh_from_db(), page.refresh_from_db()
    assert (listing.state, page.lead) == ("submitted", "Alt.")


def test_what_hinders_the_release_is_told_and_the_yes_is_kept(listing, moderator):
    approval = ask(listing, moderator, weight=Weight.RELEASE)
    listing.papers.not_needed = False
    listing.papers.save()
    done = asking.approve(approval, seen=version(listing))
    assert done.state == "recommended"
    assert "nicht mehr benötigt" in done.hindrance
    assert Listing.objects.get().state == "submitted"


def test_a_comment_closes_the_question_and_releases_nothing(listing, moderator):
    approval = asking.comment(ask(listing, moderator, weight=Weight.RELEASE), seen=version(listing), comment="Foto?")
    assert (approval.state, approval.answer) == ("commented", "Foto?")
    assert Listing.objects.get().state == "submitted"
    with pytest.raises(asking.AlreadyAnswered):
        asking.approve(approval, seen=version(listing))


@pytest.mark.parametrize("verb", [asking.approve, asking.comment])
def test_closed_questions_refuse_every_answer_and_say_why(listing, moderator, verb):
    def answer(approval, **more):
        return verb(approval, seen=version(listing), comment="Ja", **more)

    revoked = ask(listing, moderator)
    asking.revoke(revoked, by=moderator)
    late = ask(listing, moderator, email="late@example.org")
    used = ask(listing, moderator, email="used@example.org")
    answer(used)
    for approval, refusal, more in (
        (revoked, asking.Revoked, {}),
        (used, asking.AlreadyAnswered, {}),
        (late, asking.Expired, {"now": timezone.now() + timedelta(days=14)}),
    ):
        with pytest.raises(refusal):
            answer(approval, **more)
        assert isinstance(asking.hindrance(approval, **more) or refusal(), refusal)


def test_what_was_withdrawn_meanwhile_cannot_be_approved(listing, page, moderator):
    approvals = [ask(row, moderator, weight=Weight.RELEASE) for row in (listing, page)]
    seen = [version(row) for row in (listing, page)]
    offering.withdraw(listing, by=None)
    page.current_workflow_state.cancel(user=moderator)
    for approval, shown in zip(approvals, seen, strict=True):
        with pytest.raises(asking.NotWaiting):
            asking.approve(approval, seen=shown)
    listing.refresh_from_db(), page.refresh_from_db()
    assert (listing.state, page.lead) == ("withdrawn", "Alt.")


def test_a_yes_to_one_version_is_no_yes_to_the_next(listing, page, moderator, editor):
    approvals = [ask(row, moderator, weight=Weight.RELEASE) for row in (listing, page)]
    seen = [version(row) for row in (listing, page)]
    offering.change(listing, by=None, texts={"de": ("Waage", "Ganz anders.")})
    page.current_workflow_state.cancel(user=moderator)
    submit(page, editor, lead="Noch neuer.")
    for approval, shown in zip(approvals, seen, strict=True):
        with pytest.raises(asking.Changed):
            asking.approve(approval, seen=shown)
        approval.refresh_from_db()
        assert approval.state == ApprovalState.OPEN


def test_a_page_edited_after_it_was_submitted_is_not_released_by_the_yes(page, moderator):
    approval = ask(page, moderator, weight=Weight.RELEASE)
    later = page.get_latest_revision_as_object()
    later.lead = "Heimlich."
    later.save_revision(user=moderator)
    done = asking.approve(approval, seen=version(page))
    assert (done.state, bool(done.hindrance)) == ("recommended", True)
    page.refresh_from_db()
    assert page.lead == "Alt."


def test_what_does_not_wait_cannot_be_asked_about(moderator, site_tree):
    with pytest.raises(asking.NotWaiting):
        ask(draft("sale"), moderator)
    with pytest.raises(asking.NotWaiting):
        ask(site_tree.de, moderator)


def test_asking_the_same_person_again_replaces_the_open_question(listing, moderator):
    first, second = ask(listing, moderator), ask(listing, moderator, email="KAI@example.org")
    first.refresh_from_db()
    assert (first.state, second.state) == ("revoked", "open")


def test_the_letters_tell_both_sides_in_their_own_language(listing, moderator, post_office):
    approval = ask(listing, moderator, message="Stimmt der Preis?", weight=Weight.RELEASE)
    (asked,) = (mail for mail in post_office() if "kai@example.org" in mail.to[0])
    assert asked.subject == "Please approve: Waage"
    for words in ("Mia Muster", "Stimmt der Preis?", "/en/approval/"):
        assert words in asked.body
    asking.approve(approval, seen=version(listing), comment="Ja, 1200 sind richtig.")
    answered = [mail for mail in post_office() if "moderator@example.org" in mail.to[0]][-1]
    assert answered.subject == "Zugestimmt und freigegeben: Waage"
    assert "Ja, 1200 sind richtig." in answered.body


def test_nobody_is_asked_once_the_question_is_taken_back(listing, moderator, post_office):
    asking.revoke(ask(listing, moderator), by=moderator)
    assert [mail for mail in post_office() if "kai@" in mail.to[0]] == []


def test_no_letter_goes_to_an_asker_who_has_left(listing, moderator, post_office):
    approval = ask(listing, moderator)
    post_office()
    moderator.is_active = False
    moderator.save()
    before = len(post_office())
    asking.comment(approval, seen=version(listing), comment="Gut.")
    assert len(post_office()) == before
