"""What changed in the portal, on the admin's first page, until one has read it."""

from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks

from home import changes
from portal.look.desk import Row, RowsPanel

SHOWN = 5


class Changes(RowsPanel):
    template_name = "home/admin/changes.html"
    name = "changes"
    heading = _("What changed in the portal")
    icon = "history"
    order = 300

    def rows(self) -> list[Row]:
        news = changes.unread(self.user.changes_read_on)[:SHOWN]
        return [Row(str(change.words), fact=date_format(change.on, "SHORT_DATE_FORMAT")) for change in news]


@require_POST
def read(request):
    """The reader has read them; others still see them."""
    request.user.changes_read_on = max(timezone.localdate(), *(change.on for change in changes.CHANGES))
    request.user.save(update_fields=["changes_read_on"])
    return redirect("wagtailadmin_home")


@hooks.register("register_admin_urls")
def changes_urls():
    return [path("changes/read/", read, name="changes_read")]


@hooks.register("construct_homepage_panels")
def show_changes(request, panels) -> None:
    panels.append(Changes(request.user))
