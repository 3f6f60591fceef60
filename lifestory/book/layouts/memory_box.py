"""A memory box: photos of treasured things over an open box, and their story."""

from __future__ import annotations

from lifestory.book import motifs, shapes
from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.framing import amid, frame, overleaf, place, told_apart
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.reading import LAST, TO_SOURCES
from lifestory.book.layouts.told_after import said, told
from lifestory.book.ornaments import leaf, seeded
from lifestory.book.setting import set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock

_FOOT = 266.0
_BOX = 62.0
"""How tall the open box stands with what looks out of it, in units."""
_LEAST_PHOTO = 64.0


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Photo, story, and the box at the foot; too long a story and more photos overleaf."""
    title = title_of(desk, block)
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title)
    photos, captions = told_apart(desk, block.photos)
    words = captions + told(block)
    if not words and not photos:
        words = said(desk.wording.say("memory.none"))
    low = _FOOT - _BOX - 4
    text = set_text(words, desk.style.body, sheet.measure, sentences=desk.reader.sentence)
    leading = text.type.leading
    deep = text.height + leading * 1.3 if text.lines else 0.0
    shown = photos[:1] if words else photos[:4]
    fits = low - top - deep >= (_LEAST_PHOTO if photos else 0.0)
    if photos:
        room = low - top - (deep if fits else 0.0)
        framed = frame(desk, shown, block.weights[: len(shown)], sheet.measure, room)
        wide = max(spot.x + spot.width for spot in framed.arrangement.places)
        left = sheet.left + (sheet.measure - wide) / 2 if not text.lines or not fits else sheet.left
        top = place(sheet, framed, left, top) + leading * 0.95
    if fits and text.lines:
        first = top if photos else top + leading * 0.4
        top = sheet.write(Role.BODY, text, sheet.left, first, measure=sheet.measure)
    _box(desk, sheet, block, max(0.0, low - top - 8) if not photos else 0.0)
    more, weights = photos[len(shown) :], block.weights[len(shown) :]
    if (words and not fits) or more:
        after = desk.page(folio=desk.theme.tint)
        flow(desk, after, 24.0, () if fits else words, more, weights, block.id)


def _box(desk: Desk, sheet: Sheet, block: SharedBlock, free: float) -> None:
    """The open box on the ground; the more room is `free` over it, the larger."""
    theme, chance = desk.theme, seeded(block.id, "box")
    k = 1.0 + min(0.9, free / 110)
    x, wide, tall = sheet.middle, 92.0 * k, 34.0 * k
    wood = mix(theme.cards[0][1], theme.cards[0][0], 0.42)
    dark, pale = mix(wood, theme.home_text, 0.72), mix(wood, theme.ground, 0.72)
    left, top = x - wide / 2, _FOOT - tall
    low, across = sheet.height + 5, sheet.width
    lid = [(left + 4 * k, top - 3 * k), (left + 13 * k, top - 19 * k),
           (left + wide - 7 * k, top - 19 * k), (left + wide - 4 * k, top - 3 * k)]  # fmt: skip
    inside = [(left + 2, top), (left + 5 * k, top - 5 * k), (left + wide - 5 * k, top - 5 * k),
              (left + wide - 2, top)]  # fmt: skip
    drawn: list[Shape] = [
        *motifs.ground(theme, across, low, _FOOT - 8, 2.6, 0.85, 0.12, theme.tint),
        filled(shapes.polygon(lid), pale),
        filled(shapes.polygon(inside), dark),
        *_treasures(desk, x, top, k),
        filled(shapes.rectangle(left, top, wide, tall, 2.4), wood),
        filled(shapes.rectangle(left - 1.6, top - 1.2, wide + 3.2, 6 * k, 1.8), dark),
    ]
    for share in (0.42, 0.72):
        y = top + tall * share
        drawn.append(stroked(shapes.polyline([(left + 3, y), (left + wide - 3, y)]), dark, 0.35))
    tag = shapes.rectangle(x - 11 * k, top + tall * 0.4, 22 * k, 13 * k, 1.6)
    heart = _star(x, top + tall * 0.4 + 6.5 * k, 4.4 * k)
    drawn += [filled(tag, theme.ground), filled(shapes.polygon(heart), theme.shapes[4])]
    for off in (-0.62, -0.56, 0.57, 0.64, 0.7):
        drawn += motifs.tuft(theme, chance, x + wide * off, _FOOT + 1, 8, theme.shapes[1])
    sheet.art("box", drawn)


def _treasures(desk: Desk, x: float, top: float, k: float) -> list[Shape]:
    """What looks out of the box: a letter, a feather, a shell, a ball of wool, a ticket."""
    theme = desk.theme
    letter = shapes.turned(shapes.rectangle(x - 34 * k, top - 15 * k, 22 * k, 22 * k, 1), -9,
                           x - 23 * k, top)  # fmt: skip
    flap = shapes.turned(
        shapes.polyline([(x - 34 * k, top - 15 * k), (x - 23 * k, top - 7 * k),
                         (x - 12 * k, top - 15 * k)]), -9, x - 23 * k, top)  # fmt: skip
    ball = shapes.circle(x + 3 * k, top - 4 * k, 9 * k)
    drawn = [
        filled(letter, "#FFFDF7"),
        stroked(flap, mix(theme.soft, theme.ground, 0.45), 0.5),
        filled(ball, theme.shapes[5]),
    ]
    for turn in (-35, 0, 35):
        arc = shapes.turned(shapes.ellipse(x + 3 * k, top - 4 * k, 8.6 * k, 3.4 * k), turn,
                            x + 3 * k, top - 4 * k)  # fmt: skip
        drawn.append(stroked(arc, mix(theme.shapes[5], theme.ground, 0.6), 0.5))
    drawn += [
        filled(leaf(x + 22 * k, top - 9 * k, 27 * k, -62, wide=0.2), theme.homes[2]),
        stroked(shapes.polyline([(x + 15 * k, top + 4 * k), (x + 28 * k, top - 20 * k)]),
                mix(theme.homes[2], theme.ground, 0.4), 0.5),
        filled(shapes.turned(shapes.rectangle(x + 28 * k, top - 8 * k, 9 * k, 16 * k, 1), 12,
                             x + 32 * k, top), theme.shapes[4]),
    ]  # fmt: skip
    return drawn


def _star(x: float, y: float, r: float) -> list[tuple[float, float]]:
    points = []
    for step in range(10):
        reach = r if step % 2 == 0 else r * 0.46
        at = shapes.turned(shapes.polyline([(x, y - reach)]), 36 * step, x, y).points
        points.append((at[0], at[1]))
    return points


def quiet(desk: Desk, block: SharedBlock) -> None:
    """One photo large, or several arranged, as tall as the story under them leaves room for."""
    title = title_of(desk, block)
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title)
    photos, captions = told_apart(desk, block.photos)
    words = captions + told(block)
    if not words and not photos:
        words = said(desk.wording.say("memory.none"))
    here, more = photos[:MOST_AT_ONCE], photos[MOST_AT_ONCE:]
    bare = SharedBlock(block.id, block.page_type, "", passages=block.passages)
    if here:
        text = set_text(words, desk.style.body, sheet.column(0, 8)[1], balanced=False)
        sources = any(passage.sources for passage in block.passages)
        deep = text.height + 24 + (TO_SOURCES if sources else 0.0) if text.lines else 0.0
        room = max(140.0, LAST - top - deep) if words else LAST - top
        framed = frame(desk, here, block.weights[: len(here)], sheet.measure, room)
        x, y = (sheet.left, top) if words else amid(sheet, framed, top)
        top = place(sheet, framed, x, y) + 6
    pictured.going_on(desk, sheet, bare, words, top + (10 if here else 8))
    overleaf(desk, more, block.weights[len(here) :])
