"""What clients agree to. A changed sentence needs a new version: the old one stays the proof of those who agreed."""

from django.utils.translation import gettext_lazy as _

VERSION = "coaching-2026-11"
SENTENCE = _("I agree that my details are stored and given to the coach to prepare this meeting.")
