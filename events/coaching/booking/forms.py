"""What clients and coaches type, made clean. Whether a seat is free is no business of forms."""

from datetime import datetime, timedelta
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.coaching import consent
from events.coaching.booking import retention
from events.coaching.kinds import Meeting, Reached, Rhythm, Stage
from events.coaching.models import Booking, Coach, Programme, Topic
from events.coaching.models.slot import MOST_SEATS
from events.registration.forms import SeatsField
from portal.accounts.models import Institution
from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField, TextField

FURTHEST = timedelta(days=730)


class BookingForm(forms.Form):
    """The short questionnaire before a meeting."""

    name = LineField(label=_("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    email = MailboxFormField(
        label=_("Email address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("For your institution"), required=False, empty_label=_("Another one")
    )
    startup = LineField(
        label=_("Start-up or institution"),
        max_length=150,
        required=False,
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    stage = forms.ChoiceField(label=_("How far along are you?"), choices=[("", _("Please choose")), *Stage.choices])
    about = TextField(
        label=_("What is it about?"),
        max_length=1500,
        help_text=_("Two or three sentences are enough for the coach to prepare. Please leave out trade secrets."),
        widget=forms.Textarea({"rows": 5}),
    )
    goal = LineField(
        label=_("What should have changed afterwards?"),
        max_length=300,
        required=False,
        help_text=_("Your goal. After three months we ask what became of it."),
    )
    consent = forms.BooleanField(
        label=consent.SENTENCE, error_messages={"required": _("Without your consent we cannot book.")}
    )
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    halves = ("name", "email")

    def __init__(self, data=None, *, user=None, paid: bool = False, privacy_url: str = ""):
        super().__init__(data, initial=_known(user) | {"submission": uuid4()})
        mine = Institution.objects.of(user) if user else Institution.objects.none()
        self.paid = paid
        self.fields["institution"].queryset = mine
        if not mine.exists():
            del self.fields["institution"]
        if paid:
            self.fields["startup"].help_text = _(
                "The programme pays a number of hours per start-up. If colleagues of yours have used some already, the "
                "coach confirms first. With an idea you may leave it empty."
            )
        kept = gettext("We delete them %(days)d days after the meeting.") % {"days": retention.KEEP.days}
        self.fields["consent"].help_text = kept
        if privacy_url:
            self.fields["consent"].help_text = format_html(
                '{} <a href="{}">{}</a>', kept, privacy_url, _("How we treat personal data")
            )

    def clean(self):
        said = super().clean()
        if self.paid and "startup" not in self.errors and not (said.get("institution") or said.get("startup")):
            if said.get("stage") == Stage.IDEA:
                # Without the person's name: the account of the hours outlives what we know of people.
                said["startup"] = gettext("Idea %(number)s") % {"number": (said.get("submission") or uuid4()).hex[:6]}
            else:
                self.add_error("startup", _("These hours are for start-ups: please name yours."))
        return said

    def renew(self, **hidden) -> None:
        """Let the client press again with a new number."""
        self.data = self.data.copy()
        self.data.update({name: str(value) for name, value in hidden.items()})

    @property
    def kept(self) -> list[str]:
        """The longer texts as typed: shown for copying when the time has gone meanwhile."""
        return [text for name in ("about", "goal") if (text := self.data.get(name, "").strip())]

    @property
    def answers(self) -> dict:
        """What `booking.book` wants to know."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "consent"}
        if house := said.get("institution"):
            said["startup"] = house.name[:150]
        return said | {"consent_version": consent.VERSION}


class PanelForm(forms.Form):
    """How many of whom; a plain GET form."""

    experts = forms.TypedChoiceField(label=_("Experts"), coerce=int, choices=[(n, n) for n in range(1, 5)], initial=2)
    lawyers = forms.TypedChoiceField(label=_("Lawyers"), coerce=int, choices=[(n, n) for n in range(3)], initial=1)
    coaches = forms.ModelMultipleChoiceField(
        Coach.objects.none(),
        label=_("Only with these coaches"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: anyone who is free."),
    )

    halves = ("experts", "lawyers")

    def __init__(self, data=None):
        super().__init__(data)
        self.fields["coaches"].queryset = Coach.objects.visible().select_related("person")

    def clean(self):
        said = super().clean()
        if said.get("experts", 0) + said.get("lawyers", 0) == 1:
            self.add_error("lawyers", _("A panel has at least two coaches."))
        return said


class PublishForm(forms.Form):
    """One time, or a series of them."""

    day = forms.DateField(label=_("Day"))
    time = forms.TimeField(label=_("Time"), help_text=_("Berlin time."))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=15, max_value=480, initial=60)
    rhythm = forms.ChoiceField(label=_("How often"), choices=Rhythm.choices, initial=Rhythm.ONCE)
    until = forms.DateField(
        label=_("Last day of the series"), required=False, help_text=_("Public holidays are left out.")
    )
    seats = SeatsField(label=_("Seats"), min_value=1, max_value=MOST_SEATS, initial=1)
    topic = forms.ModelChoiceField(Topic.objects.none(), label=_("Topic"), required=False, empty_label=_("All mine"))
    language = forms.ChoiceField(label=_("Language"), required=False)
    mode = forms.ChoiceField(label=_("Mode"), choices=Meeting.choices, initial=Meeting.ONLINE)
    place = LineField(label=_("Place"), max_length=200, required=False)
    online_url = forms.URLField(
        label=_("Address of the online meeting"),
        required=False,
        assume_scheme="https",
        help_text=_("Shown only to those whose booking is confirmed."),
    )
    programme = forms.ModelChoiceField(
        Programme.objects.none(), label=_("Programme that pays"), required=False, empty_label=_("None")
    )
    buffer_before = forms.IntegerField(label=_("Minutes kept free before"), min_value=0, max_value=240, initial=0)
    buffer_after = forms.IntegerField(label=_("Minutes kept free after"), min_value=0, max_value=240, initial=15)
    lead_hours = forms.IntegerField(label=_("Book at the latest, hours before"), min_value=0, max_value=720, initial=24)
    horizon_days = forms.IntegerField(
        label=_("Book at the earliest, days before"), min_value=1, max_value=365, initial=60
    )
    needs_confirmation = forms.BooleanField(
        label=_("I confirm each booking"), required=False, help_text=_("Otherwise it is booked at once.")
    )

    sections = [
        (_("When"), ["day", "time", "minutes", "seats", "rhythm", "until"]),
        (_("What and where"), ["topic", "language", "mode", "programme", "place", "online_url"]),
        (_("Rules"), ["buffer_before", "buffer_after", "lead_hours", "horizon_days", "needs_confirmation"]),
    ]
    halves = ("day", "time", "minutes", "seats", "rhythm", "until", "topic", "language", "mode", "programme")
    halves += ("buffer_before", "buffer_after", "lead_hours", "horizon_days")

    def __init__(self, data=None, *, coach: Coach):
        super().__init__(data)
        today = timezone.localdate()
        self.fields["topic"].queryset = coach.topics.all()
        self.fields["programme"].queryset = Programme.objects.filter(ends_on__gte=today)
        spoken = [
            (code, label) for code, label in Booking._meta.get_field("language").choices if code in coach.languages
        ]
        self.fields["language"].choices = [("", _("Any that I speak")), *spoken]

    def clean(self):
        said = super().clean()
        if said.get("mode") == Meeting.ON_SITE and not said.get("place") and "place" not in self.errors:
            self.add_error("place", _("Name the place, or choose “Online”."))
        if said.get("rhythm") not in (None, Rhythm.ONCE) and not said.get("until") and "until" not in self.errors:
            self.add_error("until", _("A series needs a last day."))
        for name in ("day", "until"):
            if said.get(name) and said[name] > timezone.localdate() + FURTHEST:
                self.add_error(name, _("This is too far ahead."))
        if said.get("day") and said["day"] < timezone.localdate():
            self.add_error("day", _("This day is over."))
        if said.get("day") and said.get("until") and said["until"] < said["day"]:
            self.add_error("until", _("The end must be after the beginning."))
        return said

    @property
    def answers(self) -> dict:
        """What `publishing.publish_slots` wants to know."""
        said = dict(self.cleaned_data)
        return said | {"first": datetime.combine(said.pop("day"), said.pop("time").replace(second=0, microsecond=0))}


class MoveForm(forms.Form):
    """Another free time of the same coach."""

    slot = forms.TypedChoiceField(label=_("New time"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, data=None, *, slots=()):
        super().__init__(data)
        self.fields["slot"].choices = list(slots)


class NoteForm(forms.Form):
    text = TextField(
        label=_("Confidential note"),
        max_length=4000,
        help_text=_("Only coach and client read it: not the office, not the administration."),
        widget=forms.Textarea({"rows": 4}),
    )


class ReasonForm(forms.Form):
    reason = LineField(label=_("Reason"), max_length=500, required=False, help_text=_("The client reads it."))


class SizeForm(forms.Form):
    """More or fewer seats of a time."""

    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS)


class RecordForm(forms.Form):
    """What took place."""

    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600)
    outcome = LineField(
        label=_("Outcome"), max_length=500, required=False, help_text=_("For the client and the funder’s report.")
    )


class CalendarForm(forms.Form):
    address = forms.CharField(
        label=_("Address of your own calendar"),
        max_length=500,
        required=False,
        help_text=_("iCalendar, https only. We keep when you are busy, never what you do. Leave empty to stop this."),
        widget=forms.URLInput({"autocomplete": "off", "placeholder": "https://"}),
    )


class FollowUpForm(forms.Form):
    reached = forms.ChoiceField(label=_("Did you reach your goal?"), choices=Reached.choices, widget=forms.RadioSelect)
    note = LineField(label=_("What became of it?"), max_length=500, required=False)


class GrantForm(forms.Form):
    hours = forms.DecimalField(label=_("Hours granted"), min_value=0, max_value=1000, decimal_places=2)

    @property
    def minutes(self) -> int:
        return int(self.cleaned_data["hours"] * 60)


def _known(user) -> dict:
    """What an account already tells; nobody is asked twice."""
    if user is None:
        return {}
    last = Booking.objects.of(user).order_by("-pk").first()
    known = {"name": user.get_full_name(), "email": user.email, "institution": Institution.objects.of(user).first()}
    return known | ({"startup": last.startup, "stage": last.stage} if last and not known["institution"] else {})
