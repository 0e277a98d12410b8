"""Filters beside a list, in the shape that components/facets.html wants."""


def group(label, name: str, rows, chosen, *, kind: str = "checkbox", open_: bool = False) -> dict:
    """`rows` are (value, label, count); `chosen` are the values that are set."""
    options = [
        {"value": value, "label": text, "count": count, "checked": str(value) in chosen} for value, text, count in rows
    ]
    return {
        "label": label,
        "name": name,
        "type": kind,
        "options": options,
        "open": open_ or any(option["checked"] for option in options),
    }
