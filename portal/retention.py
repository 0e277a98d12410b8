"""What is kept about people, why and how long: each room states its rules beside the deeds that carry them out."""

from dataclasses import dataclass

from portal import sockets


class Stays(str):
    """A line about an erasure that tells what is not erased, why, and until when."""


@dataclass(frozen=True)
class Kept:
    """A line of the privacy page (Art. 13 GDPR), each part in the reader's language; `basis` names article or law."""

    what: str
    why: str
    basis: str
    until: str


def kept() -> list[Kept]:
    """The rules of all rooms that have a `privacy` module."""
    return [rule for room in sockets.modules("privacy") for rule in room.kept()]
