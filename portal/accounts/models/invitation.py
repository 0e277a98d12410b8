from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.kinds import Role
from portal.accounts.models.institution import Institution
from portal.database.promises import Unique
from portal.language.mailbox_fields import MailboxField
from portal.web import tokens

VALID_FOR = timedelta(days=14)


class Invitation(tokens.Nonced):
    """An email address may become a member of an institution. Written only by the verbs of `membership`."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="invitations")
    email = MailboxField(_("email"))
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.MEMBER)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="de")
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(_("invited at"))
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-invited_at"]
        constraints = [
            Unique(
                name="one_open_invitation_each",
                fields=["institution", "email"],
                condition=models.Q(accepted_at__isnull=True),
                beside="email",
                says=_("An invitation to this address is open already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} · {self.institution}"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and timezone.now() < self.invited_at + VALID_FOR

    def get_absolute_url(self) -> str:
        return reverse("accounts:invitation", args=[tokens.make("invitation", self)])
