"""Cells, the double helix and networks."""

import math

from tests.pencil.canvas import mix, scatter


def cells(canvas):
    """Living cells of several sizes, one of them dividing."""
    theme, rng = canvas.theme, canvas.rng
    canvas.backdrop()
    for x, y, r in scatter(rng, 26, (0, 0, 1600, 1000), 30, (8, 20)):
        canvas.circle(x, y, r, theme.mid, 90)
    placed = scatter(rng, 15, (60, 40, 1540, 960), 22, (80, 190))
    placed.sort(key=lambda cell: cell[2])
    for index, (x, y, r) in enumerate(placed):
        colour = (theme.main, theme.mid, theme.accent, theme.main, theme.second)[index % 5]
        _cell(canvas, x, y, r, colour)


def _cell(canvas, x, y, r, colour):
    theme, rng = canvas.theme, canvas.rng
    pale = mix(colour, theme.ground, 0.62)
    canvas.blob(x, y, r * 1.12, colour, 46, 0.09, 0.95)
    canvas.blob(x, y, r, pale, 255, 0.08, 0.95)
    for _ in range(11):
        angle, reach = rng.uniform(0, math.tau), rng.uniform(0.45, 0.78) * r
        spot = rng.uniform(0.03, 0.075) * r
        canvas.circle(x + reach * math.cos(angle), y + reach * math.sin(angle), spot, mix(colour, theme.ground, 0.3))
    nx, ny = x + rng.uniform(-0.16, 0.16) * r, y + rng.uniform(-0.16, 0.16) * r
    canvas.blob(nx, ny, r * 0.43, mix(colour, theme.ground, 0.25), 255, 0.06)
    canvas.blob(nx, ny, r * 0.37, colour, 255, 0.06)
    canvas.circle(nx - r * 0.1, ny - r * 0.1, r * 0.11, mix(colour, theme.light, 0.55))


def helix(canvas):
    """A double helix on its way up across the sheet."""
    theme, rng = canvas.theme, canvas.rng
    canvas.backdrop()
    for x, y, r in scatter(rng, 34, (0, 0, 1600, 1000), 26, (5, 15)):
        canvas.circle(x, y, r, theme.mid, 110)
    tilt, phase = -0.30, rng.uniform(0, math.tau)
    pitch, reach = 560, 200

    def spot(t, offset):
        along, across = t - 260, reach * math.sin(t * math.tau / pitch + phase + offset)
        x = along * math.cos(tilt) - across * math.sin(tilt)
        y = 770 + along * math.sin(tilt) + across * math.cos(tilt)
        return x - 10, y, math.cos(t * math.tau / pitch + phase + offset)

    pairs = ((theme.main, theme.accent), (theme.second, theme.mid), (theme.accent, theme.main))
    shapes = []
    for index, t in enumerate(range(0, 2200, 47)):
        (x1, y1, _), (x2, y2, _) = spot(t, 0), spot(t, math.pi)
        middle = ((x1 + x2) / 2, (y1 + y2) / 2)
        one, other = pairs[(index * 7 + index // 3) % 3]
        shapes.append((0, "rung", ((x1, y1), middle, one)))
        shapes.append((0, "rung", ((x2, y2), middle, other)))
    for offset, colour in ((0, theme.main), (math.pi, theme.second)):
        for t in range(0, 2200, 6):
            x, y, depth = spot(t, offset)
            tone = mix(colour, theme.ground, 0.34 - 0.34 * depth)
            shapes.append((depth, "bead", (x, y, 21 + 7 * depth, tone)))
    for _, kind, data in sorted(shapes, key=lambda shape: shape[0]):
        if kind == "rung":
            canvas.line(data[:2], 15, data[2])
        else:
            canvas.circle(*data)


def network(canvas):
    """Places and the lines between them."""
    theme, rng = canvas.theme, canvas.rng
    canvas.backdrop()
    nodes = scatter(rng, 44, (-20, -20, 1620, 1020), 62, (9, 38))
    for index, (x, y, _) in enumerate(nodes):
        near = sorted(nodes, key=lambda other: math.dist((x, y), other[:2]))[1 : 3 + index % 2]
        for a, b, _ in near:
            canvas.line([(x, y), (a, b)], 4.5, mix(theme.mid, theme.ground, 0.25))
    for index, (x, y, r) in enumerate(nodes):
        colour = (theme.main, theme.mid, theme.accent, theme.main, theme.mid, theme.second)[index % 6]
        if r > 24:
            canvas.circle(x, y, r + 26, colour, 38)
            canvas.circle(x, y, r + 12, colour, 60)
        canvas.circle(x, y, r, colour)
        if r > 28:
            canvas.circle(x, y, r * 0.42, mix(colour, theme.light, 0.8))
