"""What coaching holds about a person. Start-up and hours stay: they are owed to the funder and the aid register."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.coaching.booking import retention
from events.coaching.booking import verbs as booking
from events.coaching.models import Booking, Coach
from portal.language.mailbox import same_mailbox
from portal.retention import Kept, Stays

TOLD = ("pk", "slot__starts_at", "slot__coach__person__last_name", "state", "name", "email", "startup", "language")
TOLD += ("about", "stage", "goal", "minutes", "outcome", "reached", "reached_note", "consent_version", "created_at")

PARTS = {"coaching": gettext_lazy("Coaching"), "coach": gettext_lazy("Entry as a coach")}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Coaching: name, email address, what it is about, confidential notes"),
            _("to prepare the meeting; only coach and client read the notes"),
            _("your consent, Art. 6(1)(a) GDPR"),
            _("%(days)d days after the meeting") % {"days": retention.KEEP.days},
        )
    ]


def export(email: str) -> dict:
    """The bookings with all notes of both sides, and a coach's own entry."""
    held = {}
    rows = Booking.objects.filter(email=same_mailbox(email)).order_by("pk")
    if bookings := [_told(row) for row in rows.values(*TOLD)]:
        held["coaching"] = bookings
    if coach := _coaches(email).first():
        held["coach"] = {
            "bio_de": coach.bio_de,
            "bio_en": coach.bio_en,
            "languages": coach.languages,
            "topics": [topic.name for topic in coach.topics.all()],
            "calendar_address": coach.calendar_address,
            "calendar_unread": coach.calendar_unread,
            "slots": coach.slots.count(),
        }
    return held


def erase(email: str) -> list[str]:
    """Bookings to come are given back; all lose name, address, questionnaire and notes. A coach is hidden."""
    lines = []
    for mine in Booking.objects.filter(email=same_mailbox(email)).order_by("pk"):
        booking.forget(mine)
        number = {"number": mine.pk}
        lines.append(_("Coaching %(number)s: name, address, questionnaire and notes removed.") % number)
        if mine.account_id:
            words = _("Coaching %(number)s: start-up and minutes stay as evidence of the aid; they name nobody.")
            lines.append(Stays(words % number))
    for coach in _coaches(email):
        coach.bio_de = coach.bio_en = coach.calendar_address = ""
        coach.is_visible, coach.user, coach.calendar_unread = False, None, []
        coach.save()
        coach.busy_times.all().delete()
        lines.append(_("Coach %(number)s: hidden, description and calendar address removed.") % {"number": coach.pk})
    return lines


def _told(row: dict) -> dict:
    notes = Booking.objects.get(pk=row["pk"]).notes.values("author", "text", "written_at")
    return row | {"coach": row.pop("slot__coach__person__last_name"), "notes": list(notes)}


def _coaches(email: str):
    mine = Q(user__email=email) | Q(person__email=email)
    return Coach.objects.filter(mine).distinct().order_by("pk")
