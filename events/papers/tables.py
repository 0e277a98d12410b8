"""Who was there, for the funder: as few personal details as the evidence needs."""

from django.utils import timezone
from django.utils.translation import gettext as _

from events.guests.presence import Seat


def rows(seats: list[Seat]) -> list[list[str]]:
    """Headings first; one line per confirmed seat, no-shows among them."""
    return [_headings(), *(_row(number, seat) for number, seat in enumerate(seats, start=1))]


def _headings() -> list[str]:
    told = [_("No."), _("Name"), _("Institution"), _("Target group"), _("Ticket"), _("Registered on")]
    return [*told, _("Present"), _("Checked in at"), _("Without registration")]


def _row(number: int, seat: Seat) -> list[str]:
    mine, come = seat.registration, seat.attendance
    at = f"{timezone.localtime(come.at):%Y-%m-%d %H:%M}" if come else ""
    return [
        str(number),
        seat.name,
        seat.institution,
        mine.get_target_group_display(),
        mine.ticket_type.name if mine.ticket_type else "",
        f"{timezone.localtime(mine.created_at):%Y-%m-%d}",
        _("yes") if come else _("no"),
        at,
        _("yes") if seat.is_walk_in else _("no"),
    ]
