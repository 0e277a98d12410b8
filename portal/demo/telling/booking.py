"""What some events ask and sell beside a seat, told before their guests register."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from events.models import Event, Question, SubSession, TicketType, Voucher
from events.registration import verbs as registration
from portal.demo.content.events import extras


def tell_extras(slug: str, event: Event) -> None:
    for place, row in enumerate(extras.TICKETS.get(slug, [])):
        TicketType.objects.create(event=event, sort_order=place, **row | {"fee": Decimal(row["fee"])})
    for row in extras.VOUCHERS.get(slug, []):
        Voucher.objects.create(event=event, **row)
    for row in extras.SESSIONS.get(slug, []):
        _tell_session(event, **row)
    if slug in extras.PARTICIPANTS:
        event.participants_until = timezone.localdate(event.ends_at) + timedelta(days=extras.PARTICIPANTS[slug])
        event.save(update_fields=["participants_until"])
    asked: list[Question] = []
    for place, row in enumerate(extras.QUESTIONS.get(slug, [])):
        above = {"shown_if": asked[row["shown_if"]]} if "shown_if" in row else {}
        asked.append(Question.objects.create(event=event, sort_order=place, **row | above))


def _tell_session(event: Event, *, hour: float, length: float, **facts) -> None:
    starts_at = event.starts_at + timedelta(hours=hour)
    SubSession.objects.create(event=event, starts_at=starts_at, ends_at=starts_at + timedelta(hours=length), **facts)


def choices_of(event: Event, guest: dict, place: int) -> dict:
    """What the guest at this place of the line takes beside a seat, for the `Signup`."""
    said = {"listed": place % 3 != 2}
    if tickets := [one for one in event.ticket_types.all() if not one.members_only]:
        fits = [one for one in tickets if not one.target_groups or guest["target_group"] in one.target_groups]
        said["ticket_type"] = fits[place % len(fits)]
    if sessions := list(event.sessions.all()):
        said["sessions"] = sessions[place % len(sessions) :][:1]
    if questions := list(event.questions.all()):
        stays = place % 3 != 0
        said["answers"] = {questions[0]: "Ja" if stays else "Nein"}
        if stays and place % 2:
            said["answers"][questions[1]] = ["vegetarisch"]
    return said


def tell_offer(slug: str, event: Event, *, now) -> None:
    """The earliest guest cancels some hours ago."""
    if slug in extras.OFFERS:
        earliest = event.registrations.holding().order_by("created_at").first()
        registration.cancel(earliest, now=now - timedelta(hours=5))
