from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from home.models import Person, Project
from marketplace import consents
from marketplace.availability.opening import closes_later
from marketplace.fields import MOST_FOR_A_TIME, AmountField, picture_field, withdrawal_field
from marketplace.kinds import Approval, Audience, Condition, ConsentTo, Kind, Unit
from marketplace.models import Category, Change, Listing, ReleasePapers
from portal.accounts.models import Institution
from portal.language.typed import LineField, TextField
from portal.payments.amounts import payable
from portal.rights import HouseRight

PRICE_LABELS = {"hourly": _("Price per hour"), "daily": _("Price per day"), "price": _("Price")}
PAPERS = (
    "inventory_number",
    "book_value",
    "market_value",
    "market_value_source",
    "not_needed",
    "decontaminated_on",
    "data_erased",
    "tied_until",
)


CONSENTS = {
    ConsentTo.PRICE: "consent_price",
    ConsentTo.CLEANING: "consent_cleaning",
    ConsentTo.TIE: "consent_tie",
}


class OfferForm(forms.Form):
    """Offer something or change what is offered. Which fields it has is written in the row of the kind."""

    kind = forms.ChoiceField(choices=Kind.choices, widget=forms.HiddenInput)
    title = LineField(label=_("Title"), max_length=150)
    description = TextField(
        label=_("Description"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("What it can do, what comes with it, and what it cannot do."),
    )
    title_en = LineField(label=_("Title in English"), max_length=150, required=False)
    description_en = TextField(
        label=_("Description in English"), max_length=6000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    institution = forms.ModelChoiceField(Institution.objects.none(), label=_("Institution"), empty_label=None)
    category = forms.ModelChoiceField(Category.objects.all(), label=_("Category"), required=False)
    contact = forms.ModelChoiceField(Person.objects.none(), label=_("Contact person"), required=False)
    city = LineField(label=_("Location"), max_length=80, required=False)
    project = forms.ModelChoiceField(
        Project.objects.all(),
        label=_("Paid by project"),
        required=False,
        help_text=_("If a funded project pays for it, its funders are named on the page."),
    )

    price = AmountField(label=_("Price"), required=False, help_text=_("In euros. Leave empty for “on request”."))
    second_price = AmountField(label=_("Price"), required=False)
    unit = forms.ChoiceField(label=_("Price is for"), choices=[("", "–"), *Unit.choices], required=False)
    negotiable = forms.BooleanField(label=_("The price is negotiable"), required=False)
    condition = forms.ChoiceField(label=_("Condition"), choices=[("", "–"), *Condition.choices], required=False)
    year = forms.IntegerField(label=_("Year built"), min_value=1950, max_value=2100, required=False)
    quantity = forms.IntegerField(label=_("Quantity"), min_value=1, max_value=99, required=False, initial=1)
    biosafety = forms.IntegerField(label=_("Biosafety level"), min_value=1, max_value=4, required=False)

    approval = forms.ChoiceField(label=_("Approval"), choices=Approval.choices, required=False)
    audience = forms.MultipleChoiceField(
        label=_("Offered to"), choices=Audience.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    institutions_only = forms.BooleanField(
        label=_("Only institutions may order, no private individuals"), required=False
    )
    opening_days = forms.TypedMultipleChoiceField(
        label=_("Open on"),
        choices=list(WEEKDAYS.items()),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    opens_at = forms.TimeField(
        label=_("Opens at"), required=False, help_text=_("Without times it is open all day on these days.")
    )
    closes_at = forms.TimeField(label=_("Closes at"), required=False, help_text=_("0:00 stands for midnight."))
    min_hours = forms.IntegerField(label=_("Shortest booking in hours"), min_value=1, max_value=720, required=False)
    max_hours = forms.IntegerField(label=_("Longest booking in hours"), min_value=1, max_value=9000, required=False)
    lead_days = forms.IntegerField(label=_("Days of notice"), min_value=0, max_value=365, required=False)
    bills_closed_hours = forms.BooleanField(
        label=_("Closed hours are charged, too"),
        required=False,
        help_text=_("For whatever runs on over night, such as an incubator."),
    )
    cancel_days = forms.IntegerField(
        label=_("Cancelling is free until so many days before"),
        min_value=0,
        max_value=365,
        required=False,
        help_text=_("Leave empty if cancelling never costs anything."),
    )
    cancel_percent = forms.IntegerField(
        label=_("After that it costs, in per cent of the price"), min_value=0, max_value=100, required=False
    )
    withdrawal = withdrawal_field()
    loan_max_months = forms.IntegerField(label=_("Longest loan in months"), min_value=1, max_value=60, required=False)
    needs_briefing = forms.BooleanField(label=_("A briefing is needed before the first use"), required=False)
    access_note_de = TextField(
        label=_("Access and briefing (German)"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    access_note_en = TextField(
        label=_("Access and briefing (English)"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    picture_description = LineField(
        label=_("What the photo shows"),
        max_length=255,
        required=False,
        help_text=_("One sentence for those who do not see it."),
    )
    picture_credit = LineField(
        label=_("Source of the photo"), max_length=200, required=False, help_text=_("For example “© Jana Beispiel”.")
    )
    picture_description_en = LineField(label=_("What the photo shows, in English"), max_length=255, required=False)
    drop_picture = forms.BooleanField(label=_("Show no photo any more"), required=False)

    inventory_number = LineField(label=_("Inventory number"), max_length=60, required=False)
    book_value = AmountField(label=_("Book value"), required=False)
    market_value = AmountField(label=_("Market value"), required=False)
    market_value_source = LineField(label=_("Source of the market value"), max_length=200, required=False)
    not_needed = forms.BooleanField(label=_("Our institution no longer needs it"), required=False)
    decontaminated_on = forms.DateField(label=_("Decontaminated on"), required=False)
    data_erased = forms.NullBooleanField(
        label=_("Data erased"),
        required=False,
        widget=forms.Select(choices=[("", _("It stores no data")), ("true", _("Yes")), ("false", _("Not yet"))]),
    )
    tied_until = forms.DateField(
        label=_("Bound by its grant until"),
        required=False,
        help_text=_("The grant forbids sale and gift up to this day. Leave empty if it never did."),
    )

    consent_price = LineField(label=_("Consent to a price below the book value"), max_length=200, required=False)
    consent_cleaning = LineField(label=_("Consent to decontaminating it only later"), max_length=200, required=False)
    consent_tie = LineField(label=_("Consent to leaving before the grant allows it"), max_length=200, required=False)

    halves = (
        *("institution", "category", "contact", "city", "price", "second_price", "unit", "condition", "year"),
        *("quantity", "biosafety", "opens_at", "closes_at", "min_hours", "max_hours", "lead_days", "loan_max_months"),
        *("cancel_days", "cancel_percent", "withdrawal"),
        *("inventory_number", "book_value", "market_value", "market_value_source", "decontaminated_on"),
        *("data_erased", "tied_until", "picture_description", "picture_credit"),
    )

    def __init__(self, *args, kind: Kind, user, listing: Listing | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.nature, self.listing = kind.nature, listing
        self.initial.setdefault("kind", kind.value)
        own = Institution.objects.of(user, HouseRight.DRAFT_OFFERS)
        own = own.filter(pk=listing.institution_id) if listing else own
        self.fields["institution"].queryset = own
        # Whoever acts for one only may leave it out of a plain POST.
        left_out = self.is_bound and "institution" not in self.data
        self.fields["institution"].required = not left_out or len(own) > 1
        self.fields["contact"].queryset = Person.objects.filter(institution__in=own)
        self.fields["audience"].initial = Audience.values
        self.fields["approval"].initial = self.nature.approval
        self.fields["picture"] = picture_field()
        self.fields["opening_days"].initial = [0, 1, 2, 3, 4]
        self._price_columns()
        for name in self._unasked():
            del self.fields[name]
        for name in self._needed_papers():
            self.fields[name].required = True
        if self.nature.leaves:
            self._ask_for_pick_up()
        for name in ("quantity", "biosafety"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"

    def _ask_for_pick_up(self) -> None:
        labels = {"access_note_de": _("Pick-up (German)"), "access_note_en": _("Pick-up (English)")}
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].help_text = _("Where, when, what to bring: size, weight, lift, packing.")

    @property
    def sections(self) -> list[tuple]:
        papers_hint = _("Nothing of this is shown in public, except that it is decontaminated.")
        return [
            (_("What you offer"), ["title", "description", "institution", "category", "contact", "city"]),
            (
                _("In English"),
                ["title_en", "description_en", "picture_description_en"],
                _("Optional. Without it English readers see the German."),
            ),
            (_("Photo"), ["picture", "picture_description", "picture_credit", "drop_picture"]),
            (_("Price"), ["price", "second_price", "unit", "negotiable"]),
            (_("Condition"), ["condition", "year", "quantity", "biosafety"]),
            (
                _("How it is ordered"),
                [
                    *("approval", "audience", "institutions_only", "opening_days", "opens_at", "closes_at"),
                    "bills_closed_hours",
                    *("min_hours", "max_hours", "lead_days", "loan_max_months", "cancel_days"),
                    *("cancel_percent", "withdrawal", "needs_briefing"),
                    *("access_note_de", "access_note_en"),
                ],
            ),
            (_("Release papers"), list(PAPERS), papers_hint),
            (
                _("Consent"),
                list(CONSENTS.values()),
                _("Who has consented, and when: name or function, day, reference."),
            ),
            (_("Funding"), ["project"]),
        ]

    def clean_institution(self) -> Institution:
        return self.cleaned_data["institution"] or self.fields["institution"].queryset.first()

    def clean(self) -> dict:
        said = super().clean()
        if said.get("opens_at") and said.get("closes_at") and not closes_later(said["opens_at"], said["closes_at"]):
            self.add_error("closes_at", _("It must close later than it opens."))
        for name, other in (("opens_at", "closes_at"), ("closes_at", "opens_at")):
            if said.get(other) and not said.get(name) and name not in self.errors:
                self.add_error(name, _("Please enter both times, or none: then it is open all day."))
        if said.get("min_hours") and said.get("max_hours") and said["max_hours"] < said["min_hours"]:
            self.add_error("max_hours", _("The longest booking must not be shorter than the shortest."))
        if said.get("cancel_percent") and said.get("cancel_days") is None and "cancel_days" not in self.errors:
            self.add_error("cancel_days", _("Please say until when cancelling is free of charge."))
        if said.get("title_en") and not said.get("description_en"):
            self.add_error("description_en", _("Please describe it in English as well, or leave the title empty."))
        if self.nature.settles and said.get("price"):
            self._check_payable(said["price"])
        for name in ("picture_description", "picture_credit"):
            if said.get("picture") and not said.get(name):
                self.add_error(name, self.fields[name].error_messages["required"])
        self._ask_for_consent(said)
        return said

    def _ask_for_consent(self, said: dict) -> None:
        """Where something needs consent, who has given it must be said; elsewhere nobody is asked."""
        papers = ReleasePapers.objects.filter(listing=self.listing).first() if self.listing else None
        stored = {name: getattr(papers, name, None) for name in ("book_value", "decontaminated_on", "tied_until")}
        told = stored | {name: said[name] for name in stored if name in said}
        if self.listing and "book_value" not in said:
            told["book_value"] = consents.book_value_of(self.listing, papers)
        price = said["price"] if "price" in said else getattr(self.listing, "price", None)
        self.asked_consents = consents.asked_for(self.nature, price=price, today=timezone.localdate(), **told)
        lacking = consents.not_given(self.listing, self.asked_consents)
        for to, name in CONSENTS.items():
            if to not in lacking:
                del self.fields[name]
            elif not said.get(name) and self.asks_for_consent:
                self.add_error(name, _("Please say who has consented, and when."))
                self.fields[name].required = True

    @property
    def asks_for_consent(self) -> bool:
        """A draft may be unfinished."""
        return self.data.get("action") != "draft"

    @property
    def consents(self) -> dict:
        """What was said of each `ConsentTo`."""
        return {to: self.cleaned_data[name] for to, name in CONSENTS.items() if name in self.fields}

    def _check_payable(self, price) -> None:
        try:
            payable(price)
        except ValidationError as error:
            self.add_error("price", error)

    @property
    def owner(self) -> Institution:
        return self.listing.institution if self.listing else self.cleaned_data["institution"]

    @property
    def texts(self) -> dict:
        said = self.cleaned_data
        english = (said.get("title_en", ""), said.get("description_en", ""))
        return {"de": (said["title"], said["description"]), "en": english}

    @property
    def papers(self) -> dict | None:
        asked = [name for name in PAPERS if name in self.fields]
        return {name: self.cleaned_data[name] for name in asked} or None

    @property
    def picture(self) -> dict | None:
        said = self.cleaned_data
        if not said.get("picture"):
            return None
        words = {name: said[f"picture_{name}"] for name in ("description", "description_en", "credit")}
        return {"file": said["picture"], **words}

    @property
    def facts(self) -> dict:
        """Columns of `Listing` with their values."""
        said, columns = self.cleaned_data, {column.name: column for column in Listing._meta.fields}
        skipped = {*CONSENTS.values(), "kind", "institution", "price", "title", "description", *PAPERS}
        facts = {name: said[name] for name in self.fields if name in columns and name not in skipped}
        for name, column in zip(("price", "second_price"), self.price_columns, strict=False):
            if name in self.fields:
                facts[column] = said[name]
        for name, value in facts.items():
            if value is None and not columns[name].null:
                facts[name] = columns[name].get_default()
        if said.get("drop_picture"):
            facts["photo"] = None
        facts["category"] = said.get("category")
        facts["audience"] = said.get("audience") or Audience.values
        facts["approval"] = said.get("approval") or self.nature.approval
        facts["city"] = said.get("city") or self.owner.city
        return facts

    @classmethod
    def initial_of(cls, listing: Listing) -> dict:
        texts = {text.language: text for text in listing.texts.all()}
        papers = ReleasePapers.objects.filter(listing=listing).first()
        wished = Change.objects.filter(listing=listing).first() or Change(listing_id=listing.pk)
        values = wished.values()
        kept = {name: values.get(name, getattr(listing, name)) for name in cls.base_fields if _is_column(name)}
        if papers:
            kept |= {name: getattr(papers, name) for name in PAPERS}
        kept |= wished.paper_values()
        for name, column in zip(("price", "second_price"), _columns(listing.nature), strict=False):
            kept[name] = values.get(column, getattr(listing, column))
        for suffix, language in (("", "de"), ("_en", "en")):
            if language in texts:
                kept["title" + suffix] = texts[language].title
                kept["description" + suffix] = texts[language].description
            if language in wished.texts:
                kept["title" + suffix], kept["description" + suffix] = wished.texts[language]
        return kept

    @property
    def price_columns(self) -> list[str]:
        return _columns(self.nature)

    def _price_columns(self) -> None:
        for name, column in zip(("price", "second_price"), self.price_columns, strict=False):
            self.fields[name].label = PRICE_LABELS[column]
            if column != "price":
                self.fields[name].most = MOST_FOR_A_TIME

    def _needed_papers(self) -> set[str]:
        """Papers without which the office cannot release it; a draft may wait for them."""
        if self.data.get("action") == "draft":
            return set()
        return set(self.nature.papers) - {"data_erased", "tied_until"}

    def _unasked(self) -> set[str]:
        """What the kind has no use for, and what is asked for only once it is needed."""
        nature = self.nature
        unasked = {name for name in PAPERS if name not in nature.papers}
        unasked |= set() if self.is_bound else set(CONSENTS.values())
        if self.listing:
            unasked |= {"institution"}
        if not (self.listing and self.listing.photo):
            unasked |= {"drop_picture"}
        unasked |= {name for name in ("unit", "negotiable") if name not in nature.prices}
        unasked |= set(("price", "second_price")[len(self.price_columns) :])
        if not nature.asks_condition:
            unasked |= {"condition"}
        if not nature.asks_opening:
            unasked |= {"opening_days", "opens_at", "closes_at", "min_hours", "max_hours", "needs_briefing"}
            unasked |= {"bills_closed_hours"}
        if not nature.is_for_a_period or nature.asks_opening:
            unasked |= {"loan_max_months"}
        if nature.is_for_good:
            unasked |= {"lead_days"}
        if not nature.may_charge_cancelling:
            unasked |= {"cancel_days", "cancel_percent"}
        if nature.costs_nothing:
            unasked |= {"withdrawal"}
        return unasked


def _columns(nature) -> list[str]:
    return [column for column in nature.prices if column in PRICE_LABELS][:2]


def _is_column(name: str) -> bool:
    return any(isinstance(field, models.Field) and field.name == name for field in Listing._meta.fields)
