"""Who comes too late hears it before they queue for the lock: most of those who want the same thing at once.

Nothing else is decided here, and nothing in doubt: what may lapse frees its pieces, and a form that was sent before
has its order.
"""

from contextlib import suppress
from datetime import datetime

from django.db import connection
from django.utils import timezone

from marketplace.audiences import may_order
from marketplace.availability import verdict
from marketplace.availability.periods import PeriodRefused
from marketplace.models import Listing
from marketplace.orders.request import OrderRequest
from marketplace.refusals import NotSoMany, Taken
from marketplace.states import OrderState

# One question in words of the database: asked by everybody who comes, so that even building it would count.
FREE = """
    select l.quantity - (select count(distinct piece) from marketplace_hold
                          where resource_id = l.resource_id and period && %(period)s and piece <= l.quantity)
      from marketplace_listing l
     where l.id = %(listing)s
       and not exists (select from marketplace_order where listing_id = l.id and submission = %(submission)s)
       and not exists (select from marketplace_order o join marketplace_listing other on other.id = o.listing_id
                        where other.resource_id = l.resource_id
                          and o.state = any(%(waiting)s) and o.decide_by <= %(now)s)
"""
WAITING = sorted(OrderState.WAITING)


def turn_away(listing: Listing, asked: OrderRequest, *, now: datetime) -> None:
    """Raises Taken, of several pieces NotSoMany."""
    is_had = listing.is_current_on(timezone.localdate(now)) and may_order(listing, asked.institution)
    if not (listing.nature.exclusive and is_had):
        return
    with suppress(PeriodRefused):
        period = verdict.period_of(listing, asked.start, asked.end, now=now)
        said = {"listing": listing.pk, "period": period, "submission": asked.submission}
        with connection.cursor() as cursor:
            cursor.execute(FREE, said | {"waiting": WAITING, "now": now})
            free = cursor.fetchone()
        if free and free[0] < asked.quantity:
            raise Taken if asked.quantity == 1 else NotSoMany
