"""What a visitor types, made clean. Scarcity is no business of forms: the verb looks after it."""

from decimal import Decimal, InvalidOperation
from uuid import uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from events import consent, wording
from events.kinds import SeatNames
from events.models import Event, Registration, SubSession, TicketType
from events.models.registration import MOST_SEATS
from events.registration import prices
from events.registration.question_forms import QuestionFields
from events.registration.signup import Signup
from portal.accounts.kinds import TargetGroup
from portal.invoices import verbs as invoicing
from portal.invoices.forms import WithInvoice
from portal.invoices.kinds import TaxCase
from portal.language import times
from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField


class SeatsField(forms.IntegerField):
    """A count in plain digits; Python would also read `٣` and `1_0`."""

    def to_python(self, value):
        if value not in self.empty_values and not (str(value).isascii() and str(value).isdigit()):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class PricedTickets(forms.RadioSelect):
    """Each card knows its fee, so that the total can follow the choice."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["data-fee"] = str(value.instance.fee)
        return option


class TicketField(forms.ModelChoiceField):
    """Ticket types with their price, one card each."""

    widget = PricedTickets

    def label_from_instance(self, ticket: TicketType) -> str:
        return wording.ticket_line(ticket)


class Parts(forms.CheckboxSelectMultiple):
    """Each part knows which others take place at the same time."""

    clashes: dict[int, list[SubSession]] = {}  # noqa: RUF012 (never changed, replaced in each form)

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if others := self.clashes.get(value.value):
            option["attrs"]["data-excludes"] = " ".join(str(one.pk) for one in others)
        return option


class SessionsField(forms.ModelMultipleChoiceField):
    """The parts of the agenda; without scripts too each says beside its name what it cannot go together with."""

    widget = Parts

    def __init__(self):
        super().__init__(
            label=_("Parts of the agenda"),
            queryset=SubSession.objects.none(),
            required=False,
            help_text=_("Each part has its own seats. Of parts at the same time you can choose only one."),
        )

    def offer(self, sessions) -> None:
        """The parts to choose from, a queryset."""
        self.queryset = sessions
        parts = list(sessions)
        self.widget.clashes = {
            one.pk: [other for other in parts if other.pk != one.pk and one.overlaps(other)] for one in parts
        }

    def label_from_instance(self, session: SubSession) -> str:
        line, others = wording.session_line(session), self.widget.clashes.get(session.pk)
        if not others:
            return line
        titles = ", ".join(other.title for other in others)
        return gettext("%(part)s – at the same time as: %(others)s") % {"part": line, "others": titles}


class SeatNameFields(forms.Form):
    """A form that asks the names of the further seats of `event`."""

    def name_field(self, place: int | str, *, required: bool) -> LineField:
        label = gettext("Seat %(number)s: name") % {"number": place}
        return LineField(label=label, max_length=120, required=required)


class RegistrationForm(SeatNameFields, QuestionFields, WithInvoice):
    """Fields as the outside contract names them; `submission` and `shown_fee` travel hidden."""

    name = LineField(label=_("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    email = MailboxFormField(
        label=_("Email address"),
        max_length=254,
        help_text=_("We send the confirmation and the link to change it there."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    institution = LineField(
        label=_("Institution"),
        max_length=150,
        required=False,
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    target_group = forms.ChoiceField(
        label=_("Type of organisation"),
        choices=[("", _("Please choose")), *TargetGroup.choices],
        help_text=_("We report these numbers, without names, to those who fund our work."),
    )
    seats = SeatsField(label=_("Seats"), min_value=1, max_value=MOST_SEATS, initial=1)
    ticket = TicketField(label=_("Ticket"), queryset=TicketType.objects.none())
    voucher = LineField(
        label=_("Voucher code"),
        max_length=40,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )
    sessions = SessionsField()
    note = LineField(
        label=_("Note to the organisers"),
        max_length=500,
        required=False,
        help_text=_("Please write nothing about your health here. Our contact gladly helps if you need support."),
    )
    listed = forms.BooleanField(label=consent.LISTED, required=False)
    consent = forms.BooleanField(
        label=consent.SENTENCE, error_messages={"required": _("Without your consent we cannot register you.")}
    )
    shown_fee = forms.DecimalField(required=False, widget=forms.HiddenInput)
    shown_prices = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, files=None, *, event: Event, user=None, privacy_url: str = ""):
        super().__init__(data, files, initial=_known(user) | {"shown_fee": event.fee or 0, "submission": uuid4()})
        self.event = event
        self._offer(event, user)
        self.ask(event)
        if event.shows_participants():
            until = times.short_day(event.participants_until)
            self.fields["listed"].help_text = gettext("Until %(day)s. You can take it back at any time.") % {
                "day": until
            }
        else:
            del self.fields["listed"]
        self.fields["seats"].max_value = min(MOST_SEATS, event.capacity or MOST_SEATS)
        self.fields["seats"].widget.attrs |= {"min": 1, "max": self.fields["seats"].max_value}
        self.places = range(2, self._chosen_seats + 1) if self.asks_names else range(0)
        for place in self.places:
            self.fields[f"guest{place}_name"] = self.name_field(place, required=self.needs_names)
        self._ask_for_invoice(event, user)
        self.fields["consent"].help_text = _kept(event, paid=bool(self.tickets or event.fee), privacy_url=privacy_url)
        if data is not None and "target_group" not in data:
            # A client that was never shown the question, such as a script, has not answered it.
            self.fields["target_group"].required = False

    def _offer(self, event: Event, user) -> None:
        """Tickets, voucher and sessions, as far as the event has any."""
        self.tickets = prices.offered_to(event, user, timezone.now())
        if self.tickets:
            self.fields["ticket"].queryset = TicketType.objects.filter(pk__in=[one.pk for one in self.tickets])
            self.initial["shown_prices"] = shown_prices(self.tickets)
            if len(self.tickets) == 1:
                self.initial["ticket"] = self.tickets[0].pk
            del self.fields["shown_fee"]
        else:
            del self.fields["ticket"], self.fields["shown_prices"]
        if not event.vouchers.exists():
            del self.fields["voucher"]
        offer_sessions(self, event)

    def _ask_for_invoice(self, event: Event, user) -> None:
        """Where something may cost and somebody invoices."""
        issuer = invoicing.portals_own() if self.costs else None
        if issuer is None:
            return
        hint = gettext(
            "With an order number or a Leitweg-ID the seats are yours at once; you pay within %(days)d days."
        )
        self.ask_invoice(
            label=gettext("I need an invoice to my institution or another address"),
            hint=hint % {"days": issuer.terms_days} if issuer.terms_days else "",
            user=user,
            needs_vat_id=event.tax == TaxCase.REVERSE and not issuer.small_business,
        )

    @property
    def costs(self) -> bool:
        """Whether any seat does."""
        return any(ticket.fee for ticket in self.tickets) if self.tickets else bool(self.event.fee)

    @property
    def asks_names(self) -> bool:
        """Whether the names of the others are asked here, and there may be others."""
        return self.event.seat_names != SeatNames.LATER and self.fields["seats"].max_value > 1

    @property
    def needs_names(self) -> bool:
        return self.event.seat_names == SeatNames.REQUIRED

    @property
    def _chosen_seats(self) -> int:
        try:
            return self.fields["seats"].clean(self["seats"].value())
        except forms.ValidationError:
            return 1

    @property
    def place_to_come(self) -> BoundField:
        """The field of one more seat, which a script copies: `{seat}` stands for its number."""
        return self.name_field("{seat}", required=self.needs_names).get_bound_field(self, "guest{seat}_name")

    @property
    def company(self) -> str:
        """What is said about the names of the others."""
        if self.needs_names:
            return gettext("We need a name for every seat.")
        return gettext("Names may follow until registration closes; empty seats stay yours.")

    @property
    def halves(self) -> list[str]:
        own = ["institution", "target_group", "seats", "voucher", "guest{seat}_name", *self._guest_names]
        return own + self.invoice_halves

    @property
    def _guest_names(self) -> list[str]:
        return [f"guest{place}_name" for place in self.places]

    @property
    def sections(self) -> list[tuple]:
        """Groups where there is more to say than who comes; one otherwise."""
        more = self.tickets or self.questions or "sessions" in self.fields or self.asks_names or self.asks_invoice
        if not more:
            return []
        return [
            (gettext("About you"), ["name", "email", "institution", "target_group"]),
            (gettext("Your seats"), ["ticket", "seats", "voucher"]),
            (gettext("Who comes with you"), self._guest_names, self.company),
            (gettext("Parts of the agenda"), ["sessions"]),
            (gettext("What we would like to know"), [*self.question_names, "note"]),
            (gettext("Invoice"), self.invoice_names),
        ]

    @property
    def total(self) -> Decimal | None:
        """What the seats cost as chosen so far, before any voucher; None until a ticket is chosen."""
        chosen = self["ticket"].value() if self.tickets else None
        ticket = next((one for one in self.tickets if str(one.pk) == str(chosen)), None)
        if self.tickets and ticket is None:
            return None
        try:
            seats = self.fields["seats"].clean(self["seats"].value())
        except forms.ValidationError:
            return None
        return (ticket.fee if ticket else self.event.fee or Decimal(0)) * seats

    def clean_target_group(self) -> str:
        return self.cleaned_data["target_group"] or TargetGroup.OTHER

    def renew(self, **hidden) -> None:
        """Let the visitor press again with a new number or the new price."""
        self.data = self.data.copy()
        self.data.update({name: str(value) for name, value in hidden.items()})

    def signup(self, *, language: str, user=None) -> Signup:
        said = self.cleaned_data
        return Signup(
            name=said["name"],
            email=said["email"],
            institution=said["institution"],
            user=user,
            target_group=said["target_group"],
            language=language,
            seats=said["seats"],
            guests=[said.get(name, "") for name in self._guest_names],
            ticket_type=said.get("ticket"),
            voucher=said.get("voucher", ""),
            billing=self.billing,
            sessions=said.get("sessions", ()),
            shown_fee=self._shown_fee(said.get("ticket")),
            note=said["note"],
            answers=self.said,
            consent_version=consent.VERSION,
            listed=said.get("listed", False),
            submission=said["submission"] or uuid4(),
        )

    def _shown_fee(self, ticket: TicketType | None) -> Decimal | None:
        """The price that stood beside the chosen ticket when the visitor saw the form."""
        if ticket is None:
            return self.cleaned_data.get("shown_fee")
        shown = dict(pair.partition(":")[::2] for pair in self.cleaned_data["shown_prices"].split(","))
        try:
            return Decimal(shown[str(ticket.pk)])
        except (KeyError, InvalidOperation):
            return None


def offer_sessions(form: forms.Form, event: Event) -> bool:
    """Whether the event has any; the field stays only then."""
    if event.sessions.exists():
        form.fields["sessions"].offer(event.sessions.all())
        return True
    del form.fields["sessions"]
    return False


def shown_prices(tickets: list[TicketType]) -> str:
    return ",".join(f"{ticket.pk}:{ticket.fee}" for ticket in tickets)


def _kept(event: Event, *, paid: bool, privacy_url: str):
    """How long the details of guests are kept, and where to read more."""
    days = event.keep_days
    kept = ngettext(
        "We delete them %(days)d day after the event.", "We delete them %(days)d days after the event.", days
    ) % {"days": days}
    parts = [kept]
    if paid:
        parts.append(gettext("What we know about payments is kept as long as the law requires."))
    if privacy_url:
        parts.append(format_html('<a href="{}">{}</a>', privacy_url, gettext("How we treat personal data")))
    return format_html_join(" ", "{}", ((part,) for part in parts))


def _known(user) -> dict:
    """What an account already tells; nobody is asked twice."""
    if user is None or not user.is_authenticated:
        return {}
    last = Registration.objects.of(user).order_by("-pk").first()
    known = {"name": user.get_full_name(), "email": user.email}
    return known | ({"institution": last.institution, "target_group": last.target_group} if last else {})
