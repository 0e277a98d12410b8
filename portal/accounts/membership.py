"""The verbs of belonging: who acts for an institution. Each locks the institution, looks, writes, tells."""

from contextlib import suppress
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts import groups, letters
from portal.accounts.kinds import Role
from portal.accounts.models import Institution, Invitation, Membership, User
from portal.audit import log
from portal.language.mailbox import same_mailbox
from portal.language.slugs import slugify
from portal.letters import outbox
from portal.refusals import Refusal
from portal.rights import HouseRight, Right

MOST_OPEN_INVITATIONS = 50
ADDRESSES_TRIED = 5


class NotAllowed(Refusal):
    message = _("Only managers of the institution may do this.")


class AlreadyMember(Refusal):
    message = _("This person already belongs to the institution.")


class TooManyInvitations(Refusal):
    message = _("Too many invitations are open. Please wait until some have been accepted.")


class InvitationGone(Refusal):
    message = _("This invitation is no longer valid. Please ask for a new one.")


class NameTaken(Refusal):
    message = _("Others are entering institutions of this name. Please try again.")


class LastManager(Refusal):
    message = _("An institution needs at least one manager. Please make somebody else a manager first.")


def may_manage(user: User, institution: Institution) -> bool:
    """Managers of the institution, and staff who may change institutions."""
    if Right.KEEP_INSTITUTIONS.held_by(user):
        return True
    return HouseRight.KEEP_MEMBERS.held_by(user, institution)


@transaction.atomic
def invite(institution: Institution, *, email: str, role: str, by: User, now: datetime | None = None) -> Invitation:
    """Ask the owner of an address to act for the institution. Asking again sends a new link and ends the old one."""
    _lock(institution)
    email = same_mailbox(email)
    if not may_manage(by, institution):
        raise NotAllowed
    if institution.memberships.filter(user__email=email).exists():
        raise AlreadyMember
    waiting = institution.invitations.filter(accepted_at__isnull=True)
    waiting.filter(email=email).delete()
    if waiting.count() >= MOST_OPEN_INVITATIONS:
        raise TooManyInvitations
    invitation = Invitation.objects.create(
        institution=institution,
        email=email,
        role=Role(role),
        language=by.language,
        invited_by=by,
        invited_at=now or timezone.now(),
    )
    log(institution, "accounts.invite", user=by, data={"role": role})
    outbox.post(letters.invited, invitation)
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: User) -> None:
    """The link stops working."""
    _lock(invitation.institution)
    if not may_manage(by, invitation.institution):
        raise NotAllowed
    Invitation.objects.filter(pk=invitation.pk, accepted_at__isnull=True).delete()


@transaction.atomic
def accept_invitation(invitation: Invitation, *, by: User, now: datetime | None = None) -> Membership:
    """Whoever holds the link and is logged in becomes a member; the link works once."""
    _lock(invitation.institution)
    invitation.refresh_from_db()
    if not invitation.is_open:
        raise InvitationGone
    if Membership.objects.filter(user=by, institution=invitation.institution).exists():
        raise AlreadyMember
    invitation.accepted_at = now or timezone.now()
    invitation.save(update_fields=["accepted_at"])
    membership = Membership.objects.create(user=by, institution=invitation.institution, role=invitation.role)
    log(invitation.institution, "accounts.join", user=by, data={"role": str(invitation.role)})
    return membership


@transaction.atomic
def change_role(membership: Membership, *, role: str, by: User) -> Membership:
    institution = membership.institution
    _lock(institution)
    membership.refresh_from_db()
    if not may_manage(by, institution):
        raise NotAllowed
    if membership.role == role:
        return membership
    _keep_a_manager(membership)
    membership.role = Role(role)
    membership.save(update_fields=["role"])
    log(institution, "accounts.change_role", user=by, data={"member": membership.user_id, "role": role})
    return membership


@transaction.atomic
def remove_member(membership: Membership, *, by: User) -> None:
    """The person stops acting for the institution, from the next request on."""
    institution = membership.institution
    _lock(institution)
    if not may_manage(by, institution):
        raise NotAllowed
    _end(membership, by=by)


@transaction.atomic
def leave(membership: Membership) -> None:
    _lock(membership.institution)
    _end(membership, by=membership.user)


@transaction.atomic
def found_institution(*, by: User, name: str, kind: str, city: str, website: str = "") -> Institution:
    """Enter a new institution; staff verify it before it is shown and may offer anything. Entered again by the same
    person, it is the one that waits already. Raises NameTaken."""
    User.objects.select_for_update().get(pk=by.pk)
    if before := Institution.objects.filter(memberships__user=by, name=name, is_verified=False).first():
        return before
    institution = _enter(name, kind=kind, city=city, website=website)
    Membership.objects.create(user=by, institution=institution, role=Role.MANAGER)
    log(institution, "accounts.found", user=by)
    for person in groups.people_of(groups.MODERATORS, groups.ADMINISTRATORS):
        outbox.post(letters.verification_wanted, institution, reader=person)
    return institution


@transaction.atomic
def verify(institution: Institution, *, by: User) -> Institution:
    """Staff looked: the institution is shown and may put listings up for release."""
    _lock(institution)
    if not Right.KEEP_INSTITUTIONS.held_by(by):
        raise NotAllowed
    if institution.is_verified:
        return institution
    institution.is_verified = institution.is_visible = True
    institution.save(update_fields=["is_verified", "is_visible"])
    log(institution, "accounts.verify", user=by)
    for membership in institution.memberships.filter(role=Role.MANAGER).select_related("user"):
        outbox.post(letters.verified, institution, reader=membership.user)
    return institution


def _lock(institution: Institution) -> None:
    institution.refresh_from_db(from_queryset=Institution.objects.select_for_update(of=("self",)))


def _end(membership: Membership, *, by: User) -> None:
    fresh = Membership.objects.filter(pk=membership.pk).first()
    if fresh is None:
        return
    _keep_a_manager(fresh)
    fresh.delete()
    log(membership.institution, "accounts.leave", user=by, data={"member": membership.user_id})


def _keep_a_manager(membership: Membership) -> None:
    if membership.role != Role.MANAGER:
        return
    others = Membership.objects.filter(institution=membership.institution, role=Role.MANAGER).exclude(pk=membership.pk)
    if not others.exists():
        raise LastManager


def _enter(name: str, **facts) -> Institution:
    """Under an address of its own; who takes the same one at this moment leaves us the next."""
    for _attempt in range(ADDRESSES_TRIED):
        with suppress(IntegrityError), transaction.atomic():
            return Institution.objects.create(
                name=name, slug=_free_slug(name), is_verified=False, is_visible=False, **facts
            )
    raise NameTaken


def _free_slug(name: str) -> str:
    """The name as an address, with a number behind it where it is taken."""
    base = slugify(name, 90) or "institution"
    taken = set(Institution.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if slug not in taken)
