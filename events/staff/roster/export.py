"""Registrations of an event as rows of a spreadsheet, with the answers to its questions."""

from collections.abc import Iterator

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import Answer, Event, Guest, Question, Registration
from events.permissions import answers_for
from portal.rights import Right

# So many registrations are in memory at a time.
CHUNK = 500


def rows(event: Event, found, *, user) -> Iterator[list]:
    """The heading first. Answers of special categories only for those with the right to read them."""
    questions = list(event.questions.all())
    if not Right.READ_SPECIAL.held_by(user):
        questions = [question for question in questions if not question.is_special_category]
    yield [*_heading(), *(question.label for question in questions)]
    for registration in _loaded(found, user):
        yield [*_facts(registration), *_answers(registration, questions)]


def _loaded(found, user):
    answers = answers_for(user, Answer.objects.defer("file").select_related("question"))
    named = Guest.objects.order_by("position")
    return (
        found.select_related("ticket_type", "voucher")
        .prefetch_related(Prefetch("answers", answers), Prefetch("guests", named), "session_seats__session")
        .iterator(chunk_size=CHUNK)
    )


def _heading() -> list[str]:
    heading = [_("Number"), _("State"), _("Name"), _("Email address"), _("Phone"), _("Institution"), _("Target group")]
    heading += [
        _("Seats"),
        _("Further guests"),
        _("Ticket"),
        _("Voucher"),
        _("Parts of the agenda"),
        _("Total"),
        _("Note"),
    ]
    return [*heading, _("Language"), _("Registered")]


def _facts(registration: Registration) -> list:
    guests = [", ".join(filter(None, [guest.name, guest.email])) for guest in registration.guests.all()]
    return [
        registration.pk,
        registration.get_state_display(),
        registration.name,
        "" if registration.is_erased else registration.email,
        registration.phone,
        registration.institution,
        registration.get_target_group_display(),
        registration.seats,
        "\n".join(filter(None, guests)),
        registration.ticket_type or "",
        registration.voucher or "",
        "\n".join(seat.session.title for seat in registration.session_seats.all()),
        registration.amount,
        registration.note,
        registration.get_language_display(),
        f"{timezone.localtime(registration.created_at):%Y-%m-%d %H:%M}",
    ]


def _answers(registration: Registration, questions: list[Question]) -> list[str]:
    told = {answer.question_id: answer.told for answer in registration.answers.all()}
    return [told.get(question.pk, "") for question in questions]
