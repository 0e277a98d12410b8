"""What accounts hold about a person."""

import json

from django.contrib.sessions.models import Session
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import ModelLogEntry

from portal.accounts.kinds import RequestState
from portal.accounts.models import Invitation, PersonRequest, User
from portal.audit import log
from portal.language.mailbox import NAMELESS, ascii_form, nobody, same_mailbox
from portal.retention import Kept

PARTS = {
    "account": gettext_lazy("Account"),
    "invitations": gettext_lazy("Invitations"),
    "person_requests": gettext_lazy("Requests to export or erase"),
}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Accounts: name, email address, language, your institutions"),
            _("so that you can log in and act for your institution"),
            _("your use of the portal, Art. 6(1)(b) GDPR"),
            _("until you ask us to delete the account"),
        ),
        Kept(
            _("Requests to export or erase your data: email address, reason, who dealt with it"),
            _("to prove that we answered you"),
            _("our duty to account, Art. 5(2) and 6(1)(f) GDPR"),
            _("%(years)d years from the end of the year; after an erasure without your address")
            % {"years": PersonRequest.YEARS},
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
    said = PersonRequest.objects.filter(email=email).order_by("pk")
    if asked := list(said.values("email", "kind", "reason", "state", "asked_at", "decided_at", "answer")):
        held["person_requests"] = asked
    return held


def erase(email: str) -> list[str]:
    """Empty the account; the row stays, so that the audit log keeps its actor without a name."""
    lines = _end_sessions(email)
    gone, _rows = Invitation.objects.filter(email=email).delete()
    if gone:
        lines.append(ngettext("%(n)s invitation removed.", "%(n)s invitations removed.", gone) % {"n": gone})
    lines += _empty_requests(email)
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
    lines = [_("Account %(number)s: name, address, password and memberships removed.") % {"number": user.pk}]
    alone = _("Institution %(name)s: has no manager any more, please appoint one.")
    return lines + [alone % {"name": house} for house in left_alone]


def _empty_requests(email: str) -> list[str]:
    """That somebody asked stays, who it was does not; what still waits is done with the erasure."""
    asked = list(PersonRequest.objects.locked().filter(email=email))
    for one in asked:
        if one.state == RequestState.OPEN:
            one.state, one.decided_at = RequestState.DONE, timezone.now()
        one.email, one.reason, one.answer = nobody(one.pk), "", ""
        one.save(update_fields=["email", "reason", "answer", "state", "decided_at"])
    words = ngettext(
        "%(n)s request: address and reason removed.", "%(n)s requests: address and reason removed.", len(asked)
    )
    return [words % {"n": len(asked)}] if asked else []


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
    return [ngettext("%(n)s session ended.", "%(n)s sessions ended.", gone) % {"n": gone}] if gone else []
