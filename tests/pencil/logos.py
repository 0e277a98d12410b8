"""Invented logos: a mark of one of eight families and the initials of the name."""

import io
import math

from PIL import Image, ImageDraw, ImageFont

from tests.pencil.canvas import mix

EDGE = 400
SCALE = 3
WHITE = "#FFFFFF"
PAIRS = [
    ("#0B5C66", "#F2A46B"),
    ("#3F3D9E", "#F2A46B"),
    ("#073B43", "#5CC4C6"),
    ("#A33B12", "#F2C14B"),
    ("#1C6B3A", "#A9D8A0"),
    ("#0B4F8A", "#7CC7F2"),
    ("#6B2C5B", "#F2A46B"),
    ("#7A4D00", "#F2C14B"),
]
SMALL_WORDS = {"für", "und", "der", "e.V.", "GmbH", "Jena", "Herne", "Region", "am", "im"}


def initials(name):
    """One to three capitals that stand for the name."""
    words = [word for word in name.replace("-", " ").split() if word not in SMALL_WORDS and word[0].isalpha()]
    return "".join(word[0] for word in words[:3]).upper() if len(words) > 1 else words[0][:2].upper()


def draw_logo(name, rng):
    """WebP bytes of the logo on white, without loss: edges and letters stay sharp."""
    side = EDGE * SCALE
    image = Image.new("RGB", (side, side), WHITE)
    pen = ImageDraw.Draw(image)
    colours = rng.choice(PAIRS)
    family = rng.choice(FAMILIES)
    family(pen, colours, rng)
    text = initials(name)
    reach = {1: 150, 2: 128, 3: 98}[len(text)] * SCALE
    font = ImageFont.load_default(reach)
    middle = side / 2
    pen.text((middle, middle), text, font=font, fill=WHITE, anchor="mm", stroke_width=reach // 34, stroke_fill=WHITE)
    buffer = io.BytesIO()
    image.resize((EDGE, EDGE), Image.Resampling.LANCZOS).save(buffer, "WEBP", lossless=True)
    return buffer.getvalue()


def _disc(pen, x, y, r, fill):
    pen.ellipse([(x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE], fill=fill)


def _shape(pen, corners, r, fill, turn=0.0):
    points = [
        (
            (200 + r * math.cos(turn + n * math.tau / corners)) * SCALE,
            (200 + r * math.sin(turn + n * math.tau / corners)) * SCALE,
        )
        for n in range(corners)
    ]
    pen.polygon(points, fill=fill)


def _hexagon(pen, colours, rng):
    _shape(pen, 6, 190, colours[0], math.pi / 6)
    for n in rng.sample(range(6), 2):
        angle = math.pi / 6 + n * math.pi / 3
        _disc(pen, 200 + 164 * math.cos(angle), 200 + 164 * math.sin(angle), 30, colours[1])


def _orbit(pen, colours, rng):
    _disc(pen, 200, 200, 180, mix(colours[0], WHITE, 0.82))
    _disc(pen, 200, 200, 145, colours[0])
    angle = rng.uniform(0, math.tau)
    for step, r in ((0, 36), (0.5, 22), (0.86, 13)):
        _disc(pen, 200 + 163 * math.cos(angle + step), 200 + 163 * math.sin(angle + step), r, colours[1])


def _petals(pen, colours, rng):
    count = rng.choice((5, 6, 8))
    for n in range(count):
        angle = n * math.tau / count
        _disc(
            pen,
            200 + 112 * math.cos(angle),
            200 + 112 * math.sin(angle),
            76,
            colours[n % 2] if count % 2 == 0 else mix(colours[0], colours[1], n / count),
        )
    _disc(pen, 200, 200, 122, colours[0])


def _tile(pen, colours, rng):
    pen.rounded_rectangle([30 * SCALE, 30 * SCALE, 370 * SCALE, 370 * SCALE], 74 * SCALE, fill=colours[0])
    corner = rng.choice([(325, 75), (75, 325), (325, 325)])
    _disc(pen, *corner, 54, WHITE)
    _disc(pen, *corner, 40, colours[1])


def _drop(pen, colours, rng):
    _disc(pen, 200, 232, 148, colours[0])
    pen.polygon([(x * SCALE, y * SCALE) for x, y in ((200, 14), (91, 132), (309, 132))], fill=colours[0])
    _disc(pen, 262, 96 + rng.uniform(-14, 10), 34, colours[1])


def _overlap(pen, colours, rng):
    shift = rng.uniform(56, 70)
    _disc(pen, 200 + shift, 200 - shift * 0.6, 124, colours[1])
    _disc(pen, 194, 208, 166, colours[0])


def _shield(pen, colours, rng):
    top = [(48, 44), (352, 44), (352, 220)]
    curve = [(200 + 152 * math.cos(t / 24 * math.pi), 220 + 152 * math.sin(t / 24 * math.pi)) for t in range(25)]
    pen.polygon([(x * SCALE, y * SCALE) for x, y in top + curve + [(48, 220)]], fill=colours[0])
    pen.rectangle([48 * SCALE, 44 * SCALE, 352 * SCALE, (72 + rng.uniform(0, 16)) * SCALE], fill=colours[1])


def _diamond(pen, colours, rng):
    _shape(pen, 4, 198, colours[0])
    for side in rng.sample((0, 1, 2, 3), 2):
        angle = side * math.pi / 2 + math.pi / 4
        _disc(pen, 200 + 154 * math.cos(angle), 200 + 154 * math.sin(angle), 34, colours[1])


FAMILIES = [_hexagon, _orbit, _petals, _tile, _drop, _overlap, _shield, _diamond]
