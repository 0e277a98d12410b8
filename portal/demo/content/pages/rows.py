"""Constructors that give every page and block the same keys; the package docstring lists them."""


def paragraph(text):
    return {"type": "paragraph", "text": text}


def heading(text):
    return {"type": "heading", "text": text}


def bullets(*items):
    return {"type": "list", "items": list(items)}


def page(slug, slug_en, german, english, place="footer", parent=None, picture=None):
    """`german` and `english` are (title, lead, blocks)."""
    return {
        "slug": slug,
        "slug_en": slug_en,
        "title_de": german[0],
        "lead_de": german[1],
        "body_de": german[2],
        "title_en": english[0],
        "lead_en": english[1],
        "body_en": english[2],
        "place": place,
        "parent": parent,
        "picture": picture,
    }
