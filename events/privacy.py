"""What events hold about a person. Target group, seats and attendance stay: nobody is named, funders want them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Answer, Attendance, Event, Guest, Registration
from events.models.questions import KEPT_DAYS, KEPT_DAYS_SPECIAL
from events.registration import verbs as registration
from portal.payments import privacy as payments
from portal.payments.models import Payment
from portal.retention import Kept

TOLD = (
    "pk",
    "event__name",
    "event__starts_at",
    "state",
    "name",
    "email",
    "phone",
    "institution",
    "seats",
    "target_group",
)
TOLD += (
    "ticket_type__name_de",
    "voucher__code",
    "decision",
    "note",
    "language",
    "amount",
    "currency",
    "consent_version",
    "consented_at",
    "listed_at",
    "created_at",
)
NAMED = ("registration__event__name", "position", "name", "email")

PARTS = {"registrations": gettext_lazy("Registrations"), "named_as_guest": gettext_lazy("Seats as a further guest")}


def kept() -> list[Kept]:
    """The periods are those by which `events.registration.retention` and `answers` delete."""
    days = Event._meta.get_field("keep_days").default
    return [
        Kept(
            _("Registrations: name, email address or phone number, institution, note, names of further guests"),
            _("to give you the seat, and to show our funders who benefited"),
            _("your consent, Art. 6(1)(a) GDPR"),
            _("%(days)d days after the event, unless the form names another period") % {"days": days},
        ),
        Kept(
            _("Answers to questions of an event"),
            _("to prepare the event; the question says what for"),
            _("your consent, Art. 6(1)(a) GDPR"),
            _("%(days)d days after the event") % {"days": KEPT_DAYS},
        ),
        Kept(
            _("Answers about health, disability or diet"),
            _("to make it possible for you to take part"),
            _("your express consent, Art. 9(2)(a) GDPR"),
            _("%(days)d days after the event") % {"days": KEPT_DAYS_SPECIAL},
        ),
    ]


def export(email: str) -> dict:
    held = list(Registration.objects.of_person(email).order_by("pk").values(*TOLD))
    for row in held:
        answers = Answer.objects.filter(registration=row["pk"]).defer("file").select_related("question")
        row["answers"] = {answer.question.label: answer.value for answer in answers}
        come = Attendance.objects.filter(registration=row["pk"])
        row["attendances"] = list(come.values("position", "at", "undone_at"))
        row["guests"] = list(Guest.objects.filter(registration=row["pk"]).values("position", "name", "email"))
    named = list(Guest.objects.filter(email=email).order_by("pk").values(*NAMED))
    told = {"registrations": held, "named_as_guest": named}
    return {key: rows for key, rows in told.items() if rows}


def erase(email: str) -> list[str]:
    """Registrations that still hold or wait for seats are given back; all lose name, address, institution and note."""
    lines = []
    for mine in Registration.objects.of_person(email).order_by("pk"):
        asked = [] if mine.email else list(Payment.objects.for_purpose(mine))
        registration.forget(mine)
        lines += payments.empty(asked)
        words = _("Registration %(number)s: name, address, institution, note and answers removed.")
        lines.append(words % {"number": mine.pk})
    for guest in Guest.objects.filter(email=email).order_by("pk"):
        Guest.objects.filter(pk=guest.pk).update(name="", email="")
        words = _("Seat %(seat)s of registration %(number)s: name and address removed.")
        lines.append(words % {"seat": guest.position, "number": guest.registration_id})
    return lines


def addresses() -> set[str]:
    """Keys of the guests without a mailbox, so that a restored backup loses them again."""
    return {guest.person_key for guest in Registration.objects.filter(email="").only("email", "submission")}
