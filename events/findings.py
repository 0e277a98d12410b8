"""What event pages are asked before they are published."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.kinds import Mode
from events.pages import EventPage
from home.checks.contents import blocks_named
from home.checks.publishing import Finding, Rule, check
from home.findings import NO_FUNDING

NO_PLACE = Rule(
    "event-place",
    gettext_lazy("Event without place"),
    gettext_lazy("Open the event and fill in where it takes place, or the address of the meeting."),
)


@check(EventPage)
def events_have_a_place(page: EventPage) -> Iterator[Finding]:
    event = page.event if page.event_id else None
    if event is None or event.is_external:
        return
    if event.mode != Mode.ONLINE and not event.address:
        yield _placeless(_("The event has no place. Open the event and fill in venue and city."))
    if event.mode != Mode.ON_SITE and not event.online_url:
        yield _placeless(_("The event takes place online, but has no address for the meeting."))


@check(EventPage)
def events_of_projects_name_the_funders(page: EventPage) -> Iterator[Finding]:
    project = page.event.project if page.event_id else None
    if project is None:
        return
    # The page itself shows the project's funders as soon as there are any.
    if not project.funding.exists() and not blocks_named(page, "funding"):
        yield Finding(
            NO_FUNDING,
            _("Nobody has entered who funds the project %(project)s. Add the funder to the project.")
            % {"project": project},
        )


def _placeless(message: str) -> Finding:
    return Finding(NO_PLACE, message)
