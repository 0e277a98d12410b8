"""Example people for the preview of letters; none of them is ever stored."""

from allauth.account.models import EmailAddress
from django.utils import timezone

from portal.accounts.kinds import InstitutionKind
from portal.accounts.models import Institution, Invitation, User
from portal.letters import examples


def reader(language: str) -> User:
    names = {"first_name": "Erika", "last_name": "Beispiel", "language": language}
    return examples.somebody(User, like={"email": "erika@beispiel.example"}, **names)


def institution() -> Institution:
    facts = {
        "name": "Ruhr Imaging GmbH",
        "kind": InstitutionKind.COMPANY,
        "city": "Bochum",
        "website": "https://imaging.example",
    }
    return examples.somebody(Institution, like={"slug": "ruhr-imaging-beispiel"}, **facts)


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
    return institution(), reader(language)


@examples.of(Invitation)
def invitation(language: str):
    return Invitation.objects.create(
        institution=institution(),
        email="neu@beispiel.example",
        language=language,
        invited_by=reader(language),
        invited_at=timezone.now(),
    )
