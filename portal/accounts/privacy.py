"""What accounts hold about a person."""

from portal.accounts.models import User

ERASED = "erased.example"


def export(email: str) -> dict:
    """The account and its memberships."""
    user = User.objects.filter(email=email).first()
    if not user:
        return {}
    return {
        "account": {
            "email": user.email,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "language": user.language,
            "date_joined": user.date_joined,
            "last_login": user.last_login,
            "institutions": [str(m.institution) for m in user.memberships.select_related("institution")],
        }
    }


def erase(email: str) -> list[str]:
    """Empty the account; the row stays, so that the audit log keeps its actor without a name."""
    user = User.objects.filter(email=email).first()
    if not user:
        return []
    user.memberships.all().delete()
    user.emailaddress_set.all().delete()
    user.authenticator_set.all().delete()
    user.email, user.first_name, user.last_name = f"{user.pk}@{ERASED}", "", ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    return [f"Account {user.pk}: name, address, password and memberships removed."]
