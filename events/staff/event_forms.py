"""The form of an event in the administration: what guests rely on changes through the verbs, the rest is saved."""

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateTimeInput

from events import letters
from events.kinds import Rhythm
from events.models import Event
from events.models.tickets import Counted, as_code
from events.refusals import PartTaken, StillAnswered
from events.registration import verbs as registration
from events.staff import dates as scheduling
from portal.database import clock

WHEN = {"starts_at", "ends_at", "month_only"}
# The inline rows of the form, and what points at them.
IN_USE = {
    "ticket_types": ("registrations", "vouchers"),
    "vouchers": ("registrations",),
    "sessions": ("chosen",),
    "questions": ("answers", "follow_ups"),
}
# Rows that point at other rows of the same form: (column, rows).
POINTERS = {"vouchers": ("ticket_type", "ticket_types"), "questions": ("shown_if", "questions")}


class OwnRows(BaseChildFormSet):
    """Inline rows; what they point at belongs to the same event."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for column, _rows in POINTERS.values():
            if column in form.fields:
                form.fields[column].queryset = form.fields[column].queryset.filter(event=self.instance.pk)


class VoucherForm(WagtailAdminModelForm):
    def clean_code(self) -> str:
        """As it is stored: else the same code in other letters would pass as another one."""
        return as_code(self.cleaned_data["code"])


class EventForm(WagtailAdminModelForm):
    """Raises the refusals of `events.staff.dates` from `save`; the view shows them."""

    # Whether guests get letters about another date, place or agenda.
    tells = True

    def letters(self) -> list:
        """What saving would tell: (letter, registrations)."""
        event = self.instance
        if not event.pk or Event.objects.get(pk=event.pk).is_past():
            return []
        everybody = event.registrations.active().order_by("pk")
        if letter := self._letter(event):
            return [(letter, everybody)]
        moved = [form.instance for form in self._rows("sessions") if _is_elsewhere(form)]
        return [(letters.rearranged, scheduling.holders(event, moved).active().order_by("pk"))] if moved else []

    def _letter(self, event: Event):
        """What everybody is told: date and place in one."""
        changed = set(self.changed_data)
        elsewhere = [name for name in scheduling.PLACE if name in changed]
        return scheduling.the_letter(event, bool(changed & WHEN), elsewhere, clock.now())

    @transaction.atomic
    def save(self, commit=True):
        event: Event = self.instance
        exists = not event._state.adding and commit
        if exists:
            Event.objects.locked().get(pk=event.pk)
            self._let_go()
            self._check_parts()
            self._change_through_verbs(event)
        # Asked before they are saved: afterwards a new row looks like one that stood there before.
        moved = [form.instance for form in self._rows("sessions") if exists and _is_elsewhere(form)]
        event.changed_at = timezone.now()
        saved = super().save(commit)
        if exists:
            # A larger contingent of a ticket type lets the waiting list move up too.
            registration.promote(event)
        if moved:
            known = self._letter(event) is not None
            scheduling.rearrange(event, moved, tells=self.tells, known=known, by=self.for_user)
        if commit:
            event.refresh_from_db()
        return saved

    def _rows(self, name: str) -> list:
        return getattr(self.formsets.get(name), "forms", [])

    def _let_go(self) -> None:
        """Rows deleted together do not hold each other; a row that stays does. Raises StillAnswered."""
        for name, (column, pointed) in POINTERS.items():
            gone = [form.instance for form in self._rows(pointed) if _is_deleted(form)]
            for form in self._rows(name):
                aim = form.cleaned_data.get(column)
                if aim in gone and not _is_deleted(form):
                    raise StillAnswered(str(aim))
                if form.has_changed():
                    # Saving writes the new one.
                    type(form.instance).objects.filter(pk=form.instance.pk).update(**{column: None})

    def _check_parts(self) -> None:
        """Nothing that people hold is made smaller or taken away. Raises PartTaken, StillAnswered."""
        for name, users in IN_USE.items():
            for form in self._rows(name):
                if form.instance.pk:
                    fresh = type(form.instance).objects.get(pk=form.instance.pk)
                    self._check(form, fresh, users)

    def _check(self, form, fresh, users: tuple[str, ...]) -> None:
        if _is_deleted(form):
            if any(getattr(fresh, name).exists() for name in users):
                raise StillAnswered(str(fresh))
            return
        if isinstance(fresh, Counted):
            most, taken = form.instance.most, fresh.taken
            if most is not None and most < taken:
                raise PartTaken(str(fresh), taken)

    def _change_through_verbs(self, event: Event) -> None:
        changed = set(self.changed_data)
        dates = {name: getattr(event, name) for name in WHEN} if changed & WHEN else {}
        place = {name: getattr(event, name) for name in scheduling.PLACE if name in changed}
        if dates or place:
            scheduling.replan(event, dates=dates, place=place, tells=self.tells, by=self.for_user)
        if "capacity" in changed:
            scheduling.resize(event, capacity=event.capacity, by=self.for_user)


def _is_deleted(form) -> bool:
    return bool(form.cleaned_data.get("DELETE"))


def _is_elsewhere(form) -> bool:
    """Whether a part of the agenda that stood there before is at another time or in another room."""
    there_before = form.instance.pk and not _is_deleted(form)
    return bool(there_before and {"starts_at", "ends_at", "room"} & set(form.changed_data))


class EventCreationForm(WagtailAdminModelForm):
    """The short form in the chooser of a page; the remaining facts may follow in the list of events."""

    class Meta:
        model = Event
        fields = ["name", "format", "starts_at", "ends_at", "month_only", "mode", "venue", "street", "postal_code"]
        fields += ["city", "capacity", "fee", "project", "section", "contact"]


class CopyForm(forms.Form):
    """One copy on another date, or several in a rhythm after the event's own date."""

    starts_at = forms.DateTimeField(label=_("Begins"), required=False, widget=AdminDateTimeInput)
    rhythm = forms.ChoiceField(label=_("Or repeat"), choices=[("", "–"), *Rhythm.choices], required=False)
    times = forms.IntegerField(label=_("How many times"), min_value=1, max_value=52, initial=1, required=False)

    def clean(self):
        said = super().clean()
        if not said.get("rhythm") and not said.get("starts_at"):
            self.add_error("starts_at", _("Please enter a date, or choose how the event repeats."))
        said["times"] = said.get("times") or 1
        return said
