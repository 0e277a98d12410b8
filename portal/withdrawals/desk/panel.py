"""Withdrawals on which a person has to decide, on the admin's first page."""

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from portal.look.desk import Row, RowsPanel, waiting
from portal.rights import Right
from portal.withdrawals.models import Withdrawal

SHOWN = 5
LIST = "wagtailsnippets_withdrawals_withdrawal:list"


class OpenWithdrawals(RowsPanel):
    name = "withdrawals"
    heading = gettext_lazy("Withdrawals to decide")
    icon = "rotate"
    order = 112
    more = (reverse_lazy(LIST), gettext_lazy("All withdrawals"))

    def rows(self) -> list[Row]:
        door = "wagtailsnippets_withdrawals_withdrawal:inspect"
        oldest = Withdrawal.objects.open().order_by("received_at", "pk")[:SHOWN]
        return [Row(one.contract, reverse(door, args=[one.pk]), one.name, one.came) for one in oldest]


@hooks.register("construct_homepage_panels")
def show_open_withdrawals(request, panels) -> None:
    if Right.DECIDE_WITHDRAWALS.held_by(request.user):
        panels.append(OpenWithdrawals(request.user))


@hooks.register("own_work")
def withdrawals_to_decide(user) -> list[Row]:
    if not Right.DECIDE_WITHDRAWALS.held_by(user):
        return []
    return waiting(_("Withdrawals to decide"), Withdrawal.objects.open().count(), f"{reverse(LIST)}?state=received")
