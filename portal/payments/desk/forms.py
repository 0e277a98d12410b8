"""What finance types: value dates, a statement, why a transfer is undone."""

from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from portal.language.typed import LineField
from portal.payments.books import closing
from portal.payments.models import Payment
from portal.payments.returning import payers
from portal.payments.returning.payers import Payer
from portal.payments.statements import matching
from portal.payments.statements.credits import NotReadable

# What the column of amounts holds.
LARGEST = Decimal(10) ** 8
# No bank takes orders for later.
LATEST_IN = timedelta(days=60)


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
        if not all(value.isascii() for name, value in self.data.items() if name.startswith("part-")):
            raise ValidationError(_("Enter a number."))
        if any(not (amount.is_finite() and 0 < amount < LARGEST) for amount in self.parts.values()):
            raise ValidationError(_("Enter a number."))
        if any(day and day > timezone.localdate() for day in days):
            self.add_error("value_date", _("The value date lies in the future."))
        elif said.get("payments") and "value_date" in said:
            # Those in the list are the portal's own.
            told = {self.day_of(one) or timezone.localdate() for one in said["payments"]}
            for month in sorted(closing.closed_of(None, told)):
                self.add_error("value_date", str(closing.MonthClosed(month)))
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

    @cached_property
    def named(self) -> dict[int, Payer]:
        """Whose accounts a statement named, by the primary keys of the payments."""
        told = {name[5:]: value for name, value in self.data.items() if name.startswith("iban-")}
        found = {pk: payers.told_by_the_bank(self.data.get(f"holder-{pk}", ""), iban) for pk, iban in told.items()}
        return {int(pk): payer for pk, payer in found.items() if payer and pk.isascii() and pk.isdigit()}

    @cached_property
    def parts(self) -> dict[int, Decimal]:
        """How much of a payment a statement named, where that is less than was asked for."""
        told = {name[5:]: value for name, value in self.data.items() if name.startswith("part-")}
        try:
            return {int(pk): Decimal(value) for pk, value in told.items() if pk.isascii() and pk.isdigit()}
        except InvalidOperation as error:
            raise ValidationError(_("Enter a number.")) from error

    def payer_of(self, payment: Payment) -> Payer | None:
        return self.named.get(payment.pk)

    def day_of(self, payment: Payment) -> date | None:
        return self.days.get(payment.pk) or self.cleaned_data.get("value_date")


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


class PartForm(forms.Form):
    amount = forms.DecimalField(
        label=_("amount"), min_value=Decimal("0.01"), max_digits=10, decimal_places=2, localize=True
    )
    value_date = forms.DateField(label=_("Value date"), widget=AdminDateInput)


class UndoForm(forms.Form):
    reason = LineField(label=_("Why the entry was wrong"), max_length=200)


class ReturnsForm(forms.Form):
    """Refunds that leave together as one file for the bank."""

    execute_on = forms.DateField(
        label=_("To be carried out on"), widget=AdminDateInput, help_text=_("Banks carry nothing out on weekends.")
    )
    payments = forms.ModelMultipleChoiceField(
        Payment.objects.to_give_back().to_the_portal(),
        label=_("Refunds"),
        error_messages={"required": _("Tick the refunds that shall leave.")},
    )

    def clean_execute_on(self) -> date:
        day = self.cleaned_data["execute_on"]
        if day > timezone.localdate() + LATEST_IN:
            raise ValidationError(_("Please choose a day within the next 60 days."))
        return day


class PayerForm(forms.Form):
    holder = LineField(label=_("Account holder"), max_length=70)
    iban = LineField(label="IBAN", max_length=42, widget=forms.TextInput(attrs={"autocomplete": "off"}))
