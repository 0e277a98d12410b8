"""Things that stand on the bench: plates, fermenter, chip, microscope."""

import math

from tests.pencil.canvas import mix, scatter, smooth

WHITE = "#FFFFFF"


def _isometric(x0, y0, scale):
    """Maps plate coordinates to the sheet: a plate that lies on a table, seen from above and the left."""
    return lambda u, v: (x0 + scale * (u * 0.9 - v * 0.62), y0 + scale * (u * 0.26 + v * 0.5))


def plates(canvas):
    """Two microplates whose wells tell of a gradient."""
    canvas.backdrop()
    for x, y, r in scatter(canvas.rng, 16, (0, 0, 1600, 1000), 40, (6, 14)):
        canvas.circle(x, y, r, canvas.theme.mid, 120)
    _plate(canvas, 470, 20, 0.78, 0.5)
    _plate(canvas, 560, 300, 1.0, canvas.rng.uniform(0, 6))


def _plate(canvas, x0, y0, scale, phase):
    theme = canvas.theme
    spot = _isometric(x0, y0, scale)
    length, depth, lift = 1150, 800, 62 * scale
    corners = [spot(0, 0), spot(length, 0), spot(length, depth), spot(0, depth)]
    low = [(x, y + lift) for x, y in corners]
    canvas.poly([(x + 26, y + lift + 40) for x, y in corners], theme.ink, 36)
    canvas.poly([corners[3], corners[2], low[2], low[3]], mix(theme.mid, theme.main, 0.35))
    canvas.poly([corners[1], corners[2], low[2], low[1]], mix(theme.mid, theme.main, 0.62))
    canvas.poly(corners, WHITE if theme.ground[1] != "0" else theme.ink)
    inner = [spot(28, 28), spot(length - 28, 28), spot(length - 28, depth - 28), spot(28, depth - 28)]
    canvas.poly(inner, mix(theme.ground, WHITE, 0.45) if theme.ground[1] != "0" else mix(theme.ink, theme.mid, 0.25))
    for column in range(12):
        for row in range(8):
            u, v = 95 + column * 87, 88 + row * 89
            x, y = spot(u, v)
            value = 0.5 + 0.5 * math.sin(column * 0.42 + row * 0.55 + phase)
            value = 0.75 * value + 0.25 * canvas.rng.random()
            colour = mix(theme.accent, theme.main, min(1, value * 1.25)) if value > 0.28 else theme.second
            if 0.28 < value < 0.5:
                colour = mix(theme.accent, WHITE, 0.25)
            canvas.ellipse(x, y + 5 * scale, 39 * scale, 24 * scale, mix(theme.mid, theme.ink, 0.15))
            canvas.ellipse(x, y + 8 * scale, 34 * scale, 20 * scale, colour)
            canvas.ellipse(x - 10 * scale, y + 2 * scale, 9 * scale, 5 * scale, WHITE, 110)


def fermenter(canvas):
    """A stirred vessel at work, with its little sister and a controller."""
    theme, rng = canvas.theme, canvas.rng
    canvas.backdrop()
    canvas.box(-10, 890, 1610, 1010, mix(theme.mid, theme.ground, 0.45))
    canvas.box(-10, 890, 1610, 904, mix(theme.mid, theme.main, 0.2))
    metal = mix(theme.main, theme.ink, 0.35)
    canvas.line(smooth([(640, 250), (480, 150), (300, 240), (290, 420)]), 12, theme.accent)
    canvas.line(smooth([(960, 245), (1090, 130), (1250, 200), (1262, 470)]), 12, theme.second)
    _vessel(canvas, 290, 470, 108, 330, 0.55, theme.second)
    _vessel(canvas, 800, 250, 235, 560, 0.66, theme.accent)
    canvas.box(775, 90, 825, 190, theme.accent, 10)
    canvas.box(745, 60, 855, 118, mix(theme.accent, theme.ink, 0.25), 16)
    for leg in (-190, 160):
        canvas.box(800 + leg, 800, 830 + leg, 892, metal, 6)
    canvas.box(1120, 470, 1420, 890, theme.main, 22)
    canvas.box(1148, 500, 1392, 660, mix(theme.ink, theme.main, 0.2) if theme.ground[1] != "0" else theme.ground, 12)
    curve = [(1164 + 10 * n, 610 - 60 * (1 - math.exp(-n / 7)) + rng.uniform(-7, 7)) for n in range(22)]
    canvas.line(smooth(curve, 5), 6, theme.accent)
    for n, colour in enumerate((theme.accent, theme.mid, theme.light)):
        canvas.circle(1180 + 90 * n, 735, 30, mix(theme.main, theme.ground, 0.35))
        canvas.circle(1180 + 90 * n, 735, 20, colour)
    for n in range(3):
        canvas.box(1152, 795 + 26 * n, 1388, 807 + 26 * n, mix(theme.main, theme.ground, 0.3), 6)


