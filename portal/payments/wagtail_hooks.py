from django.urls import path, re_path, reverse
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, FilterSet
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from portal.accounts.policies import ReadOnly
from portal.look.choosing import Snippets
from portal.look.finding import Found
from portal.look.lists import SafeIndex
from portal.payments.desk import admin_views, month_end, panel, parts, returns, transfers  # noqa: F401 (a hook)
from portal.payments.desk.filters import PaymentFilters
from portal.payments.desk.inspecting import MoneyInspectView, PaymentInspectView
from portal.payments.models import Payment, Stray
from portal.rights import Right

for deed in (Payment, Stray):
    register_permission_policy(deed, ReadOnly(deed))


class PaymentIndex(SafeIndex):
    export_right = Right.EXPORT_MONEY

    @property
    def header_more_buttons(self):
        doors = [
            (Right.SETTLE_MONEY, "payment_transfers", _("Enter transfers"), "download"),
            (Right.CLOSE_MONTHS, "payment_months", _("Close months"), "lock"),
            (Right.PAY_BACK, "payment_returns", _("Pay back by bank transfer"), "rotate"),
        ]
        held = [door for door in doors if door[0].held_by(self.request.user)]
        told = [Button(label, url=reverse(door), icon_name=icon, priority=5) for _right, door, label, icon in held]
        return [*super().header_more_buttons, *told]


