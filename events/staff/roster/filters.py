"""Which registrations of an event staff want to see."""

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from events.models import Attendance, Event, Registration, SubSession, TicketType
from events.states import RegistrationState
from portal.accounts.kinds import TargetGroup
from portal.language import folding

ALL = pgettext_lazy("filter", "all")


class RegistrationFilters(FilterSet):
    """Over the registrations of `event`; filters that have nothing to choose from are left out."""

    q = CharFilter(
        method="search",
        label=_("Name, email or institution"),
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )
    state = ChoiceFilter(choices=RegistrationState.choices, label=_("State"), empty_label=ALL)
    ticket_type = ModelChoiceFilter(queryset=TicketType.objects.none(), label=_("Ticket"), empty_label=ALL)
    session = ModelChoiceFilter(
        field_name="session_seats__session",
        queryset=SubSession.objects.none(),
        label=_("Part of the agenda"),
        empty_label=ALL,
    )
    target_group = ChoiceFilter(choices=TargetGroup.choices, label=_("Target group"), empty_label=ALL)

    came = ChoiceFilter(
        method="have_come",
        choices=[("yes", _("checked in")), ("no", _("not checked in"))],
        label=_("Check-in"),
        empty_label=ALL,
    )

    mail = ChoiceFilter(
        method="have_mailbox",
        choices=[("no", _("without email address"))],
        label=_("Email address"),
        empty_label=ALL,
    )

    class Meta:
        model = Registration
        fields = []

    def __init__(self, data, *, event: Event):
        super().__init__(data, queryset=event.registrations.all())
        for name, choices in (("ticket_type", event.ticket_types.all()), ("session", event.sessions.all())):
            if choices:
                self.filters[name].queryset = choices
            else:
                del self.filters[name]

    def search(self, queryset, name, value):
        """Every word must stand somewhere."""
        return folding.search(queryset, value, ("name", "email", "institution"))

    def have_come(self, queryset, name, value):
        """At least one of the seats; whoever has none was never expected."""
        here = Exists(Attendance.objects.standing().filter(registration=OuterRef("pk")))
        return queryset.filter(here) if value == "yes" else queryset.filter(~here, state=RegistrationState.CONFIRMED)

    def have_mailbox(self, queryset, name, value):
        """Those whom staff have to phone."""
        return queryset.filter(email="")

    @property
    def found(self):
        """The rows asked for; a choice that does not exist finds nothing."""
        return self.qs if self.form.is_valid() else self.queryset.none()

    @property
    def is_narrowed(self) -> bool:
        return any(self.form.cleaned_data.values()) if self.form.is_valid() else True

    @property
    def told(self) -> dict[str, str]:
        """What was chosen, for the log: without the words looked for, which would outlive the person."""
        said = self.form.cleaned_data if self.form.is_valid() else {}
        return {name: str(getattr(value, "pk", value)) for name, value in said.items() if value and name != "q"}
