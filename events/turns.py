"""When the clock alone makes something else of what a page shows: it is kept no longer than until then."""

from datetime import datetime

from portal.database import replica

# Of what is not over: it begins, ends, opens, closes.
_EVENT = """
    select min(moment) from events_event,
           lateral (values (starts_at), (ends_at), (registration_opens_at), (registration_closes_at), (cancel_until))
                as turn (moment)
     where ends_at > %(now)s and moment > %(now)s
"""
_TICKET = """
    select min(moment) from events_tickettype t join events_event e on e.id = t.event_id,
           lateral (values (sale_from), (sale_until)) as turn (moment)
     where e.ends_at > %(now)s and moment > %(now)s
"""


def _asked(question: str):
    def turn(now: datetime) -> datetime | None:
        with replica.connection().cursor() as cursor:
            cursor.execute(question, {"now": now})
            return cursor.fetchone()[0]

    return turn


TURNS = {"events_event": _asked(_EVENT), "events_tickettype": _asked(_TICKET)}
