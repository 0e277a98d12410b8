from django.db import models
from django.utils.translation import gettext_lazy as _


class Stray(models.Model):
    """What Stripe told and no payment of ours stands behind; finance looks at it and closes it."""

    event_id = models.CharField(_("event"), max_length=255, unique=True)
    kind = models.CharField(_("kind"), max_length=255)
    about = models.CharField(_("about"), max_length=255, blank=True)
    arrived_at = models.DateTimeField(_("arrived at"))
    closed_at = models.DateTimeField(_("looked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("message of Stripe without a payment")
        verbose_name_plural = _("messages of Stripe without a payment")
        ordering = ["-arrived_at"]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}".strip()
