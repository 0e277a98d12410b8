"""Tickets: one short signed address per seat, and the QR code that holds it."""

from io import BytesIO

import segno
from django.urls import reverse

from events.guests import presence
from events.models import Registration
from portal.language import times
from portal.language.mailbox import absolute
from portal.web import tokens


def token(registration: Registration, position: int) -> str:
    """`<seat>.<registration>-<48 hexadecimal digits>`; a new nonce of the registration makes it worthless."""
    return f"{position}.{tokens.make(_purpose(position), registration)}"


def path(registration: Registration, position: int) -> str:
    return reverse("ticket", args=[token(registration, position)])


def read(said: str) -> tuple[Registration, int] | None:
    """The registration and the seat that a token, or an address that ends in one, opens; None for anything else."""
    position, _, secret = said.strip().rstrip("/").rpartition("/")[2].partition(".")
    if not (position.isascii() and position.isdigit() and len(position) < 3):
        return None
    queryset = Registration.objects.select_related("event__format", "ticket_type")
    registration = tokens.read(_purpose(int(position)), secret, queryset)
    if registration is None or not 1 <= int(position) <= registration.seats:
        return None
    return registration, int(position)


def code(registration: Registration, position: int) -> str:
    """The QR code as an SVG image without size, dark on white with its quiet zone."""
    drawn = BytesIO()
    address = absolute(path(registration, position))
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, omitsize=True, border=4, dark="#000", light="#fff", nl=False
    )
    return drawn.getvalue().decode()


def papers_of(mine: Registration, token: str) -> list[dict]:
    """A ticket per seat as long as it counts, afterwards a certificate for those who came."""
    event, told = mine.event, []
    is_past = event.is_past()
    if not mine.is_confirmed or event.is_cancelled or not (event.opens_doors or is_past):
        return []
    for seat in presence.seats_of(mine):
        come = seat.attendance
        if come is None and is_past:
            continue
        door = "events:certificate" if is_past else "events:ticket_file"
        told.append(
            {
                "name": seat.name,
                "code": "" if is_past else code(mine, seat.position),
                "at": times.clock(come.at) if come else "",
                "certificate_url" if is_past else "url": reverse(door, args=[token, seat.position]),
            }
        )
    return told


def _purpose(position: int) -> str:
    return f"ticket {position}"
