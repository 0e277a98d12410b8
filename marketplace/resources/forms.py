"""What a house says of its things, as people type it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.models import Funder, Person, Project
from marketplace.fields import MOST_FOR_A_TIME, AmountField, LocalTimeField
from marketplace.kinds import Light, PriceGroup, Unit, Vat, Visibility, Why
from marketplace.models import Resource
from portal.language.typed import LineField, TextField

CLOSES = (Why.CLOSURE, Why.HOLIDAY, Why.OWN_USE, Why.BRIEFING)
INTERNAL = ("serial_number", "inventory_number", "book_value", "tied_until", "notes")


class LightForm(forms.Form):
    light = forms.ChoiceField(label=_("Status"), choices=Light.choices)
    note = LineField(label=_("What is the matter"), max_length=200, required=False)
    until = forms.DateField(label=_("Expected until"), required=False)

    halves = ("light", "until")


class ClosureForm(forms.Form):
    start = LocalTimeField(label=_("Closed from"))
    end = LocalTimeField(
        label=_("Closed until"),
        required=False,
        help_text=_("Leave empty for: until further notice."),
    )
    why = forms.ChoiceField(label=_("Why"), choices=[(why.value, why.label) for why in CLOSES])
    note = LineField(
        label=_("Note"),
        max_length=200,
        required=False,
        help_text=_("Only your institution reads it."),
    )

    halves = ("start", "end")


class TariffForm(forms.Form):
    group = forms.ChoiceField(label=_("For"), choices=[("", _("everybody")), *PriceGroup.choices], required=False)
    unit = forms.ChoiceField(label=_("Price is for"), choices=Unit.choices)
    net = AmountField(label=_("Price in euros"), most=MOST_FOR_A_TIME)
    minimum = AmountField(
        label=_("At least"),
        required=False,
        most=MOST_FOR_A_TIME,
        help_text=_("The least that an order costs, in euros. May stay empty."),
    )
    valid_from = forms.DateField(label=_("Valid from"), required=False)
    vat = forms.ChoiceField(label=_("VAT"), choices=Vat.choices)
    label_de = LineField(label=_("Note in German"), max_length=80, required=False)
    label_en = LineField(label=_("Note in English"), max_length=80, required=False)

    halves = ("group", "unit", "net", "minimum", "valid_from", "vat", "label_de", "label_en")


LINKS = ("related", "projects", "funders")


class ResourceForm(forms.Form):
    """The facts of a thing; the second half is for the house alone."""

    name_de = LineField(label=_("Name in German"), max_length=150)
    name_en = LineField(label=_("Name in English"), max_length=150, required=False)
    description_de = TextField(
        label=_("Description in German"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What it is and can do, however it is offered; shown below the words of each offer."),
    )
    description_en = TextField(
        label=_("Description in English"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    quantity = forms.IntegerField(
        label=_("Quantity"),
        min_value=1,
        max_value=99,
        initial=1,
        help_text=_("How many of it there are; an offer may give fewer."),
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    visibility = forms.ChoiceField(
        label=_("Who finds it"),
        choices=Visibility.choices,
        help_text=_("Holds for every way in which it is offered: lists, search, map and addresses alike."),
    )
    place = LineField(
        label=_("Place"),
        max_length=120,
        required=False,
        help_text=_("Building and room; told to whoever orders."),
    )
    contact = forms.ModelChoiceField(Person.objects.none(), label=_("Contact person"), required=False)
    deputy = forms.ModelChoiceField(Person.objects.none(), label=_("Deputy"), required=False)
    parent = forms.ModelChoiceField(
        Resource.objects.none(), label=_("Part of"), required=False, help_text=_("The facility that it belongs to.")
    )
    related = forms.ModelMultipleChoiceField(
        Resource.objects.none(),
        label=_("Related things"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What goes with it or stands in for it."),
    )
    projects = forms.ModelMultipleChoiceField(
        Project.objects.all(), label=_("Paid by projects"), required=False, widget=forms.CheckboxSelectMultiple
    )
    funders = forms.ModelMultipleChoiceField(
        Funder.objects.all(), label=_("Funders"), required=False, widget=forms.CheckboxSelectMultiple
    )
    serial_number = LineField(label=_("Serial number"), max_length=60, required=False)
    inventory_number = LineField(label=_("Inventory number"), max_length=60, required=False)
    book_value = AmountField(label=_("Book value"), required=False)
    tied_until = forms.DateField(label=_("Bound by its grant until"), required=False)
    notes = TextField(
        label=_("Internal notes"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    halves = (
        "name_de",
        "name_en",
        "quantity",
        "visibility",
        "contact",
        "deputy",
        "serial_number",
        "inventory_number",
        "book_value",
        "tied_until",
    )

    def __init__(self, *args, resource: Resource, **kwargs):
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(institution=resource.institution_id)
        self.fields["contact"].queryset = self.fields["deputy"].queryset = people
        others = Resource.objects.filter(institution=resource.institution_id).exclude(pk=resource.pk)
        self.fields["parent"].queryset = others.filter(parent=None)
        self.fields["related"].queryset = others
        for name in LINKS:
            if not self.fields[name].queryset.exists():
                del self.fields[name]
        self.fields["visibility"].required = self.fields["quantity"].required = False
        internal = getattr(resource, "internal", None)
        facts = {name: getattr(resource, name) for name in self._columns()}
        facts |= {name: list(getattr(resource, name).all()) for name in self._links()}
        house = {name: getattr(internal, name) for name in INTERNAL} if internal else {}
        self.initial = facts | house | self.initial

    @property
    def sections(self) -> list[tuple]:
        hint = _("Nothing of this is ever shown outside your institution.")
        return [
            (_("What it is"), [name for name in self.fields if name not in INTERNAL]),
            (_("Only for your institution"), list(INTERNAL), hint),
        ]

    @property
    def facts(self) -> dict:
        said = {name: self.cleaned_data[name] for name in self._columns()}
        # Left out of a plain POST they stay.
        return {name: value for name, value in said.items() if value or name not in {"quantity", "visibility"}}

    @property
    def links(self) -> dict:
        return {name: self.cleaned_data[name] for name in self._links()}

    def _links(self) -> list[str]:
        return [name for name in LINKS if name in self.fields]

    def _columns(self) -> list[str]:
        return [name for name in self.fields if name not in {*INTERNAL, *LINKS}]

    @property
    def internal(self) -> dict:
        return {name: self.cleaned_data[name] for name in INTERNAL}
