"""What the portal writes about accounts and institutions.

Links are made here, by the worker: no secret waits in a job.
"""

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import Institution, Invitation, User
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Letter, answering, dear
from portal.letters.readers import Reader


def _greeting(user: User) -> str:
    name = user.get_full_name()
    return dear(name)


def _letter(user: User, *, subject: str, paragraphs: list[str], to: str = "", **more) -> Letter:
    return Letter(
        to=to or user.email,
        name=user.get_full_name(),
        subject=subject,
        paragraphs=[_greeting(user), *paragraphs],
        **more,
    )


@outbox.letter(EmailAddress, to=Reader.MEMBERS)
def confirm_address(address: EmailAddress, reader: User) -> Letter | None:
    if address.verified:
        return None
    key = EmailConfirmationHMAC(address).key
    return _letter(
        address.user,
        to=address.email,
        subject=_("Please confirm your email address"),
        paragraphs=[_("please confirm that this address belongs to you. The link is valid for three days.")],
        button=(_("Confirm the address"), absolute(reverse("account_confirm_email", args=[key]))),
        closing=[_("If you did not enter this address yourself, you need not do anything.")],
    )


@outbox.letter(User, to=Reader.MEMBERS)
def reset_password(user: User, reader: User) -> Letter | None:
    if not user.is_active:
        return None
    key = default_token_generator.make_token(user)
    address = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return _letter(
        user,
        subject=_("Choose a new password"),
        paragraphs=[_("you, or somebody else, asked for a new password for your account. The link works once.")],
        button=(_("Choose a new password"), absolute(address)),
        closing=[_("If you did not ask for it, you need not do anything; your password stays as it is.")],
    )


@outbox.letter(User, to=Reader.MEMBERS)
def account_exists(user: User, reader: User) -> Letter:
    return _letter(
        user,
        subject=_("You already have an account"),
        paragraphs=[_("somebody tried to create an account with this email address, but you already have one.")],
        button=(_("Choose a new password"), absolute(reverse("account_reset_password"))),
        closing=[_("If it was not you, there is nothing you need to do.")],
    )


@outbox.letter(User, to=Reader.MEMBERS)
def password_changed(user: User, reader: User) -> Letter:
    return _changed(user, _("Your password has been changed"), _("the password of your account has just been changed."))


@outbox.letter(User, to=Reader.MEMBERS)
def address_changed(user: User, reader: User) -> Letter:
    return _changed(
        user, _("Your email addresses have been changed"), _("the email addresses of your account have been changed.")
    )


@outbox.letter(User, to=Reader.MEMBERS)
def second_factor_changed(user: User, reader: User) -> Letter:
    return _changed(
        user,
        _("Your two-factor login has been changed"),
        _("the second factor with which you log in has just been set up, changed or removed."),
    )


def _changed(user: User, subject: str, sentence: str) -> Letter:
    return _letter(
        user,
        subject=subject,
        paragraphs=[sentence],
        button=(_("Choose a new password"), absolute(reverse("account_reset_password"))),
        closing=[_("If it was not you, please choose a new password at once and write to us.")],
    )


@outbox.letter(Invitation, to=Reader.INVITED)
def invited(invitation: Invitation, reader) -> Letter | None:
    if not invitation.is_open:
        return None
    names = {"institution": invitation.institution.name, "inviter": str(invitation.invited_by or "")}
    return Letter(
        to=invitation.email,
        name="",
        subject=_("Invitation: act for %(institution)s") % names,
        paragraphs=[
            dear(""),
            _("%(inviter)s invites you to act for %(institution)s: to offer devices and services, and to book.")
            % names,
        ],
        facts=[(_("Role"), invitation.get_role_display())],
        button=(_("See the invitation"), absolute(invitation.get_absolute_url())),
        answered_by=answering(invitation.invited_by),
        closing=[_("The invitation is valid for two weeks.")],
    )


@outbox.letter(Institution, to=Reader.OFFICE)
def verification_wanted(institution: Institution, reader: User) -> Letter | None:
    if institution.is_verified:
        return None
    return _letter(
        reader,
        subject=_("A new institution wants to be verified: %(name)s") % {"name": institution.name},
        paragraphs=[_("a new institution has been entered. Please check it and mark it as verified.")],
        facts=[
            (_("Institution"), institution.name),
            (_("City"), institution.city),
            (_("Website"), institution.website),
        ],
        button=(_("Check the institution"), absolute(f"/admin/institutions/{institution.pk}/verify/")),
    )


@outbox.letter(Institution, to=Reader.OWNERS)
def verified(institution: Institution, reader: User) -> Letter:
    return _letter(
        reader,
        subject=_("%(name)s has been verified") % {"name": institution.name},
        paragraphs=[_("your institution has been verified. You can now offer devices, services and more.")],
        button=(_("To my desk"), absolute(reverse("accounts:desk"))),
    )
