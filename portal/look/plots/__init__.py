"""Numbers as drawings: the geometry of plain SVG, for a template to draw. Units are those of the viewBox."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format

WIDTH, HEIGHT = 720, 220
LEFT, BOTTOM, TOP = 56, 24, 12
BARS_WIDTH, LABEL, ROW, VALUE = 560, 260, 30, 90
MOST_LABELS = 6


@dataclass(frozen=True)
class Series:
    """`points` are (label, number), none below nothing; `is_time`: they follow each other. `measure` heads the numbers,
    which `says` writes; `ways` are the addresses of the rows behind each point, where there are any.
    """

    title: str
    heading: str
    points: list[tuple[str, int | Decimal]]
    is_time: bool = False
    measure: str = ""
    says: Callable[..., str] = number_format
    ways: tuple[str, ...] = ()

    @property
    def total(self):
        return sum(number for _label, number in self.points)

    @property
    def told_total(self) -> str:
        return self.says(self.total)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Label, number as text, address or nothing."""
        ways = self.ways or ("",) * len(self.points)
        return [(label, self.says(number), way) for (label, number), way in zip(self.points, ways, strict=True)]


@dataclass(frozen=True)
class Mark:
    """A column or a bar with its words."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: str
    shows_label: bool = True

    @property
    def end(self) -> float:
        return round(self.x + self.width, 1)


@dataclass(frozen=True)
class Plot:
    """`lines` are (y, number) of the grid."""

    series: Series
    width: int
    height: int
    marks: list[Mark]
    lines: list[tuple[float, int]]


def drawn(series: Series) -> Plot:
    return _columns(series) if series.is_time else _bars(series)


def top_of(most: float) -> int:
    """The end of the scale: 1, 2, 5, 10, 20, 50 …"""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if most <= factor * step:
                return factor * step
        step *= 10


def _columns(series: Series) -> Plot:
    top = top_of(_most(series))
    room, ground = WIDTH - LEFT, HEIGHT - BOTTOM
    each = room / max(len(series.points), 1)
    every = -(-len(series.points) // MOST_LABELS) or 1
    marks = []
    for place, (label, number) in enumerate(series.points):
        height = (ground - TOP) * float(number) / top
        at, wide = LEFT + place * each, min(max(each * 0.8, 1), 48)
        sides = map(_round, (at, ground - height, wide, height))
        marks.append(Mark(*sides, label, series.says(number), place % every == 0))
    lines = [
        (_round(ground - (ground - TOP) * part), round(top * part)) for part in (0, 0.5, 1) if top > 1 or part != 0.5
    ]
    return Plot(series, WIDTH, HEIGHT, marks, lines)


def _bars(series: Series) -> Plot:
    most = _most(series)
    room = BARS_WIDTH - LABEL - VALUE
    marks = [
        Mark(LABEL, place * ROW + 5, _round(room * float(number) / most), ROW - 10, label, series.says(number))
        for place, (label, number) in enumerate(series.points)
    ]
    return Plot(series, BARS_WIDTH, max(len(marks), 1) * ROW, marks, [])


def _most(series: Series) -> float:
    return float(max((number for _label, number in series.points), default=1) or 1)


def _round(number: float) -> float:
    return round(number, 1)
