"""Who gets the invoice: asked with the deed or behind the link of its payment, remembered for the next time."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.invoices import verbs as invoicing
from portal.invoices.models import Billing, Recipient, UsualRecipient
from portal.invoices.verbs import BUYER, NOT_REMEMBERED
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
SHORT = ("postal_code", "city", "country", "email", "order_number", "cost_centre", "vat_id", "leitweg_id")
WRITING = dict.fromkeys([name for name in BUYER if name != "email"], LineField)
LABELS = {"country": _("Country (two letters)")}


class RecipientForm(forms.ModelForm):
    """Of a kind of `Recipient`."""

    halves = SHORT

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _let_the_browser_help(self.fields)

    def clean_country(self) -> str:
        return self.cleaned_data["country"].strip().upper()


class BillingForm(RecipientForm):
    """Behind the link of a payment."""

    class Meta:
        model = Billing
        fields = BUYER
        labels = LABELS
        field_classes = WRITING

    def __init__(self, *args, payment, **kwargs):
        self.payment = payment
        super().__init__(*args, initial=_said_before(payment), **kwargs)


class UsualRecipientForm(RecipientForm):
    """In one's own area."""

    class Meta:
        model = UsualRecipient
        fields = [name for name in BUYER if name not in NOT_REMEMBERED]
        labels = LABELS
        field_classes = {name: field for name, field in WRITING.items() if name not in NOT_REMEMBERED}


class WithInvoice(forms.Form):
    """A form of something that costs, which also asks who gets the invoice: one box to tick, and what follows from it.

    Without a style sheet, or where a browser does not know `:has()`, all of it is there to be left empty.
    """

    asks_invoice = False

    def ask_invoice(self, *, label: str, hint: str = "", user, needs_vat_id: bool = False) -> None:
        """`user`: whose usual recipient fills in the fields."""
        self.asks_invoice, self.needs_vat_id = True, needs_vat_id
        box = forms.CheckboxInput({"data-opens": True})
        self.fields["invoice"] = forms.BooleanField(label=label, help_text=hint, required=False, widget=box)
        self.initial |= {key(name): value for name, value in usual_for(user).items()}
        fields = forms.fields_for_model(Billing, BUYER, labels=LABELS, field_classes=WRITING)
        _let_the_browser_help(fields)
        self.fields |= {key(name): field for name, field in fields.items()}

    def full_clean(self):
        """What is needed is needed of whoever ticks the box alone."""
        needed = [field for name in self.invoice_names[1:] if (field := self.fields[name]).required]
        box = self.fields["invoice"].widget if self.asks_invoice else None
        wants = box is not None and box.value_from_datadict(self.data, self.files, "invoice")
        for field in needed:
            field.required = bool(wants)
        super().full_clean()
        for field in needed:
            field.required = True

    @property
    def invoice_names(self) -> list[str]:
        return ["invoice", *map(key, BUYER)] if self.asks_invoice else []

    @property
    def invoice_halves(self) -> list[str]:
        return list(map(key, SHORT))

    @property
    def billing(self) -> Recipient | None:
        """What was said, once the form is valid."""
        return self._told() if self.cleaned_data.get("invoice") else None

    def _told(self) -> Billing:
        said = {name: self.cleaned_data.get(key(name), "") for name in BUYER}
        return Billing(**said | {"country": said["country"].strip().upper()})

    def clean(self) -> dict:
        said = super().clean() or self.cleaned_data
        if not said.get("invoice"):
            # Left empty or not: nobody asked for it.
            for name in filter(self.errors.__contains__, map(key, BUYER)):
                del self.errors[name]
            return said
        told = self._told()
        try:
            told.full_clean(exclude=["purpose_type", "purpose_id", "asked_by"], validate_constraints=False)
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                if key(name) not in self.errors:
                    self.add_error(key(name), messages)
        for name in BUYER:
            said[key(name)] = getattr(told, name)
        if self.needs_vat_id and not told.vat_id and key("vat_id") not in self.errors:
            self.add_error(key("vat_id"), str(invoicing.NeedsVatId()))
        return said


def _let_the_browser_help(fields: dict[str, forms.Field]) -> None:
    for name, said in AUTOCOMPLETE.items():
        fields[name].widget.attrs["autocomplete"] = said


def key(name: str) -> str:
    """Of a field beside those of the deed."""
    return f"billing_{name}"


def usual_for(user) -> dict[str, str]:
    """What fills in a form for `user`; nobody is asked twice."""
    if user is None or not user.is_authenticated:
        return {"country": "DE"}
    usual = UsualRecipient.objects.filter(user=user).first()
    return _kept(usual) if usual else {"country": "DE"}


def _said_before(payment) -> dict[str, str]:
    """What was said for this deed, else by the same payer for the last; else the payer's name."""
    if told := invoicing.billing_of(payment.purpose):
        return {name: getattr(told, name) for name in BUYER}
    last = None
    if payment.payer_email:
        last = Billing.objects.filter(asked_by=payment.payer_email).order_by("-pk").first()
    return _kept(last) if last else {"name": payment.payer_name, "country": "DE"}


def _kept(told: Recipient) -> dict[str, str]:
    return {name: getattr(told, name) for name in BUYER if name not in NOT_REMEMBERED}
