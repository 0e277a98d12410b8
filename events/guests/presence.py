"""Who is expected at an event, who has come, who has not: questions, nothing here writes."""

from dataclasses import dataclass

from django.db.models import Prefetch, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from events import consent
from events.models import Attendance, Event, Registration
from events.states import RegistrationState
from portal.language import folding


@dataclass(frozen=True)
class Seat:
    """One person who may come: the one who registered (position 1), or one of the others."""

    registration: Registration
    position: int
    attendance: Attendance | None
    own_name: str = ""

    @property
    def name(self) -> str:
        return self.own_name or _("Guest of %(name)s") % {"name": self.registration.name}

    @property
    def institution(self) -> str:
        return self.registration.institution

    @property
    def is_walk_in(self) -> bool:
        return self.registration.consent_version == consent.AT_THE_DOOR

    @property
    def reference(self) -> str:
        """What people read out on the phone; says nothing to strangers."""
        return f"{self.registration.event_id}-{self.registration.pk}-{self.position}"


def seats(event: Event) -> list[Seat]:
    """All confirmed seats, by name; three queries whatever their number."""
    rows = event.registrations.filter(state=RegistrationState.CONFIRMED)
    found = [seat for row in _with_seats(rows) for seat in seats_of(row)]
    return sorted(found, key=lambda seat: (folding.fold(seat.name), seat.registration.pk, seat.position))


def seats_of(registration: Registration) -> list[Seat]:
    """The seats of one registration in their order."""
    come = {one.position: one for one in registration.attendances.all() if one.undone_at is None}
    names = {guest.position: guest.name for guest in registration.guests.all()} | {1: registration.name}
    return [
        Seat(registration, position, come.get(position), names.get(position, ""))
        for position in range(1, registration.seats + 1)
    ]


def seat(registration: Registration, position: int) -> Seat:
    return seats_of(registration)[position - 1]


def search(found: list[Seat], words: str) -> list[Seat]:
    """Those whose name, institution or email address has all the words."""
    wanted = folding.words(words)
    return [one for one in found if all(word in _told(one) for word in wanted)]


def expected(event: Event) -> int:
    confirmed = event.registrations.filter(state=RegistrationState.CONFIRMED)
    return confirmed.aggregate(total=Sum("seats"))["total"] or 0


def present(event: Event) -> int:
    return Attendance.objects.standing().filter(registration__event=event).count()


def no_shows(event: Event, now=None) -> list[Seat]:
    """Confirmed seats whose guests never came. Nobody, before the end or where nobody was checked in at all."""
    if not event.is_past(now or timezone.now()):
        return []
    found = seats(event)
    return [one for one in found if one.attendance is None] if any(one.attendance for one in found) else []


def _told(one: Seat) -> str:
    mine = one.registration
    return folding.fold(f"{one.name} {mine.name} {mine.institution} {mine.email} {one.reference}")


def _with_seats(rows):
    standing = Prefetch("attendances", queryset=Attendance.objects.standing())
    return rows.select_related("ticket_type").prefetch_related("guests", standing)
