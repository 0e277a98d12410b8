"""The list of events for staff: what comes next stands first, what is over stands apart."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter, DateFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import HeaderButton

from events.models import Event, Registration
from events.states import RegistrationState
from portal.look.lists import SafeIndex

# A question for each row that is shown: joined, they would be counted for all of them first.
_WAITING = Registration.objects.filter(event=OuterRef("pk"), state=RegistrationState.WAITING).order_by()
WAITING = Coalesce(Subquery(_WAITING.values("event").annotate(n=Count("pk")).values("n")), 0)
COMING, PAST, ALL, WITHOUT = "coming", "past", "all", "without"


class EventFilters(WagtailFilterSet):
    when = ChoiceFilter(
        label=_("When"),
        choices=[(PAST, _("past events")), (ALL, _("all events"))],
        empty_label=_("coming events"),
        method="at",
    )
    first = DateFilter(label=_("From"), field_name="starts_at", lookup_expr="date__gte", widget=AdminDateInput)
    last = DateFilter(label=_("Until"), field_name="starts_at", lookup_expr="date__lte", widget=AdminDateInput)

    page = ChoiceFilter(
        label=_("Page"), choices=[(WITHOUT, _("coming, without a page"))], empty_label=_("all"), method="announced"
    )

    class Meta:
        model = Event
        fields = ["format", "status", "section", "project"]

    def announced(self, queryset, name, value):
        return queryset.unannounced() if value == WITHOUT else queryset

    def at(self, queryset, name, value):
        return queryset.filter(ends_at__lte=timezone.now()) if value == PAST else queryset

    def filter_queryset(self, queryset):
        """Whoever looks for a word or a day looks in all of them."""
        found, said = super().filter_queryset(queryset), self.form.cleaned_data
        if any(said.get(name) for name in ("when", "first", "last")) or self.request.GET.get("q"):
            return found
        return found.filter(ends_at__gt=timezone.now())


class BeginColumn(Column):
    """Day and hour in one line; the month alone while the day is open."""

    def get_value(self, event):
        if event.month_only:
            return date_format(timezone.localtime(event.starts_at), "F Y")
        return date_format(timezone.localtime(event.starts_at), "SHORT_DATETIME_FORMAT")


class SeatsColumn(Column):
    def get_value(self, event):
        if not event.takes_registrations:
            return "–"
        return str(event.seats_taken) if event.capacity is None else f"{event.seats_taken} / {event.capacity}"


class EventIndexView(SafeIndex):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("format").annotate(waiting=WAITING)

    def get_ordering(self):
        """The nearest first, of past ones the latest."""
        if self.request.GET.get("ordering"):
            return super().get_ordering()
        backwards = self.request.GET.get("when") or self.request.GET.get("q")
        return "-starts_at" if backwards else "starts_at"

    @property
    def header_buttons(self):
        is_past = self.request.GET.get("when") == PAST
        label, query = (_("Coming"), "") if is_past else (_("Past"), f"?when={PAST}")
        return [*super().header_buttons, HeaderButton(label, url=self.index_url + query, icon_name="history")]


COLUMNS = [
    "name",
    BeginColumn("starts_at", label=pgettext_lazy("column", "Begins"), sort_key="starts_at"),
    Column("format", label=_("Format")),
    Column("city", label=_("City"), sort_key="city"),
    Column("get_status_display", label=_("Status"), sort_key="status"),
    SeatsColumn("seats_taken", label=_("Seats"), sort_key="seats_taken"),
    Column("waiting", label=pgettext_lazy("column", "Waiting"), sort_key="waiting"),
]
