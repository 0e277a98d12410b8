"""What my institution charges for a month, on a page and as a table to take along."""

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from marketplace.crumbs import crumbs, to_my_orders
from marketplace.orders.monthly import charge_list
from portal.accounts.models import Institution
from portal.files import spreadsheets
from portal.language import times
from portal.language.money import as_text
from portal.rights import HouseRight

TAKEN_AS = (("xlsx", "Excel"), ("csv", "CSV"))


class MonthForm(forms.Form):
    """Any day of the month; whose it is."""

    house = forms.ModelChoiceField(Institution.objects.none(), label=gettext_lazy("Institution"), empty_label=None)
    month = forms.RegexField(
        r"^20[0-9]{2}-(0[1-9]|1[0-2])\Z",
        label=gettext_lazy("Month"),
        widget=forms.TextInput({"type": "month"}),
        error_messages={"invalid": gettext_lazy("Please give the month as in 2026-11.")},
    )

    def __init__(self, *args, houses, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["house"].queryset = houses

    def clean_month(self) -> date:
        return date.fromisoformat(f"{self.cleaned_data['month']}-01")


@login_required
@require_safe
def charges(request) -> HttpResponse:
    """`?export=csv` or `xlsx` hands it out."""
    houses = Institution.objects.of(request.user, HouseRight.NOTE_MONEY).order_by("name")
    mine = houses.first()
    if mine is None:
        raise Http404
    usual = {"house": mine.pk, "month": f"{timezone.localdate():%Y-%m}"}
    form = MonthForm(usual | request.GET.dict(), houses=houses)
    rows, name = [], ""
    if form.is_valid():
        house, first = form.cleaned_data["house"], form.cleaned_data["month"]
        rows, name = charge_list.of_month(house, first), f"{_('charges')}-{house.slug}-{first:%Y-%m}"
    kind = request.GET.get("export", "")
    if name and kind in spreadsheets.KINDS:
        return spreadsheets.download(name, kind, charge_list.table(rows))
    asked = {name: value for name, value in request.GET.items() if name in {"house", "month"}}
    context = {
        "form": form,
        "rows": [charge_list.shown(one) for one in rows],
        "total": as_text(charge_list.total(rows), with_cents=True),
        "month_name": times.month(form.cleaned_data["month"]) if name else "",
        "addresses": [(label, f"?{urlencode(asked | {'export': kind})}") for kind, label in TAKEN_AS],
        "crumbs": crumbs(to_my_orders(), _("What we charge")),
    }
    return render(request, "marketplace/charges.html", context, status=200 if name else 422)
