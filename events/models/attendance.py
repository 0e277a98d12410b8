"""The deed of coming: a seat's guest has passed the door."""

from uuid import uuid4

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.registration import Registration
from portal.database.promises import Unique


class AttendanceQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody has taken back."""
        return self.filter(undone_at=None)


class Attendance(models.Model):
    """One seat of a registration was checked in; taken back, the row stays as a trace."""

    wagtail_reference_index_ignore = True  # `look.in_use` asks the keys; the index would cost five queries a write

    registration = models.ForeignKey(
        Registration, verbose_name=_("registration"), on_delete=models.CASCADE, related_name="attendances"
    )
    position = models.PositiveSmallIntegerField(
        _("seat"), validators=[MinValueValidator(1)], help_text=_("1 is the person who registered.")
    )
    at = models.DateTimeField(_("checked in at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked in by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    # The button's own number: a press that a shaky network repeats is still one press.
    press = models.UUIDField(default=uuid4, unique=True, editable=False)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["at", "pk"]
        constraints = [
            Unique(
                name="one_attendance_per_seat",
                fields=["registration", "position"],
                condition=Q(undone_at=None),
                beside="position",
                says=_("This seat is checked in already."),
            )
        ]

    def __str__(self) -> str:
        return str(_("Seat %(number)s") % {"number": self.position})
