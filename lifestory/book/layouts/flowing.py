"""Text that flows over as many pages as it needs, with its photos: the storybook's plain page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lifestory.book import motifs
from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import amid, frame, place, told_apart
from lifestory.book.layouts.labels import rise
from lifestory.book.ornaments import seeded
from lifestory.book.setting import MM, SetText, longest_word, set_text
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedPhoto

_LEAST_PHOTO = 70.0
"""A photo beside text is at least so tall with its caption, in mm."""

_LAST = 262.0
"""The lowest baseline of running text over a hill."""

_WIDE = 220.0
"""The measure from which words may stand beside a photo; on a broad page they nearly always do."""

_NEARLY = 1.5
"""So many times the room is too much for a smaller size to help."""

_BETWEEN = 12.0
"""Between photos and the words beside them, in units."""

_LETTER = 0.5
"""How wide a letter stands, in sizes, on the average of a line."""

_NEXT_TOP = 24.0
"""Where the frame begins on a page that goes on from the one before."""

_SWAY = 4.0
"""How far a hill's crest lies above and below its place, in mm."""

_LEAST_FLOWERS = 20.0
"""Where there is no room for several, none grows: one by itself looks forgotten."""

_HIGH = 180.0
"""A hill that would begin higher than this is no foot of a page any more."""

_SEAM = 4.0
"""How far below a crest of cloth its seam reaches, in mm."""


@dataclass(frozen=True)
class _Page:
    """How words and photos share a page: the words' offset from the left margin and measure, the
    photos' measure, and the words themselves, broken to their measure."""

    offset: float
    measure: float
    photos: float
    text: SetText

    @property
    def beside(self) -> bool:
        """True where the words stand beside the photos, not under them."""
        return self.offset > 0


def flow(
    desk: Desk,
    sheet: Sheet,
    top: float,
    paragraphs: tuple[Paragraph, ...],
    photos: tuple[SharedPhoto, ...],
    weights: tuple[int, ...],
    seed: object,
) -> None:
    """Fills the sheet from `top` with photos above text, or beside it on a wide page, and takes
    more pages as needed."""
    photos, captions = told_apart(desk, photos)
    paragraphs = captions + paragraphs
    moral = len(paragraphs) > 1 and all(piece.strong for piece in paragraphs[-1].pieces)
    page = _shared_out(desk, sheet, paragraphs, top, photos)
    text = page.text
    leading = text.type.leading
    if photos and BOTTOM - top < _LEAST_PHOTO:
        sheet, top = desk.page(folio=desk.theme.tint), _NEXT_TOP
    while True:
        first = top + leading * 0.55
        if photos:
            least = _LEAST_PHOTO if text.lines else 0.0
            under = text.lines and not page.beside
            room = BOTTOM - top - (idea_of(text).height + leading + 12 if under else 0.0)
            # Two stand side by side over a text; more than that only where there is room.
            roomy = room >= least + 25 * max(0, len(photos) - 2)
            now = photos[:MOST_AT_ONCE] if roomy else photos[:2]
            if text.type.most_words:
                now = photos[:1]  # an idea goes with a picture, the next with the next
            measure = page.photos if text.lines else sheet.measure
            framed = frame(desk, now, weights[: len(now)], measure, max(least, room))
            if text.lines:
                foot = place(sheet, framed, sheet.left, top)
            else:
                foot = place(sheet, framed, *amid(sheet, framed, top))
            first = foot + leading + 0.5 if under else top + text.ascent * 0.74
            photos, weights = photos[len(now) :], weights[len(now) :]
            text = _write(
                desk, sheet, text, first, page.offset, moral and not photos, seed, foot=foot
            )
        else:
            text = _in_columns(desk, sheet, text, first, page, moral, seed)
        if not text.lines and not photos:
            return
        sheet, top = desk.page(folio=desk.theme.tint), _NEXT_TOP


def idea_of(text: SetText) -> SetText:
    """What stands of a text on its next page for a reader who wants an idea at a time; all of it
    for every other."""
    if not text.type.most_words or text.fitting(_LAST) == len(text.lines):
        return text
    return text.split(text.fitting(_LAST))[0]


