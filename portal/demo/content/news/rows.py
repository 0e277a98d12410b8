"""Constructors that give every news item the same keys; the package docstring lists them."""

CREDIT = "Illustration: Kompetenzverbund Life Sciences.Ruhr"


def paragraph(text):
    return {"type": "paragraph", "text": text}


def quote(text, person, attribution):
    return {"type": "quote", "text": text, "person": person, "attribution": attribution}


def links(*items):
    return {"type": "links", "items": [{"label": label, "url": url} for label, url in items]}


def news(slug, kind, when, author, german, english, picture, alt, **more):
    """`when` is an offset in days or an ISO date; `german` and `english` are (title, teaser, body)."""
    historic = isinstance(when, str)
    row = {
        "slug": slug,
        "kind": kind,
        "days": None if historic else when,
        "date": when if historic else None,
        "author": author,
        "title_de": german[0],
        "teaser_de": german[1],
        "body_de": german[2],
        "title_en": english[0],
        "teaser_en": english[1],
        "body_en": english[2],
        "picture": picture,
        "alt_de": alt[0],
        "alt_en": alt[1],
        "credit": CREDIT,
        "source": None,
        "source_date": None,
        "institutions": [],
        "events": [],
        "projects": [],
    }
    return {**row, **more}
