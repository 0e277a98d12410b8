"""The deed: somebody registered. Written by the verbs of `events.registration` alone."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events import consent
from events.models.event import Event
from events.states import RegistrationState
from portal.accounts.kinds import TargetGroup
from portal.database.promises import Check, Unique
from portal.invoices.charges import Charge
from portal.language import times
from portal.language.mailbox import UNREACHED, is_nobody, same_mailbox
from portal.language.mailbox_fields import MailboxField
from portal.language.money import cents
from portal.payments.deed import Way
from portal.web import tokens
from portal.withdrawals import offered
from portal.withdrawals.consumers import buys_as_a_business
from portal.withdrawals.kinds import WithdrawalRight

MOST_SEATS = 10


def overdue(now) -> Q:
    unpaid = Q(state=RegistrationState.AWAITING_PAYMENT, pay_until__lte=now)
    return unpaid | Q(state=RegistrationState.OFFERED, offer_until__lte=now)


class RegistrationQuerySet(models.QuerySet):
    def holding(self):
        """Those that take seats."""
        return self.filter(state__in=RegistrationState.HOLDING)

    def active(self):
        """Those that still want to come."""
        return self.filter(state__in=RegistrationState.ACTIVE)

    def waiting(self):
        """The waiting list in its order."""
        return self.filter(state=RegistrationState.WAITING).order_by("moved_at", "pk")

    def in_line(self, event: Event):
        """The waiting list without groups larger than the whole event: these can never be served and stop nobody."""
        line = self.waiting().exclude(ticket_type__capacity__lt=F("seats"))
        return line if event.capacity is None else line.filter(seats__lte=event.capacity)

    def overdue(self, now):
        """Unpaid or not accepted beyond the deadline, though nobody has lapsed them yet."""
        return self.filter(overdue(now))

    def upcoming(self, now=None):
        """Of events that are not over."""
        return self.filter(event__ends_at__gt=now or timezone.now()).order_by("event__starts_at", "pk")

    def with_event(self):
        """With all that a row about the event shows."""
        return self.prefetch_related(Prefetch("event", queryset=Event.objects.for_rows()))

    def of_person(self, key: str):
        """Those of one mailbox, or the one that `Registration.person_key` names."""
        name, _at, domain = key.rpartition("@")
        if domain != UNREACHED:
            return self.filter(email=same_mailbox(key)).exclude(email="")
        try:
            return self.filter(email="", submission=UUID(name))
        except ValueError:
            return self.none()

    def of(self, user):
        return self.filter(user=user) if user.is_authenticated else self.none()


class Registration(tokens.Nonced):
    """One email address takes `seats` seats at one event. Only staff enter guests who have none: `email` is empty."""

    wagtail_reference_index_ignore = True  # `look.in_use` asks the keys; the index would cost five queries a write

    event = models.ForeignKey(Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="registrations")
    state = models.CharField(_("state"), max_length=16, choices=RegistrationState)
    name = models.CharField(_("name"), max_length=120)
    email = MailboxField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    institution = models.CharField(_("institution"), max_length=150, blank=True)
    seats = models.PositiveSmallIntegerField(
        _("seats"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    target_group = models.CharField(_("target group"), max_length=12, choices=TargetGroup)
    note = models.CharField(_("note"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="de")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
    )

    ticket_type = models.ForeignKey(
        "events.TicketType",
        verbose_name=_("ticket type"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
    )
    voucher = models.ForeignKey(
        "events.Voucher",
        verbose_name=_("voucher"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
    )
    decision = models.CharField(_("reason given by us"), max_length=1000, blank=True)

    amount = models.DecimalField(
        _("amount"), max_digits=10, decimal_places=2, default=0, help_text=_("As agreed; later fees do not touch it.")
    )
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    # Frozen as they stood when somebody registered.
    cancel_days = models.PositiveSmallIntegerField(_("cancelling is free until so many days before"), null=True)
    cancel_percent = models.PositiveSmallIntegerField(_("cancelling later costs, in per cent"), default=0)
    cancel_cost = models.DecimalField(
        _("cost of cancelling"),
        max_digits=10,
        decimal_places=2,
        default=0,
        help_text=_("Of all seats that were given back too late."),
    )
    # Frozen as it stood when they registered; the period once there is a contract.
    withdrawal = models.CharField(
        _("right of withdrawal"), max_length=10, choices=WithdrawalRight, default=WithdrawalRight.APPLIES
    )
    withdraw_until = models.DateTimeField(_("consumers may withdraw until"), null=True, blank=True, editable=False)
    pay_until = models.DateTimeField(_("to be paid by"), null=True, blank=True)
    offer_until = models.DateTimeField(_("seat offered until"), null=True, blank=True)

    consent_version = models.CharField(_("version of the consent"), max_length=20)
    consented_at = models.DateTimeField(_("consented at"))
    created_at = models.DateTimeField(_("registered at"))
    moved_at = models.DateTimeField(_("state since"))
    listed_at = models.DateTimeField(
        _("agreed to be named on the event’s page at"), null=True, blank=True, help_text=_("Empty: not named.")
    )
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    thanked_at = models.DateTimeField(null=True, blank=True, editable=False)
    link_sent_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The form's own number: pressing twice makes one registration.
    submission = models.UUIDField(default=uuid4, editable=False)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["event", "state", "created_at"]),
            models.Index(fields=["-created_at", "-id"], name="registration_newest"),
        ]
        constraints = [
            Unique(
                name="one_active_registration_per_email",
                fields=["event", "email"],
                condition=Q(state__in=sorted(RegistrationState.ACTIVE)) & ~Q(email=""),
                beside="email",
                says=_("This address is registered for the event already."),
            ),
            Check(
                name="only_staff_enter_without_email",
                condition=~Q(email="") | Q(consent_version__in=sorted(consent.HEARD)),
                beside="email",
                says=_("Please enter an email address. Only staff register guests without one."),
            ),
            Unique(
                name="one_registration_per_form",
                fields=["event", "submission"],
                beside="submission",
                says=_("This form was sent already."),
            ),
            Check(
                name="registration_seats_in_range",
                condition=Q(seats__gte=1) & Q(seats__lte=MOST_SEATS),
                beside="seats",
                says=_("Choose at least one seat and not more than one registration may take."),
            ),
            Check(
                name="registration_amount_not_negative",
                condition=Q(amount__gte=0, cancel_cost__gte=0),
                beside="amount",
                says=_("The amount must not be negative."),
            ),
        ]

    def __str__(self) -> str:
        # No name: the audit log keeps this text after the person is erased.
        return str(_("Registration %(number)s") % {"number": self.pk})

    def get_absolute_url(self) -> str:
        return reverse("events:manage", args=[tokens.make("manage", self)])

    def lock_for_payment(self) -> None:
        """Asked by a settling payment before it locks itself: the event comes first."""
        Event.objects.locked().get(pk=self.event_id)

    @property
    def takes_money(self) -> bool:
        """Late money still confirms what has lapsed, but for what is over only who had the seat pays."""
        return self.is_confirmed or bool(self.cancel_cost) or not self.event.is_past()

    @property
    def due(self) -> Decimal:
        """What is charged for it as it stands: its seats, and what cancelling costs of those that were given back."""
        return self.cancel_cost + (Decimal(0) if self.state == RegistrationState.CANCELLED else self.amount)

    @property
    def owes_for_cancelling(self) -> bool:
        """Whether money is still asked though nobody comes."""
        return self.state == RegistrationState.CANCELLED and bool(self.cancel_cost)

    @property
    def cancels_free_until(self) -> datetime | None:
        """None: cancelling costs nothing as long as it is possible."""
        if not (self.cancel_percent and self.amount and self.cancel_days is not None):
            return None
        # As many days before on the clock of the region.
        return timezone.localtime(self.event.starts_at) - timedelta(days=self.cancel_days)

    def cost_of_cancelling(self, now: datetime, *, amount: Decimal | None = None) -> Decimal:
        """In whole cents, of the whole or of seats that cost `amount`; only what is sure costs anything."""
        until = self.cancels_free_until
        if not self.is_confirmed or until is None or now <= until:
            return Decimal("0.00")
        return cents((self.amount if amount is None else amount) * self.cancel_percent / 100)

    # Seats are no goods.
    waits_for_goods = False

    def withdrawable_until(self) -> datetime | None:
        """See `portal.payments.deed`. Seats are a service: counted from their promise (§ 356 (2) no. 2 BGB)."""
        if not self.amount or self.withdrawal != WithdrawalRight.APPLIES or self.withdraw_until is None:
            return None
        return None if buys_as_a_business(self) else self.withdraw_until

    def charges(self) -> list[Charge]:
        """What its invoice lists: the seats, delivered on the days of the event."""
        ends = times.last_instant(self.event.ends_at)
        days = timezone.localdate(self.event.starts_at), timezone.localdate(ends)
        told = {"event": self.event.title}
        seats = self._seats_charged(days) if self.due > self.cancel_cost else []
        if not self.cancel_cost:
            return seats
        late = Charge(gettext("Cancellation: %(event)s") % told, Decimal(1), self.cancel_cost, self.event.tax, *days)
        return [*seats, late]

    def _seats_charged(self, days: tuple[date, date]) -> list[Charge]:
        kind = f", {self.ticket_type.name}" if self.ticket_type_id else ""
        text = gettext("Participation: %(event)s") % {"event": self.event.title} + kind
        # One invoice for a group says for whom: their institution books it by their names.
        known = [guest.name for guest in self.guests.all() if guest.name] if self.seats > 1 else []
        text += f" ({', '.join([self.name, *known])})" if known else ""
        return [Charge(text, Decimal(self.seats), self.amount, self.event.tax, *days)]

    @staticmethod
    def project_of_money() -> str:
        """The way to the short name of the project that its money is for."""
        return "event__project__acronym"

    def ways_on(self) -> list[Way]:
        """What the pay page offers: the registration with its tickets, and once it is confirmed the calendar entry."""
        ways = [Way("ticket", gettext("To your registration"), self.get_absolute_url())]
        if self.is_confirmed and not self.event.month_only and not self.event.is_cancelled:
            address = reverse("events:invitation", args=[tokens.make("manage", self)])
            ways.append(Way("calplus", gettext("Add to calendar"), address, is_file=True))
        if way := offered.way(self):
            ways.append(way)
        return ways

    @property
    def is_erased(self) -> bool:
        return is_nobody(self.email)

    @property
    def has_mailbox(self) -> bool:
        """Whether our letters reach the guest; the others are told by staff."""
        return bool(self.email) and not self.is_erased

    @property
    def person_key(self) -> str:
        """By this `portal.persons` exports and erases: the mailbox, else a key for this registration alone."""
        return self.email or f"{self.submission}@{UNREACHED}"

    def has_tickets(self, now=None) -> bool:
        """Whether its tickets open a door that is not closed yet."""
        event = self.event
        return self.is_confirmed and event.opens_doors and not event.is_cancelled and not event.is_past(now)

    @property
    def is_holding(self) -> bool:
        return self.state in RegistrationState.HOLDING

    @property
    def has_come(self) -> bool:
        """Whether at least one of its seats was checked in."""
        return any(one.undone_at is None for one in self.attendances.all())

    @property
    def is_active(self) -> bool:
        return self.state in RegistrationState.ACTIVE

    @property
    def is_confirmed(self) -> bool:
        return self.state == RegistrationState.CONFIRMED

    @property
    def is_waiting(self) -> bool:
        return self.state == RegistrationState.WAITING

    @property
    def place_in_line(self) -> int:
        """1 for the next to move up."""
        line = self.event.registrations.waiting()
        ahead = line.filter(moved_at__lt=self.moved_at)
        level = line.filter(moved_at=self.moved_at, pk__lte=self.pk)
        return (ahead | level).count()

    @property
    def is_offered(self) -> bool:
        return self.state == RegistrationState.OFFERED

    @property
    def is_requested(self) -> bool:
        return self.state == RegistrationState.REQUESTED

    @property
    def is_returned(self) -> bool:
        return self.state == RegistrationState.RETURNED

    @property
    def is_awaiting_payment(self) -> bool:
        return self.state == RegistrationState.AWAITING_PAYMENT
