"""The fact of an event: when, where, how many seats, who pays. Its words stand on `EventPage`."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel, get_all_child_relations

from events.kinds import Admission, EventStatus, Mode, SeatNames
from events.models.choices import ChoicesField
from events.models.format import EventFormat
from events.models.queries import EventQuerySet
from events.models.readings import EventReadings
from home.models import Person, Project, Section
from portal.accounts.kinds import TargetGroup
from portal.accounts.models import Institution
from portal.database.promises import Check
from portal.invoices.kinds import TaxCase
from portal.language.languages import current, in_language
from portal.language.typed import all_of_our_time
from portal.payments.amounts import payable
from portal.withdrawals.kinds import WithdrawalRight

# What only the verbs of `events.staff.dates` and `events.registration` write: saving the row leaves these columns
# alone, so that a form opened before two people registered cannot bring back the old numbers.
KEPT_BY_VERBS = frozenset(
    {
        "seats_taken",
        "capacity",
        "status",
        "starts_at",
        "ends_at",
        "month_only",
        "previous_starts_at",
        "called_off_at",
        "sequence",
    }
)

TYPED_TIMES = (
    *("starts_at", "ends_at", "registration_opens_at", "registration_closes_at", "cancel_until"),
    "participants_until",
)


class Event(EventReadings, ClusterableModel):
    """Something that takes place. `capacity` counts seats, times are instants, money is `fee` times seats."""

    name = models.CharField(
        _("name"),
        max_length=150,
        help_text=_("For lists in the administration; visitors read the title of the page."),
    )
    format = models.ForeignKey(EventFormat, verbose_name=_("format"), on_delete=models.PROTECT, related_name="events")
    status = models.CharField(
        _("status"), max_length=10, choices=EventStatus, default=EventStatus.PLANNED, editable=False
    )

    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    month_only = models.BooleanField(
        _("date still open"),
        default=False,
        help_text=_("Visitors see only the month of the beginning; the calendar feed waits for the date."),
    )
    previous_starts_at = models.DateTimeField(_("began before the move"), null=True, blank=True, editable=False)
    called_off_at = models.DateTimeField(null=True, blank=True, editable=False)

    mode = models.CharField(_("mode"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    venue = models.CharField(_("venue"), max_length=150, blank=True)
    street = models.CharField(_("street"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=10, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    district = models.CharField(
        _("district"),
        max_length=5,
        blank=True,
        db_index=True,
        help_text=_("The region map counts by it and the filters find it there."),
    )
    accessibility_de = models.CharField(_("accessibility (German)"), max_length=200, blank=True)
    accessibility_en = models.CharField(_("accessibility (English)"), max_length=200, blank=True)
    online_url = models.URLField(
        _("address of the online meeting"),
        blank=True,
        help_text=_("Shown only to those whose registration is confirmed, from 24 hours before until the end."),
    )

    admission = models.CharField(_("admission"), max_length=12, choices=Admission, default=Admission.REGISTRATION)
    capacity = models.PositiveIntegerField(
        _("seats"),
        null=True,
        blank=True,
        help_text=_("Empty: no limit, everybody is confirmed. 0: everybody goes to the waiting list."),
    )
    seats_taken = models.PositiveIntegerField(_("seats taken"), default=0, editable=False)
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to accept an offered seat"),
        default=24,
        validators=[MaxValueValidator(14 * 24)],
        help_text=_("For the waiting list, in real hours. 0: whoever moves up is confirmed at once."),
    )
    seat_names = models.CharField(
        _("names of further guests are asked"),
        max_length=8,
        choices=SeatNames,
        default=SeatNames.LATER,
        help_text=_("For groups. Badges, tickets and the list at the door carry the names."),
    )
    registration_opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(
        _("registration closes"), null=True, blank=True, help_text=_("Empty: when the event begins.")
    )
    cancel_until = models.DateTimeField(
        _("guests may cancel until"),
        null=True,
        blank=True,
        help_text=_("Empty: until the event is over. Afterwards only staff cancel; who waits may always leave."),
    )
    cancel_days = models.PositiveSmallIntegerField(
        _("cancelling is free until so many days before"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(365)],
        help_text=_("Empty: as long as guests may cancel. What staff cancel is always free of charge."),
    )
    cancel_percent = models.PositiveSmallIntegerField(
        _("cancelling later costs so much of the fee, in per cent"),
        default=0,
        validators=[MaxValueValidator(100)],
        help_text=_("Stands above the button with which guests register. A change touches future registrations only."),
    )
    fee = models.DecimalField(
        _("fee per seat"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), payable],
        help_text=_("Empty or 0: free of charge. A change touches future registrations only."),
    )
    currency = models.CharField(_("currency"), max_length=3, default="EUR", editable=False)
    tax = models.CharField(
        _("VAT in the fee"),
        max_length=10,
        choices=TaxCase,
        default=TaxCase.STANDARD,
        help_text=_("Stands on the invoice. Guests see and pay the fee as it is written here."),
    )

    withdrawal = models.CharField(
        _("right of withdrawal"),
        max_length=10,
        choices=WithdrawalRight,
        default=WithdrawalRight.APPLIES,
        help_text=_(
            "For private persons who pay a fee. A reason holds only for what the law means by it: a concert or an "
            "outing on a fixed date is leisure, a course or a seminar is doubtful. In doubt leave the right. A change "
            "touches future registrations only."
        ),
    )

    remind_hours = models.PositiveSmallIntegerField(
        _("reminder, hours before"),
        default=24,
        help_text=_(
            "Goes to all confirmed guests, once. 0: none. With an online meeting it always goes 24 hours before, "
            "because it carries the address."
        ),
    )
    thanks_de = models.TextField(
        _("letter after the event (German)"),
        blank=True,
        help_text=_("Thanks, where the material is, what we would like to know. Empty: no letter."),
    )
    thanks_en = models.TextField(_("letter after the event (English)"), blank=True)
    feedback_url = models.URLField(_("address of material or feedback questions"), blank=True)

    project = models.ForeignKey(
        Project,
        verbose_name=_("project that pays"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        help_text=_("Evidence for the funder: participants are counted for this project."),
    )
    section = models.ForeignKey(
        Section, verbose_name=_("section"), on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    hosts = models.ManyToManyField(
        Institution, verbose_name=_("hosts"), blank=True, related_name="events", through="events.EventHost"
    )
    contact = models.ForeignKey(
        Person, verbose_name=_("contact"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    audience = ChoicesField(
        models.CharField(max_length=12, choices=TargetGroup), verbose_name=_("audience"), default=list, blank=True
    )
    languages = ChoicesField(
        models.CharField(max_length=2, choices=settings.LANGUAGES),
        verbose_name=_("languages spoken"),
        default=list,
        blank=True,
    )

    participants_until = models.DateField(
        _("participants shown until"),
        null=True,
        blank=True,
        help_text=_(
            "The event’s page names, up to and including this day, those who agreed to it when they registered. "
            "Empty: nobody is asked and nobody is shown."
        ),
    )

    external_url = models.URLField(
        _("address of the organiser’s page"),
        blank=True,
        help_text=_("For events of others: visitors register there."),
    )
    we_are_there_de = models.CharField(_("where to meet us (German)"), max_length=250, blank=True)
    we_are_there_en = models.CharField(_("where to meet us (English)"), max_length=250, blank=True)
    co_exhibitors_de = models.CharField(
        _("call for co-exhibitors (German)"),
        max_length=400,
        blank=True,
        help_text=_("Shown on the page until the event is over, with the contact’s address."),
    )
    co_exhibitors_en = models.CharField(_("call for co-exhibitors (English)"), max_length=400, blank=True)

    keep_days = models.PositiveSmallIntegerField(
        _("days that guests’ names are kept after the event"),
        default=365,
        validators=[MaxValueValidator(3650)],
        help_text=_(
            "Afterwards names, email addresses, institutions, notes, answers and the names of further guests are "
            "deleted for good, and their links stop working. Target group, seats and attendance stay as evidence; "
            "payments are kept as long as the law requires. Ask the funder first whether lists with names must be kept "
            "longer."
        ),
    )

    series = models.UUIDField(null=True, blank=True, editable=False, db_index=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)

    accessibility = in_language("accessibility")
    we_are_there = in_language("we_are_there")
    co_exhibitors = in_language("co_exhibitors")
    thanks = in_language("thanks")
    objects = EventQuerySet.as_manager()
    instead_of_deleting = _("Call the event off instead.")

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_at"]
        indexes = [models.Index(fields=["starts_at"]), models.Index(fields=["ends_at"])]
        constraints = [
            Check(
                name="event_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
                beside="ends_at",
                says=_("The end must be after the beginning."),
            ),
            Check(
                name="event_never_oversold",
                condition=Q(capacity__isnull=True) | Q(seats_taken__lte=F("capacity")),
                beside="capacity",
                says=_("More seats are taken already."),
            ),
            Check(
                name="event_says_until_when_cancelling_is_free",
                condition=Q(cancel_percent=0) | Q(cancel_days__isnull=False, cancel_percent__lte=100),
                beside="cancel_days",
                says=_("Please say until when cancelling is free of charge."),
            ),
            Check(
                name="event_fee_not_negative",
                condition=Q(fee__isnull=True) | Q(fee__gte=0),
                beside="fee",
                says=_("The fee must not be negative."),
            ),
        ]

    def __str__(self) -> str:
        day = timezone.localtime(self.starts_at)
        return f"{self.name} ({day:%m/%Y})" if self.month_only else f"{self.name} ({day:%d.%m.%Y})"

    def save(self, *args, **kwargs):
        """Existing rows are saved without the columns that belong to the verbs, unless these are named."""
        if not self._state.adding and kwargs.get("update_fields") is None:
            own = {field.name for field in self._meta.concrete_fields if not field.primary_key}
            parts = {relation.get_accessor_name() for relation in get_all_child_relations(self)}
            kwargs["update_fields"] = own - KEPT_BY_VERBS - self.get_deferred_fields() | parts
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        all_of_our_time(self, *TYPED_TIMES)
        opens, closes = self.registration_opens_at, self.registration_closes_at
        if opens and closes and closes <= opens:
            raise ValidationError({"registration_closes_at": _("Registration must close after it opens.")})
        if self.mode != Mode.ONLINE and not self.city and not self.month_only:
            raise ValidationError({"city": _("Name the place, or choose “Online”.")})

    @property
    def is_live(self) -> bool:
        """Whether anybody outside could notice a change."""
        return bool(self.page) or self.registrations.exists()

    @property
    def page(self):
        """The words in the reader's language, else in the other one; None without a live page."""
        if not hasattr(self, "live_pages"):
            self.live_pages = list(type(self).objects.live_pages().filter(event=self).select_related("locale"))
        mine = [page for page in self.live_pages if page.locale.language_code == current()]
        return next(iter(mine or self.live_pages), None)

    @property
    def title(self) -> str:
        return self.page.title if self.page else self.name
