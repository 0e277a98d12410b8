"""The fact of a slot: a coach has time. Written by the verbs of `publishing`; the seats by those of `booking`."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import BigIntegerRangeField, DateTimeRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, Func, OuterRef, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.coaching.kinds import Meeting
from events.coaching.models.coach import BusyTime, Coach, Topic
from events.coaching.models.programme import Programme
from events.coaching.states import SlotState
from portal.database.promises import Alone, Check

MOST_SEATS = 20
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def _is(field: str) -> Func:
    """A whole number as a range of one: what btree_gist would allow to compare as it is."""
    return Func(F(field), F(field), Value("[]"), function="int8range", output_field=BigIntegerRangeField())


def _after(now, field: str, unit: timedelta) -> ExpressionWrapper:
    return ExpressionWrapper(Value(now) + F(field) * Value(unit), output_field=models.DateTimeField())


class SlotQuerySet(models.QuerySet):
    def locked(self):
        """For the verbs: the rows, locked in the order of their keys."""
        return self.select_for_update(of=("self",)).order_by("pk")

    def open(self):
        return self.filter(state=SlotState.OPEN)

    def offered(self, now=None):
        """What a visitor may ask for at this moment, free or full; the nearest first."""
        now = now or timezone.now()
        busy = BusyTime.objects.filter(
            coach=OuterRef("coach"), starts_at__lt=OuterRef("ends_at"), ends_at__gt=OuterRef("starts_at")
        )
        rows = self.open().filter(coach__is_visible=True).exclude(Exists(busy))
        rows = rows.filter(starts_at__gt=_after(now, "lead_hours", HOUR))
        return rows.filter(starts_at__lte=_after(now, "horizon_days", DAY)).order_by("starts_at", "pk")

    def free(self):
        return self.filter(seats_taken__lt=F("seats"))

    def of(self, user):
        """Those of the coach who logged in."""
        return self.filter(coach__user=user) if user.is_authenticated else self.none()

    def for_rows(self):
        return self.select_related("coach__person__institution", "coach__user", "topic", "programme")


class Slot(models.Model):
    """Times are instants; `span` is the meeting with its buffers and keeps the coach free of others."""

    coach = models.ForeignKey(Coach, verbose_name=_("coach"), on_delete=models.PROTECT, related_name="slots")
    state = models.CharField(_("state"), max_length=10, choices=SlotState, default=SlotState.OPEN)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    buffer_before = models.PositiveSmallIntegerField(_("minutes kept free before"), default=0)
    buffer_after = models.PositiveSmallIntegerField(_("minutes kept free after"), default=0)
    span = DateTimeRangeField(editable=False)
    lead_hours = models.PositiveSmallIntegerField(_("hours before which to book"), default=24)
    horizon_days = models.PositiveSmallIntegerField(_("days ahead from which to book"), default=60)
    seats = models.PositiveSmallIntegerField(
        _("seats"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    seats_taken = models.PositiveSmallIntegerField(_("seats taken"), default=0, editable=False)
    mode = models.CharField(_("mode"), max_length=8, choices=Meeting, default=Meeting.ONLINE)
    place = models.CharField(_("place"), max_length=200, blank=True)
    online_url = models.URLField(_("address of the online meeting"), blank=True)
    # Empty: any language that the coach speaks.
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, blank=True)
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), on_delete=models.PROTECT, null=True, blank=True, related_name="slots"
    )
    programme = models.ForeignKey(
        Programme, verbose_name=_("programme"), on_delete=models.PROTECT, null=True, blank=True, related_name="slots"
    )
    needs_confirmation = models.BooleanField(_("the coach confirms"), default=False)
    series = models.UUIDField(null=True, blank=True, editable=False)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("coaching slot")
        verbose_name_plural = _("coaching slots")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["state", "starts_at"])]
        constraints = [
            Alone(
                name="coach_meets_one_at_a_time",
                expressions=[(_is("coach"), RangeOperators.OVERLAPS), ("span", RangeOperators.OVERLAPS)],
                condition=Q(state=SlotState.OPEN),
                beside="starts_at",
                says=_("The coach has another meeting at this time."),
            ),
            Check(
                name="slot_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
                beside="ends_at",
                says=_("The end must be after the beginning."),
            ),
            Check(
                name="slot_span_holds_the_meeting",
                condition=Q(span__startswith__lte=F("starts_at")) & Q(span__endswith__gte=F("ends_at")),
                beside="starts_at",
                says=_("The meeting must lie within the time that is kept free for it."),
            ),
            Check(
                name="slot_never_oversold",
                condition=Q(seats_taken__lte=F("seats")),
                beside="seats",
                says=_("More seats are taken already."),
            ),
            Check(
                name="slot_seats_in_range",
                condition=Q(seats__gte=1) & Q(seats__lte=MOST_SEATS),
                beside="seats",
                says=_("Choose at least one seat and not more than one meeting may have."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.coach} · {timezone.localtime(self.starts_at):%d.%m.%Y %H:%M}"

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    @property
    def is_open(self) -> bool:
        return self.state == SlotState.OPEN

    @property
    def is_full(self) -> bool:
        return self.seats_taken >= self.seats

    @property
    def is_online(self) -> bool:
        return self.mode == Meeting.ONLINE

    @property
    def opens_at(self):
        return self.starts_at - timedelta(days=self.horizon_days)

    @property
    def closes_at(self):
        """Who books later would surprise the coach."""
        return self.starts_at - timedelta(hours=self.lead_hours)
