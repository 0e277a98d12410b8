from datetime import datetime

from django.urls import path
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import InspectView

from portal.accounts.policies import ReadOnly
from portal.language import times
from portal.look.choosing import Snippets
from portal.look.finding import Found
from portal.look.lists import SafeIndex
from portal.rights import Right
from portal.withdrawals import contracts
from portal.withdrawals.desk import admin_views, panel  # noqa: F401 (the panel is a hook)
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.states import WithdrawalState

register_permission_policy(Withdrawal, ReadOnly(Withdrawal))


class WithdrawalFilters(FilterSet):
    class Meta:
        model = Withdrawal
        fields = ["state"]


class WithdrawalInspectView(InspectView):
    """What is named in it, and the two doors; what says nothing yet is left out."""

    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        return times.moment(value) if isinstance(value, datetime) else value

    def get_fields_context(self):
        return [row for row in super().get_fields_context() if row["value"] not in ("", None)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        withdrawal = self.object
        named = [withdrawal.deed] if withdrawal.deed_id else contracts.named_in(withdrawal.contract)
        may = Right.DECIDE_WITHDRAWALS.held_by(self.request.user) and withdrawal.is_open
        return context | {"withdrawal": withdrawal, "named": [_told(one) for one in named if one], "may_decide": may}


def _told(deed) -> dict:
    """What a person needs to decide: the contract, who concluded it, until when they may."""
    kind = contracts.of(deed)
    name, email = kind.person(deed)
    until = deed.withdrawable_until()
    return {"called": kind.called(deed), "who": f"{name} <{email}>", "until": until and times.moment(until)}


class WithdrawalViewSet(Snippets):
    model = Withdrawal
    index_view_class = SafeIndex
    icon = "rotate"
    menu_label = _("Withdrawals")
    menu_order = 352
    add_to_admin_menu = True
    list_display = ["about", "name", "came", "state"]
    list_export = ["contract", "name", "email", "received_at", "state", "decided_at", "decided_by", "reason"]
    export_filename = "withdrawals"
    filterset_class = WithdrawalFilters
    search_fields = ["contract", "name", "email"]
    found = Found(83, title="contract", detail="name")
    ordering = ["-received_at", "-pk"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = WithdrawalInspectView
    inspect_template_name = "withdrawals/admin/inspect.html"
    inspect_view_fields = list_export


register_snippet(WithdrawalViewSet)


@hooks.register("register_admin_urls")
def withdrawal_doors():
    return [
        path("withdrawals/<int:pk>/carry-out/", admin_views.carry_out, name="withdrawal_carry_out"),
        path("withdrawals/<int:pk>/refuse/", admin_views.refuse, name="withdrawal_refuse"),
    ]


@hooks.register("register_log_actions")
def withdrawal_actions(actions):
    for state in WithdrawalState:
        actions.register_action(f"withdrawals.{state}", state.label, state.label)
