"""Columns of the admin's lists."""

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """The day itself: Wagtail's own column says how long ago, which is nonsense for days to come."""

    def get_value(self, instance):
        value = super().get_value(instance)
        if hasattr(value, "tzinfo"):
            value = timezone.localtime(value)
        return date_format(value, "SHORT_DATE_FORMAT") if value else ""
