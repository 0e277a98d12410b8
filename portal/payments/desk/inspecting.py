"""One payment, or one message of Stripe, as finance looks into it."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.formats import date_format
from wagtail.snippets.views.snippets import InspectView

from portal.language import times
from portal.language.money import as_text
from portal.payments.models import Batch, MoneyRules, Payment
from portal.payments.returning import second
from portal.payments.states import ProposalState
from portal.rights import Right


class MoneyInspectView(InspectView):
    """Amounts with their currency; what says nothing yet is left out."""

    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, Decimal):
            return as_text(value, self.object.currency, with_cents=True) if value else ""
        if isinstance(value, datetime):
            return times.moment(value)
        return date_format(value, "DATE_FORMAT") if isinstance(value, date) else value

    def get_fields_context(self):
        return [row for row in super().get_fields_context() if row["value"] not in ("", None)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user = self.request.user
        may = {"may_act": Right.SETTLE_MONEY.held_by(user), "may_pay_back": Right.PAY_BACK.held_by(user)}
        return context | {"payment": self.object} | may


class PaymentInspectView(MoneyInspectView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not context["may_pay_back"]:
            return context
        batch = Batch.objects.filter(transfers__payment=self.object).defer("xml", "csv").first()
        return context | {"batch": batch} | _two_people(self.object, self.request.user)


def _two_people(payment: Payment, user) -> dict:
    """Where a refund takes two people: how far it is, and whether `user` may go on."""
    told = payment.refund_proposals.select_related("payment", "proposed_by", "released_by")
    if not payment.to_give_back or not second.is_needed(payment):
        return {"proposals": told, "may_let_go": True}
    standing = second.standing(payment)
    is_own = standing is not None and standing.state == ProposalState.PROPOSED and standing.proposed_by == user
    above = as_text(MoneyRules.here().second_above)
    return {
        "proposals": told,
        "takes_two": True,
        "above": above,
        "proposal": standing,
        "is_own": is_own,
        "may_let_go": standing is not None and not is_own,
    }
