from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from django import forms
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from marketplace import wording
from marketplace.audiences import is_academic, may_order, price_groups
from marketplace.fields import LocalTimeField
from marketplace.kinds import Approval, PriceGroup, Takes
from marketplace.orders import bargain, prices
from marketplace.orders.prices import Quote
from marketplace.orders.request import OrderRequest
from portal.accounts.kinds import InstitutionKind, TargetGroup
from portal.accounts.models import Institution, User
from portal.invoices.forms import WithInvoice
from portal.language.money import as_text
from portal.language.typed import LineField, TextField

# As fine as the grid of free times.
STEP_MINUTES = 30

USUAL_GROUP = {
    InstitutionKind.STARTUP: TargetGroup.STARTUP,
    InstitutionKind.COMPANY: TargetGroup.SME,
    InstitutionKind.UNIVERSITY: TargetGroup.UNIVERSITY,
    InstitutionKind.RESEARCH_INSTITUTE: TargetGroup.UNIVERSITY,
    InstitutionKind.CLINIC: TargetGroup.CLINIC,
    InstitutionKind.PUBLIC_BODY: TargetGroup.PUBLIC_BODY,
}


class OrderForm(WithInvoice):
    """Order one listing. Only `start` and `end` are ever needed; who orders is the person logged in."""

    start = LocalTimeField(label=_("Begin"))
    end = LocalTimeField(label=_("End"))
    quantity = forms.IntegerField()
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("For"), required=False, empty_label=_("myself, without an institution")
    )
    target_group = forms.ChoiceField(
        label=_("Target group"),
        choices=TargetGroup.choices,
        required=False,
        help_text=_("Our funders ask whom we reach. Only numbers are passed on; no price or right depends on it."),
    )
    dfg_project = LineField(
        label=_("DFG project"),
        required=False,
        max_length=40,
        help_text=_("Number of the project of the German Research Foundation that pays; then its price counts."),
    )
    note = TextField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Purpose, samples, organism: what helps to decide quickly."),
    )
    price = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)

    def __init__(self, *args, listing, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.listing = listing
        institutions = Institution.objects.of(user)
        self.fields["institution"].queryset = institutions
        self.own = list(institutions) if user.is_authenticated else []
        takes = listing.nature.takes
        if takes is Takes.FOR_GOOD:
            del self.fields["start"], self.fields["end"]
        self._offer_pieces()
        knows_the_dfg = any(row.group == PriceGroup.DFG for row in listing.tariffs.all())
        if not (knows_the_dfg and any(is_academic(one) for one in self.own)):
            del self.fields["dfg_project"]
        if takes is Takes.REQUEST:
            for name, label in (("start", _("Wished from")), ("end", _("Wished until"))):
                self.fields[name].required, self.fields[name].label = False, label
        self._offer_institutions()
        if not listing.nature.costs_nothing:
            self.ask_invoice(
                label=gettext("The invoice goes to another address or carries an order number"),
                hint=gettext("%(institution)s invoices what you order.") % {"institution": listing.institution},
                user=user,
            )
        self.fields["price"].initial = self._shown_price(self.usual_institution(), self.times)

    @property
    def halves(self) -> list[str]:
        return ["start", "end", *self.invoice_halves]

    @property
    def sections(self) -> list[tuple]:
        own = [name for name in self.fields if name not in self.invoice_names]
        return [("", own), (gettext("Invoice"), self.invoice_names)] if self.asks_invoice else []

    def _offer_pieces(self) -> None:
        most = self.listing.quantity
        if most == 1 or not self.listing.nature.exclusive:
            del self.fields["quantity"]
            return
        hint = _("There are %(pieces)s. You get all that you ask for, or none.")
        self.fields["quantity"] = forms.IntegerField(
            label=_("Quantity"),
            min_value=1,
            max_value=most,
            required=False,
            initial=1,
            help_text=hint % {"pieces": wording.pieces_of(most)},
            widget=forms.NumberInput({"inputmode": "numeric", "class": "input-sm"}),
        )

    def _offer_institutions(self) -> None:
        if not self.own:
            del self.fields["institution"]
            return
        usual = self.usual_institution()
        self.fields["institution"].initial = usual
        self.fields["target_group"].initial = USUAL_GROUP.get(usual.kind, TargetGroup.OTHER)
        if self.listing.institutions_only:
            self.fields["institution"].empty_label = None

    def usual_institution(self) -> Institution | None:
        return next((one for one in self.own if may_order(self.listing, one)), self.own[0] if self.own else None)

    def _shown_price(self, institution, times: tuple) -> str:
        found = self.quote(institution, times)
        return "" if found is None else f"{found.total:.2f}"

    def quote(self, institution, times: tuple) -> Quote | None:
        """What an order for these times comes to, with quantity and project as they stand in the form."""
        for_good = self.listing.nature.takes is Takes.FOR_GOOD
        period = DateTimeTZRange(timezone.now(), None) if for_good else DateTimeTZRange(*times) if times else None
        groups = price_groups(institution, self.listing.institution, dfg_project=self.paying_project)
        return prices.quote(self.listing, period, groups=groups, pieces=self.pieces)

    def clean_institution(self):
        if "institution" not in self.data and self.own:
            return self.usual_institution()
        return self.cleaned_data["institution"]

    def _require_seen(self, chosen: dict) -> None:
        """What was shown before the click is what is charged."""
        seen, times = chosen.get("price", ""), (chosen.get("start"), chosen.get("end"))
        told = times if all(times) and times[0] < times[1] else ()
        now = self._shown_price(chosen.get("institution"), told)
        is_told = "price" in self.data and (seen or self.listing.nature.is_for_good)
        if is_told and seen != now and (now or self.listing.nature.is_for_good):
            self.data = self.data.copy()
            self.data["price"] = now
            price = as_text(Decimal(now)) if now else _("by arrangement")
            words = _("The price has changed to %(price)s. Please send the order again if you agree.")
            self.add_error(None, words % {"price": price})

    def clean(self) -> dict:
        chosen = super().clean()
        put_on_the_grid(chosen)
        if not self.errors:
            self._require_seen(chosen)
        if not chosen.get("target_group"):
            institution = chosen.get("institution")
            chosen["target_group"] = USUAL_GROUP.get(institution.kind if institution else "", TargetGroup.OTHER)
        return chosen

    def renew(self) -> None:
        """Let the reader press again with a new number."""
        self.data = self.data.copy()
        self.data["submission"] = str(uuid4())

    def request(self, *, by: User, language: str) -> OrderRequest:
        said = self.cleaned_data
        return OrderRequest(
            by=by,
            institution=said.get("institution"),
            target_group=said["target_group"],
            language=language,
            start=said.get("start"),
            end=said.get("end"),
            quantity=self.pieces,
            dfg_project=self.paying_project,
            note=said["note"],
            billing=self.billing,
            binding=not (self.may_ask_first and self.data.get("binding") == "no"),
            submission=said["submission"] or uuid4(),
        )

    @property
    def may_ask_first(self) -> bool:
        """Whether one may ask before one is bound: the form then has a button for either."""
        listing = self.listing
        asks = listing.approval == Approval.REQUEST and listing.nature.exclusive
        return asks and not bargain.is_by_arrangement(listing, listing.price)

    @property
    def pieces(self) -> int:
        return self._said("quantity") or 1

    @property
    def paying_project(self) -> str:
        return self._said("dfg_project") or ""

    def _said(self, name: str):
        """As it stands in the form, where that asks for it."""
        known = getattr(self, "cleaned_data", {}) if self.is_bound else self.initial
        return known.get(name) if name in self.fields else None

    @property
    def times(self) -> tuple:
        """Begin and end as they stand in the form, if they make a period."""
        known = getattr(self, "cleaned_data", {}) if self.is_bound else self.initial
        start, end = known.get("start"), known.get("end")
        return (start, end) if start and end and start < end else ()

    @classmethod
    def carried_over(cls, asked) -> dict:
        """Times, quantity and note of an address, such as those of the alternatives to what was declined."""
        note, pieces = asked.get("note", "")[:2000], asked.get("quantity", "")[:2]
        said = {"note": note} if note else {}
        said |= {"quantity": int(pieces)} if pieces.isascii() and pieces.isdigit() and int(pieces) else {}
        return cls.usual_times(asked) | said

    @staticmethod
    def usual_times(asked) -> dict:
        """`start` and `end` of an address such as the links of the week grid carry."""
        field = LocalTimeField(required=False)
        times = {}
        for name in ("start", "end"):
            try:
                times[name] = field.clean(asked.get(name, ""))
            except forms.ValidationError:
                continue
        return {name: timezone.localtime(value) for name, value in times.items() if value}


def put_on_the_grid(said: dict) -> None:
    """`start` and `end`, where they are said, in the steps in which times are shown."""
    for name, rounded in (("start", _down), ("end", _up)):
        if said.get(name):
            said[name] = rounded(said[name])


def _down(at: datetime) -> datetime:
    """To the grid in which times are shown: 9:07 begins at 9:00 …"""
    return at - timedelta(minutes=at.minute % STEP_MINUTES, seconds=at.second, microseconds=at.microsecond)


def _up(at: datetime) -> datetime:
    """… and ends at 9:30."""
    below = _down(at)
    return below if below == at else below + timedelta(minutes=STEP_MINUTES)


class ReasonForm(forms.Form):
    reason = TextField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class CancelForm(forms.Form):
    """`cost` is what the page said that it costs; an institution that cancels says why."""

    reason = TextField(label=_("Reason"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    cost = forms.DecimalField(required=False, max_digits=10, decimal_places=2, widget=forms.HiddenInput)

    def __init__(self, *args, decides: bool, cost: Decimal, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = decides
        self.initial["cost"] = cost

    @property
    def seen(self) -> Decimal:
        """Who was told nothing was told that it is free of charge."""
        return self.cleaned_data["cost"] or Decimal(0)

    def tell(self, cost: Decimal) -> None:
        """What it costs now, for whoever presses again."""
        self.data = self.data.copy()
        self.data["cost"] = str(cost)


class DeclineForm(ReasonForm):
    """The institution says why not."""