def _in_columns(
    desk: Desk, sheet: Sheet, text: SetText, first: float, page: _Page, moral: bool, seed: object
) -> SetText:
    """Words without photos: in one column or, broken to half the page, in two. Returns the rest."""
    if page.beside and text.lines and text.fitting(_LAST - first) < len(text.lines):
        left, text = text.split(text.fitting(_LAST - first))
        if left.lines:
            foot = sheet.write(Role.BODY, left, sheet.left, first, measure=page.measure)
            return _write(desk, sheet, text, first, page.offset, moral, seed, foot=foot)
    return _write(desk, sheet, text, first, 0.0, moral, seed)


def _shared_out(
    desk: Desk,
    sheet: Sheet,
    paragraphs: tuple[Paragraph, ...],
    top: float,
    photos: tuple[SharedPhoto, ...],
) -> _Page:
    """Words under the photos; beside them where the page is wide and the photos are larger so."""
    wide = min(sheet.measure, longest_line(desk))
    text = _set(desk, paragraphs, top, wide, bool(photos))
    under = _Page(0.0, wide, sheet.measure, text)
    if sheet.measure < _WIDE or not paragraphs:
        return under
    half = (sheet.measure - _BETWEEN) / 2
    beside = _set(desk, paragraphs, top - _LEAST_PHOTO, half, bool(photos))
    page = _Page(half + _BETWEEN, half, half, beside)
    if longest_word(" ".join(one.text for one in paragraphs), beside.type) > half:
        return under
    if not photos:
        return under if text.fitting(_LAST - top) == len(text.lines) else page
    leading = text.type.leading
    above = max(_LEAST_PHOTO, BOTTOM - top - text.height - leading - 12)
    ratio = sum(photo.ratio for photo in photos[:2])
    shown_under = min(sheet.measure, above * ratio)
    fits = text.fitting(_LAST - top - _LEAST_PHOTO) == len(text.lines)
    fits_beside = beside.height <= _LAST - top - leading
    if len(photos) > 2:
        return page if fits_beside and (sheet.broad or not fits) else under
    shown_beside = max(min(half, (BOTTOM - top) * photo.ratio) for photo in photos[:1])
    if fits_beside and (not fits or shown_beside > shown_under / len(photos[:2])):
        return page
    return page if sheet.broad else under


def longest_line(desk: Desk) -> float:
    """How wide so many letters stand as a line of this reader may have, in units."""
    return desk.reader.characters_a_line * desk.style.body.size * _LETTER / MM


def _set(
    desk: Desk, paragraphs: tuple[Paragraph, ...], top: float, measure: float, pictured: bool
) -> SetText:
    """The text in the reader's size; a little smaller when that spares a page of two lines."""
    style = desk.style

    def at(share: float) -> SetText:
        size, leading = style.body.size * share, style.body.leading * share
        body = replace(style.body, size=size, leading=leading)
        return set_text(paragraphs, body, measure, sentences=style.reader.sentence)

    def room(text: SetText) -> float:
        leading = text.type.leading
        return _LAST - top - (_LEAST_PHOTO + leading if pictured else leading * 0.55)

    whole = at(1.0)
    if whole.height <= room(whole) or whole.height > _NEARLY * room(whole):
        return whole
    smaller = at(0.92)
    return smaller if smaller.height <= room(smaller) else whole


def _write(
    desk: Desk,
    sheet: Sheet,
    text: SetText,
    top: float,
    offset: float,
    moral: bool,
    seed: object,
    *,
    foot: float = 0.0,
) -> SetText:
    """Sets what fits with its first baseline at `top`, a hill at the foot, clear of it and of what
    stands beside it down to `foot`; returns the rest."""
    if not text.lines:
        _foot(desk, sheet, foot, seed, flowers=True)
        return text
    here, rest = text.split(_never_alone(text, text.fitting(_LAST - top), moral=moral))
    if moral and not rest.lines and not offset and _with_moral(desk, sheet, here, top, seed):
        return rest
    if moral and not rest.lines:
        # Where there is no hill to set it on, its colour sets it apart.
        here = _coloured(desk, here)
    low = top
    if here.lines:
        measure = sheet.measure - offset
        low = sheet.write(Role.BODY, here, sheet.left + offset, top, measure=measure)
    _foot(desk, sheet, max(low, foot) if offset else low, seed, flowers=not rest.lines)
    return rest


