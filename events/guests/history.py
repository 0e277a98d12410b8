"""What happened to one registration, in order, with time and who: from the audit log, the payments and the outbox."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from events.models import Registration
from events.states import RegistrationState
from portal.language.money import as_text
from portal.payments.models import Payment

LETTERS = {
    "registered": gettext_lazy("confirmation"),
    "waiting_listed": gettext_lazy("waiting list"),
    "payment_asked": gettext_lazy("request to pay the fee"),
    "promoted": gettext_lazy("moved up"),
    "seats_offered": gettext_lazy("offer of seats"),
    "offer_lapsed": gettext_lazy("the offer has lapsed"),
    "welcomed": gettext_lazy("welcome at the door"),
    "cancelled": gettext_lazy("confirmation of the cancellation"),
    "withdrawn": gettext_lazy("confirmation of the withdrawal"),
    "cancelled_by_us": gettext_lazy("cancellation by us"),
    "lapsed": gettext_lazy("the registration has lapsed"),
    "moved": gettext_lazy("new date"),
    "relocated": gettext_lazy("new place"),
    "replanned": gettext_lazy("new date and place"),
    "rearranged": gettext_lazy("change in the agenda"),
    "called_off": gettext_lazy("event cancelled"),
    "link_again": gettext_lazy("link sent again"),
    "link_renewed": gettext_lazy("new link"),
    "office_notice": gettext_lazy("notice to us: registration"),
    "office_moved": gettext_lazy("notice to us: new state"),
    "office_cancelled": gettext_lazy("notice to us: cancellation"),
    "office_cancelled_by_us": gettext_lazy("notice to us: cancellation by us"),
    "requested": gettext_lazy("receipt of the request"),
    "sent_back": gettext_lazy("please change"),
    "rejected": gettext_lazy("rejection"),
    "reminder": gettext_lazy("reminder"),
    "no_seat": gettext_lazy("no seat became free"),
    "thanks": gettext_lazy("letter after the event"),
    "circular": gettext_lazy("circular"),
}


INVITING = ["events.registered", "events.promoted", "events.reminder"]


@dataclass(frozen=True)
class Step:
    """`who` is empty where the portal itself or the guest by the secret link acted."""

    at: datetime
    what: str
    who: str = ""
    note: str = ""


def of(registration: Registration) -> list[Step]:
    """The earliest first. Log entries of the same instant keep the order in which they were written."""
    steps = [*_logged(registration), *_paid(registration)]
    return sorted(steps, key=lambda step: step.at)


def _logged(registration: Registration) -> list[Step]:
    entries = ModelLogEntry.objects.for_instance(registration).select_related("user").order_by("timestamp", "pk")
    return [Step(entry.timestamp, _message(entry), _name(entry.user), _note(entry)) for entry in entries]


def _message(entry: ModelLogEntry) -> str:
    formatter = registry.get_formatter(entry)
    return str(formatter.format_message(entry)) if formatter else entry.action


def _note(entry: ModelLogEntry) -> str:
    if entry.action == "events.letter":
        return letter_name(entry.data.get("kind", ""))
    return str(entry.data.get("reason", ""))


def was_invited(registration: Registration) -> bool:
    """Whether a letter with an invitation for the calendar has gone out."""
    sent = ModelLogEntry.objects.for_instance(registration).filter(action="events.letter")
    return sent.filter(data__kind__in=INVITING).exists()


def was_ended_by_us(registration: Registration) -> bool:
    ended = ModelLogEntry.objects.for_instance(registration).filter(action=f"events.{RegistrationState.CANCELLED}")
    return ended.filter(user__isnull=False).exists()


def letter_name(kind: str) -> str:
    """What the guest's letter is about, in a few words."""
    return str(LETTERS.get(kind.rpartition(".")[2], kind))


def _paid(registration: Registration) -> list[Step]:
    steps = []
    for payment in Payment.objects.for_purpose(registration):
        amount = as_text(payment.amount, payment.currency)
        steps.append(Step(payment.created_at, _("Fee asked for"), note=amount))
        if payment.paid_at:
            steps.append(Step(payment.paid_at, _("Paid"), note=f"{amount}, {payment.get_paid_via_display()}"))
    return steps


def _name(user) -> str:
    return (user.get_full_name() or user.email) if user else ""
