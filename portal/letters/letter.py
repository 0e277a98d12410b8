"""What a letter is: its sentences, not its layout."""

from dataclasses import dataclass, field


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
    """One letter to one reader. `facts` are (label, value) rows, `button` is (label, absolute address)."""

    to: str
    name: str
    subject: str
    paragraphs: list[str]
    facts: list[tuple[str, str]] = field(default_factory=list)
    button: tuple[str, str] | None = None
    closing: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
