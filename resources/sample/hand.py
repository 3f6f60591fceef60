"""The hand that the sample's pictures are drawn in: soft torn-paper shapes, and a felt pen.

Everything is drawn at twice the size and made smaller at the end; positions are in pixels of the
finished picture. The same seed draws the same picture.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

FINER = 2
Point = tuple[float, float]
Colour = tuple[int, int, int]


def colour(code: str) -> Colour:
    """The colour of a six-digit code."""
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a share of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def curve(points: Sequence[Point], closed: bool = False, steps: int = 14) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    if closed:
        path = [points[-1], *points, points[0], points[1]]
    else:
        path = [points[0], *points, points[-1]]
    line: list[Point] = []
    for a, b, c, d in zip(path, path[1:], path[2:], path[3:], strict=False):
        for step in range(steps):
            t = step / steps
            x, y = (
                0.5
                * (
                    2 * b[i]
                    + (c[i] - a[i]) * t
                    + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t
                    + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3
                )
                for i in (0, 1)
            )
            line.append((x, y))
    return line if closed else [*line, points[-1]]


class Brush:
    """Shapes put on a mask, in pixels of the finished picture."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.mask = Image.new("L", size, 0)
        self._draw = ImageDraw.Draw(self.mask)

    def oval(self, x: float, y: float, rx: float, ry: float) -> Brush:
        """An ellipse round a centre."""
        box = [v * FINER for v in (x - rx, y - ry, x + rx, y + ry)]
        self._draw.ellipse(box, fill=255)
        return self

    def box(self, x: float, y: float, w: float, h: float, r: float = 0) -> Brush:
        """A rectangle with round corners."""
        at = [v * FINER for v in (x, y, x + w, y + h)]
        self._draw.rounded_rectangle(at, r * FINER, fill=255)
        return self

    def blob(self, *points: Point) -> Brush:
        """A smooth closed shape through the points."""
        return self.sharp(*curve(points, closed=True))

    def sharp(self, *points: Point) -> Brush:
        """A shape with straight sides."""
        self._draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=255)
        return self

    def stroke(self, points: Sequence[Point], width: float) -> Brush:
        """A line with round ends through the points."""
        line = [(x * FINER, y * FINER) for x, y in curve(points)]
        r = width * FINER / 2
        self._draw.line(line, fill=255, width=max(1, round(width * FINER)))
        for x, y in line:
            self._draw.ellipse([x - r, y - r, x + r, y + r], fill=255)
        return self


