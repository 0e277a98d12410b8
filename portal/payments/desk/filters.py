"""What finance looks for in the list of payments; figures of its desk lead here."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, DateFilter, FilterSet
from wagtail.admin.widgets import AdminDateInput

from portal.accounts.models import Institution
from portal.payments.books import takings
from portal.payments.models import Movement, Payment
from portal.payments.states import Review

BACK = [("due", _("wholly or in part")), ("release", _("waits for a release"))]
MOVED = [("came", _("received")), ("went", _("gone back or taken back"))]
PORTAL, NO_PROJECT = "portal", "-"


def _payees() -> list[tuple[str, str]]:
    """Asked for each time: the portal, then every institution that is paid."""
    paid = Institution.objects.filter(payments_to_it__isnull=False).distinct().values_list("pk", "name")
    return [(PORTAL, gettext("the portal")), *((str(pk), name) for pk, name in paid.order_by("name"))]


class PaymentFilters(FilterSet):
    """`?review=any`: whatever the reason; `?back=due`: all that finance has to give back, wholly or in part;
    `?back=release`: what one person has proposed and another has to release.
    """

    back = ChoiceFilter(label=_("to be refunded"), choices=BACK, method="filter_back")
    review = ChoiceFilter(
        label=_("to be looked at"), choices=[("any", _("any reason")), *Review.choices], method="filter_review"
    )

    payee = ChoiceFilter(label=_("payee"), choices=_payees, method="filter_payee")
    project = CharFilter(label=_("project (short name)"), method="filter_project")
    moved = ChoiceFilter(label=_("money"), choices=MOVED, method="filter_moved")
    since = DateFilter(label=_("moved from"), widget=AdminDateInput, method="filter_moved")
    until = DateFilter(label=_("moved until"), widget=AdminDateInput, method="filter_moved")

    class Meta:
        model = Payment
        fields = ["state", "paid_via", "review"]

    def filter_back(self, rows, _name, which):
        found = Payment.objects.to_release() if which == "release" else Payment.objects.to_give_back()
        return rows.filter(pk__in=found)

    def filter_review(self, rows, _name, reason):
        return rows.exclude(review="") if reason == "any" else rows.filter(review=reason)

    def filter_payee(self, rows, _name, which):
        return rows.filter(payee=None if which == PORTAL else which)

    def filter_project(self, rows, _name, which):
        return rows.alias(project=takings.project()).filter(project="" if which == NO_PROJECT else which)

    def filter_moved(self, rows, name, _value):
        """Kind and days are said of one movement, and asked once."""
        said = self.form.cleaned_data
        if name != next(one for one in ("moved", "since", "until") if said.get(one)):
            return rows
        moved = Movement.objects.filter(payment=OuterRef("pk"))
        if said.get("moved"):
            moved = moved.filter(takings.CAME if said["moved"] == "came" else takings.WENT)
        if said.get("since"):
            moved = moved.filter(day__gte=said["since"])
        if said.get("until"):
            moved = moved.filter(day__lte=said["until"])
        return rows.filter(Exists(moved))
