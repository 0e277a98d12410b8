"""Events in the administration: lists, forms, choosers."""

from django.conf import settings
from django.db.models import Case, Expression, F, Func, TextField, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from events.models import Event, EventFormat, Registration
from events.staff import overview
from events.staff.event_forms import EventCreationForm, EventForm, VoucherForm
from events.staff.event_panels import OwnRowsPanel, PagesPanel, RowsPanel
from events.staff.views import decisions
from events.staff.views import events as staff
from home.region import districts
from portal.approvals.proposing import Facts
from portal.look.choosing import SeenChooser, Snippets
from portal.look.finding import Found
from portal.look.lists import Named, SafeIndex


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


def _both(name: str) -> FieldRowPanel:
    """A text in German and English, side by side."""
    return _row(f"{name}_de", f"{name}_en")


WHEN = [_row("starts_at", "ends_at"), FieldPanel("month_only")]
WHERE = [
    FieldPanel("mode"),
    FieldPanel("venue"),
    FieldPanel("street"),
    FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city"), districts.district_panel()]),
    _both("accessibility"),
    FieldPanel("online_url"),
]
GUESTS = [
    FieldPanel("admission"),
    _row("capacity", "fee", "tax"),
    FieldPanel("withdrawal"),
    FieldPanel("offer_hours"),
    FieldPanel("seat_names"),
    _row("registration_opens_at", "registration_closes_at", "cancel_until"),
    _row("cancel_days", "cancel_percent"),
    FieldPanel("participants_until"),
    FieldPanel("keep_days"),
]
TICKETS = [
    _both("name"),
    _row("fee", "capacity", "members_only"),
    _row("sale_from", "sale_until"),
    FieldPanel("target_groups"),
]
VOUCHERS = [_row("code", "kind", "value"), _row("max_uses", "valid_until", "ticket_type")]
QUESTIONS = [
    _row("kind", "required"),
    _both("label"),
    _both("help"),
    _both("choices"),
    _row("shown_if", "shown_if_answer"),
    _both("purpose"),
    _row("is_special_category", "retention_days"),
]
SESSIONS = [_both("title"), _row("starts_at", "ends_at"), _row("room", "capacity")]
LETTERS = [FieldPanel("remind_hours"), _both("thanks"), FieldPanel("feedback_url")]
WHO = [FieldPanel("contact"), FieldPanel("project"), FieldPanel("section")]
PUBLICITY = [
    FieldPanel("audience"),
    FieldPanel("languages"),
    FieldPanel("external_url"),
    _both("we_are_there"),
    _both("co_exhibitors"),
]


class EventChooserViewSet(SeenChooser):
    """Editors create the event in the chooser of its page; the rest of its facts may follow."""

    creation_form_class = EventCreationForm


def _name_and_day() -> Expression:
    """As an event calls itself; the month alone while its day is open."""
    begins = Func(Value(settings.TIME_ZONE), F("starts_at"), function="timezone", output_field=TextField())
    form = Case(When(month_only=True, then=Value("(MM/YYYY)")), default=Value("(DD.MM.YYYY)"))
    day = Func(begins, form, function="to_char", output_field=TextField())
    return Func(F("name"), Value(" "), day, function="concat", output_field=TextField())


class EventViewSet(Facts):
    model = Event
    index_view_class = overview.EventIndexView
    filterset_class = overview.EventFilters
    icon = "date"
    menu_label = _("Events")
    list_display = overview.COLUMNS
    list_export = ["name", "format", "starts_at", "ends_at", "status", "mode", "venue", "city", "district"]
    list_export += ["capacity", "seats_taken", "fee", "tax", "withdrawal", "project", "section", "external_url"]
    search_fields = ["name", "venue", "city"]
    found = Found(20, title=_name_and_day, detail="city")
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["name", "format", "status", "starts_at", "ends_at", "mode", "venue", "street", "postal_code"]
    inspect_view_fields += ["city", "admission", "capacity", "seats_taken", "registration_opens_at", "cancel_until"]
    inspect_view_fields += [
        "fee",
        "tax",
        "withdrawal",
        "hosts",
        "contact",
        "project",
        "section",
        "external_url",
        "changed_at",
    ]
    add_view_class = staff.EventCreateView
    edit_view_class = staff.EventEditView
    chooser_viewset_class = EventChooserViewSet
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    PagesPanel(heading=_("Pages")),
                    FieldPanel("name"),
                    FieldPanel("format"),
                    MultiFieldPanel(WHEN, heading=_("Date")),
                    MultiFieldPanel(WHERE, heading=_("Place")),
                    RowsPanel(
                        "sessions", heading=_("Sessions with seats of their own"), label=_("Session"), panels=SESSIONS
                    ),
                    MultipleChooserPanel(
                        "host_rows",
                        chooser_field_name="institution",
                        heading=_("Hosts"),
                        label=_("Host"),
                        panels=[FieldPanel("institution")],
                    ),
                    MultiFieldPanel(WHO, heading=_("Organisers")),
                ],
                heading=pgettext_lazy("tab of an event", "Content"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(GUESTS, heading=_("Seats")),
                    RowsPanel("ticket_types", heading=_("Ticket types"), label=_("Ticket type"), panels=TICKETS),
                    OwnRowsPanel(
                        "vouchers", heading=_("Vouchers"), label=_("Voucher"), panels=VOUCHERS, row_form=VoucherForm
                    ),
                    OwnRowsPanel("questions", heading=_("Questions"), label=_("Question"), panels=QUESTIONS),
                    MultiFieldPanel(LETTERS, heading=_("Letters before and after"), classname="collapsed"),
                ],
                heading=_("Registration"),
            ),
            ObjectList(PUBLICITY, heading=_("Publication")),
        ],
        base_form_class=EventForm,
    )


class RegistrationFilters(WagtailFilterSet):
    event = Named(label=_("Event"), among=Event)

    class Meta:
        model = Registration
        fields = ["state", "target_group", "event__project"]


class RegistrationViewSet(Snippets):
    model = Registration
    icon = "group"
    menu_label = _("Registrations")
    list_display = ["name", "event", "seats", "state", "target_group", "created_at"]
    filterset_class = RegistrationFilters
    list_export = ["pk", "event", "name", "email", "phone", "institution", "seats", "state", "target_group", "language"]
    list_export += ["amount", "currency", "note", "created_at", "consent_version", "consented_at"]
    search_fields = ["name", "email", "institution"]
    found = Found(40, title="name", detail="event__name")
    ordering = ["-created_at"]
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields_exclude = ["nonce", "submission", "link_sent_at", "reminded_at", "thanked_at"]
    inspect_view_class = decisions.RegistrationInspectView
    index_view_class = staff.RegistrationIndexView

    def get_queryset(self, request):
        return Registration.objects.select_related("event", "ticket_type", "voucher")


class EventFormatViewSet(Facts):
    model = EventFormat
    index_view_class = SafeIndex
    inspect_view_enabled = True
    icon = "tag"
    menu_label = _("Formats")
    list_export = ["name_de", "name_en", "slug", "tone"]
    list_display = ["__str__", "slug", "tone"]
    list_filter = ["tone"]
    search_fields = ["name_de", "name_en"]
    ordering = ["name_de"]
    edit_handler = ObjectList([_both("name"), FieldPanel("slug"), FieldPanel("tone")])


class EventsGroup(SnippetViewSetGroup):
    menu_label = _("Events")
    menu_icon = "date"
    menu_order = 200
    items = [EventViewSet, RegistrationViewSet, EventFormatViewSet]
