"""What staff teach the search, and what it has seen itself."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.language.typed import only_printable_text


class MeaningKind(models.TextChoices):
    TASK = "task", _("task")
    METHOD = "method", _("method")
    DEVICE = "device", _("class of devices")
    PAGE = "page", _("page of the portal")
    OTHER = "other", _("other")


class Meaning(models.Model):
    """Words that mean the same in German and English, one on each line. Whoever asks for a task also finds what
    `leads_to`: its methods, and the devices of these. Tasks and pages of the portal are recognised in titles
    alone: every second text names a contact.
    """

    kind = models.CharField(_("kind"), max_length=8, choices=MeaningKind, default=MeaningKind.DEVICE)
    words_de = models.TextField(
        _("words (German)"),
        blank=True,
        max_length=2000,
        validators=[only_printable_text],
        help_text=_("One on each line, the usual one first. They are recognised in questions and in texts."),
    )
    words_en = models.TextField(_("words (English)"), blank=True, max_length=2000, validators=[only_printable_text])
    asked = models.TextField(
        _("only in questions"),
        blank=True,
        max_length=2000,
        validators=[only_printable_text],
        help_text=_("Words that mean this when somebody types them, but mostly something else in a text."),
    )
    leads_to = models.ManyToManyField(
        "self",
        verbose_name=_("leads to"),
        symmetrical=False,
        blank=True,
        related_name="asked_by",
        help_text=_("From the task to its methods, from the method to the classes of devices."),
    )

    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("words_de"), FieldPanel("words_en")]),
        FieldPanel("asked"),
        FieldPanel("leads_to"),
    ]

    class Meta:
        verbose_name = _("meaning")
        verbose_name_plural = _("vocabulary of the search")
        ordering = ["words_de", "pk"]

    def __str__(self) -> str:
        return " · ".join(filter(None, (first(self.words_de), first(self.words_en)))) or f"#{self.pk}"

    def clean(self):
        super().clean()
        if not (self.words_de.strip() or self.words_en.strip()):
            raise ValidationError({"words_de": _("Enter at least one word.")})


class SeenWord(models.Model):
    """A word of a title, for the nearest spelling of one that nobody has written: `keys` are what is left of it with
    one letter less, so that two spellings one slip apart share a key. It is forgotten once no title has it any more.
    """

    folded = models.CharField(max_length=60, unique=True)
    word = models.CharField(max_length=120)
    keys = ArrayField(models.CharField(max_length=60))
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="seen_word_keys")]

    def __str__(self) -> str:
        return self.word


def first(lines: str) -> str:
    return next(iter(said(lines)), "")


def said(lines: str) -> list[str]:
    """The words of a field, one on each line."""
    return [line.strip() for line in lines.splitlines() if line.strip()]
