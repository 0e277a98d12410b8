"""What follows from the columns of an event and the time: nothing here is stored or written."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.functional import cached_property

from events.kinds import Admission, EventStatus, Mode
from portal.language import months
from portal.language.times import last_instant, on_one_day

ADDRESS_TOLD_BEFORE = timedelta(hours=24)


class HasSeats:
    """Has `capacity` (None: no limit), of which `seats_taken` are held."""

    @property
    def seats_free(self) -> int | None:
        """None: no limit."""
        return None if self.capacity is None else max(self.capacity - self.seats_taken, 0)

    def has_room_for(self, seats: int) -> bool:
        return self.capacity is None or self.seats_taken + seats <= self.capacity


class EventReadings(HasSeats):
    """Mixed into `Event`; each takes `now` where the clock matters."""

    @property
    def is_cancelled(self) -> bool:
        return self.status == EventStatus.CANCELLED

    @property
    def is_moved(self) -> bool:
        return self.status == EventStatus.MOVED

    @property
    def is_external(self) -> bool:
        return bool(self.external_url)

    @property
    def month_words(self) -> str:
        """By which the search finds what takes place in a month."""
        return months.words(self.starts_at, last_instant(self.ends_at))

    @property
    def takes_registrations(self) -> bool:
        return self.admission in {Admission.REGISTRATION, Admission.APPROVAL} and not self.is_external

    @property
    def needs_approval(self) -> bool:
        return self.admission == Admission.APPROVAL

    @cached_property
    def price_range(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest fee per seat; both the same without ticket types."""
        fees = [ticket.fee for ticket in self.tickets] or [self.fee or Decimal(0)]
        return min(fees), max(fees)

    def sells(self, now=None) -> bool:
        """Whether there is a ticket on sale, for members at least; always where there are no ticket types."""
        return not self.tickets or any(ticket.is_on_sale(now) for ticket in self.tickets)

    @property
    def hosts_in_order(self):
        """The hosts as staff have put them."""
        return [row.institution for row in self.host_rows.select_related("institution")]

    @cached_property
    def tickets(self) -> list:
        return list(self.ticket_types.all())

    @property
    def is_free_of_charge(self) -> bool:
        return not self.price_range[1]

    @property
    def opens_doors(self) -> bool:
        """Whether a ticket is of use: not online, and not while the date is open."""
        return self.mode != Mode.ONLINE and not self.month_only

    @property
    def closes_at(self):
        """Registration ends here: the deadline, at the latest when the event is over."""
        return self.registration_closes_at or self._begins_at

    @property
    def line_ends_at(self):
        """Until then whoever waits moves up: seats freed after the deadline of registration stay no empty chairs."""
        return max(self.closes_at, self._begins_at)

    @property
    def _begins_at(self):
        # Of an open date only the month is true.
        return self.ends_at if self.month_only else self.starts_at

    @property
    def is_full(self) -> bool:
        return self.seats_free == 0

    def may_be_cancelled(self, now=None) -> bool:
        """Whether guests may still give back the seats they hold."""
        now = now or timezone.now()
        return not self.is_past(now) and (self.cancel_until is None or now < self.cancel_until)

    def is_past(self, now=None) -> bool:
        return self.ends_at <= (now or timezone.now())

    def is_open(self, now=None) -> bool:
        """Whether a visitor may register at this moment; says nothing about free seats."""
        now = now or timezone.now()
        opened = self.registration_opens_at is None or self.registration_opens_at <= now
        return self.takes_registrations and not self.is_cancelled and opened and now < self.closes_at

    def shows_participants(self, now=None) -> bool:
        """Whether the page names those who agreed to it; guests are asked only as long as it does."""
        today = timezone.localdate(now or timezone.now())
        return self.participants_until is not None and today <= self.participants_until

    def tells_online_address(self, now=None) -> bool:
        """The address of the meeting is told only around the time: from 24 hours before until the end."""
        now = now or timezone.now()
        return bool(self.online_url) and self.starts_at - ADDRESS_TOLD_BEFORE <= now < self.ends_at

    @property
    def spans_days(self) -> bool:
        """Ends on another day in Berlin; midnight still belongs to the evening before."""
        return not on_one_day(self.starts_at, self.ends_at)

    @property
    def address(self) -> str:
        """Venue, street and town on one line, without empty parts."""
        return ", ".join(filter(None, [self.venue, self.street_and_town]))

    @property
    def street_and_town(self) -> str:
        town = " ".join(filter(None, [self.postal_code, self.city]))
        return ", ".join(filter(None, [self.street, town]))
