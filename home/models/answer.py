"""The deed: somebody answered a form of the office."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import AbstractFormSubmission


class Answer(AbstractFormSubmission):
    """What a visitor wrote: a deed, never edited."""

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["-submit_time"]

    @property
    def language(self) -> str:
        """Answers are read by the office, in its own language."""
        return settings.LANGUAGE_CODE
