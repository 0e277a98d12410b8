"""The region as a map: districts with what stands in them.

`districts.json` holds the outlines of the 53 districts of North Rhine-Westphalia, drawn for a square of 800 units:
x = longitude * cos(51.43°), y = latitude, both rounded to whole units (about 300 m), so that neighbours share their
borders exactly. Source: BKG, VG250 of 2021, simplified; its terms ask for the source note wherever the map is shown.
`core` marks Ruhr and Westphalia: the government districts Arnsberg, Detmold and Münster and the cities and the
district of the Regionalverband Ruhr; `x` and `y` are the point deepest inside the district, for its number.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.region.districts import DISTRICTS
from portal.accounts.models import Institution
from portal.language import folding

FILE = Path(__file__).with_name("districts.json")
# From how many institutions on a district is drawn in which depth of colour.
DEPTHS = ((6, 3), (3, 2), (1, 1), (0, 0))


@dataclass(frozen=True)
class Layer:
    """What an app above counts by district: `counts()` by AGS, `address()` of its list, `said(n)` in words."""

    counts: Callable[[], dict[str, int]]
    address: Callable[[], str]
    said: Callable[[int], str]


LAYERS: dict[str, Layer] = {}


def count_also(name: str, layer: Layer) -> None:
    """Called by apps above when they are ready."""
    LAYERS[name] = layer


def region_map(*, address: str, institutions: dict[str, int] | None = None, chosen=(), kept=()) -> dict:
    """As components/region_map.html wants it. A fixed number of queries, however many districts have something.

    `address` is the directory's (none: no links to it), `institutions` counts that are known already,
    `chosen` the districts that the reader looks at, `kept` (name, value) pairs that links to the directory keep.
    """
    counts = _institutions() if institutions is None else institutions
    layers = [(name, layer.counts(), layer.address(), layer.said) for name, layer in LAYERS.items()]
    drawn, shapes = _drawn(), []
    for shape in drawn["districts"]:
        ags, number = shape["ags"], counts.get(shape["ags"], 0)
        ways = [_way("institutions", number, _said(number), address, ags, kept)]
        ways += [_way(name, found.get(ags, 0), said(found.get(ags, 0)), url, ags) for name, found, url, said in layers]
        shapes.append(_shape(shape, number, [way for way in ways if way], ags in chosen))
    return {
        "width": drawn["width"],
        "height": drawn["height"],
        # Links are drawn last: they lie above their neighbours and keep their borders whole.
        "still": [shape for shape in shapes if not shape["url"]],
        "links": [shape for shape in shapes if shape["url"]],
        "rows": sorted((shape for shape in shapes if shape["ways"]), key=lambda shape: folding.fold(shape["name"])),
        "source": f"{drawn['source']} {_('(data changed)')}",
    }


def _shape(shape: dict, number: int, ways: list[dict], is_chosen: bool) -> dict:
    name = DISTRICTS[shape["ags"]]
    return {
        **shape,
        "name": name,
        "number": number,
        "depth": next(depth for least, depth in DEPTHS if number >= least),
        "ways": ways,
        "url": ways[0]["url"] if ways else "",
        "label": f"{name}: {', '.join(way['label'] for way in ways)}",
        "is_chosen": is_chosen,
    }


def _way(name: str, number: int, label: str, address: str, ags: str, kept=()) -> dict | None:
    if not number or not address:
        return None
    query = urlencode([*kept, ("district", ags)])
    return {"name": name, "count": number, "label": label, "url": f"{address}?{query}"}


def _said(number: int) -> str:
    return ngettext("%(n)s institution", "%(n)s institutions", number) % {"n": number}


def _institutions() -> dict[str, int]:
    counted = Institution.objects.visible().exclude(district="").order_by().values_list("district")
    return dict(counted.annotate(n=Count("pk")))


@lru_cache(maxsize=1)
def _drawn() -> dict:
    return json.loads(FILE.read_text(encoding="utf-8"))
