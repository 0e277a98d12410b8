"""What is new in the portal, for the staff that works with it. The newest stands first; one sentence each."""

from dataclasses import dataclass
from datetime import date

from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks

from portal.look.desk import Row, RowsPanel


@dataclass(frozen=True)
class Change:
    """`on`: the day from which staff meet it."""

    on: date
    words: str


SHOWN = 10
CHANGES = (
    Change(
        date(2026, 11, 30), _("This page counts your drafts, what was sent back to you, and events without a page.")
    ),
    Change(date(2026, 11, 29), _("The data of a person is found, exported and erased under People; two of you erase.")),
    Change(date(2026, 11, 29), _("Moving an event asks first: who is told, the letter as a preview, or silently.")),
    Change(date(2026, 11, 29), _("What changes something live can be proposed; whoever may publish it releases it.")),
    Change(
        date(2026, 11, 29), _("This page begins with what waits for you; the search above the menu asks everything.")
    ),
    Change(date(2026, 11, 29), _("Single seats of a paid group are taken back, and what they cost goes back.")),
    Change(date(2026, 11, 29), _("Circulars are tried out on yourself first and carry attachments.")),
    Change(
        date(2026, 11, 29), _("Images lie in collections; a report tells where they are shown and how long we may.")
    ),
    Change(date(2026, 11, 29), _("The handbook has nineteen chapters and a search.")),
    Change(date(2026, 11, 29), _("Guests who phone can be entered without an email address: print their tickets.")),
    Change(date(2026, 11, 29), _("The form of registration can ask for the names of all guests of a group.")),
    Change(
        date(2026, 11, 22), _("Each event has a table of its registrations, letters to its guests, and statistics.")
    ),
    Change(date(2026, 11, 22), _("Guests have tickets; staff check them in by phone, print badges and certificates.")),
    Change(date(2026, 11, 22), _("Coaches publish times and clients book them; the hours are counted under Coaching.")),
    Change(date(2026, 11, 22), _("Pages and listings can be shown to somebody without an account, who approves them.")),
    Change(date(2026, 11, 22), _("Listings that wait show by when to answer; staff comment on them and preview them.")),
    Change(date(2026, 11, 22), _("Several listings are released, extended or ended at once, from their list.")),
    Change(date(2026, 11, 22), _("The texts of letters can be put into your own words, with a preview.")),
    Change(date(2026, 11, 22), _("Every list of the administration can be exported and searched.")),
)


def unread(since: date | None) -> list[Change]:
    """The changes after the day that was read last."""
    return [change for change in CHANGES if since is None or change.on > since]


class Changes(RowsPanel):
    template_name = "home/admin/changes.html"
    name = "changes"
    heading = _("What changed in the portal")
    icon = "history"
    order = 300

    def rows(self) -> list[Row]:
        news = unread(self.user.changes_read_on)[:SHOWN]
        return [Row(str(change.words), fact=date_format(change.on, "SHORT_DATE_FORMAT")) for change in news]


@require_POST
def read(request):
    """The reader has read them; others still see them."""
    request.user.changes_read_on = max(timezone.localdate(), *(change.on for change in CHANGES))
    request.user.save(update_fields=["changes_read_on"])
    return redirect("wagtailadmin_home")


@hooks.register("register_admin_urls")
def changes_urls():
    return [path("changes/read/", read, name="changes_read")]


@hooks.register("construct_homepage_panels")
def show_changes(request, panels) -> None:
    panels.append(Changes(request.user))
