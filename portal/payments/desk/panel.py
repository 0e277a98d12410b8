"""Money that wants attention, on finance's first page: how many, and how much."""

from decimal import Decimal

from django.db.models import Count, F, Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from portal.language.money import as_text
from portal.look.desk import Row, RowsPanel, waiting
from portal.payments.models import DUE_BACK, Batch, Payment, RefundProposal, Stray
from portal.payments.states import BatchState, PaymentState, ProposalState
from portal.rights import Right

# What a payment is about, and what of it goes back.
STAKE = F("amount") - F("refunded")

LIST = "wagtailsnippets_payments_payment:list"


class MoneyPanel(RowsPanel):
    name = "money"
    heading = gettext_lazy("Money")
    icon = "wallet"
    order = 110

    @property
    def more(self) -> tuple[str, str]:
        return reverse("payment_transfers"), _("Enter transfers, read a bank statement")

    def rows(self) -> list[Row]:
        payments, transfers = reverse(LIST), reverse("payment_transfers")
        kinds = [
            ("open", _("Open"), Q(state=PaymentState.OPEN), f"{payments}?state=open"),
            ("overdue", _("of which overdue"), Q(state=PaymentState.OPEN, due_at__lt=timezone.now()), transfers),
            ("pending", _("Under way"), Q(state=PaymentState.PENDING), f"{payments}?state=pending"),
            ("back", _("To be refunded"), Q(pk__in=Payment.objects.to_give_back()), f"{payments}?back=due"),
            ("release", _("of which to release"), Q(pk__in=Payment.objects.to_release()), f"{payments}?back=release"),
            ("disputed", _("Disputed"), Q(state=PaymentState.DISPUTED), f"{payments}?state=disputed"),
            ("look", _("To be looked at"), ~Q(review=""), f"{payments}?review=any"),
        ]
        told = Payment.objects.to_the_portal().aggregate(
            **{name: Count("pk", filter=which) for name, _label, which, _url in kinds},
            **{
                f"{name}_sum": Sum(DUE_BACK if name in {"back", "release"} else STAKE, filter=which)
                for name, _label, which, _url in kinds
            },
        )
        rows = [
            Row(label, url, str(told[name]), as_text(told[f"{name}_sum"] or Decimal(0), with_cents=True))
            for name, label, _which, url in kinds
            if told[name] or name in {"open", "overdue", "back"}
        ]
        strays = Stray.objects.filter(closed_at=None).count()
        made = Batch.objects.filter(state=BatchState.MADE).aggregate(n=Count("pk"), total=Sum("total"))
        if made["n"]:
            total = as_text(made["total"], with_cents=True)
            rows.append(Row(_("Files at the bank"), reverse("payment_returns"), str(made["n"]), total))
        if strays:
            address = reverse("wagtailsnippets_payments_stray:list") + "?closed_at__isnull=true"
            rows.append(Row(_("Messages of Stripe without a payment"), address, str(strays)))
        return rows


@hooks.register("construct_homepage_panels")
def show_money(request, panels) -> None:
    if Right.SETTLE_MONEY.held_by(request.user):
        panels.append(MoneyPanel(request.user))


@hooks.register("own_work")
def money_to_look_at(user) -> list[Row]:
    """What only finance can move on; the sums stand in the panel below."""
    if not Right.SETTLE_MONEY.held_by(user):
        return []
    wanting = ~Q(review="") | Q(state__in=[PaymentState.REFUND_DUE, PaymentState.DISPUTED])
    overdue = Q(state=PaymentState.OPEN, due_at__lt=timezone.now())
    told = Payment.objects.aggregate(
        wanting=Count("pk", filter=wanting),
        overdue=Count("pk", filter=overdue),
        release=Count("pk", filter=_to_release_by(user)),
    )
    return [
        *waiting(_("Payments to refund or to look at"), told["wanting"], reverse(LIST)),
        *waiting(_("Refunds to release"), told["release"], reverse(LIST) + "?back=release"),
        *waiting(_("Payments overdue"), told["overdue"], reverse("payment_transfers")),
    ]


def _to_release_by(user) -> Q:
    """What colleagues have proposed: nobody releases their own."""
    if not Right.PAY_BACK.held_by(user):
        return Q(pk__in=[])
    proposed = RefundProposal.objects.filter(state=ProposalState.PROPOSED).exclude(proposed_by=user)
    return Q(pk__in=Payment.objects.to_release()) & Q(pk__in=proposed.values("payment"))
