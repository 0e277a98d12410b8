from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.accounts import groups, membership
from portal.accounts.kinds import Role
from portal.accounts.models import Institution, Invitation, Membership
from portal.accounts.people import enroll
from portal.web import tokens

pytestmark = pytest.mark.django_db


def test_invite_writes_to_the_address_in_the_inviters_language(invitation, post_office):
    assert invitation.email == "grace@example.org"
    letter = post_office()[0]
    assert (letter.to, letter.subject) == (["grace@example.org"], "Einladung: für Zellschmiede handeln")
    assert invitation.get_absolute_url() in letter.body


def test_invite_again_ends_the_first_link(invitation, house, ada):
    first = tokens.make("invitation", invitation)
    membership.invite(house, email="grace@example.org", role=Role.MANAGER, by=ada)
    assert tokens.read("invitation", first, Invitation.objects.all()) is None
    assert house.invitations.count() == 1


def test_invite_is_for_managers_only(house, grace):
    Membership.objects.create(user=grace, institution=house)
    with pytest.raises(membership.NotAllowed):
        membership.invite(house, email="x@example.org", role=Role.MEMBER, by=grace)


def test_invite_refuses_who_belongs_already(house, ada):
    with pytest.raises(membership.AlreadyMember):
        membership.invite(house, email="ADA@example.org", role=Role.MEMBER, by=ada)


def test_invite_stops_at_fifty_open_invitations(house, ada, monkeypatch):
    monkeypatch.setattr(membership, "MOST_OPEN_INVITATIONS", 2)
    for name in ("a", "b"):
        membership.invite(house, email=f"{name}@example.org", role=Role.MEMBER, by=ada)
    with pytest.raises(membership.TooManyInvitations):
        membership.invite(house, email="c@example.org", role=Role.MEMBER, by=ada)


def test_accept_invitation_makes_a_member_once(invitation, grace, ada):
    made = membership.accept_invitation(invitation, by=grace)
    assert (made.institution, made.role) == (invitation.institution, Role.MEMBER)
    other = enroll("other@example.org")
    with pytest.raises(membership.InvitationGone):
        membership.accept_invitation(invitation, by=other)


def test_accept_invitation_refuses_one_older_than_two_weeks(invitation, grace):
    Invitation.objects.filter(pk=invitation.pk).update(invited_at=timezone.now() - timedelta(days=15))
    with pytest.raises(membership.InvitationGone):
        membership.accept_invitation(invitation, by=grace)


def test_accept_invitation_refuses_who_belongs_already(invitation, ada):
    with pytest.raises(membership.AlreadyMember):
        membership.accept_invitation(invitation, by=ada)


def test_change_role_needs_another_manager_first(house, ada, grace):
    mine = house.memberships.get(user=ada)
    with pytest.raises(membership.LastManager):
        membership.change_role(mine, role=Role.MEMBER, by=ada)
    Membership.objects.create(user=grace, institution=house, role=Role.MANAGER)
    assert membership.change_role(mine, role=Role.MEMBER, by=grace).role == Role.MEMBER


def test_last_manager_cannot_leave(house, ada):
    with pytest.raises(membership.LastManager):
        membership.leave(house.memberships.get(user=ada))


def test_remove_member_ends_the_right_to_act(house, ada, grace):
    member = Membership.objects.create(user=grace, institution=house)
    membership.remove_member(member, by=ada)
    assert list(Institution.objects.of(grace)) == []
    membership.remove_member(member, by=ada)


def test_found_institution_waits_for_staff(grace, post_office):
    moderator = enroll("moderator@example.org", staff_groups=(groups.MODERATORS,))
    found = membership.found_institution(by=grace, name="Neue Zelle", kind="startup", city="Witten")
    assert (found.slug, found.is_verified, found.is_visible) == ("neue-zelle", False, False)
    assert found.memberships.get().role == Role.MANAGER
    assert post_office()[0].to == [moderator.email]


def test_found_institution_finds_a_free_address(grace, house):
    assert (
        membership.found_institution(by=grace, name="Zellschmiede", kind="startup", city="x").slug == "zellschmiede-2"
    )


def test_found_institution_with_a_name_without_letters_still_has_an_address(grace):
    assert membership.found_institution(by=grace, name="!?", kind="startup", city="x").slug == "institution"
    # Signs that have a name are written out by it.
    assert membership.found_institution(by=grace, name="🧪", kind="startup", city="x").slug == "test_tube"


def test_verify_shows_the_institution_and_tells_its_managers(grace, post_office):
    moderator = enroll("moderator@example.org", staff_groups=(groups.MODERATORS,))
    found = membership.found_institution(by=grace, name="Neue Zelle", kind="startup", city="Witten")
    post_office().clear()
    membership.verify(found, by=moderator)
    membership.verify(found, by=moderator)
    assert found.is_verified
    assert found.is_visible
    assert [letter.subject for letter in post_office()] == ["Neue Zelle has been verified"]


def test_verify_is_for_staff_only(house, ada):
    with pytest.raises(membership.NotAllowed):
        membership.verify(house, by=ada)


def test_every_verb_leaves_a_line_in_the_log(invitation, grace, house):
    membership.accept_invitation(invitation, by=grace)
    membership.leave(Membership.objects.get(user=grace))
    actions = ModelLogEntry.objects.for_instance(house).order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["accounts.invite", "accounts.join", "accounts.leave"]
