"""Who invites to an event, in the order in which they are named."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from portal.accounts.models import Institution
from portal.database.promises import Unique


class EventHost(Orderable):
    """One of the institutions behind `Event.hosts`."""

    event = ParentalKey("events.Event", on_delete=models.CASCADE, related_name="host_rows")
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        constraints = [
            Unique(
                name="one_row_per_host",
                fields=["event", "institution"],
                beside="institution",
                says=_("This institution is a host already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.institution)
