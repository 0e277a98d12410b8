"""What a letter is: its sentences, not its layout."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _


class Kept(str):
    """A paragraph that stays when the office writes an opening of its own: a reason, a deadline, a promise of money."""

    __slots__ = ()


@dataclass(frozen=True)
class Attachment:
    name: str
    mimetype: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """One letter to one reader.

    `facts` are (label, value) rows; `button` and each of `links` are (label, absolute address); `answered_by` is (name,
    mailbox) of whoever gets the answer to it, without one the office.
    """

    to: str
    name: str
    subject: str
    paragraphs: list[str]
    facts: list[tuple[str, str]] = field(default_factory=list)
    button: tuple[str, str] | None = None
    links: list[tuple[str, str]] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    answered_by: tuple[str, str] | None = None


def dear(name) -> str:
    """The one salutation of all letters; without a name to those whom we do not know."""
    return _("Dear %(name)s,") % {"name": name} if name else _("Good day,")


def answering(person) -> tuple[str, str] | None:
    """`answered_by` for whoever has an `email`: a contact, a coach, an institution; None where nobody answers."""
    return (str(person), person.email) if person is not None and person.email else None
