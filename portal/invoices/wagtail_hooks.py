from datetime import date
from decimal import Decimal

from django.urls import path, re_path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, FilterSet
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.widgets.button import Button
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import InspectView

from portal.accounts.policies import ReadOnly
from portal.invoices import verbs as invoicing
from portal.invoices.desk import admin_views, archive, finance_desk, payee_statement  # noqa: F401 (doors are hooks)
from portal.invoices.models import Invoice, Issuer
from portal.language.money import as_text
from portal.look.choosing import Snippets
from portal.look.finding import Found
from portal.look.lists import SafeIndex
from portal.rights import Right

register_permission_policy(Invoice, ReadOnly(Invoice))

# Of a correction: less than nothing.
TAKEN_BACK = ("net", "tax", "gross")


class InvoiceFilters(FilterSet):
    """`?printed=false`: those whose files are not made yet, or could not be."""

    printed = BooleanFilter(label=_("has its files"), field_name="paper", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Invoice
        fields = {"kind": ["exact"], "issuer": ["exact"], "issued_on": ["gte", "lte"]}


class InvoiceInspectView(InspectView):
    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, Decimal):
            value = -value if self.object.is_correction and field_name in TAKEN_BACK else value
            return as_text(value, self.object.currency, with_cents=True)
        return date_format(value, "DATE_FORMAT") if isinstance(value, date) else value

    def get_fields_context(self):
        return [row for row in super().get_fields_context() if row["value"] not in ("", None)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        invoice = self.object
        is_left = not invoice.is_correction and invoicing.left_of(invoice)
        return context | {
            "invoice": invoice,
            "corrections": invoice.corrections.order_by("pk"),
            "may_correct": bool(is_left) and Right.CORRECT_INVOICES.held_by(self.request.user),
        }


class InvoiceIndex(SafeIndex):
    export_right = Right.EXPORT_MONEY

    def to_row_dict(self, item):
        row = super().to_row_dict(item)
        # Whoever adds up the column gets what is charged in the end.
        return row | ({name: -row[name] for name in TAKEN_BACK} if item.is_correction else {})

    @property
    def header_more_buttons(self):
        doors = [
            (Right.SEE_MONEY, "finance_desk", _("Finance: today and figures"), "wallet"),
            (Right.SETTLE_MONEY, "invoices_owed", _("Open items and reminders"), "time"),
            (Right.EXPORT_MONEY, "invoices_booked", _("Bookings for the tax adviser"), "download"),
        ]
        held = [door for door in doors if door[0].held_by(self.request.user)]
        told = [Button(label, url=reverse(door), icon_name=icon, priority=5) for _right, door, label, icon in held]
        return [*super().header_more_buttons, *told]


class InvoiceViewSet(Snippets):
    model = Invoice
    index_view_class = InvoiceIndex
    icon = "doc-full"
    menu_label = _("Invoices")
    menu_order = 351
    add_to_admin_menu = True
    list_display = ["number", "dated", "recipient", "kind", "sum"]
    list_export = [
        "number",
        "kind",
        "issued_on",
        "due_on",
        "recipient",
        "net",
        "tax",
        "gross",
        "currency",
        "prepaid",
        "corrects",
        "reason",
        "delivered_from",
        "delivered_until",
    ]
    export_filename = "invoices"
    filterset_class = InvoiceFilters
    search_fields = ["number", "recipient"]
    found = Found(81, title="number", detail="recipient")
    ordering = ["-issued_on", "-pk"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = InvoiceInspectView
    inspect_template_name = "invoices/admin/inspect.html"
    # The amounts stand there with their currency.
    inspect_view_fields = [*(name for name in list_export if name != "currency"), "payment", "keep_until"]


register_snippet(InvoiceViewSet)


class IssuerViewSet(Snippets):
    model = Issuer
    index_view_class = SafeIndex
    icon = "form"
    menu_label = _("Issuers of invoices")
    menu_hook = "register_settings_menu_item"
    list_display = ["name", "institution", "prefix"]
    list_export = ["name", "institution", "prefix", "vat_id", "tax_number", "small_business"]
    export_filename = "issuers"
    list_filter = ["small_business"]
    search_fields = ["name"]
    found = Found(82, title="name")
    copy_view_enabled = False
    inspect_view_enabled = True
    panels = [
        FieldPanel("institution"),
        FieldPanel("name"),
        FieldPanel("street"),
        FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city"), FieldPanel("country")]),
        FieldRowPanel([FieldPanel("vat_id"), FieldPanel("tax_number")]),
        FieldRowPanel([FieldPanel("contact"), FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("prefix"),
        FieldPanel("terms_days"),
        FieldRowPanel([FieldPanel("datev_adviser"), FieldPanel("datev_client")]),
        FieldPanel("small_business"),
        FieldPanel("under_2b_since"),
        FieldPanel("letterhead"),
    ]


register_snippet(IssuerViewSet)


@hooks.register("register_admin_urls")
def invoice_doors():
    return [
        re_path(r"^invoices/(?P<pk>[0-9]+)/(?P<form>pdf|xml)/$", admin_views.file, name="invoice_file"),
        path("invoices/<int:pk>/correct/", admin_views.correct, name="invoice_correct"),
        path("invoices/owed/", admin_views.owed, name="invoices_owed"),
        path("invoices/booked/", admin_views.booked, name="invoices_booked"),
    ]


@hooks.register("register_log_actions")
def invoice_actions(actions):
    actions.register_action("invoices.invoice", _("Issue an invoice"), _("Invoice issued"))
    actions.register_action("invoices.remind", _("Remind of an invoice"), _("Reminder sent"))
    actions.register_action("invoices.correction", _("Correct an invoice"), _("Invoice corrected"))
