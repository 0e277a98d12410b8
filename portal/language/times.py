"""The zone that times are told in: always Berlin's."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import pgettext


def zone(at: datetime) -> str:
    """MEZ in winter, MESZ in summer."""
    summer = bool(timezone.localtime(at).dst())
    return pgettext("time zone", "CEST") if summer else pgettext("time zone", "CET")
