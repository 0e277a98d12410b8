"""Coaching in the administration. Confidential notes appear nowhere here."""

from django.db.models import BooleanField, ExpressionWrapper, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from events.coaching.models import Account, Booking, Coach, Programme, Slot, Topic
from events.coaching.staff import decisions
from events.coaching.staff import views as staff
from portal.approvals.proposing import Facts
from portal.look.choosing import Snippets
from portal.look.finding import Found, together
from portal.look.lists import SafeIndex


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


class CoachViewSet(Facts):
    model = Coach
    index_view_class = SafeIndex
    icon = "user"
    menu_label = _("Coaches")
    list_display = ["__str__", "craft", "languages", "is_visible"]
    list_filter = ["craft", "topics", "is_visible"]
    list_export = ["person", "craft", "languages", "is_visible"]
    search_fields = ["person__last_name", "person__first_name"]
    found = Found(70, title=together("person__title", "person__first_name", "person__last_name"), detail="craft")
    copy_view_enabled = False
    inspect_view_enabled = True
    # Named one by one: whoever knows the address of a calendar reads it.
    inspect_view_fields = ["person", "user", "craft", "topics", "languages", "bio_de", "bio_en", "is_visible"]
    edit_handler = ObjectList(
        [
            _row("person", "user"),
            _row("craft", "is_visible"),
            FieldPanel("topics"),
            FieldPanel("languages"),
            _row("bio_de", "bio_en"),
        ]
    )

    def get_queryset(self, request):
        return Coach.objects.select_related("person", "user")


class ProgrammeViewSet(Facts):
    model = Programme
    index_view_class = SafeIndex
    icon = "folder-open-inverse"
    menu_label = _("Programmes")
    list_display = ["__str__", "project", "hours", "hourly_value", "starts_on", "ends_on"]
    list_filter = ["project"]
    list_export = ["name_de", "name_en", "project", "hours", "hourly_value", "starts_on", "ends_on"]
    search_fields = ["name_de", "name_en"]
    copy_view_enabled = False
    inspect_view_enabled = True
    edit_handler = ObjectList(
        [_row("name_de", "name_en"), FieldPanel("project"), _row("hours", "hourly_value"), _row("starts_on", "ends_on")]
    )


class TopicFilters(WagtailFilterSet):
    coaches = ModelChoiceFilter(label=_("Coach"), queryset=Coach.objects.select_related("person"))

    class Meta:
        model = Topic
        fields = []


class TopicViewSet(Facts):
    model = Topic
    index_view_class = SafeIndex
    filterset_class = TopicFilters
    inspect_view_enabled = True
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name", "slug"]
    list_export = ["slug", "name_de", "name_en"]
    search_fields = ["name_de", "name_en"]
    edit_handler = ObjectList([_row("name_de", "name_en"), FieldPanel("slug")])


class SlotViewSet(Snippets):
    model = Slot
    index_view_class = SafeIndex
    icon = "calendar-alt"
    menu_label = _("Slots")
    list_display = ["coach", "starts_at", "mode", "topic", "seats_taken", "seats", "state"]
    list_filter = {"coach": ["exact"], "state": ["exact"], "starts_at": ["date__gte", "date__lte"]}
    list_export = ["coach", "starts_at", "ends_at", "mode", "topic", "programme", "seats", "seats_taken", "state"]
    search_fields = ["coach__person__last_name"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = decisions.SlotInspectView
    inspect_view_fields_exclude = ["span", "series", "uid"]

    def get_queryset(self, request):
        is_over = ExpressionWrapper(Q(ends_at__lte=timezone.now()), output_field=BooleanField())
        slots = Slot.objects.select_related("coach__person", "topic", "programme")
        return slots.annotate(is_over=is_over).order_by("is_over", "starts_at", "pk")


class BookingViewSet(Snippets):
    """What is booked, without what client and coach tell each other."""

    model = Booking
    index_view_class = staff.BookingIndexView
    icon = "group"
    menu_label = _("Bookings")
    list_display = ["name", "startup", "slot", "state", "minutes", "created_at"]
    list_filter = {"slot__coach": ["exact"], "state": ["exact"], "account__programme": ["exact"]}
    list_export = ["pk", "slot", "name", "email", "startup", "state", "minutes", "stage", "reached", "created_at"]
    search_fields = ["name", "email", "startup"]
    found = Found(75, title="name", detail="startup")
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = decisions.DeciderInspectView
    inspect_view_fields = ["slot", "panel", "account", "state", "name", "email", "startup", "language", "stage"]
    inspect_view_fields += ["minutes", "offer_until", "reached", "consent_version", "created_at", "moved_at"]

    def get_queryset(self, request):
        return Booking.objects.select_related("slot__coach__person", "account__programme")


class AccountViewSet(Snippets):
    """The hours report: who has used how many hours of which programme, with the statement to print."""

    model = Account
    index_view_class = staff.AccountIndexView
    inspect_view_class = staff.AccountInspectView
    icon = "history"
    menu_label = _("Hours")
    list_display = ["startup", "programme", staff.HoursColumn("minutes_taken"), staff.HoursColumn("minutes_granted")]
    list_filter = ["programme", "programme__project"]
    list_export = ["startup", "programme", "programme.project", "minutes_taken", "minutes_granted", "value"]
    export_headings = {"value": _("Value (EUR)")}
    search_fields = ["startup"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_template_name = "coaching/admin/account.html"
    inspect_view_fields = ["startup", "institution", "programme", "minutes_granted", "minutes_taken"]

    def get_queryset(self, request):
        worth = F("minutes_taken") * F("programme__hourly_value") / 60
        return Account.objects.select_related("programme__project", "institution").annotate(value=worth)


class CoachingGroup(SnippetViewSetGroup):
    menu_label = _("Coaching")
    menu_icon = "user"
    menu_order = 210
    items = [CoachViewSet, SlotViewSet, BookingViewSet, AccountViewSet, ProgrammeViewSet, TopicViewSet]
