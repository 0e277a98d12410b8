"""Registrations as plots and numbers: of one event, a project, a section or a period."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.template.response import TemplateResponse
from django.urls import path, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django_filters import DateFilter, FilterSet, ModelChoiceFilter
from wagtail import hooks
from wagtail.admin.widgets import AdminDateInput

from events.models import Event, Registration
from events.staff.figures import statistics
from home.models import Project, Section
from portal.files import spreadsheets
from portal.look import plots
from portal.look.reports import ReportItem
from portal.rights import Right, needs


def _recent(request):
    """Of the last year and to come, to choose from; an older one is asked for from its own list of guests."""
    asked = request.GET.get("event", "")
    chosen = Q(pk=asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else Q(pk=None)
    return Event.objects.filter(Q(starts_at__gte=timezone.now() - timedelta(days=365)) | chosen)


class StatisticsFilters(FilterSet):
    event = ModelChoiceFilter(queryset=_recent, label=gettext_lazy("Event"))
    project = ModelChoiceFilter(
        field_name="event__project", queryset=Project.objects.all(), label=gettext_lazy("Project")
    )
    section = ModelChoiceFilter(
        field_name="event__section", queryset=Section.objects.all(), label=gettext_lazy("Section")
    )
    since = DateFilter(
        field_name="event__starts_at",
        lookup_expr="date__gte",
        label=gettext_lazy("Events from"),
        widget=AdminDateInput,
    )
    until = DateFilter(
        field_name="event__starts_at",
        lookup_expr="date__lte",
        label=gettext_lazy("Events until"),
        widget=AdminDateInput,
    )

    class Meta:
        model = Registration
        fields = []

    @property
    def media(self) -> forms.Media:
        return self.form.media


class Statistics:
    """What the menu of reports says about this page."""

    name = "event_statistics"
    page_title = gettext_lazy("Statistics of events")
    right = Right.SEE_GUESTS


@needs(Statistics.right)
@require_safe
def figures(request):
    """Plots with their tables; `?export=csv` or `xlsx` hands out the numbers."""
    filters = StatisticsFilters(request.GET, queryset=Registration.objects.all(), request=request)
    found = filters.qs if filters.form.is_valid() else Registration.objects.none()
    series = statistics.of(found)
    if request.GET.get("export") in spreadsheets.KINDS:
        return spreadsheets.download(_("statistics"), request.GET["export"], statistics.as_rows(series))
    asked = request.GET.copy()
    asked.pop("export", None)
    context = {
        "title": Statistics.page_title,
        "filters": filters,
        "event": filters.form.cleaned_data.get("event") if filters.form.is_valid() else None,
        "plots": [plots.drawn(one) for one in series],
        "asked": asked.urlencode(),
        "is_empty": not series[0].points,
    }
    return TemplateResponse(request, "events/admin/statistics.html", context)


@hooks.register("register_admin_urls")
def statistics_door():
    return [path("reports/event-statistics/", figures, name=Statistics.name)]


@hooks.register("register_reports_menu_item")
def statistics_item():
    return ReportItem(Statistics, reverse_lazy(Statistics.name), icon_name="order", order=101)