def _vessel(canvas, x, top, half, height, level, liquid):
    theme, rng = canvas.theme, canvas.rng
    metal = mix(theme.main, theme.ink, 0.35)
    glass = mix(theme.light, WHITE, 0.6) if theme.ground[1] != "0" else mix(theme.light, WHITE, 0.25)
    bottom = top + height
    canvas.box(x - half, top, x + half, bottom, glass, half * 0.42)
    surface = bottom - height * level
    pale = mix(liquid, WHITE, 0.35)
    canvas.box(x - half + 16, surface, x + half - 16, bottom - 16, pale, half * 0.36)
    canvas.box(x - half + 16, surface, x + half - 16, surface + half * 0.5, pale)
    canvas.box(x - half + 16, surface, x + half - 16, surface + 12, mix(liquid, WHITE, 0.7))
    for bx, by, r in scatter(
        rng, 42, (x - half * 0.8, surface + 26, x + half * 0.8, bottom - 50), 6, (half * 0.02, half * 0.075)
    ):
        canvas.circle(bx, by, r, WHITE, 190)
    canvas.box(x - half * 0.05, top - 50, x + half * 0.05, bottom - half * 0.35, metal, 4)
    for share in (0.42, 0.68):
        y = top + height * share
        canvas.box(x - half * 0.52, y, x + half * 0.52, y + half * 0.07, metal, 4)
        for wing in (-0.52, -0.26, 0.2, 0.46):
            canvas.box(x + half * wing, y - half * 0.12, x + half * (wing + 0.07), y + half * 0.19, metal, 4)
    canvas.box(x + half * 0.62, top - 30, x + half * 0.7, bottom - half * 0.7, mix(metal, WHITE, 0.4), 5)
    canvas.box(x - half * 0.74, top + 30, x - half * 0.64, bottom - half * 0.6, WHITE, 10, 140)
    canvas.box(x - half * 1.1, top - half * 0.14, x + half * 1.1, top + half * 0.14, metal, half * 0.08)
    canvas.box(x - half * 0.22, top - half * 0.42, x + half * 0.22, top - half * 0.1, metal, half * 0.06)


