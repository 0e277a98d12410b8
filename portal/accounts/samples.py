"""People and institutions for tests and the examples of letters: whoever asks says what matters, the rest is usual."""

from portal.accounts.kinds import InstitutionKind
from portal.accounts.models import FieldOfWork, Institution, User


def user(email: str = "erika@beispiel.example", **facts) -> User:
    """The account of that address, made if there is none."""
    return User.objects.filter(email=email).first() or User.objects.create_user(email, **facts)


def institution(slug: str = "ruhr-imaging-beispiel", **facts) -> Institution:
    """The institution of that slug, made if there is none: a verified company in Bochum."""
    usual = {"name": "Ruhr Imaging GmbH", "kind": InstitutionKind.COMPANY, "city": "Bochum", "district": "05911"}
    return Institution.objects.get_or_create(slug=slug, defaults={**usual, "is_verified": True, **facts})[0]


def field_of_work(slug: str = "imaging", de: str = "Bildgebung", en: str = "Imaging") -> FieldOfWork:
    """The field of that slug, made if there is none."""
    return FieldOfWork.objects.get_or_create(slug=slug, defaults={"name_de": de, "name_en": en})[0]
