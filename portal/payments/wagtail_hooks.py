from django.urls import path
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import InspectView, SnippetViewSet

from portal.accounts.policies import ReadOnly
from portal.look.lists import SafeIndex
from portal.payments import admin_views
from portal.payments.models import Payment

register_permission_policy(Payment, ReadOnly(Payment))


class PaymentFilters(FilterSet):
    class Meta:
        model = Payment
        fields = ["state", "paid_via", "review"]


class PaymentInspectView(InspectView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"payment": self.object, "may_act": self.request.user.has_perm(admin_views.RIGHT)}


class PaymentViewSet(SnippetViewSet):
    model = Payment
    index_view_class = SafeIndex
    icon = "wallet"
    menu_label = _("Payments")
    menu_order = 350
    add_to_admin_menu = True
    list_display = ["reference", "description", "payer_name", "amount", "state", "paid_via", "review", "created_at"]
    list_export = [
        "reference",
        "description",
        "payer_name",
        "payer_email",
        "amount",
        "currency",
        "state",
        "paid_via",
        "review",
        "created_at",
        "paid_at",
        "session_id",
    ]
    export_filename = "payments"
    filterset_class = PaymentFilters
    search_fields = ["description", "payer_name", "payer_email"]
    ordering = ["-created_at"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = PaymentInspectView
    inspect_template_name = "payments/admin_inspect.html"
    # The reference stands in Stripe's dashboard too; the session is for the export.
    inspect_view_fields = list_export[:-1]


register_snippet(PaymentViewSet)


@hooks.register("register_icons")
def payment_icon(icons):
    return [*icons, "payments/icons/wallet.svg"]


@hooks.register("register_admin_urls")
def payment_buttons():
    return [
        path("payments/<int:pk>/transfer/", admin_views.enter_transfer, name="payment_enter_transfer"),
        path("payments/<int:pk>/refund/", admin_views.refund, name="payment_refund"),
        path("payments/<int:pk>/reviewed/", admin_views.close_review, name="payment_close_review"),
    ]


@hooks.register("register_log_actions")
def payment_actions(actions):
    actions.register_action("payments.open", _("Ask for payment"), _("Payment asked for"))
    actions.register_action("payments.paid", _("Enter payment"), _("Payment arrived"))
    actions.register_action("payments.cancelled", _("Cancel payment"), _("Payment cancelled"))
    actions.register_action("payments.refund_due", _("Owe refund"), _("Refund due"))
    actions.register_action("payments.refunded", _("Refund"), _("Refunded"))
    actions.register_action("payments.review", _("Call for review"), _("Payment needs a look"))
    actions.register_action("payments.close_review", _("Close the review"), _("Payment looked at"))
