from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace import wording
from marketplace.fields import LocalTimeField
from marketplace.kinds import Takes
from marketplace.orders.request import OrderRequest
from portal.accounts.kinds import InstitutionKind, TargetGroup
from portal.accounts.models import Institution, User
from portal.language.typed import TextField

USUAL_GROUP = {
    InstitutionKind.STARTUP: TargetGroup.STARTUP,
    InstitutionKind.COMPANY: TargetGroup.SME,
    InstitutionKind.UNIVERSITY: TargetGroup.UNIVERSITY,
    InstitutionKind.RESEARCH_INSTITUTE: TargetGroup.UNIVERSITY,
    InstitutionKind.CLINIC: TargetGroup.CLINIC,
    InstitutionKind.PUBLIC_BODY: TargetGroup.PUBLIC_BODY,
}


class OrderForm(forms.Form):
    """Order one listing. Only `start` and `end` are ever needed; who orders is the person logged in."""

    start = LocalTimeField(label=_("Begin"))
    end = LocalTimeField(label=_("End"))
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("For"), required=False, empty_label=_("myself, without an institution")
    )
    target_group = forms.ChoiceField(
        label=_("Target group"),
        choices=TargetGroup.choices,
        required=False,
        help_text=_("Our funders ask whom we reach. Only numbers are passed on."),
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

    halves = ("start", "end")

    def __init__(self, *args, listing, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.listing = listing
        institutions = Institution.objects.of(user)
        self.fields["institution"].queryset = institutions
        self.own = list(institutions) if user.is_authenticated else []
        takes = listing.nature.takes
        if takes is Takes.FOR_GOOD:
            del self.fields["start"], self.fields["end"]
            self.fields["price"].initial = self._shown_price()
        else:
            del self.fields["price"]
        if takes is Takes.REQUEST:
            for name, label in (("start", _("Wished from")), ("end", _("Wished until"))):
                self.fields[name].required, self.fields[name].label = False, label
        self._offer_institutions()

    def _offer_institutions(self) -> None:
        if not self.own:
            del self.fields["institution"]
            return
        self.fields["institution"].initial = self.own[0]
        self.fields["target_group"].initial = USUAL_GROUP.get(self.own[0].kind, TargetGroup.OTHER)
        if self.listing.institutions_only:
            self.fields["institution"].empty_label = None

    def _shown_price(self) -> str:
        return "" if self.listing.price is None else f"{self.listing.price:.2f}"

    def clean_institution(self):
        if "institution" not in self.data and self.own:
            return self.own[0]
        return self.cleaned_data["institution"]

    def clean_price(self) -> str:
        seen = self.cleaned_data["price"]
        if "price" in self.data and seen != self._shown_price():
            self.data = self.data.copy()
            self.data["price"] = self._shown_price()
            raise forms.ValidationError(
                _("The price has changed to %(price)s. Please send the order again if you agree.")
                % {"price": wording.prices(self.listing)[0][0]}
            )
        return seen

    def clean(self) -> dict:
        chosen = super().clean()
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
            note=said["note"],
            submission=said["submission"] or uuid4(),
        )

    @property
    def times(self) -> tuple:
        """Begin and end as they stand in the form, if they make a period."""
        known = getattr(self, "cleaned_data", {}) if self.is_bound else self.initial
        start, end = known.get("start"), known.get("end")
        return (start, end) if start and end and start < end else ()

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


class ReasonForm(forms.Form):
    reason = TextField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class DeclineForm(ReasonForm):
    """The institution says why not."""
