"""Where to look when nothing was found: the drawers of the shelf, the nearest one first."""

from difflib import SequenceMatcher
from urllib.parse import urlencode

from marketplace.models import Category, Listing
from portal.caching.remember import remembered
from portal.language.folding import fold

MOST = 8


def categories(asked: str, address: str) -> list[dict]:
    """label and url of the categories that have something to show, at most eight."""
    wanted = fold(asked)

    def distance(one: Category) -> float:
        return -max(_likeness(wanted, name) for name in (one.name_de, one.name_en))

    rows = sorted(remembered("shelf.drawers", _filled), key=distance)
    return [{"label": one.name, "url": f"{address}?{urlencode({'category': one.slug})}"} for one in rows[:MOST]]


def _filled() -> list[Category]:
    return list(Category.objects.filter(pk__in=Listing.objects.current().shown_to().values("category")))


def _likeness(wanted: str, name: str) -> float:
    """Of the most alike of the words: `Mikroskopieren` lies beside Mikroskopie."""
    words = wanted.split() or [""]
    return max(SequenceMatcher(None, word, part).ratio() for word in words for part in fold(name).split() or [""])
