"""A sheet of 1600 x 1000 units to draw on, whatever the size in pixels."""

import io
import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000
SUPERSAMPLE = 2


@dataclass(frozen=True)
class Theme:
    """Seven colours that go together: ground, two shades of it, ink, main, middle and two accents."""

    ground: str
    shade: str
    light: str
    ink: str
    main: str
    mid: str
    accent: str
    second: str


THEMES = [
    Theme("#DDEFEF", "#C6E2E1", "#EEF8F7", "#073B43", "#0B5C66", "#7DBBBC", "#F2A46B", "#3F3D9E"),
    Theme("#073B43", "#0A4952", "#0B5C66", "#DDEFEF", "#A9D8D8", "#2F838C", "#F2A46B", "#B3B1FF"),
    Theme("#E5E4F7", "#D3D1F0", "#F3F2FC", "#25236B", "#3F3D9E", "#A5A3DD", "#F2A46B", "#0B5C66"),
    Theme("#FCEEDF", "#F8DDC3", "#FFF8F0", "#073B43", "#0B5C66", "#E9B48A", "#E8843F", "#3F3D9E"),
]


def rgba(colour, alpha=255):
    """Hex colour and opacity 0-255 as a tuple."""
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) + (alpha,)


def mix(one, other, share):
    """Hex colour between two: share 0 is `one`, 1 is `other`."""
    pairs = zip(rgba(one)[:3], rgba(other)[:3], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


class Canvas:
    """Draws in units of a 1600 x 1000 sheet, centred and cut where the pixels have other proportions."""

    def __init__(self, size, theme, rng, ground=None):
        self.size = size
        self.theme = theme
        self.rng = rng
        width, height = (edge * SUPERSAMPLE for edge in size)
        self.k = max(width / WIDTH, height / HEIGHT)
        self.ox = (width - WIDTH * self.k) / 2
        self.oy = (height - HEIGHT * self.k) / 2
        self.image = Image.new("RGB", (width, height), ground or theme.ground)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def at(self, point):
        """Pixel position of a point in units."""
        return (point[0] * self.k + self.ox, point[1] * self.k + self.oy)

    def circle(self, x, y, r, fill, alpha=255):
        """Filled circle."""
        self.ellipse(x, y, r, r, fill, alpha)

    def ellipse(self, x, y, rx, ry, fill, alpha=255):
        """Filled ellipse about (x, y)."""
        box = [*self.at((x - rx, y - ry)), *self.at((x + rx, y + ry))]
        self.pen.ellipse(box, fill=rgba(fill, alpha))

    def ring(self, x, y, r, width, fill, alpha=255):
        """Circle line of the given width."""
        box = [*self.at((x - r, y - r)), *self.at((x + r, y + r))]
        self.pen.ellipse(box, outline=rgba(fill, alpha), width=max(1, round(width * self.k)))

    def line(self, points, width, fill, alpha=255):
        """Polyline with round joints and, when opaque, round ends."""
        spots = [self.at(point) for point in points]
        self.pen.line(spots, fill=rgba(fill, alpha), width=max(1, round(width * self.k)), joint="curve")
        if alpha == 255:
            for x, y in (points[0], points[-1]):
                self.circle(x, y, width / 2, fill)

    def poly(self, points, fill, alpha=255):
        """Filled polygon."""
        self.pen.polygon([self.at(point) for point in points], fill=rgba(fill, alpha))

    def box(self, x0, y0, x1, y1, fill, r=0, alpha=255):
        """Filled rectangle with corner radius r."""
        box = [*self.at((x0, y0)), *self.at((x1, y1))]
        self.pen.rounded_rectangle(box, radius=r * self.k, fill=rgba(fill, alpha))

    def blob(self, x, y, r, fill, alpha=255, wobble=0.08, squash=1.0):
        """A soft round shape that is not quite a circle."""
        phase = [self.rng.uniform(0, math.tau) for _ in range(3)]
        turn = self.rng.uniform(0, math.tau)
        points = []
        for step in range(120):
            angle = step * math.tau / 120
            reach = r * (1 + wobble * sum(math.sin(n * angle + phase[n - 2]) / n for n in (2, 3, 4)))
            dx, dy = reach * math.cos(angle), reach * squash * math.sin(angle)
            points.append(
                (x + dx * math.cos(turn) - dy * math.sin(turn), y + dx * math.sin(turn) + dy * math.cos(turn))
            )
        self.poly(points, fill, alpha)

    def backdrop(self):
        """Two or three large circles that give the ground depth."""
        for x, y in ((150, 950), (1450, 80), (1250, 1080)):
            r = self.rng.uniform(300, 470)
            self.circle(x + self.rng.uniform(-90, 90), y + self.rng.uniform(-60, 60), r, self.theme.shade)
        self.circle(self.rng.uniform(300, 700), self.rng.uniform(-60, 60), self.rng.uniform(200, 300), self.theme.light)

    def webp(self):
        """The finished sheet."""
        buffer = io.BytesIO()
        self.image.resize(self.size, Image.Resampling.LANCZOS).save(buffer, "WEBP", quality=80, method=6)
        return buffer.getvalue()


def scatter(rng, count, box, gap, radius):
    """Up to `count` (x, y, r) inside `box` that keep `gap` units between their edges; `radius` is (low, high)."""
    x0, y0, x1, y1 = box
    found = []
    for _ in range(count * 60):
        if len(found) == count:
            break
        r = rng.uniform(*radius)
        x, y = rng.uniform(x0, x1), rng.uniform(y0, y1)
        if all(math.dist((x, y), (a, b)) > r + c + gap for a, b, c in found):
            found.append((x, y, r))
    return found


def smooth(points, steps=14):
    """Catmull-Rom curve through the points."""
    padded = [points[0], *points, points[-1]]
    curve = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            curve.append(
                tuple(
                    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
            )
    return [*curve, points[-1]]
