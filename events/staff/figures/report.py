"""Who came from where: the evidence of a funded project. Counts only, no names."""

from django.db.models import Count, Sum
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import DateFilter, ModelChoiceFilter
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import AdminDateInput

from events.models import Registration
from events.states import RegistrationState
from home.models import Project
from portal.accounts.kinds import TargetGroup
from portal.look.reports import Report, ReportItem
from portal.rights import Right

KEYS = ("event__name", "event__starts_at", "event__project__acronym", "target_group")


class AttendanceFilters(WagtailFilterSet):
    project = ModelChoiceFilter(field_name="event__project", queryset=Project.objects.all(), label=_("project"))
    since = DateFilter(field_name="event__starts_at", lookup_expr="date__gte", label=_("from"), widget=AdminDateInput)
    until = DateFilter(field_name="event__starts_at", lookup_expr="date__lte", label=_("until"), widget=AdminDateInput)

    class Meta:
        model = Registration
        fields = []


class Attendance(Report):
    """One row per event and target group; confirmed registrations only."""

    name = "attendance_report"
    page_title = _("Registrations by event and target group")
    header_icon = "group"
    right = Right.SEE_GUESTS
    filterset_class = AttendanceFilters
    facts = [
        ("event__name", _("Event")),
        ("day", _("Date")),
        ("event__project__acronym", _("Project")),
        ("group", _("Target group")),
        ("registrations", _("Registrations")),
        ("taken", _("Seats")),
    ]

    def get_queryset(self):
        return Registration.objects.filter(state=RegistrationState.CONFIRMED)

    def get_filtered_queryset(self):
        rows = super().get_filtered_queryset().order_by().values("event", *KEYS)
        rows = rows.annotate(registrations=Count("pk"), taken=Sum("seats"))
        return [_told(row) for row in rows.order_by("-event__starts_at", "event", "target_group")]


def _told(row: dict) -> dict:
    group, day = TargetGroup(row["target_group"]).label, timezone.localdate(row["event__starts_at"])
    return row | {"group": group, "day": day, "event__project__acronym": row["event__project__acronym"] or ""}


@hooks.register("register_admin_urls")
def attendance_urls():
    return Attendance.urls()


@hooks.register("register_reports_menu_item")
def attendance_item():
    return ReportItem(Attendance, reverse_lazy("attendance_report"), icon_name="group", order=100)
