"""Listings of the marketplace: 40 devices, 12 services, 8 spaces, 18 sales, 8 loans and 9 gifts.

Keys of every row (missing facts are None):
slug, kind (device, service, space, sale, loan, gift), category (slug), institution (slug), contact (person's slug),
city, title_de, title_en, description_de, description_en (English None shows the marked fallback to German),
demo_key (device, service, sale, loan, gift: one canonical row each), project (slug of the project that pays),
year (built), condition (like_new, used_checked, used, parts), biosafety (level 1-3), access (academic, industry,
startup), approval (instant, request), briefing (bool), opening ({days: weekday numbers, from, to}), min_hours,
max_hours, lead_days, hourly, daily, price (euro strings), unit (sample, run, day, hour, project, month, m2_month,
piece), negotiable (bool), register (bioprocess, analytics), facets ({facet slug: [value slugs]}), loan_max_months,
papers (inventory_number, book_value, market_value, market_value_source, not_needed, data_erased, tied_until_days,
decontaminated_days), status (released, awaiting, sent_back, expired, withdrawn, draft),
sent_back_reason_de, sent_back_reason_en, listed_days (when it was submitted), expires_days (when it ends; past where
status is expired).
"""

from portal.demo.content.listings.analytics import ANALYTICS_DEVICES
from portal.demo.content.listings.bioprocess import BIOPROCESS_DEVICES
from portal.demo.content.listings.gifts import GIFTS
from portal.demo.content.listings.imaging import IMAGING_DEVICES
from portal.demo.content.listings.loans import LOANS
from portal.demo.content.listings.sales import SALES
from portal.demo.content.listings.services import SERVICES
from portal.demo.content.listings.spaces import SPACES

_ROWS = [
    *BIOPROCESS_DEVICES,
    *ANALYTICS_DEVICES,
    *IMAGING_DEVICES,
    *SERVICES,
    *SPACES,
    *SALES,
    *LOANS,
    *GIFTS,
]

_FIRST_LISTED = {"device": -330, "service": -290, "space": -270, "sale": -44, "loan": -58, "gift": -30}


def _dated(index: int, row: dict) -> dict:
    """The row with the day it was listed, spread over some weeks, and papers that were settled before."""
    listed = row["listed_days"]
    if listed is None:
        listed = _FIRST_LISTED.get(row["kind"], -60) + index * 7 % 26
    papers = row["papers"] and {**row["papers"], "decontaminated_days": listed - 6}
    return {**row, "listed_days": listed, "papers": papers}


LISTINGS = [_dated(index, row) for index, row in enumerate(_ROWS)]
