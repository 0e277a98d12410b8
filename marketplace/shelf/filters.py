"""The panel beside the list: segments, filters, chips, orders; all of it plain links and one GET form."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from home.found import facets
from home.region.districts import DISTRICTS
from marketplace.kinds import NATURES, Condition, Kind
from marketplace.shelf.counting import MOST_CHOICES
from marketplace.shelf.found import Shelf, Wish
from portal.language import times

KEPT = ("q", "kind", "category", "institution", "city", "condition", "district", "free_from", "free_to", "order")


class FreeForm(forms.Form):
    """Free between two times; shown inside the filters."""

    free_from = forms.CharField(
        label=pgettext_lazy("time", "From"), required=False, widget=forms.DateTimeInput(attrs={"class": "input-sm"})
    )
    free_to = forms.CharField(
        label=pgettext_lazy("time", "To"), required=False, widget=forms.DateTimeInput(attrs={"class": "input-sm"})
    )


def panel(found: Shelf, asked) -> dict:
    """Context for the head and the side of the list."""
    return {
        "segments": _segments(found, asked),
        "groups": _groups(found),
        "chips": _chips(found, asked),
        "orders": _orders(found.wish, asked),
        "kept": [
            *((name, value) for name in ("q", "kind", "order") for value in asked.getlist(name)[:1] if value),
            *(("district", ags) for ags in found.wish.district),
        ],
        "kept_by_search": [(n, v) for n in KEPT if n != "q" for v in asked.getlist(n)[:20] if v],
        "number_of_filters": len(_chips(found, asked)),
        "result": ngettext("%(n)s listing", "%(n)s listings", found.total) % {"n": found.total},
        "show_label": ngettext("Show %(n)s listing", "Show %(n)s listings", found.total) % {"n": found.total},
    }


def address(asked, *, without: tuple[str, str] | None = None, **changes) -> str:
    """The query of this address with changes; a page number never survives."""
    query = asked.copy()
    for name in list(query):
        if name not in KEPT:
            del query[name]
    for name, value in changes.items():
        if value:
            query[name] = value
        else:
            query.pop(name, None)
    if without:
        name, value = without
        query.setlist(name, [other for other in query.getlist(name) if other != value])
    return "?" + query.urlencode()


def _segments(found: Shelf, asked) -> list[dict]:
    counts = {choice.value: choice.count for choice in found.choices["kind"]}
    everything = {
        "label": _("All"),
        "url": address(asked, kind=""),
        "is_current": not found.wish.kind,
        "count": found.everything,
    }
    kinds = [
        {
            "label": str(nature.plural),
            "url": address(asked, kind=kind.value),
            "is_current": found.wish.kind == kind,
            "count": counts.get(kind.value, 0),
            "icon": nature.icon,
        }
        for kind, nature in NATURES.items()
    ]
    return [everything, *kinds]


def _groups(found: Shelf) -> list[dict]:
    wish = found.wish
    begin, end = wish.free_typed if wish.free_problem else (_input(wish.free_from), _input(wish.free_to))
    free = FreeForm(initial={"free_from": begin, "free_to": end}, auto_id="id_%s")
    condition = [(c.value, Condition(c.value).label, c.count) for c in found.choices["condition"]]

    def more(facet: str) -> dict:
        is_cut = len(found.choices[facet]) >= MOST_CHOICES
        return {"hint": _("The most frequent ones. Another one is found by its name, in the search.")} if is_cut else {}

    groups = [
        {
            "label": _("Free between"),
            "fields": list(free),
            "open": True,
            "problem": wish.free_problem,
            "hint": _("Shows only what can be booked at that time, and by you if you are logged in."),
        },
        facets.group(_("Category"), "category", _rows(found, "category"), wish.category, open_=True),
        facets.group(_("Institution"), "institution", _rows(found, "institution"), wish.institution)
        | more("institution"),
        facets.group(_("Location"), "city", _rows(found, "city"), wish.city) | more("city"),
        facets.group(_("Condition"), "condition", condition, wish.condition),
    ]
    return [group for group in groups if group.get("options") or group.get("fields")]


def _rows(found: Shelf, facet: str) -> list[tuple[str, str, int]]:
    """The values with their counts; one that is set stays visible even if the other filters empty it."""
    rows = [(choice.value, choice.label, choice.count) for choice in found.choices[facet]]
    known = {value for value, _label, _count in rows}
    return rows + [(value, value, 0) for value in getattr(found.wish, facet) if value not in known]


def _chips(found: Shelf, asked) -> list[dict]:
    wish, chips = found.wish, []
    if wish.q:
        chips.append({"label": _("“%(words)s”") % {"words": wish.q}, "url": address(asked, q="")})
    if wish.kind:
        chips.append({"label": str(Kind(wish.kind).nature.plural), "url": address(asked, kind="")})
    for facet in ("category", "institution", "city"):
        labels = {choice.value: choice.label for choice in found.choices[facet]}
        for value in getattr(wish, facet):
            chips.append({"label": labels.get(value, value), "url": address(asked, without=(facet, value))})
    for ags in wish.district:
        chips.append({"label": DISTRICTS[ags], "url": address(asked, without=("district", ags))})
    for value in wish.condition:
        chips.append({"label": str(Condition(value).label), "url": address(asked, without=("condition", value))})
    if wish.free_from:
        label = times.short_span(wish.free_from, wish.free_to)
        chips.append({"label": label, "url": address(asked, free_from="", free_to="")})
    return chips


def _orders(wish: Wish, asked) -> list[dict]:
    names = {"newest": _("Newest first"), "price": _("Lowest price first")}
    if wish.q:
        names = {"relevance": _("Best match first"), **names}
    return [
        {"value": value, "label": label, "is_current": wish.order == value, "url": address(asked, order=value)}
        for value, label in names.items()
    ]


def _input(instant) -> str:
    return f"{timezone.localtime(instant):%Y-%m-%dT%H:%M}" if instant else ""
