"""Example registrations for the preview of letters; none of them is ever stored."""

from datetime import timedelta
from decimal import Decimal

from django.contrib.auth import get_user_model
from django.utils import timezone

from events import letters, samples
from events.kinds import EventStatus, Mode
from events.models import Circular, CircularCopy, CircularTrial, Event, Registration
from events.states import RegistrationState
from home.models import Office
from portal.accounts.kinds import TargetGroup
from portal.accounts.letters.examples import reader
from portal.approvals.models import Proposal
from portal.approvals.states import ProposalState
from portal.language import times
from portal.letters import examples
from portal.payments.letters.examples import asked
from portal.payments.states import Cause, PaymentState
from portal.withdrawals import letters as withdrawals
from portal.withdrawals.letters.examples import declared
from portal.withdrawals.states import WithdrawalState

NAMES = {"de": "Bioprozesstag", "en": "Bioprocess Day"}
REASONS = {"de": "Der Saal ist an diesem Tag belegt.", "en": "The hall is taken on that day."}
NOTES = {"de": "Ich komme mit dem Fahrrad.", "en": "I come by bicycle."}


def event(language: str, **facts) -> Event:
    return samples.event(name=NAMES[language], seats_taken=2, **facts)


def registration(language: str, state=RegistrationState.CONFIRMED, *, amount=Decimal(0), **facts) -> Registration:
    now = timezone.now()
    return Registration.objects.create(
        event=event(language, **facts),
        state=state,
        name="Erika Beispiel",
        email="erika@beispiel.example",
        institution="Ruhr Imaging GmbH",
        seats=2,
        target_group=TargetGroup.STARTUP,
        note=NOTES[language],
        language=language,
        amount=amount,
        pay_until=times.end_of_day(now + timedelta(days=Office.here().fee_days)) if amount else None,
        consent_version="1",
        consented_at=now,
        created_at=now,
        moved_at=now,
    )


@examples.of(Registration)
def confirmed(language: str):
    return registration(language)


@examples.of(letters.no_seat)
@examples.of(letters.waiting_listed)
def waiting(language: str):
    return registration(language, RegistrationState.WAITING)


@examples.of(letters.seats_offered)
def offered(language: str):
    made = registration(language, RegistrationState.OFFERED)
    made.offer_until = timezone.now() + timedelta(hours=24)
    made.save(update_fields=["offer_until"])
    return made


@examples.of(letters.payment_asked)
def unpaid(language: str):
    made = registration(language, RegistrationState.AWAITING_PAYMENT, amount=Decimal("99.80"))
    asked(made, language)
    return made


@examples.of(letters.lapsed)
def lapsed(language: str):
    return registration(language, RegistrationState.LAPSED, amount=Decimal("99.80"))


@examples.of(letters.requested)
def requested(language: str):
    return registration(language, RegistrationState.REQUESTED)


DECISIONS = {
    "de": "Bitte nennen Sie uns die Einrichtung, für die Sie kommen.",
    "en": "Please tell us which institution you come from.",
}


def _decided(language: str, state: str):
    made = registration(language, state)
    made.decision = DECISIONS[language]
    made.save(update_fields=["decision"])
    return made


@examples.of(letters.sent_back)
def sent_back(language: str):
    return _decided(language, RegistrationState.RETURNED)


@examples.of(letters.rejected)
def rejected(language: str):
    return _decided(language, RegistrationState.REJECTED)


@examples.of(letters.thanks)
def thanks(language: str):
    return registration(language, thanks_de="Danke, dass Sie da waren.", thanks_en="Thank you for being there.")


@examples.of(letters.offer_lapsed)
def not_accepted(language: str):
    return registration(language, RegistrationState.LAPSED)


@examples.of(letters.cancelled, letters.withdrawn, letters.office_cancelled)
def cancelled(language: str):
    return registration(language, RegistrationState.CANCELLED)


@examples.of(letters.cancelled_by_us, letters.office_cancelled_by_us)
def cancelled_by_us(language: str):
    return _decided(language, RegistrationState.CANCELLED)


@examples.of(letters.address_told)
def address_told(language: str):
    now = timezone.now()
    times = {"starts_at": now + timedelta(hours=2), "ends_at": now + timedelta(hours=4)}
    return registration(language, mode=Mode.ONLINE, online_url="https://meet.example/bioprozesse", **times)


@examples.of(letters.moved, letters.replanned)
def moved(language: str):
    return registration(language, status=EventStatus.MOVED, previous_starts_at=timezone.now() + timedelta(days=14))


@examples.of(letters.rearranged)
def rearranged(language: str):
    guest = registration(language)
    part = samples.session(guest.event, title_de="Führung", title_en="Tour of the laboratories", room="E 12")
    guest.session_seats.create(session=part)
    return guest


@examples.of(letters.called_off)
def called_off(language: str):
    return registration(language, status=EventStatus.CANCELLED, called_off_at=timezone.now())


@examples.of(letters.office_called_off)
def called_off_event(language: str):
    return event(language, status=EventStatus.CANCELLED, called_off_at=timezone.now())


@examples.of(Proposal)
def proposed(language: str):
    decider = reader(language)
    facts = {"state": ProposalState.DECLINED, "decided_by": decider, "reason": REASONS[language]}
    made = Proposal.objects.create(subject=event(language), said={}, proposed_at=timezone.now(), **facts)
    return made, decider


@examples.of(letters.circular)
def circular(language: str):
    guest = registration(language)
    return CircularCopy.objects.create(circular=_written(guest), registration=guest)


@examples.of(letters.circular_trial)
def circular_trial(language: str):
    written = _written(registration(language))
    written.by = get_user_model()(first_name="Kim", last_name="Muster", email="kim@beispiel.example")
    return CircularTrial(circular=written, language=language)


def _written(guest: Registration) -> Circular:
    words = {"subject_de": "Der Raum: {event}", "text_de": "Wir treffen uns im Foyer."}
    words |= {"subject_en": "The room: {event}", "text_en": "We meet in the foyer."}
    return Circular.objects.create(event=guest.event, at=timezone.now(), count=1, **words)


@examples.of(withdrawals.carried_out)
def withdrawn(language: str):
    """A withdrawal stands in a room below, which has no contract to show."""
    mine = registration(language, RegistrationState.CANCELLED, amount=Decimal("99.80"))
    asked(mine, language, state=PaymentState.REFUND_DUE, cause=Cause.WITHDRAWN, paid_at=timezone.now())
    facts = {"state": WithdrawalState.CARRIED_OUT, "decided_at": timezone.now(), "deed": mine}
    return declared(language, **facts)
