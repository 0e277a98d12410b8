"""The verb that makes an account without asking the person first: for the office, the demo and tests."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction

from portal.accounts.models import User


@transaction.atomic
def enroll(email: str, *, password: str | None = None, staff_groups: tuple[str, ...] = (), **fields) -> User:
    """An account whose address counts as confirmed; `staff_groups` are names of `portal.accounts.groups`."""
    user = User.objects.create_user(email, password, is_staff=bool(staff_groups), **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    user.groups.set(Group.objects.filter(name__in=staff_groups))
    return user