def _never_alone(text: SetText, count: int, *, moral: bool) -> int:
    """How many lines stand here so that the last paragraph, where it is the moral, has the one
    before it with it on its page."""
    if not moral or text.type.most_words or not 0 < count < len(text.lines):
        return count
    last = text.lines[-1].paragraph
    if text.lines[count].paragraph != last:
        return count
    before = next(n for n, line in enumerate(text.lines) if line.paragraph >= last - 1)
    return before or count


def _coloured(desk: Desk, text: SetText) -> SetText:
    """The text with its last paragraph in the colour of titles."""
    last, colour = text.lines[-1].paragraph, desk.theme.title
    lines = (
        replace(line, spans=tuple(replace(span, colour=colour) for span in line.spans))
        if line.paragraph == last
        else line
        for line in text.lines
    )
    return replace(text, lines=tuple(lines))


def _with_moral(desk: Desk, sheet: Sheet, text: SetText, top: float, seed: object) -> bool:
    """A last paragraph that is strong throughout stands apart, on the hill; False, and nothing
    written, where the hill's crest or seam would touch it, or it would be all the page."""
    text, last = _coloured(desk, text), text.lines[-1].paragraph
    told = tuple(line for line in text.lines if line.paragraph != last)
    kept = replace(text, lines=tuple(line for line in text.lines if line.paragraph == last))
    above = replace(text, lines=told)
    low = top + above.height
    first = low + kept.lines[0].space
    apart = min(9.0, max(0.0, _LAST - first - kept.height))
    y0 = low + text.descent + 3.6 + apart / 2
    seam = _SEAM if desk.theme.drawn["ground"] == "cloth" else 0.0
    if y0 < _HIGH or y0 + _SWAY + seam > first + apart - rise(kept):
        return False
    sheet.write(Role.BODY, above, sheet.left, top, measure=sheet.measure)
    _hill(desk, sheet, y0, seed)
    sheet.write(Role.BODY, kept, sheet.left, first + apart, measure=sheet.measure)
    return True


def _foot(desk: Desk, sheet: Sheet, low: float, seed: object, *, flowers: bool) -> None:
    """The tint hill at the foot, clear of the words above it; the more room, the taller what
    grows on it, at the fold's side, away from the number."""
    y0 = max(low + 14.0, 262.0 if not flowers else 232.0)
    if y0 > 276:
        return
    _hill(desk, sheet, y0, seed)
    if not flowers or y0 > 258:
        return
    chance = seeded(seed, sheet.side, "flowers")
    tallest = min(74.0, y0 + 20 - low - 21)
    if tallest < _LEAST_FLOWERS:
        return
    drawn: list[Shape] = []
    for off, share in ((6, 0.45), (17, 0.8), (30, 1.0), (44, 0.6)):
        x = sheet.right - off if sheet.side == "left" else sheet.left + off
        if share * tallest < 12:
            continue
        drawn += motifs.growing(
            desk.theme,
            chance,
            x,
            y0 + 22,
            share * tallest,
            desk.theme.shapes[2],
            desk.theme.shapes[1],
        )
        drawn += motifs.tuft(
            desk.theme, chance, x - 4, y0 + 24, tallest * 0.2 + 4, desk.theme.shapes[1]
        )
    sheet.art("cow parsley", drawn)


def _hill(desk: Desk, sheet: Sheet, y0: float, seed: object) -> None:
    """Laid right over the ground, so that photos and words lie over it."""
    before = len(sheet.elements)
    phase = seeded(seed, "hill").uniform(0.05, 0.2)
    theme, low = desk.theme, sheet.height + 5
    sheet.art("hill", motifs.ground(theme, sheet.width, low, y0, 3, 0.85, phase, theme.tint))
    sheet.elements.insert(1, sheet.elements.pop(before))
