"""The region, its people and its spectra."""

import math

from tests.pencil.canvas import mix, smooth

WHITE = "#FFFFFF"
SKINS = ["#F3CFB3", "#E0A981", "#B97A50", "#8A5534", "#F0C6A4", "#6B3F26", "#D99B6C"]
HAIRS = ["#2B211D", "#5B3A22", "#8C5A2B", "#C9A063", "#9A9A98", "#1D1B26"]


def skyline_ruhr(canvas):
    """Pithead towers, gasometer, spoil heaps and the new glass between them, at evening."""
    theme, rng = canvas.theme, canvas.rng
    dark_ground = theme.ground[1] == "0"
    for band in range(20):
        canvas.box(
            -5,
            band * 40,
            1605,
            band * 40 + 41,
            mix(theme.ground, mix(theme.accent, theme.ground, 0.55), (band / 19) ** 1.6),
        )
    sun = rng.uniform(980, 1240)
    for r, alpha in ((250, 36), (195, 52), (140, 255)):
        canvas.circle(sun, 470, r, theme.accent, alpha)
    far, near = mix(theme.mid, theme.ground, 0.45), mix(theme.mid, theme.main, 0.4)
    _hills(canvas, 560, 60, far)
    for x in (90, 240, 1380, 1500):
        _chimney(canvas, x, 640, rng.uniform(200, 300), mix(far, theme.main, 0.25))
    _hills(canvas, 640, 46, near)
    deep = mix(theme.main, theme.ink, 0.45) if not dark_ground else mix(theme.ground, "#000000", 0.35)
    _pithead(canvas, 420, 800, 470, deep)
    _gasometer(canvas, 745, 800, 150, 330, deep, theme.accent)
    _block(canvas, 1000, 800, 150, 250, deep, theme.accent)
    _block(canvas, 1165, 800, 105, 360, mix(deep, theme.mid, 0.25), theme.accent)
    _pithead(canvas, 1400, 800, 300, deep)
    _block(canvas, 110, 800, 190, 180, mix(deep, theme.mid, 0.2), theme.accent)
    canvas.box(-5, 800, 1605, 1005, deep)
    for n in range(26):
        y = 826 + n * 6.5
        width = rng.uniform(30, 150)
        x = sun + rng.gauss(0, 60 + n * 4)
        canvas.box(x - width / 2, y, x + width / 2, y + 4, theme.accent, 2, 150)
    for _ in range(30):
        x, y, width = rng.uniform(0, 1600), rng.uniform(820, 990), rng.uniform(40, 160)
        canvas.box(x, y, x + width, y + 3, mix(deep, theme.mid, 0.5), 2, 150)


def _hills(canvas, level, swing, fill):
    points = (
        [(-20, 1010)]
        + smooth([(x, level + canvas.rng.uniform(-swing, swing)) for x in range(-60, 1700, 160)])
        + [(1620, 1010)]
    )
    canvas.poly(points, fill)


def _chimney(canvas, x, base, height, fill):
    canvas.poly([(x - 20, base), (x + 20, base), (x + 12, base - height), (x - 12, base - height)], fill)


def _pithead(canvas, x, base, height, fill):
    """A double-strut headframe: two legs, two wheels, slanting struts."""
    top, half = base - height, height * 0.17
    wide = height * 0.045
    for side in (-1, 1):
        canvas.line([(x + side * half, base), (x + side * half * 0.55, top + height * 0.1)], wide, fill)
        canvas.line([(x + side * half * 3.0, base), (x + side * half * 0.5, top + height * 0.12)], wide * 0.9, fill)
        cx, cy, r = x + side * half * 0.85, top + height * 0.02, height * 0.105
        canvas.ring(cx, cy, r, wide * 0.75, fill)
        for spoke in range(4):
            angle = spoke * math.pi / 4
            dx, dy = r * 0.9 * math.cos(angle), r * 0.9 * math.sin(angle)
            canvas.line([(cx - dx, cy - dy), (cx + dx, cy + dy)], wide * 0.28, fill)
    canvas.box(x - half * 1.25, top + height * 0.09, x + half * 1.25, top + height * 0.145, fill, 4)
    for n in range(1, 6):
        y = top + height * (0.1 + 0.15 * n)
        reach = half * (0.55 + 0.45 * (y - top) / height)
        canvas.line([(x - reach, y), (x + reach, y)], wide * 0.4, fill)
        canvas.line([(x - reach, y), (x + reach * 0.9, y - height * 0.15)], wide * 0.32, fill)


