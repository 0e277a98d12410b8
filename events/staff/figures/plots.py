"""Numbers as drawings: the geometry of plain SVG, for a template to draw. Units are those of the viewBox."""

from dataclasses import dataclass

from events.staff.figures.statistics import Series

WIDTH, HEIGHT = 720, 220
LEFT, BOTTOM, TOP = 40, 24, 12
BARS_WIDTH, LABEL, ROW, VALUE = 560, 260, 30, 60
MOST_LABELS = 6


@dataclass(frozen=True)
class Mark:
    """A column or a bar with its words."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: int
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


def top_of(most: int) -> int:
    """The end of the scale: 1, 2, 5, 10, 20, 50 …"""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if most <= factor * step:
                return factor * step
        step *= 10


def _columns(series: Series) -> Plot:
    top = top_of(max((seats for _label, seats in series.points), default=1) or 1)
    room, ground = WIDTH - LEFT, HEIGHT - BOTTOM
    each = room / max(len(series.points), 1)
    every = -(-len(series.points) // MOST_LABELS) or 1
    marks = []
    for place, (label, seats) in enumerate(series.points):
        height = (ground - TOP) * seats / top
        at, wide = LEFT + place * each, min(max(each * 0.8, 1), 48)
        mark = Mark(_round(at), _round(ground - height), _round(wide), _round(height), label, seats, place % every == 0)
        marks.append(mark)
    lines = [
        (_round(ground - (ground - TOP) * part), round(top * part)) for part in (0, 0.5, 1) if top > 1 or part != 0.5
    ]
    return Plot(series, WIDTH, HEIGHT, marks, lines)


def _bars(series: Series) -> Plot:
    most = max((seats for _label, seats in series.points), default=1) or 1
    room = BARS_WIDTH - LABEL - VALUE
    marks = [
        Mark(LABEL, place * ROW + 5, _round(room * seats / most), ROW - 10, label, seats)
        for place, (label, seats) in enumerate(series.points)
    ]
    return Plot(series, BARS_WIDTH, max(len(marks), 1) * ROW, marks, [])


def _round(number: float) -> float:
    return round(number, 1)
