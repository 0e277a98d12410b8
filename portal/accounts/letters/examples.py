"""Example people for the preview of letters; none of them is ever stored."""

from allauth.account.models import EmailAddress
from django.utils import timezone

from portal.accounts import samples
from portal.accounts.models import Institution, Invitation, User
from portal.letters import examples


def reader(language: str) -> User:
    return samples.user(first_name="Erika", last_name="Beispiel", language=language)


@examples.of(EmailAddress)
def address(language: str):
    person = reader(language)
    return EmailAddress(user=person, email=person.email, verified=False, pk=0), person


@examples.of(User)
def person(language: str):
    someone = reader(language)
    return someone, someone


@examples.of(Institution)
def house(language: str):
    return samples.institution(is_verified=False), reader(language)


@examples.of(Invitation)
def invitation(language: str):
    return Invitation.objects.create(
        institution=samples.institution(),
        email="neu@beispiel.example",
        language=language,
        invited_by=reader(language),
        invited_at=timezone.now(),
    )
