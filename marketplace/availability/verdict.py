"""The one answer to "what is free?" and "what can be ordered?": grid, lists and the verbs of orders all ask here."""

from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from marketplace.availability import holding, periods
from marketplace.models import Listing
from marketplace.refusals import NotSoMany, Taken


def of(
    listing: Listing,
    start: datetime | None,
    end: datetime | None,
    *,
    now: datetime,
    wanted: int = 1,
    held: holding.Held | None = None,
) -> tuple[DateTimeTZRange | None, list[int]]:
    """The period and the pieces that an order of `wanted` for this time takes; none of what binds nobody.

    `held` is what is known to be taken; None: asks the database, which counts under the listing's lock alone. Raises a
    `PeriodRefused`, or Taken, of several pieces NotSoMany.
    """
    period = periods.allowed(listing, start, end, now=now)
    if not listing.nature.exclusive:
        return period, []
    pieces = holding.free_pieces(listing, period, wanted, held=held)
    if not pieces:
        raise Taken if wanted == 1 else NotSoMany
    return period, pieces


def period_of(
    listing: Listing, start: datetime | None, end: datetime | None, *, now: datetime
) -> DateTimeTZRange | None:
    """The period alone, for a proposal: its pieces are asked for when it is held. Raises a `PeriodRefused`."""
    return periods.allowed(listing, start, end, now=now)
