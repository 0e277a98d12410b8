"""The base of every refusal: a verb says no with a sentence for the reader."""

from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """A verb's no. Subclasses set `message`, a lazily translated sentence shown to the reader."""

    message = ""

    def __init__(self, message=None):
        self.message = message or self.message
        super().__init__(self.message)

    def __str__(self) -> str:
        return str(self.message)


class SubmittedBefore(Refusal):
    """A form's own number comes twice, with other answers."""

    message = _("This form has been sent before with other details. Please check it and send it again.")
