"""Constructors that give every listing the same keys; the package docstring lists them."""

EVERYONE = ["academic", "industry", "startup"]
WEEKDAYS = {"days": [0, 1, 2, 3, 4], "from": "08:00", "to": "18:00"}

BLANK = {
    "demo_key": None,
    # Each (motif, seed), what it shows in German and in English; the first one stands on all lists.
    "photos": [],
    "project": None,
    "year": None,
    "condition": None,
    "biosafety": None,
    "access": EVERYONE,
    "approval": None,
    "briefing": False,
    "opening": None,
    "min_hours": None,
    "max_hours": None,
    "lead_days": 0,
    "hourly": None,
    "daily": None,
    "price": None,
    "unit": None,
    "negotiable": False,
    "register": None,
    "facets": {},
    "loan_max_months": None,
    "papers": None,
    "status": "released",
    "sent_back_reason_de": None,
    "sent_back_reason_en": None,
    "listed_days": None,
    "expires_days": None,
}


def _listing(kind, slug, category, institution, contact, city, german, english, **more):
    """`german` and `english` are (title, description); English may be None, then the marked fallback shows."""
    english = english or (None, None)
    return {
        **BLANK,
        "slug": slug,
        "kind": kind,
        "category": category,
        "institution": institution,
        "contact": contact,
        "city": city,
        "title_de": german[0],
        "title_en": english[0],
        "description_de": german[1],
        "description_en": english[1],
        **more,
    }


def device(slug, category, institution, contact, city, german, english, **more):
    """Something that stays where it is and is booked for hours or days."""
    usual = {
        "approval": "request",
        "briefing": True,
        "opening": WEEKDAYS,
        "min_hours": 1,
        "max_hours": 8,
        "lead_days": 2,
    }
    return _listing("device", slug, category, institution, contact, city, german, english, **{**usual, **more})


def service(slug, category, institution, contact, city, german, english, **more):
    """Work done by the provider; the price is per `unit` and a request precedes every job."""
    usual = {"approval": "request", "lead_days": 5}
    return _listing("service", slug, category, institution, contact, city, german, english, **{**usual, **more})


def space(slug, category, institution, contact, city, german, english, **more):
    """A room or bench, taken by the day or the month."""
    usual = {"approval": "request", "opening": WEEKDAYS, "min_hours": 8, "lead_days": 5}
    return _listing("space", slug, category, institution, contact, city, german, english, **{**usual, **more})


def papers(
    inventory,
    book_value,
    market_value,
    source,
    *,
    not_needed=True,
    data_erased=None,
    tied_until_days=None,
):
    """Release papers: amounts in euros as strings, `data_erased` None where the thing stores no data,
    `tied_until_days` the offset up to which a grant forbids sale and gift (None: no tie)."""
    return {
        "inventory_number": inventory,
        "book_value": book_value,
        "market_value": market_value,
        "market_value_source": source,
        "not_needed": not_needed,
        "data_erased": data_erased,
        "tied_until_days": tied_until_days,
    }


def sale(slug, category, institution, contact, city, german, english, **more):
    """Sold once, for `price` in euros including nothing but the thing itself."""
    usual = {"unit": "piece", "condition": "used_checked", "expires_days": 60}
    return _listing("sale", slug, category, institution, contact, city, german, english, **{**usual, **more})


def loan(slug, category, institution, contact, city, german, english, **more):
    """Lent without charge for at most `loan_max_months`."""
    usual = {
        "unit": "piece",
        "condition": "used_checked",
        "loan_max_months": 6,
        "approval": "request",
        "expires_days": 90,
    }
    return _listing("loan", slug, category, institution, contact, city, german, english, **{**usual, **more})


def gift(slug, category, institution, contact, city, german, english, **more):
    """Given away once; whoever takes it fetches it."""
    usual = {"unit": "piece", "condition": "used", "expires_days": 45}
    return _listing("gift", slug, category, institution, contact, city, german, english, **{**usual, **more})
