"""The form of a proposal: another time, a price, a word. Both sides have it."""

from datetime import timedelta
from decimal import Decimal

from django import forms
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import Office
from marketplace.fields import MOST, AmountField, LocalTimeField
from marketplace.kinds import Takes, Unit, Vat
from marketplace.models import Line, Order
from marketplace.orders.bargain import LineSaid
from marketplace.orders.forms import put_on_the_grid
from portal.language import times
from portal.language.typed import LineField, TextField

LINES = 3


class ProposalForm(forms.Form):
    """`lines`, `said` and `until` are what the verb wants. Only the institution gives a price and a term."""

    start = LocalTimeField(label=_("Begin"), required=False)
    end = LocalTimeField(label=_("End"), required=False)
    message = TextField(label=_("Message"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    days = forms.IntegerField(
        label=_("Stands for so many days"),
        required=False,
        min_value=1,
        max_value=60,
        help_text=_("As long the time or the thing is kept."),
    )

    def __init__(self, *args, order: Order, decides: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.order = order
        if order.listing.nature.takes is Takes.FOR_GOOD:
            del self.fields["start"], self.fields["end"]
        else:
            begin, end = order.starts_at, order.ends_at
            self.initial |= {"start": begin and timezone.localtime(begin), "end": end and timezone.localtime(end)}
        if not decides:
            del self.fields["days"]
        if decides and "book_value" in order.listing.nature.papers:
            self.fields["consent"] = LineField(
                label=_("Who has consented to a price below the book value, and when"), max_length=200, required=False
            )
        self.places = range(1, LINES + 1) if decides else []
        for place in self.places:
            self._add_line(place)
        if decides:
            self.initial.setdefault("days", Office.here().decision_days)
            rows = [f"{part}_{n}" for n in self.places for part in PARTS]
            self.order_fields(["start", "end", *rows, "consent", "days", "message"])

    def _add_line(self, place: int) -> None:
        self.fields[f"text_{place}"] = LineField(label=_("What for"), max_length=250, required=False)
        self.fields[f"quantity_{place}"] = AmountField(label=_("Quantity"), required=False)
        self.fields[f"unit_{place}"] = forms.ChoiceField(
            label=_("Unit"), choices=[("", "–"), *Unit.choices], required=False
        )
        self.fields[f"net_{place}"] = AmountField(label=_("Price in euros"), required=False)
        self.fields[f"vat_{place}"] = forms.ChoiceField(label=_("VAT"), choices=Vat.choices, required=False)

    def clean(self) -> dict:
        said = super().clean()
        if (said.get("start"), said.get("end")) != (self.order.starts_at, self.order.ends_at):
            put_on_the_grid(said)
        for place in self.places:
            text, net = said.get(f"text_{place}"), said.get(f"net_{place}")
            if text and net is None and f"net_{place}" not in self.errors:
                self.add_error(f"net_{place}", _("Please say what it costs; 0 if nothing."))
            if text and net is not None and self._total(said, place) > MOST:
                self.add_error(f"net_{place}", _("This line comes to too much: quantity times price."))
            if net is not None and not text:
                self.add_error(f"text_{place}", _("Please say what this is for."))
        if bool(said.get("start")) != bool(said.get("end")) and "start" in self.fields:
            self.add_error("end" if said.get("start") else "start", _("Please enter both times."))
        return said

    @staticmethod
    def _total(said: dict, place: int) -> Decimal:
        quantity, vat = said.get(f"quantity_{place}") or Decimal(1), said.get(f"vat_{place}") or Vat.NOT_SHOWN
        return Line.total_of(quantity, said[f"net_{place}"], vat)

    @property
    def sections(self) -> list[tuple]:
        ahead = [name for name in ("start", "end") if name in self.fields]
        lines = [(_("%(n)s. line") % {"n": n}, [f"{part}_{n}" for part in PARTS]) for n in self.places]
        return [("", ahead), *lines, ("", [name for name in ("consent", "days", "message") if name in self.fields])]

    @property
    def halves(self) -> list[str]:
        return ["start", "end", *(f"{part}_{n}" for n in self.places for part in PARTS[1:])]

    @property
    def lines(self) -> list[LineSaid]:
        said = self.cleaned_data
        return [
            LineSaid(
                text=said[f"text_{n}"],
                net=said[f"net_{n}"],
                quantity=said[f"quantity_{n}"] or Decimal(1),
                unit=said[f"unit_{n}"],
                vat=said[f"vat_{n}"] or Vat.NOT_SHOWN,
            )
            for n in self.places
            if said.get(f"text_{n}")
        ]

    @property
    def moved(self) -> tuple | None:
        """Begin and end, where they are not those of the order."""
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if not (start and end) or DateTimeTZRange(start, end) == self.order.period:
            return None
        return start, end

    @property
    def until(self):
        days = self.cleaned_data.get("days")
        return times.end_of_day(timezone.now() + timedelta(days=days)) if days else None


PARTS = ("text", "quantity", "unit", "net", "vat")
