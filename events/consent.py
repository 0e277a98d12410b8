"""What guests agree to. A changed sentence needs a new version: the old one stays the proof of those who agreed."""

from django.utils.translation import gettext_lazy as _

VERSION = "2026-11"
SENTENCE = _("I agree that my details are stored and used to organise this event.")
# Walk-ins hear the sentence from the staff at the door.
AT_THE_DOOR = "at-the-door"
# Who phones hears the sentence from the staff.
BY_PHONE = "by-phone"
BY_PHONE_SENTENCE = _("The guest has agreed that the details are stored and used to organise this event.")
HEARD = frozenset({AT_THE_DOOR, BY_PHONE})
LISTED = _("My name and institution may appear in the public list of participants on the event’s page (voluntary).")
LISTED_VERSION = "2026-11"
