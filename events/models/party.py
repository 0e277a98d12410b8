"""Deeds that hang on a registration: who else comes, and which sessions were chosen."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.registration import Registration
from events.models.tickets import SubSession
from portal.database.promises import Unique
from portal.language.mailbox_fields import MailboxField


class Guest(models.Model):
    """One of the further seats of a registration; its name may follow."""

    wagtail_reference_index_ignore = True  # `look.in_use` asks the keys; the index would cost five queries a write

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="guests")
    position = models.PositiveSmallIntegerField(
        _("seat"), validators=[MinValueValidator(2)], help_text=_("1 is the person who registered.")
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = MailboxField(_("email"), blank=True)

    class Meta:
        verbose_name = _("further guest")
        verbose_name_plural = _("further guests")
        ordering = ["position"]
        constraints = [
            Unique(
                name="one_guest_per_seat",
                fields=["registration", "position"],
                beside="position",
                says=_("This seat has a guest already."),
            )
        ]

    def __str__(self) -> str:
        return str(_("Seat %(number)s") % {"number": self.position})


class SessionSeat(models.Model):
    """A registration wants to sit in a session with all its seats; they count while the registration holds."""

    wagtail_reference_index_ignore = True  # `look.in_use` asks the keys; the index would cost five queries a write

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="session_seats")
    session = models.ForeignKey(SubSession, on_delete=models.PROTECT, related_name="chosen")

    class Meta:
        verbose_name = _("seat in a session")
        verbose_name_plural = _("seats in sessions")
        constraints = [
            Unique(
                name="one_seat_per_session",
                fields=["registration", "session"],
                beside="session",
                says=_("The session has been chosen already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.session)
