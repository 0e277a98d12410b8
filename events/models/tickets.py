"""What an event sells and shares out: ticket types, vouchers, sub-sessions. Facts of the event, saved with its form."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from events.kinds import Reduction
from events.models.choices import ChoicesField
from events.models.event import Event
from events.models.readings import HasSeats
from portal.accounts.kinds import TargetGroup
from portal.database.promises import Check, Unique
from portal.language.languages import in_language
from portal.language.money import cents
from portal.language.typed import all_of_our_time
from portal.payments.amounts import payable


def as_code(typed: str) -> str:
    """A voucher's code as it is stored."""
    return typed.strip().upper()


class Counted(models.Model):
    """Saving an existing row leaves its counter alone: only verbs move it, under the event's lock."""

    counter, limit = "seats_taken", "capacity"

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding and kwargs.get("update_fields") is None:
            own = {field.name for field in self._meta.concrete_fields if not field.primary_key}
            kwargs["update_fields"] = own - {self.counter}
        super().save(*args, **kwargs)

    @property
    def taken(self) -> int:
        return getattr(self, self.counter)

    @property
    def most(self) -> int | None:
        """None: no limit."""
        return getattr(self, self.limit)

    def count(self, number: int) -> None:
        """Add to the counter (negative: give back); the database refuses more than there is."""
        type(self).objects.filter(pk=self.pk).update(**{self.counter: F(self.counter) + number})
        setattr(self, self.counter, self.taken + number)


class Seated(HasSeats, Counted):
    """Has `capacity` seats (None: no limit) of which `seats_taken` are held."""

    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True, help_text=_("Empty: no limit."))
    seats_taken = models.PositiveIntegerField(_("seats taken"), default=0, editable=False)

    class Meta:
        abstract = True


class TicketType(Seated, Orderable):
    """Normal, member, start-up …: a price per seat, perhaps a contingent and a time of sale."""

    event = ParentalKey(Event, verbose_name=_("event"), on_delete=models.CASCADE, related_name="ticket_types")
    name_de = models.CharField(_("name (German)"), max_length=80)
    name_en = models.CharField(_("name (English)"), max_length=80)
    fee = models.DecimalField(
        _("fee per seat"), max_digits=8, decimal_places=2, default=0, validators=[MinValueValidator(0), payable]
    )
    sale_from = models.DateTimeField(_("on sale from"), null=True, blank=True)
    sale_until = models.DateTimeField(_("on sale until"), null=True, blank=True)
    members_only = models.BooleanField(
        _("members only"), default=False, help_text=_("For people acting for a member institution.")
    )
    target_groups = ChoicesField(
        models.CharField(max_length=12, choices=TargetGroup),
        verbose_name=_("only for"),
        default=list,
        blank=True,
        help_text=_("Nothing ticked: for everybody."),
    )

    name = in_language("name")

    class Meta(Orderable.Meta):
        verbose_name = _("ticket type")
        verbose_name_plural = _("ticket types")
        constraints = [
            Check(
                name="ticket_never_oversold",
                condition=Q(capacity__isnull=True) | Q(seats_taken__lte=F("capacity")),
                beside="capacity",
                says=_("More seats are taken already."),
            ),
            Check(
                name="ticket_fee_not_negative",
                condition=Q(fee__gte=0),
                beside="fee",
                says=_("The fee must not be negative."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        all_of_our_time(self, "sale_from", "sale_until")

    def is_on_sale(self, now=None) -> bool:
        now = now or timezone.now()
        return (self.sale_from is None or self.sale_from <= now) and (self.sale_until is None or now < self.sale_until)


class Voucher(Counted):
    """A code that lowers the price, for a number of registrations."""

    counter, limit = "used", "max_uses"

    event = ParentalKey(Event, verbose_name=_("event"), on_delete=models.CASCADE, related_name="vouchers")
    code = models.CharField(_("code"), max_length=40, help_text=_("Upper and lower case make no difference."))
    ticket_type = models.ForeignKey(
        TicketType,
        verbose_name=_("only for the ticket type"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vouchers",
        help_text=_("New ticket types can be chosen after saving."),
    )
    kind = models.CharField(_("reduction"), max_length=8, choices=Reduction, default=Reduction.PERCENT)
    value = models.DecimalField(
        _("per cent or price"),
        max_digits=8,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0)],
    )
    max_uses = models.PositiveIntegerField(_("for how many registrations"), default=1)
    used = models.PositiveIntegerField(_("used"), default=0, editable=False)
    valid_until = models.DateTimeField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("voucher")
        verbose_name_plural = _("vouchers")
        ordering = ["pk"]
        constraints = [
            Unique(
                name="one_voucher_per_code",
                fields=["event", "code"],
                beside="code",
                says=_("The event has a voucher with this code already."),
            ),
            Check(
                name="voucher_never_overused",
                condition=Q(used__lte=F("max_uses")),
                beside="max_uses",
                says=_("The voucher has been used more often already."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def save(self, *args, **kwargs):
        self.code = as_code(self.code)
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        all_of_our_time(self, "valid_until")
        if self.kind == Reduction.PERCENT and self.value and self.value > 100:
            raise ValidationError({"value": _("At most 100 per cent.")})
        if self.kind == Reduction.FIXED and self.value is not None:
            self._fix_payable_price()

    def _fix_payable_price(self) -> None:
        try:
            payable(self.value)
        except ValidationError as error:
            raise ValidationError({"value": error}) from error

    @property
    def has_use(self) -> bool:
        return self.used < self.max_uses

    def price_of(self, fee: Decimal) -> Decimal:
        """The fee per seat that is left, never more than without the voucher."""
        if self.kind == Reduction.FREE:
            return Decimal(0)
        if self.kind == Reduction.FIXED:
            return min(fee, self.value)
        return cents(fee * (100 - self.value) / 100)


class SubSession(Seated):
    """A part of the agenda with seats of its own, beside others at the same time."""

    event = ParentalKey(Event, verbose_name=_("event"), on_delete=models.CASCADE, related_name="sessions")
    title_de = models.CharField(_("title (German)"), max_length=150)
    title_en = models.CharField(_("title (English)"), max_length=150)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    room = models.CharField(_("room"), max_length=80, blank=True)

    title = in_language("title")

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "pk"]
        constraints = [
            Check(
                name="session_never_oversold",
                condition=Q(capacity__isnull=True) | Q(seats_taken__lte=F("capacity")),
                beside="capacity",
                says=_("More seats are taken already."),
            ),
            Check(
                name="session_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
                beside="ends_at",
                says=_("The end must be after the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self):
        super().clean()
        all_of_our_time(self, "starts_at", "ends_at")

    def overlaps(self, other: "SubSession") -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at