class PaymentViewSet(Snippets):
    model = Payment
    index_view_class = PaymentIndex
    icon = "wallet"
    menu_label = _("Payments")
    menu_order = 350
    add_to_admin_menu = True
    list_display = [
        "reference",
        "booked_as",
        "payer_name",
        "sum",
        "state",
        "sum_to_give_back",
        "review",
        "asked_on",
    ]
    list_export = [
        "reference",
        "booked_as",
        "description",
        "payer_name",
        "payer_email",
        "amount",
        "currency",
        "state",
        "paid_via",
        "review",
        "created_at",
        "due_at",
        "paid_at",
        "value_date",
        "cause",
        "received",
        "to_give_back",
        "leaving",
        "refunded",
        "refunded_via",
        "by_hand",
        "in_batch",
        "owed",
        "owed_for",
        "session_id",
        "session_account",
    ]
    export_filename = "payments"
    filterset_class = PaymentFilters
    search_fields = ["booked_as", "description", "payer_name", "payer_email"]
    found = Found(80, title="booked_as", detail="payer_name")
    ordering = ["-created_at"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = PaymentInspectView
    inspect_template_name = "payments/admin_inspect.html"
    # The reference stands in Stripe's dashboard too; the session is for the export.
    inspect_view_fields = [name for name in list_export if name not in {"currency", "session_id"}]


register_snippet(PaymentViewSet)


class StrayFilters(FilterSet):
    closed_at__isnull = BooleanFilter(label=_("Still to be looked at"), field_name="closed_at", lookup_expr="isnull")

    class Meta:
        model = Stray
        fields = ["kind"]


class StrayViewSet(Snippets):
    model = Stray
    index_view_class = SafeIndex
    icon = "warning"
    menu_hook = "register_reports_menu_item"
    list_display = ["kind", "about", "arrived_at", "closed_at"]
    list_export = ["event_id", "kind", "about", "arrived_at", "closed_at"]
    export_filename = "stray"
    filterset_class = StrayFilters
    search_fields = ["kind", "about", "event_id"]
    ordering = ["-arrived_at"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = MoneyInspectView
    inspect_template_name = "payments/admin_stray.html"
    inspect_view_fields = list_export


register_snippet(StrayViewSet)


@hooks.register("register_icons")
def payment_icon(icons):
    return [*icons, "payments/icons/wallet.svg"]


@hooks.register("register_admin_urls")
def payment_buttons():
    return [
        path("payments/<int:pk>/transfer/", admin_views.enter_transfer, name="payment_enter_transfer"),
        path("payments/transfers/", transfers.awaited, name="payment_transfers"),
        path("payments/transfers/statement/", transfers.statement, name="payment_statement"),
        path("payments/<int:pk>/on-site/", admin_views.enter_on_site, name="payment_enter_on_site"),
        path("payments/<int:pk>/part/", parts.enter, name="payment_enter_part"),
        path("payments/<int:pk>/undo/", transfers.undo, name="payment_undo"),
        path("payments/<int:pk>/refund/", admin_views.refund, name="payment_refund"),
        path("payments/<int:pk>/refund-by-hand/", admin_views.refund_by_hand, name="payment_refund_by_hand"),
        path("payments/<int:pk>/propose-refund/", admin_views.propose_refund, name="payment_propose_refund"),
        path("payments/<int:pk>/withdraw-proposal/", admin_views.withdraw_proposal, name="payment_withdraw_proposal"),
        path("payments/returns/", returns.due, name="payment_returns"),
        path("payments/<int:pk>/account/", returns.payer, name="payment_payer_account"),
        path("payments/batches/<int:pk>/", returns.batch, name="payment_batch"),
        re_path(r"^payments/batches/(?P<pk>[0-9]+)/(?P<form>xml|csv)/$", returns.batch_file, name="payment_batch_file"),
        path("payments/batches/<int:pk>/confirm/", returns.confirm, name="payment_batch_confirm"),
        path("payments/batches/<int:pk>/take-back/", returns.take_back, name="payment_batch_take_back"),
        path("payments/months/", month_end.months, name="payment_months"),
        path("payments/months/close/", month_end.close, name="payment_close_month"),
        path("payments/months/<int:pk>/reopen/", month_end.reopen, name="payment_reopen_month"),
        path("payments/messages/<int:pk>/closed/", admin_views.close_stray, name="payment_close_stray"),
        path("payments/<int:pk>/reviewed/", admin_views.close_review, name="payment_close_review"),
    ]


@hooks.register("register_log_actions")
def payment_actions(actions):
    actions.register_action("payments.pending", _("Payment under way"), _("Payment under way"))
    actions.register_action("payments.disputed", _("Dispute"), _("Payment disputed"))
    actions.register_action("payments.charged_back", _("Take back"), _("Payment taken back by the bank"))
    actions.register_action("payments.refunding", _("Refund under way"), _("Refund under way"))
    actions.register_action("payments.open", _("Ask for payment"), _("Payment asked for"))
    actions.register_action("payments.credited", _("Keep as a voucher"), _("Kept as a voucher for another event"))
    actions.register_action("payments.redeem", _("Pay with a voucher"), _("Paid with a voucher"))
    actions.register_action("payments.part", _("Enter a part"), _("A part of the payment arrived"))
    actions.register_action("payments.part_undone", _("Undo the parts"), _("Parts of the payment undone"))
    actions.register_action("payments.paid", _("Enter payment"), _("Payment arrived"))
    actions.register_action("payments.cancelled", _("Cancel payment"), _("Payment cancelled"))
    actions.register_action("payments.refund_due", _("Owe refund"), _("Refund due"))
    actions.register_action("payments.month_closed", _("Close a month"), _("Month closed"))
    actions.register_action("payments.month_reopened", _("Reopen a month"), _("Month reopened"))
    actions.register_action("payments.payer_account", _("Note the account"), _("Account of the payer noted"))
    actions.register_action("payments.batch_made", _("Make a file for the bank"), _("File for the bank made"))
    actions.register_action("payments.batch_confirmed", _("Confirm the file"), _("File carried out by the bank"))
    actions.register_action("payments.batch_taken_back", _("Take the file back"), _("File for the bank taken back"))
    actions.register_action("payments.refund_proposed", _("Propose a refund"), _("Refund proposed"))
    actions.register_action("payments.refund_released", _("Release a refund"), _("Refund released"))
    actions.register_action(
        "payments.refund_withdrawn", _("Withdraw a proposed refund"), _("Proposed refund withdrawn")
    )
    actions.register_action("payments.refund_void", _("Void a proposed refund"), _("Proposed refund void"))
    actions.register_action("payments.refunded", _("Refund"), _("Refunded"))
    actions.register_action("payments.review", _("Call for review"), _("Payment needs a look"))
    actions.register_action("payments.close_review", _("Close the review"), _("Payment looked at"))
    actions.register_action("payments.owe_part", _("Owe a part back"), _("A part has to be paid back"))
    actions.register_action("payments.refund_in_part", _("Pay back in part"), _("Paid back in part"))
    actions.register_action("payments.account_opened", _("Open an account"), _("Account at Stripe opened"))
    actions.register_action("payments.account_active", _("Take money"), _("Account at Stripe takes money"))
    actions.register_action("payments.account_restricted", _("Restrict"), _("Account restricted by Stripe"))
    actions.register_action("payments.account_disconnected", _("Disconnect"), _("Account at Stripe disconnected"))
    actions.register_action("payments.close_stray", _("Close the message"), _("Message looked at"))
