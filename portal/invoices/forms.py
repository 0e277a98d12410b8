"""Who gets the invoice: asked once, remembered for the next."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.invoices.models import Billing
from portal.invoices.verbs import BUYER
from portal.language.typed import LineField

# What the browser may fill in (WCAG 2.2, 1.3.5).
AUTOCOMPLETE = {
    "name": "billing organization",
    "street": "billing street-address",
    "postal_code": "billing postal-code",
    "city": "billing address-level2",
    "country": "billing country",
    "email": "email",
}


class BillingForm(forms.ModelForm):
    class Meta:
        model = Billing
        fields = BUYER
        labels = {"country": _("Country (two letters)")}
        field_classes = dict.fromkeys([name for name in BUYER if name != "email"], LineField)

    def __init__(self, *args, payment, **kwargs):
        self.payment = payment
        super().__init__(*args, initial=_remembered(payment), **kwargs)
        for name, said in AUTOCOMPLETE.items():
            self.fields[name].widget.attrs["autocomplete"] = said

    def clean_country(self) -> str:
        return self.cleaned_data["country"].strip().upper()


def _remembered(payment) -> dict:
    """What the same payer said last; the name of the payer where nothing was said yet."""
    last = None
    if payment.payer_email:
        same = Billing.objects.filter(payment__payer_email=payment.payer_email, payment__payee=payment.payee_id)
        last = same.order_by("-payment__created_at").first()
    if last is None:
        return {"name": payment.payer_name, "country": "DE"}
    kept = {name: getattr(last, name) for name in BUYER}
    # Each order has a number of its own.
    return kept | {"order_number": ""}
