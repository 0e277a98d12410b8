"""What an event asks its guests: questions are facts of the event, answers are deeds."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from events.kinds import QuestionKind
from events.models.event import Event
from events.models.registration import Registration
from portal.database.promises import Unique
from portal.language.languages import in_language

KEPT_DAYS, KEPT_DAYS_SPECIAL = 90, 7
MOST_DAYS_SPECIAL = 30


class Question(Orderable):
    """One field of the registration form, built by editors."""

    event = ParentalKey(Event, verbose_name=_("event"), on_delete=models.CASCADE, related_name="questions")
    kind = models.CharField(_("kind"), max_length=10, choices=QuestionKind, default=QuestionKind.TEXT)
    label_de = models.CharField(_("question (German)"), max_length=200)
    label_en = models.CharField(_("question (English)"), max_length=200)
    help_de = models.CharField(_("hint (German)"), max_length=300, blank=True)
    help_en = models.CharField(_("hint (English)"), max_length=300, blank=True)
    choices_de = models.TextField(_("choices (German)"), blank=True, help_text=_("One per line."))
    choices_en = models.TextField(
        _("choices (English)"), blank=True, help_text=_("One per line, in the same order as the German ones.")
    )
    required = models.BooleanField(_("must be answered"), default=False)
    shown_if = models.ForeignKey(
        "self",
        verbose_name=_("only after the question"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        help_text=_("New questions can be chosen after saving."),
    )
    shown_if_answer = models.CharField(
        _("if its answer is"),
        max_length=200,
        blank=True,
        help_text=_("One of its choices in German. Empty: whenever it is answered."),
    )
    purpose_de = models.CharField(_("what we need it for (German)"), max_length=200)
    purpose_en = models.CharField(_("what we need it for (English)"), max_length=200, blank=True)
    is_special_category = models.BooleanField(
        _("special category of data"),
        default=False,
        help_text=_(
            "Health, disability, diet … (GDPR article 9): deleted soon after the event, after 30 days at the latest."
        ),
    )
    retention_days = models.PositiveSmallIntegerField(
        _("days kept after the event"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(3650)],
        help_text=_("Empty: 90 days, special categories 7."),
    )

    label, help = in_language("label"), in_language("help")
    purpose = in_language("purpose")

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.label

    def clean(self):
        super().clean()
        if self.kind in QuestionKind.WITH_CHOICES and not self.choices_de.strip():
            raise ValidationError({"choices_de": _("Name at least one choice.")})
        if self.choices_en.strip() and len(_lines(self.choices_en)) != len(_lines(self.choices_de)):
            raise ValidationError({"choices_en": _("There must be as many choices as in German.")})
        if self.shown_if_id and self.shown_if_id == self.pk:
            raise ValidationError({"shown_if": _("A question cannot depend on itself.")})
        if self.is_special_category and self.kept_days > MOST_DAYS_SPECIAL:
            text = _("Special categories of data are kept %(days)d days at most.") % {"days": MOST_DAYS_SPECIAL}
            raise ValidationError({"retention_days": text})

    @property
    def kept_days(self) -> int:
        if self.retention_days is not None:
            return self.retention_days
        return KEPT_DAYS_SPECIAL if self.is_special_category else KEPT_DAYS

    @property
    def kept_until(self):
        """Answers are deleted after this moment."""
        return self.event.ends_at + timedelta(days=self.kept_days)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """(what is stored, what the reader sees); stored is the German, so that both languages count together."""
        stored = _lines(self.choices_de)
        shown = _lines(_Choices(self).told)
        return list(zip(stored, shown if len(shown) == len(stored) else stored, strict=True))


def about_support() -> Question:
    """What new events ask at first: needs are health data and belong into an answer that is soon deleted."""
    return Question(
        kind=QuestionKind.TEXT,
        label_de="Was brauchen Sie, um gut teilnehmen zu können?",
        label_en="What do you need to take part well?",
        help_de="Zum Beispiel Gebärdensprache oder einen stufenlosen Zugang. Freiwillig.",
        help_en="For example sign language or step-free access. Voluntary.",
        purpose_de="Vorbereitung von Raum und Hilfen",
        purpose_en="Preparing room and support",
        is_special_category=True,
    )


class _Choices:
    """The choices in the language of the reader."""

    told = in_language("choices")

    def __init__(self, question: Question):
        self.choices_de, self.choices_en = question.choices_de, question.choices_en


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class Answer(models.Model):
    """What one registration said to one question. A file stands in the database: private, in every backup, erasable."""

    wagtail_reference_index_ignore = True  # `look.in_use` asks the keys; the index would cost five queries a write

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, verbose_name=_("question"), on_delete=models.PROTECT, related_name="answers")
    value = models.TextField(_("answer"), blank=True, help_text=_("Several choices stand one per line."))
    file_type = models.CharField(max_length=60, blank=True, editable=False)
    file = models.BinaryField(null=True, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["question__sort_order", "pk"]
        constraints = [
            Unique(
                name="one_answer_each",
                fields=["registration", "question"],
                beside="question",
                says=_("This question has been answered already."),
            )
        ]
        permissions = [("read_special_answers", _("Can read answers of special categories"))]

    def __str__(self) -> str:
        # No words of the guest: logs keep this text.
        return str(_("Answer %(number)s") % {"number": self.pk})

    @property
    def told(self) -> str:
        """The answer as its reader sees it."""
        if self.question.kind == QuestionKind.CONSENT:
            return str(_("yes"))
        shown = dict(self.question.choices) if self.question.kind in QuestionKind.WITH_CHOICES else {}
        return ", ".join(shown.get(line, line) for line in self.value.split("\n")) if shown else self.value
