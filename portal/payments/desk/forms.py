"""What finance types: value dates, a statement, why a transfer is undone."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from portal.language.typed import LineField
from portal.payments.models import Payment
from portal.payments.statements import matching
from portal.payments.statements.credits import NotReadable


class TransfersForm(forms.Form):
    """Payments whose money is on the account, with one value date or, from a statement, each with its own."""

    value_date = forms.DateField(label=_("Value date"), widget=AdminDateInput, required=False)
    payments = forms.ModelMultipleChoiceField(
        Payment.objects.to_the_portal().filter(state__in=matching.RECEIVABLE),
        label=_("Payments"),
        error_messages={"required": _("Tick the payments that have arrived.")},
    )

    def clean(self) -> dict:
        said = super().clean()
        days = [*self.days.values(), said.get("value_date")]
        if any(day and day > timezone.localdate() for day in days):
            self.add_error("value_date", _("The value date lies in the future."))
        return said

    @property
    def days(self) -> dict[int, date]:
        """Of payments that the statement named, by their primary keys."""
        told = {name[4:]: value for name, value in self.data.items() if name.startswith("day-")}
        try:
            found = {int(pk): parse_date(value) for pk, value in told.items()}
        except ValueError as error:
            raise ValidationError(_("Please give a date.")) from error
        return {pk: day for pk, day in found.items() if day}

    def day_of(self, payment: Payment) -> date | None:
        return self.days.get(payment.pk) or self.cleaned_data["value_date"]


class StatementForm(forms.Form):
    statement = forms.FileField(
        label=_("Bank statement"), help_text=_("CAMT.053 (XML) or CSV. The file is read, not kept.")
    )

    def clean_statement(self) -> list[matching.Proposal]:
        try:
            credits = matching.read(self.cleaned_data["statement"].read())
        except NotReadable as refusal:
            raise ValidationError(str(refusal)) from refusal
        return matching.propose(credits)


class UndoForm(forms.Form):
    reason = LineField(label=_("Why the entry was wrong"), max_length=200)
