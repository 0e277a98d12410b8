"""Coming events whose contact or host cannot be reached."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from events.models import Event
from home.checks.contacts import Trouble, edit, no_address, nobody_answers


def troubles() -> Iterator[Trouble]:
    kind = str(Event._meta.verbose_name)
    events = Event.objects.upcoming().filter(external_url="").select_related("contact").prefetch_related("hosts")
    for event in events:
        if nobody_answers(event.contact):
            yield Trouble(event.name, kind, no_address(event.contact), edit(event.contact))
        for host in event.hosts.all():
            if not host.is_visible:
                message = _("The host %(institution)s is not shown in the directory.") % {"institution": host}
                yield Trouble(event.name, kind, message, edit(event))
