"""The portal's colours in the admin; hours as the clock on the wall shows them; what is in use is not deleted."""

from django.db import models
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.ui.fields import register_display_class

from portal.look import in_use  # noqa: F401 registers its hook


@hooks.register("insert_global_admin_css")
def portal_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("look/desk/desk.css"))


def local_time(value):
    """Wagtail's page about one row would show the hour in UTC, its lists show it in Berlin's time."""
    return timezone.localtime(value) if value else "–"


# A function is asked for what shows the field.
register_display_class(models.DateTimeField, display_class=lambda field: local_time)
