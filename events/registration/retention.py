"""After an event: open fees are not asked any more; in the end what names the guests goes, what funders count stays."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import DurationField, ExpressionWrapper, F, Q, Value
from wagtail.models import ModelLogEntry

from events.models import Answer, Question, Registration
from events.registration import verbs
from events.states import RegistrationState
from portal.audit import log
from portal.language.mailbox import ERASED, NAMELESS
from portal.payments import checkout
from portal.payments import privacy as payments
from portal.payments.models import Payment
from portal.payments.states import Cause, PaymentState


def due(now):
    """Registrations that still name somebody though their event's time of keeping is over."""
    kept = ExpressionWrapper(F("event__keep_days") * Value(timedelta(days=1)), output_field=DurationField())
    over = Registration.objects.annotate(kept_until=F("event__ends_at") + kept).filter(kept_until__lte=now)
    return over.exclude(name=NAMELESS, email__endswith=f"@{ERASED}").order_by("event", "pk")


def forget_past(now) -> list[str]:
    """Forget all that are due, each in a transaction of its own; gives a line for everything that went or stays."""
    return [line for registration in due(now) for line in forget(registration, now=now)]


def close_accounts(now) -> None:
    """Fees that nobody has paid are not asked any more once the event is over.

    Whoever had the seat, on account, or gave it back too late still owes.
    """
    over = Registration.objects.filter(event__ends_at__lte=now).order_by()
    owes = Q(state=RegistrationState.CONFIRMED) | Q(state=RegistrationState.CANCELLED, cancel_cost__gt=0)
    over = over.exclude(owes).values("pk")
    kind = ContentType.objects.get_for_model(Registration)
    for payment in Payment.objects.filter(purpose_type=kind, purpose_id__in=over, state=PaymentState.OPEN):
        checkout.withdraw(payment, cause=Cause.OVER, now=now)


@transaction.atomic
def forget(registration: Registration, *, now) -> list[str]:
    """Take the person out of a registration. Payments that brought money stay: the law wants them."""
    event, registration = verbs.locked(registration)
    if not due(now).filter(pk=registration.pk).exists():
        # Meanwhile staff gave the event more time, or another worker was here.
        return []
    _leave_the_log(registration)
    verbs.forget(registration, now=now)
    log(registration, "events.forget", timestamp=now)
    line = f"{event}: names, addresses, note and answers of registration {registration.pk} removed."
    return [line, *payments.empty(Payment.objects.for_purpose(registration))]


def _leave_the_log(registration: Registration) -> None:
    """The log names whoever acted; what staff did stays theirs, the guest's own lines would name the guest."""
    if registration.user_id:
        own = ModelLogEntry.objects.for_instance(registration).filter(user=registration.user_id)
        own.update(user=None)


def forget_answers(now) -> int:
    """Delete answers whose time is over, special categories sooner; returns how many there were."""
    due = [
        question.pk
        for question in Question.objects.filter(event__ends_at__lt=now, answers__isnull=False)
        .select_related("event")
        .distinct()
        if question.kept_until <= now
    ]
    return Answer.objects.filter(question__in=due).delete()[0] if due else 0