class Canvas:
    """A picture in the making: `width` and `height` are pixels of the finished one."""

    def __init__(self, width: int, height: int, ground: str, seed: int = 1) -> None:
        self.width, self.height = width, height
        self.size = (width * FINER, height * FINER)
        self.image = Image.new("RGB", self.size, colour(ground))
        self.random = random.Random(seed)  # noqa: S311 - it only has to look handmade

    def brush(self) -> Brush:
        """A fresh mask."""
        return Brush(self.size)

    def paint(
        self,
        brush: Brush,
        top: str,
        bottom: str = "",
        *,
        rough: float = 0,
        soft: float = 0,
        strength: float = 1,
        shade: float = 0,
    ) -> None:
        """Lay a colour, or one that runs from top to bottom, under the mask.

        `rough` tears the edge, `soft` blurs it (both in pixels), `shade` darkens to the right.
        """
        box = self._around(brush.mask, 3 * max(rough, soft))
        if box is None:
            return
        size = (box[2] - box[0], box[3] - box[1])
        mask = brush.mask.crop(box)
        if rough:
            mask = self._torn(mask, rough)
        if soft:
            mask = mask.filter(ImageFilter.GaussianBlur(soft * FINER))
        if strength < 1:
            mask = mask.point([round(v * strength) for v in range(256)])
        fill = fade(size, colour(top), colour(bottom or top))
        if shade:
            dark = fade(
                size, *(mixed(colour(c), (40, 30, 40), shade) for c in (top, bottom or top))
            )
            across = Image.linear_gradient("L").rotate(90).resize(size)
            fill = Image.composite(dark, fill, across)
        self.image.paste(fill, box[:2], mask)

    def _around(self, mask: Image.Image, margin: float) -> tuple[int, int, int, int] | None:
        """The part of the picture under the mask and a margin of so many pixels round it."""
        box = mask.getbbox()
        if box is None:
            return None
        more = round(margin * FINER) + 2
        return (
            max(0, box[0] - more),
            max(0, box[1] - more),
            min(self.size[0], box[2] + more),
            min(self.size[1], box[3] + more),
        )

    def _torn(self, mask: Image.Image, rough: float) -> Image.Image:
        grain = round(rough * FINER * 1.7)
        small = (max(2, mask.width // grain), max(2, mask.height // grain))
        speckle = self._speckle(small).point([58 + v * 140 // 255 for v in range(256)])
        noise = speckle.resize(mask.size, Image.Resampling.BICUBIC)
        blurred = mask.filter(ImageFilter.GaussianBlur(rough * FINER * 0.55))
        edge = ImageChops.add(blurred, noise, 1, -128)
        steep = edge.point([max(0, min(255, (v - 118) * 12)) for v in range(256)])
        # Only the edge is torn: well inside and well outside the noise has no say.
        inside = blurred.point([255 if v > 200 else 0 for v in range(256)])
        outside = blurred.point([255 if v > 45 else 0 for v in range(256)])
        return ImageChops.multiply(ImageChops.lighter(steep, inside), outside)

    def _speckle(self, size: tuple[int, int]) -> Image.Image:
        return Image.frombytes("L", size, self.random.randbytes(size[0] * size[1]))

    def lights(self, count: int, tones: Sequence[str], top: float, bottom: float) -> None:
        """Out-of-focus spots of light between two heights."""
        for _ in range(count):
            spot, r = self.brush(), self.random.uniform(14, 70)
            spot.oval(self.random.uniform(0, self.width), self.random.uniform(top, bottom), r, r)
            tone = self.random.choice(tones)
            self.paint(spot, tone, soft=2.5, strength=self.random.uniform(0.08, 0.26))

    def pen(self, points: Sequence[Point], tone: str, width: float = 13, wobble: float = 2) -> None:
        """A felt-pen line: see-through, so that it darkens where it crosses itself."""
        line = [
            (x + self.random.uniform(-wobble, wobble), y + self.random.uniform(-wobble, wobble))
            for x, y in points
        ]
        again = [(x + self.random.uniform(-1.5, 1.5), y) for x, y in line]
        for path, thick, strength in ((line, width, 0.84), (again, width * 0.72, 0.3)):
            mask = self.brush().stroke(path, thick).mask
            self._ink(mask, tone, strength)

    def ring(self, x: float, y: float, rx: float, ry: float, tone: str, width: float = 13) -> None:
        """A felt-pen circle that does not quite meet itself."""
        turns = [(1, 0), (0.7, 0.72), (0, 1), (-0.72, 0.7), (-1, 0), (-0.7, -0.72), (0, -1)]
        path = [(x + rx * a, y + ry * b) for a, b in [*turns, (0.72, -0.68), (1.02, 0.1)]]
        self.pen(path, tone, width)

    def scribble(self, inside: Brush, tone: str, gap: float, width: float) -> None:
        """Colouring-in: strokes to and fro, kept roughly inside a shape."""
        box = self._around(inside.mask, 0)
        if box is None:
            return
        y, path = box[1] / FINER + gap * 0.6, list[Point]()
        while y < box[3] / FINER - gap * 0.4:
            at = round(y * FINER)
            ends = inside.mask.crop((0, at, self.size[0], at + 1)).getbbox()
            if ends is not None:
                near, far = ends[0] / FINER + width * 0.8, ends[2] / FINER - width * 0.8
                path += [(near + self.random.uniform(-4, 6), y), (far, y + gap / 2)]
            y += gap
        self._ink(self.brush().stroke(path, width).mask, tone, 0.7)

    def letters(
        self, text: str, x: float, y: float, font: str, size: float, tone: str, bold: float = 0
    ) -> None:
        """A line of handwriting: the baseline starts at (x, y) and wanders a little."""
        face = ImageFont.truetype(font, round(size * FINER))
        mask = Image.new("L", self.size, 0)
        draw = ImageDraw.Draw(mask)
        at = x * FINER
        for word in text.split(" "):
            lift = self.random.uniform(-1.6, 1.6) * FINER
            spot = (at, y * FINER + lift)
            draw.text(spot, word, 255, face, "ls", stroke_width=bold * FINER)
            at += face.getlength(word + " ") + self.random.uniform(-1, 2) * FINER
        self._ink(mask, tone, 0.94)

    def _ink(self, mask: Image.Image, tone: str, strength: float) -> None:
        box = self._around(mask, 0)
        if box is None:
            return
        under = self.image.crop(box)
        flat = Image.new("RGB", under.size, colour(tone))
        both = Image.blend(flat, ImageChops.multiply(under, flat), 0.4)
        thick = mask.crop(box).point([round(v * strength) for v in range(256)])
        self.image.paste(both, box[:2], thick)

    def finish(
        self, *, light: str = "FFE9BE", grain: float = 2.4, dusk: float = 0.3
    ) -> Image.Image:
        """The picture at its size, with warm light, darker corners and the grain of film; without
        grain it stays as flat as a scan."""
        image = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        if not grain:
            return image
        size = image.size
        around = Image.radial_gradient("L").resize(size).point([v**2 // 255 for v in range(256)])
        shadow = Image.composite(
            image.point([round(v * (1 - dusk)) for v in range(256)] * 3), image, around
        )
        warm = Image.blend(shadow, Image.new("RGB", size, colour(light)), 0.06)
        speckle = self._speckle(size).filter(ImageFilter.GaussianBlur(0.7))
        noise = speckle.point([round(128 + (v - 128) * grain / 40) for v in range(256)])
        return ImageChops.add(warm, Image.merge("RGB", [noise] * 3), 1, -128)


def fade(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    """A colour that runs from top to bottom."""
    down = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), down)
