"""The calendar page: list, month or archive, whichever the address asks for."""

from urllib.parse import quote, urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.calendar.found import CHOICES, Asked, event_list
from events.calendar.month import month_grid
from portal.language.mailbox import absolute


def events_shown(query) -> dict:
    """Context of the calendar page; `query` is what the address asks for."""
    asked = Asked.from_query(query)
    shown = _with_addresses(month_grid(asked), asked) if asked.view == "month" else event_list(asked)
    return shown | {
        "view": asked.view,
        "segments": _segments(asked),
        "kept": _kept(asked),
        "reset_url": _query(view=asked.view),
        "q": asked.q,
        "kept_by_search": _kept(asked, words=False) + _pairs(_narrowed(asked)),
        "subscribe": subscribe(asked),
    }


def subscribe(asked: Asked) -> dict:
    """Addresses of the feeds and the widget, narrowed like the list."""
    chosen = {name: values for name, values in _chosen(asked).items() if values}
    query = f"?{urlencode(chosen, doseq=True)}" if chosen else ""
    feed, embed, atom = (absolute(reverse(f"events:{name}")) + query for name in ("feed", "widget", "atom"))
    return subscribe_links(feed) | {"embed": embed, "atom": atom}


def subscribe_links(feed: str) -> dict[str, str]:
    """The ways into a calendar for the absolute address of a feed."""
    webcal = "webcal://" + feed.split("://", 1)[1]
    return {
        "feed": feed,
        "webcal": webcal,
        "google": f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        "outlook": f"https://outlook.live.com/calendar/0/addfromweb?url={quote(feed, safe='')}",
    }


def _with_addresses(grid: dict, asked: Asked) -> dict:
    """The ways to other months, with the filters kept."""
    for name in ("previous", "next", "today"):
        month = grid.pop(name)
        grid[f"{name}_url"] = _query(view="month", month=month, **_chosen(asked)) if month else ""
    return grid


def _kept(asked: Asked, *, words: bool = True) -> list[tuple[str, str]]:
    """What the form of filters carries along unseen; the form with the words does not carry them twice."""
    kept = [("view", asked.view)] if asked.view != "list" else []
    if asked.view == "month" and asked.month:
        kept.append(("month", f"{asked.month[0]}-{asked.month[1]:02d}"))
    return kept + ([("q", asked.q)] if words and asked.q else [])


def _segments(asked: Asked) -> list[dict]:
    labels = {"list": _("List"), "month": pgettext("view of the calendar", "Month"), "archive": _("Archive")}
    icons = {"list": "menu", "month": "cal", "archive": "book"}
    return [
        {
            "label": label,
            "url": _query(view=view, **_chosen(asked)),
            "is_current": view == asked.view,
            "icon": icons[view],
        }
        for view, label in labels.items()
    ]


def _chosen(asked: Asked) -> dict[str, list[str]]:
    return _narrowed(asked) | {"q": [asked.q] if asked.q else []}


def _narrowed(asked: Asked) -> dict[str, list[str]]:
    return {name: sorted(asked.chosen.get(name, ())) for name in CHOICES}


def _pairs(chosen: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, values in chosen.items() for value in values]


def _query(view: str, **values) -> str:
    """`?…`; the list is what an address without a query shows."""
    asked = {name: value for name, value in values.items() if value}
    return "?" + urlencode(({"view": view} if view != "list" else {}) | asked, doseq=True)
