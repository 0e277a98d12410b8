"""What accounts hold about a person."""

from portal.accounts.models import Invitation, User

ERASED = "erased.example"


def export(email: str) -> dict:
    """The account, its memberships, and invitations to the address."""
    invitations = Invitation.objects.filter(email=email).select_related("institution")
    held = {"invitations": [{"institution": str(i.institution), "invited_at": i.invited_at} for i in invitations]}
    user = User.objects.filter(email=email).first()
    if not user:
        return held if invitations else {}
    account = {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "language": user.language,
        "date_joined": user.date_joined,
        "last_login": user.last_login,
        "institutions": [str(m.institution) for m in user.memberships.select_related("institution")],
    }
    return {"account": account} | (held if invitations else {})


def erase(email: str) -> list[str]:
    """Empty the account; the row stays, so that the audit log keeps its actor without a name."""
    invitations, _by_model = Invitation.objects.filter(email=email).delete()
    lines = [f"{invitations} invitation(s) removed."] if invitations else []
    user = User.objects.filter(email=email).first()
    if not user:
        return lines
    user.memberships.all().delete()
    user.emailaddress_set.all().delete()
    user.authenticator_set.all().delete()
    user.email, user.first_name, user.last_name = f"{user.pk}@{ERASED}", "", ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    return [*lines, f"Account {user.pk}: name, address, password and memberships removed."]