def chip(canvas):
    """A microfluidic chip with a serpentine, a mixer and a train of droplets."""
    theme = canvas.theme
    canvas.backdrop()
    slab, edge, channel = (
        mix(theme.light, WHITE, 0.5),
        mix(theme.mid, theme.ground, 0.2),
        mix(theme.mid, theme.light, 0.45),
    )
    if theme.ground[1] == "0":
        slab, edge, channel = mix(theme.shade, theme.mid, 0.45), theme.mid, theme.ground
    canvas.box(176, 196, 1464, 866, theme.ink, 54, 30)
    canvas.box(150, 160, 1450, 830, edge, 54)
    canvas.box(162, 172, 1438, 818, slab, 44)
    inlets = [((275, 300), theme.accent), ((275, 495), theme.main), ((275, 690), theme.second)]
    for (x, y), colour in inlets:
        canvas.line([(x, y), (430, y), (520, 495)] if y != 495 else [(x, y), (520, 495)], 26, channel)
        canvas.line([(x, y), (430, y), (520, 495)] if y != 495 else [(x, y), (520, 495)], 14, colour)
    path = [(520, 495)]
    for turn in range(6):
        x = 625 + turn * 78
        ends = ((495 if turn == 0 else 320), 670) if turn % 2 == 0 else (670, 320)
        path += [(x, ends[0]), (x, ends[1])]
    path += [(1085, 320), (1085, 495), (1325, 495)]
    canvas.line(path, 34, channel)
    steps = _walk(path, 40)
    for index, (x, y) in enumerate(steps):
        share = index / len(steps)
        colour = (
            (theme.accent, theme.main, theme.second)[(index * 5 // 3) % 3]
            if share < 0.45
            else mix(theme.accent, theme.main, (share - 0.45) / 0.55)
        )
        canvas.circle(x, y, 14, colour)
    canvas.circle(1325, 495, 66, channel)
    canvas.circle(1325, 495, 48, theme.main)
    canvas.circle(1308, 478, 15, WHITE, 120)
    for (x, y), colour in inlets:
        canvas.circle(x, y, 50, channel)
        canvas.circle(x, y, 36, colour)
        canvas.circle(x - 12, y - 12, 10, WHITE, 130)
    for n in range(9):
        canvas.box(1130 + n * 30, 255, 1134 + n * 30, 285 if n % 4 else 305, theme.mid, 2)
    canvas.box(1120, 690, 1380, 704, channel, 7)
    canvas.box(1120, 726, 1290, 740, channel, 7)


def _walk(path, distance):
    """Points along a polyline, `distance` units apart."""
    points, rest = [], 0.0
    for (x1, y1), (x2, y2) in zip(path, path[1:], strict=False):
        length = math.dist((x1, y1), (x2, y2))
        while rest <= length:
            share = rest / length if length else 0
            points.append((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share))
            rest += distance
        rest -= length
    return points


def microscope(canvas):
    """A microscope, and beside it what it sees."""
    theme, rng = canvas.theme, canvas.rng
    canvas.backdrop()
    canvas.box(-10, 880, 1610, 1010, mix(theme.mid, theme.ground, 0.45))
    canvas.box(-10, 880, 1610, 894, mix(theme.mid, theme.main, 0.2))
    dark = mix(theme.main, theme.ink, 0.4)
    canvas.box(170, 820, 720, 884, dark, 26)
    for x, y in smooth([(600, 840), (690, 700), (704, 545), (645, 405), (560, 330)], 60):
        canvas.circle(x, y, 43, theme.main)
    canvas.circle(668, 560, 56, mix(theme.main, WHITE, 0.25))
    canvas.circle(668, 560, 34, theme.accent)
    canvas.box(225, 640, 640, 676, dark, 12)
    canvas.box(285, 622, 520, 642, mix(theme.accent, WHITE, 0.55), 5)
    canvas.box(370, 624, 440, 640, theme.accent, 5)
    canvas.box(360, 690, 450, 770, dark, 14)
    canvas.poly([(372, 690), (438, 690), (420, 645), (390, 645)], mix(theme.accent, WHITE, 0.4), 170)

    def tilted(u0, v0, u1, v1, fill):
        angle = 0.42
        c, s = math.cos(angle), math.sin(angle)
        corners = [(u0, v0), (u1, v0), (u1, v1), (u0, v1)]
        canvas.poly([(498 + u * c - v * s, 380 + u * s + v * c) for u, v in corners], fill)

    tilted(-42, -270, 42, -215, dark)
    tilted(-56, -225, 56, -150, theme.main)
    tilted(-66, -155, 66, 110, WHITE if theme.ground[1] != "0" else theme.ink)
    tilted(-66, -60, 66, -20, theme.accent)
    tilted(-74, 105, 74, 160, dark)
    tilted(-34, 155, 34, 225, mix(theme.main, WHITE, 0.35))
    tilted(-22, 222, 22, 258, dark)
    _view(canvas, 1130, 450, 330, rng)


def _view(canvas, x, y, r, rng):
    theme = canvas.theme
    canvas.circle(x, y, r + 34, theme.main)
    canvas.circle(x, y, r, mix(theme.light, WHITE, 0.5) if theme.ground[1] != "0" else theme.ground)
    inside = [
        c
        for c in scatter(rng, 40, (x - r, y - r, x + r, y + r), 9, (18, 66))
        if math.dist((x, y), c[:2]) + c[2] * 1.1 < r
    ]
    for index, (cx, cy, cr) in enumerate(inside):
        colour = (theme.mid, theme.accent, theme.second, theme.main)[index % 4]
        canvas.blob(cx, cy, cr, colour, 120, 0.1)
        canvas.blob(cx, cy, cr * 0.45, colour, 255, 0.08)
    canvas.ring(x, y, r, 10, theme.ink, 60)
