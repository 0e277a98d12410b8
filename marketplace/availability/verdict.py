"""The one answer to "what is free?" and "what can be ordered?": grid, lists and the verbs of orders all ask here."""

from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from marketplace.availability import holding, periods
from marketplace.models import Listing
from marketplace.refusals import Taken


def of(
    listing: Listing,
    start: datetime | None,
    end: datetime | None,
    *,
    now: datetime,
    held: holding.Held | None = None,
) -> tuple[DateTimeTZRange | None, int]:
    """The period and the piece that an order for this time takes.

    `held` is what is known to be taken; None: asks the database, which counts under the listing's lock alone. Raises a
    `PeriodRefused`, or Taken.
    """
    period = periods.allowed(listing, start, end, now=now)
    if not listing.nature.exclusive:
        return period, 1
    piece = holding.free_piece(listing, period, held=held)
    if piece is None:
        raise Taken
    return period, piece


def period_of(
    listing: Listing, start: datetime | None, end: datetime | None, *, now: datetime
) -> DateTimeTZRange | None:
    """The period alone, for a proposal: its piece is asked for when it is held. Raises a `PeriodRefused`."""
    return periods.allowed(listing, start, end, now=now)
