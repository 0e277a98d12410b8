"""Addresses: absolute ones of the portal, and the one rule about mailboxes.

Absolute addresses come from the configuration, never from a request's Host header.

A mailbox has two spellings, each the only one of its kind: the `readable` one is shown and kept in memory, the
`ascii_form` is stored, compared and sent. Domains follow IDNA 2008 (RFC 5891): `straße.example` is not
`strasse.example`, which belongs to somebody else. Before the `@` only ASCII is taken: few mail servers know the
extension for more (RFC 6531).
"""

import unicodedata

import idna
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

ERASED = "erased.example"
# Behind it stand the keys of people who gave no address; nothing is stored or sent under it.
UNREACHED = "no-address.example"
NAMELESS = "–"
# RFC 5321, 4.5.3.1 and its erratum 1690.
LONGEST, LONGEST_NAME = 254, 64


def absolute(path: str) -> str:
    """`/de/…` as `https://portal.example/de/…`."""
    return settings.PORTAL_BASE_URL + path


def nobody(pk: int) -> str:
    """The email address of a row whose person was erased; `.example` is delivered nowhere (RFC 2606)."""
    return f"{pk}@{ERASED}"


def is_nobody(email: str) -> bool:
    return email.endswith(f"@{ERASED}")


def same_mailbox(email: str) -> str:
    """The readable spelling: `A@BÜCHER.de`, `a@bücher.de` decomposed and `a@xn--bcher-kva.de` are one mailbox.

    What is no address comes back trimmed, in lower case, and finds nobody.
    """
    return readable(ascii_form(email))


def ascii_form(email: str) -> str:
    """The spelling for the database and the mail server: `a@xn--bcher-kva.de`. What has none stays readable."""
    plain = unicodedata.normalize("NFC", email.strip()).lower()
    name, at, domain = plain.rpartition("@")
    if _is_plain(domain):
        return plain
    try:
        return f"{name}{at}{_encoded(domain)}"
    except UnicodeError:
        return plain


def readable(email: str) -> str:
    """An `ascii_form` as people read it; a domain that mixes alphabets stays in ASCII, it looks like another."""
    name, at, domain = email.rpartition("@")
    if "xn--" not in domain:
        return email
    try:
        told = idna.decode(domain)
    except UnicodeError:
        return email
    return email if any(map(_mixes_alphabets, told.split("."))) else f"{name}{at}{told}"


def is_unreached(email: str) -> bool:
    """Whether it is the key of somebody who gave no address."""
    return email.endswith(f"@{UNREACHED}")


def reachable(email: str) -> None:
    """Refuse, where it is typed, an address that no letter of ours can ever reach."""
    wrong = ValidationError(EmailValidator.message, code="invalid")
    name, _at, domain = email.strip().rpartition("@")
    if not name or not domain or len(name) > LONGEST_NAME or is_nobody(email.strip().lower()):
        raise wrong
    if not name.isascii():
        raise ValidationError(
            _("We cannot write to addresses with umlauts or accents before the @. Please give another one."),
            code="invalid",
        )
    try:
        encoded = _encoded(domain)
    except UnicodeError as error:
        raise ValidationError(
            _("There is no such domain behind the @. Please check the address."), code="invalid"
        ) from error
    if '"' in name or len(name) + 1 + len(encoded) > LONGEST:
        raise wrong
    EmailValidator(allowlist=[])(f"{name}@{encoded}")
    # A number in brackets is a machine, not a domain.
    if encoded.startswith("["):
        raise wrong


def _encoded(domain: str) -> str:
    return idna.encode(domain, uts46=True, std3_rules=True).decode("ascii")


def _is_plain(domain: str) -> bool:
    return domain.isascii() and "xn--" not in domain


def _mixes_alphabets(label: str) -> bool:
    letters = (unicodedata.name(sign, "").split(" ")[0] for sign in label if sign.isalpha())
    return len(set(letters)) > 1


def is_mailbox_of(user, email: str) -> bool:
    """Whether `email` is that of the person who is logged in, and so has been confirmed."""
    return user.is_authenticated and same_mailbox(user.email) == same_mailbox(email)
