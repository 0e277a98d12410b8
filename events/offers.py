"""Verbs of the waiting list: an offered seat is accepted by its guest, or staff decide out of turn."""

from django.db import transaction
from wagtail.log_actions import log

from events import letters, registration, seats
from events.models import Registration
from events.refusals import NoRoom, NotPossible, OfferIsOver, ReasonMissing
from portal import clock
from portal.letters import outbox


def accept(mine: Registration, *, now=None) -> Registration:
    """Take the offered seats: confirmed, or held until the fee is paid. Accepting twice is quiet.

    Raises OfferIsOver; what has lapsed by then stays lapsed and has gone to the next in line.
    """
    mine = _accept(mine, now=now)
    if not mine.is_holding:
        raise OfferIsOver
    return mine


@transaction.atomic
def promote_out_of_turn(mine: Registration, *, by, reason: str, now=None) -> Registration:
    """Staff let somebody overtake, for a stated reason that the log keeps. Raises NoRoom, NotPossible."""
    if not reason.strip():
        raise ReasonMissing
    event, mine = registration.locked(mine)
    now = now or clock.now()
    registration.catch_up(event, now)
    mine.refresh_from_db(fields=["state"])
    if not mine.is_waiting or event.is_cancelled or event.is_past(now):
        raise NotPossible
    if not seats.fits(event, mine):
        raise NoRoom
    log(mine, "events.promote_out_of_turn", user=by, timestamp=now, data={"reason": reason.strip()})
    seats.hand_out(event, mine, now=now, by=by)
    return mine


@transaction.atomic
def _accept(mine: Registration, *, now) -> Registration:
    event, mine = registration.locked(mine)
    now = now or clock.now()
    registration.catch_up(event, now)
    mine.refresh_from_db(fields=["state"])
    if mine.is_offered:
        seats.admit(event, mine, now=now)
        outbox.post(letters.FIRST[mine.state], mine)
    return mine
