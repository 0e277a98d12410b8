"""Cuts a calendar file into its parts as text, so that each can be read without the others (RFC 5545, 3.4 and 3.6)."""

import re
from dataclasses import dataclass, field

PARTS = {"VTIMEZONE", "VEVENT", "VFREEBUSY"}
FOLD = re.compile(r"\r?\n[ \t]")
LINE = re.compile(r"\r?\n|\r")
# Exchange leaves out the quotation marks that a value with a colon needs.
UNQUOTED = re.compile(r";TZID=(tzone://[^;:]*)", re.IGNORECASE)


@dataclass
class Piece:
    """One VCALENDAR: the zone that it names for itself, and its parts as text with the lines unfolded."""

    zone: str = ""
    zones: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    free_busy: list[str] = field(default_factory=list)

    def keep(self, kind: str, lines: list[str]) -> None:
        kept = {"VTIMEZONE": self.zones, "VEVENT": self.entries, "VFREEBUSY": self.free_busy}[kind]
        kept.append("\r\n".join([*lines, ""]))


def pieces(content: bytes) -> list[Piece]:
    """The calendars of a file, in order; none if it is no calendar file. Never raises."""
    text = FOLD.sub("", content.decode("utf-8-sig", errors="replace"))
    found: list[Piece] = []
    kind, lines = "", []
    for line in LINE.split(text):
        mark = line.strip().upper()
        word, _, name = mark.partition(":")
        begins_part = word == "BEGIN" and name in PARTS
        # A part that nobody closed ends where the next one begins.
        if kind and (begins_part or name == "VCALENDAR"):
            found[-1].keep(kind, lines)
            kind = ""
        if mark == "BEGIN:VCALENDAR":
            found.append(Piece())
        elif found and begins_part:
            kind, lines = name, [line]
        elif kind:
            lines.append(UNQUOTED.sub(r';TZID="\1"', line))
            if mark == f"END:{kind}":
                found[-1].keep(kind, lines)
                kind = ""
        elif found and word == "X-WR-TIMEZONE":
            found[-1].zone = line.partition(":")[2].strip()
    return found


def title_of(entry: str) -> str:
    """What its writer called an entry that cannot be read; empty if it has no title."""
    found = re.search(r"^SUMMARY\b[^:\r\n]*:(.*)$", entry, re.MULTILINE | re.IGNORECASE)
    return re.sub(r"\\([,;\\])", r"\1", found[1]).strip() if found else ""
