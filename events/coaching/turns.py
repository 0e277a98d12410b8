"""When the clock alone makes something else of what a page shows: a slot opens, closes, begins, ends."""

from datetime import datetime

from portal.database import replica

_SLOT = """
    select min(moment) from coaching_slot,
           lateral (values (starts_at), (ends_at), (starts_at - lead_hours * interval '1 hour'),
                           (starts_at - horizon_days * interval '24 hours')) as turn (moment)
     where ends_at > %(now)s and state = 'open' and moment > %(now)s
"""


def _slot(now: datetime) -> datetime | None:
    with replica.connection().cursor() as cursor:
        cursor.execute(_SLOT, {"now": now})
        return cursor.fetchone()[0]


TURNS = {"coaching_slot": _slot}
