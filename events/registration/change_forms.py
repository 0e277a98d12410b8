"""What a guest may change later, and which seats go back."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.kinds import SeatNames
from events.models import Registration
from events.models.registration import MOST_SEATS
from events.registration.forms import SeatNameFields, SessionsField, offer_sessions
from events.registration.question_forms import QuestionFields
from events.registration.self_service import Said
from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField


class ChangeForm(SeatNameFields, QuestionFields):
    """What a guest may change later: own words, answers, the names of the others."""

    name = LineField(label=_("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    institution = LineField(label=_("Institution"), max_length=150, required=False)
    note = LineField(label=_("Note to the organisers"), max_length=500, required=False)
    sessions = SessionsField()

    def __init__(self, data=None, files=None, *, registration: Registration):
        own = {name: getattr(registration, name) for name in ("name", "institution", "note")}
        super().__init__(data, files, initial=own)
        self.registration = registration
        self.places = range(2, registration.seats + 1)
        named = {guest.position: guest for guest in registration.guests.all()}
        for place in self.places:
            self._ask_name(place, named.get(place))
        if offer_sessions(self, registration.event):
            self.initial["sessions"] = [seat.session_id for seat in registration.session_seats.all()]
        self.ask(registration.event, {answer.question_id: answer for answer in registration.answers.defer("file")})

    def _ask_name(self, place: int, guest) -> None:
        required = self.registration.event.seat_names == SeatNames.REQUIRED
        self.fields[f"guest{place}_name"] = self.name_field(place, required=required)
        self.fields[f"guest{place}_email"] = MailboxFormField(
            label=gettext("Seat %(number)s: email address") % {"number": place}, max_length=254, required=False
        )
        if guest:
            self.initial |= {f"guest{place}_name": guest.name, f"guest{place}_email": guest.email}

    @property
    def halves(self) -> list[str]:
        return [f"guest{place}_{part}" for place in self.places for part in ("name", "email")]

    @property
    def sections(self) -> list[tuple]:
        others = gettext("Names may follow until registration closes; empty seats stay yours.")
        return [
            (gettext("About you"), ["name", "institution", "note"]),
            (gettext("Who comes with you"), self.halves, others),
            (gettext("Your seats"), ["sessions"]),
            (gettext("What we would like to know"), self.question_names),
        ]

    @property
    def changes(self) -> Said:
        said = self.cleaned_data
        return Said(
            name=said["name"],
            institution=said["institution"],
            note=said["note"],
            answers=self.said,
            sessions=said.get("sessions"),
            guests=[(said[f"guest{place}_name"], said[f"guest{place}_email"]) for place in self.places],
        )


class GiveBackForm(forms.Form):
    """Which further seats of a group are given back; `of` is how many it had as the form was shown."""

    places = forms.TypedMultipleChoiceField(
        label=_("Seats to give back"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one seat.")},
    )
    of = forms.IntegerField(min_value=2, max_value=MOST_SEATS, widget=forms.HiddenInput)

    def __init__(self, *args, registration: Registration, **kwargs):
        super().__init__(*args, **kwargs)
        names = {guest.position: guest.name for guest in registration.guests.all()}
        places = range(2, registration.seats + 1)
        self.fields["places"].choices = [(place, _of_place(place, names.get(place, ""))) for place in places]
        self.initial.setdefault("of", registration.seats)


def _of_place(place: int, name: str) -> str:
    seat = gettext("Seat %(number)s") % {"number": place}
    return f"{seat}: {name}" if name else seat


class CostForm(forms.Form):
    """What the page said that cancelling costs. Who was told nothing was told that it is free of charge."""

    cost = forms.DecimalField(required=False, max_digits=10, decimal_places=2)

    @property
    def seen(self) -> Decimal:
        return (self.cleaned_data.get("cost") if self.is_valid() else None) or Decimal(0)
