from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.invoices.models import Issuer
from portal.language.typed import LineField


class CorrectionForm(forms.Form):
    """What is taken back of an invoice, and why; it stands on the document."""

    amount = forms.DecimalField(
        label=_("amount with VAT"), min_value=Decimal("0.01"), max_digits=10, decimal_places=2, localize=True
    )
    reason = LineField(label=_("reason"), max_length=200)


class PeriodForm(forms.Form):
    """Days of documents, both included, and whose they are."""

    issuer = forms.ModelChoiceField(Issuer.objects.all(), label=_("issuer"), empty_label=None)
    since = forms.DateField(label=_("from"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(label=_("until"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))

    def clean(self):
        said = super().clean()
        if said.get("since") and said.get("until") and said["since"] > said["until"]:
            self.add_error("until", _("The end must be after the beginning."))
        elif said.get("since") and said.get("until") and said["since"].year != said["until"].year:
            # The days of postings are written without their year.
            self.add_error("until", _("A file holds the postings of one year."))
        return said
