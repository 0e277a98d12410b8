from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.models.listing import Listing
from portal.language.mailbox_fields import MailboxField


class Question(models.Model):
    """A deed: what a visitor asked the owner of a listing. Kept until the letter is surely read, then swept."""

    listing = models.ForeignKey(Listing, verbose_name=_("listing"), on_delete=models.CASCADE, related_name="questions")
    name = models.CharField(_("name"), max_length=120)
    email = MailboxField(_("email address"))
    text = models.TextField(_("question"), max_length=3000)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("question to an owner")
        verbose_name_plural = _("questions to owners")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.listing}"
