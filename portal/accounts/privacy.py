"""What accounts hold about a person."""

import json

from django.contrib.sessions.models import Session
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from portal.accounts.models import Invitation, User
from portal.language.mailbox import NAMELESS, ascii_form, nobody, same_mailbox
from portal.retention import Kept


def kept() -> list[Kept]:
    return [
        Kept(
            _("Accounts: name, email address, language, your institutions"),
            _("so that you can log in and act for your institution"),
            _("your use of the portal, Art. 6(1)(b) GDPR"),
            _("until you ask us to delete the account"),
        ),
        Kept(
            _("How often something was tried from one connection"),
            _("to keep off attacks"),
            _("the safety of the portal, Art. 6(1)(f) GDPR"),
            _("until the next hour at the latest"),
        ),
    ]


def export(email: str) -> dict:
    """The account and its memberships, and invitations to the address."""
    held = {}
    if user := User.objects.filter(email=email).first():
        held["account"] = {
            "email": user.email,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "language": user.language,
            "date_joined": user.date_joined,
            "last_login": user.last_login,
            "institutions": [str(m.institution) for m in user.memberships.select_related("institution")],
            "addresses": list(user.emailaddress_set.values("email", "verified", "primary")),
            "second_factors": list(user.authenticator_set.values("type", "created_at", "last_used_at")),
        }
    columns = ("email", "role", "invited_at", "accepted_at")
    invitations = Invitation.objects.filter(email=email).annotate(to=F("institution__name"))
    if told := [row | {"institution": row.pop("to")} for row in invitations.values("to", *columns)]:
        held["invitations"] = told
    return held


def erase(email: str) -> list[str]:
    """Empty the account; the row stays, so that the audit log keeps its actor without a name."""
    lines = _end_sessions(email)
    gone, _rows = Invitation.objects.filter(email=email).delete()
    if gone:
        lines.append(f"{gone} invitation(s) removed.")
    user = User.objects.filter(email=email).first()
    return lines + (_empty(user) if user else [])


def _empty(user: User) -> list[str]:
    left_alone = [m.institution for m in user.memberships.all() if _is_last_manager(m)]
    user.memberships.all().delete()
    user.emailaddress_set.all().delete()
    user.authenticator_set.all().delete()
    user.email, user.first_name, user.last_name = nobody(user.pk), "", ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    # The log tells the name of what it is about at that time.
    ModelLogEntry.objects.for_instance(user).update(label=NAMELESS, data={})
    for house in left_alone:
        log(house, "accounts.lost_manager")
    lines = [f"Account {user.pk}: name, address, password and memberships removed."]
    return lines + [f"Institution {house}: has no manager any more, please appoint one." for house in left_alone]


def _is_last_manager(membership) -> bool:
    managers = membership.institution.memberships.filter(role="manager")
    return membership.role == "manager" and managers.count() == 1


def _end_sessions(email: str) -> list[str]:
    """Sessions remember the account, and addresses of those who are just signing up."""
    user = User.objects.filter(email=email).first()
    spellings, gone = {same_mailbox(email), ascii_form(email)}, 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        told = session.get_decoded()
        owner = user is not None and told.get("_auth_user_id") == str(user.pk)
        said = json.dumps(told, ensure_ascii=False, default=str).lower()
        if owner or any(spelling in said for spelling in spellings):
            session.delete()
            gone += 1
    Session.objects.filter(expire_date__lte=timezone.now()).delete()
    return [f"Sessions: {gone} ended."] if gone else []
