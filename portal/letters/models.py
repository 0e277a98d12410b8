from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.database.promises import Unique


class LetterText(models.Model):
    """The office's own words for one letter in one language; what is empty stays as the code has it."""

    kind = models.CharField(_("letter"), max_length=100)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    opening = models.TextField(_("opening"), max_length=4000, blank=True)
    closing = models.TextField(_("closing"), max_length=4000, blank=True)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("text of a letter")
        verbose_name_plural = _("texts of letters")
        ordering = ["kind", "language"]
        constraints = [
            Unique(
                name="one_text_per_letter_and_language",
                fields=["kind", "language"],
                beside="language",
                says=_("This letter has a text in this language already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.language})"

    @property
    def is_edited(self) -> bool:
        return bool(self.subject or self.opening or self.closing)
