"""The deed: somebody books a coach. Written by the verbs of this room alone."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.coaching.kinds import Reached, Stage
from events.coaching.models.programme import Account
from events.coaching.models.slot import Slot
from events.coaching.states import BookingState
from portal.accounts.models import Institution
from portal.database.promises import Check, Unique
from portal.language.mailbox import NAMELESS, is_nobody, nobody
from portal.language.mailbox_fields import MailboxField
from portal.web import tokens


class Panel(models.Model):
    """Several coaches at one time for one client: all of them or none."""

    experts = models.PositiveSmallIntegerField(_("experts"))
    lawyers = models.PositiveSmallIntegerField(_("lawyers"))
    made_at = models.DateTimeField(_("booked at"))

    class Meta:
        verbose_name = _("panel")
        verbose_name_plural = _("panels")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return str(_("Panel %(number)s") % {"number": self.pk})


class BookingQuerySet(models.QuerySet):
    def holding(self):
        return self.filter(state__in=BookingState.HOLDING)

    def coming(self):
        return self.filter(state__in=BookingState.COMING)

    def active(self):
        return self.filter(state__in=BookingState.ACTIVE)

    def waiting(self):
        """The waiting list in its order."""
        return self.filter(state=BookingState.WAITING).order_by("created_at", "pk")

    def overdue(self, now):
        """Offers not taken up in time, requests that nobody answered before the meeting, lists of slots gone by."""
        late = Q(state=BookingState.OFFERED, offer_until__lte=now)
        return self.filter(late | Q(state__in=[BookingState.REQUESTED, BookingState.WAITING], slot__starts_at__lte=now))

    def of(self, user):
        return self.filter(user=user) if user.is_authenticated else self.none()

    def with_coach(self, user):
        """Those that the coach who logged in looks after."""
        return self.filter(slot__coach__user=user) if user.is_authenticated else self.none()

    def for_rows(self):
        return self.select_related(
            "slot__coach__person__institution", "slot__coach__user", "slot__topic", "slot__programme", "account"
        )


class Booking(tokens.Nonced):
    """One email address takes one seat of a slot, for a start-up or for itself."""

    wagtail_reference_index_ignore = True  # `look.in_use` asks the keys; the index would cost five queries a write

    slot = models.ForeignKey(Slot, verbose_name=_("slot"), on_delete=models.PROTECT, related_name="bookings")
    panel = models.ForeignKey(
        Panel, verbose_name=_("panel"), on_delete=models.PROTECT, null=True, blank=True, related_name="bookings"
    )
    account = models.ForeignKey(
        Account, verbose_name=_("hours"), on_delete=models.PROTECT, null=True, blank=True, related_name="bookings"
    )
    state = models.CharField(_("state"), max_length=10, choices=BookingState)
    name = models.CharField(_("name"), max_length=120)
    email = MailboxField(_("email"))
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="coaching_bookings",
    )
    startup = models.CharField(_("start-up"), max_length=150, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="coaching_bookings",
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="de")

    about = models.TextField(_("what it is about"), max_length=1500)
    stage = models.CharField(_("stage"), max_length=10, choices=Stage)
    goal = models.CharField(_("goal"), max_length=300, blank=True)

    # Counted in the account: the length of the slot while it is held, afterwards what the coach recorded.
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=0)
    offer_until = models.DateTimeField(_("offered until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    outcome = models.CharField(_("outcome"), max_length=500, blank=True)
    reached = models.CharField(_("goal reached"), max_length=8, choices=Reached, blank=True)
    reached_note = models.CharField(_("what became of it"), max_length=500, blank=True)

    consent_version = models.CharField(_("version of the consent"), max_length=20)
    created_at = models.DateTimeField(_("booked at"))
    moved_at = models.DateTimeField(_("state since"))
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    # The form's own number: pressing twice makes one booking.
    submission = models.UUIDField(default=uuid4, editable=False)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("coaching booking")
        verbose_name_plural = _("coaching bookings")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["slot", "state", "created_at"])]
        constraints = [
            Unique(
                name="one_active_booking_per_email",
                fields=["slot", "email"],
                condition=Q(state__in=sorted(BookingState.ACTIVE)),
                beside="email",
                says=_("This address has booked the meeting already."),
            ),
            Unique(
                name="one_booking_per_form_and_slot",
                fields=["slot", "submission"],
                beside="submission",
                says=_("This form was sent already."),
            ),
            Check(
                name="offered_booking_has_a_deadline",
                condition=~Q(state=BookingState.OFFERED) | Q(offer_until__isnull=False),
                beside="offer_until",
                says=_("An offer needs a deadline."),
            ),
        ]

    def __str__(self) -> str:
        # No name: the audit log keeps this text after the person is erased.
        return str(_("Coaching %(number)s") % {"number": self.pk})

    def get_absolute_url(self) -> str:
        return reverse("coaching:manage", args=[tokens.make("manage", self)])

    def get_follow_up_url(self) -> str:
        return reverse("coaching:follow_up", args=[tokens.make("follow_up", self)])

    @property
    def place_in_line(self) -> int:
        """1 for the next to be asked."""
        line = self.slot.bookings.waiting()
        ahead = line.filter(created_at__lt=self.created_at)
        return (ahead | line.filter(created_at=self.created_at, pk__lte=self.pk)).count()

    @property
    def is_erased(self) -> bool:
        return is_nobody(self.email)

    @property
    def is_holding(self) -> bool:
        return self.state in BookingState.HOLDING

    @property
    def is_active(self) -> bool:
        return self.state in BookingState.ACTIVE

    @property
    def is_over(self) -> bool:
        return self.state in BookingState.OVER

    @property
    def is_confirmed(self) -> bool:
        return self.state == BookingState.CONFIRMED

    @property
    def is_offered(self) -> bool:
        return self.state == BookingState.OFFERED

    def next_sequence(self) -> int:
        """For the next calendar file: grows once a calendar may hold an invitation, is 0 until then."""
        return self.sequence + 1 if self.is_confirmed or self.sequence else 0

    def anonymise(self) -> None:
        """Without the person; start-up, hours and state stay as evidence for the funder."""
        self.name, self.email, self.user = NAMELESS, nobody(self.pk), None
        for name in ("about", "goal", "reason", "outcome", "reached_note"):
            setattr(self, name, "")
        self.startup = self.startup if self.account_id else ""
        self.save()

    def has_begun(self, now=None) -> bool:
        return self.slot.starts_at <= (now or timezone.now())