def _gasometer(canvas, x, base, half, height, fill, glow):
    canvas.box(x - half, base - height, x + half, base, fill)
    canvas.ellipse(x, base - height, half, 26, mix(fill, WHITE, 0.14))
    for n in range(1, 6):
        y = base - height + n * height / 6
        canvas.box(x - half, y, x + half, y + 5, mix(fill, glow, 0.35))
    for n in range(7):
        cx = x - half + n * half / 3
        canvas.box(cx - 2, base - height, cx + 2, base, mix(fill, WHITE, 0.1))


def _block(canvas, x, base, width, height, fill, glow):
    canvas.box(x - width / 2, base - height, x + width / 2, base, fill, 6)
    columns, rows = int(width // 34), int(height // 38)
    for column in range(columns):
        for row in range(rows):
            if canvas.rng.random() < 0.55:
                wx = x - width / 2 + 16 + column * (width - 20) / columns
                wy = base - height + 18 + row * 37
                canvas.box(wx, wy, wx + 15, wy + 19, glow if canvas.rng.random() < 0.7 else WHITE, 2, 220)


def spectrum(canvas):
    """A mass spectrum in front of soft chromatograms."""
    theme, rng = canvas.theme, canvas.rng
    canvas.backdrop()
    base = 850
    for n in range(1, 5):
        canvas.box(110, base - n * 165, 1500, base - n * 165 + 3, theme.mid, 0, 90)
    for colour, alpha, shift in ((theme.mid, 110, 0), (theme.second, 60, 300), (theme.accent, 95, 560)):
        _curve(canvas, base, colour, alpha, 300 + shift * 1.2)
    peaks = sorted((rng.uniform(170, 1460), rng.uniform(0.05, 1) ** 1.9) for _ in range(46))
    strongest = sorted(peaks, key=lambda peak: -peak[1])[:4]
    for x, height in peaks:
        strong = (x, height) in strongest
        top = base - 60 - height * 590
        canvas.box(
            x - (8 if strong else 5), top, x + (8 if strong else 5), base, theme.accent if strong else theme.main, 4
        )
        if strong:
            canvas.circle(x, top - 34, 24, theme.accent)
            canvas.circle(x, top - 34, 12, mix(theme.light, WHITE, 0.4))
    canvas.box(106, 120, 114, base + 4, theme.ink, 4)
    canvas.box(106, base, 1510, base + 8, theme.ink, 4)
    for n in range(14):
        canvas.box(150 + n * 100, base + 8, 155 + n * 100, base + 26, theme.ink, 2)


def _curve(canvas, base, colour, alpha, centre):
    humps = [
        (centre + canvas.rng.uniform(-150, 150) + n * 190, canvas.rng.uniform(130, 420), canvas.rng.uniform(42, 85))
        for n in range(3)
    ]
    points = [(x, base - sum(h * math.exp(-(((x - c) / w) ** 2)) for c, h, w in humps)) for x in range(114, 1506, 6)]
    canvas.poly([(114, base), *points, (1505, base)], colour, alpha)


def people(canvas):
    """Five people in conversation."""
    theme, rng = canvas.theme, canvas.rng
    canvas.backdrop()
    skins, hairs = rng.sample(SKINS, 5), rng.sample(HAIRS, 5)
    coats = [theme.main, theme.accent, theme.second, theme.mid, WHITE]
    rng.shuffle(coats)
    behind = [(400, 620, 0.92), (1210, 610, 0.94), (800, 560, 0.96)]
    front = [(590, 700, 1.14), (1030, 705, 1.12)]
    for index, (x, y, scale) in enumerate(behind + front):
        _person(
            canvas,
            x + rng.uniform(-18, 18),
            y,
            scale,
            skins[index],
            hairs[index],
            coats[index],
            index + rng.randrange(4),
        )
    _bubble(canvas, 400, 215, 150, 84, theme.accent, 1)
    _bubble(canvas, 1170, 190, 175, 92, theme.main, -1)


def _person(canvas, x, y, k, skin, hair, coat, style):
    shade = mix(coat, canvas.theme.ink if canvas.theme.ground[1] != "0" else "#073B43", 0.22)
    if style % 4 == 1:
        canvas.box(x - 104 * k, y - 190 * k, x + 104 * k, y + 70 * k, hair, 96 * k)
    canvas.box(x - 190 * k, y + 92 * k, x + 190 * k, y + 700 * k, shade, 130 * k)
    canvas.box(x - 178 * k, y + 98 * k, x + 178 * k, y + 700 * k, coat, 124 * k)
    canvas.poly(
        [(x - 60 * k, y + 96 * k), (x + 60 * k, y + 96 * k), (x, y + 210 * k)],
        mix(coat, WHITE, 0.55) if coat != WHITE else canvas.theme.mid,
    )
    canvas.box(x - 36 * k, y + 40 * k, x + 36 * k, y + 128 * k, mix(skin, "#7A3E1D", 0.22), 34 * k)
    canvas.ellipse(x, y - 40 * k, 90 * k, 108 * k, skin)
    _hair(canvas, x, y, k, hair, style % 4)
    if style % 3 == 0:
        for side in (-1, 1):
            canvas.ring(x + side * 37 * k, y - 34 * k, 27 * k, 6 * k, "#1E2B30")
        canvas.box(x - 12 * k, y - 38 * k, x + 12 * k, y - 33 * k, "#1E2B30", 2)
    for side in (-1, 1):
        canvas.circle(x + side * 36 * k, y - 34 * k, 8 * k, "#1E2B30")
    smile = [(x + dx * k, y + (22 + 14 * (1 - (dx / 30) ** 2)) * k) for dx in range(-30, 31, 6)]
    canvas.line(smile, 7 * k, mix(skin, "#5A1F14", 0.6))


def _hair(canvas, x, y, k, hair, style):
    if style == 0:
        canvas.pen.pieslice(
            [*canvas.at((x - 98 * k, y - 164 * k)), *canvas.at((x + 98 * k, y + 50 * k))], 180, 360, fill=hair
        )
    elif style == 1:
        canvas.pen.pieslice(
            [*canvas.at((x - 100 * k, y - 172 * k)), *canvas.at((x + 100 * k, y + 40 * k))], 180, 360, fill=hair
        )
    elif style == 2:
        canvas.circle(x, y - 172 * k, 44 * k, hair)
        canvas.pen.pieslice(
            [*canvas.at((x - 97 * k, y - 160 * k)), *canvas.at((x + 97 * k, y + 30 * k))], 185, 355, fill=hair
        )
    else:
        for n in range(9):
            angle = math.pi * (1.02 + n * 0.12)
            canvas.circle(x + 84 * k * math.cos(angle), y + (-62 + 88 * math.sin(angle)) * k, 40 * k, hair)


def _bubble(canvas, x, y, half, height, fill, side):
    canvas.box(x - half, y - height, x + half, y + height, fill, 44)
    canvas.poly(
        [(x + side * 30, y + height - 6), (x + side * 100, y + height - 6), (x + side * 112, y + height + 58)], fill
    )
    ink = WHITE if canvas.theme.ground[1] != "0" or fill == canvas.theme.accent else canvas.theme.ground
    for n, share in enumerate((0.62, 0.68, 0.4)):
        canvas.box(
            x - half + 38, y - 42 + n * 36, x - half + 38 + 2 * (half - 38) * share, y - 28 + n * 36, ink, 7, 225
        )
