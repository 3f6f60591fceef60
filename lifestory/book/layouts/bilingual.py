"""A passage in two languages side by side, paragraph beside paragraph: the book's own on the left,
the other on the right, set from the right where it is written so."""

from __future__ import annotations

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import story
from lifestory.book.layouts.framing import frame, overleaf, place, told_apart
from lifestory.book.layouts.heading import BASELINE, title_of
from lifestory.book.layouts.told_after import meadow
from lifestory.book.setting import SetText, longest_word, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.book.words import Paragraph, Piece, parse
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPassage, SharedTranslation

_APART = 16.0
"""Between the two columns, in mm."""

_NARROW = 0.74
"""The size of young readers' titles in a column of half a page, of what it is across the page; and
that of words that are too many for the reader's own size."""

_LARGER = {True: (1.6, 1.4, 1.2, 1.0), False: (1.0, 0.92, 0.84, _NARROW)}
"""The sizes of words tried, older readers' and young ones', the largest first: few words of older
ones are set larger."""

_FILLS = 0.82
"""The share of a page that larger words fill at the most."""

_PAD = 7.0
"""From the right column's panel to its words, in mm."""

_LAST = 261.0
"""The lowest baseline, clear of the page's number with the panel's edge, in mm."""

_NEXT_TOP = 34.0
"""The first baseline on a page that goes on from the one before."""

_BETWEEN = 1.35
"""From a paragraph's last line to the next one's first, in lines."""

_MOST_PHOTOS = 2
_TALLEST, _LEAST = 104.0, 56.0
"""How tall photos stand at most, and at least where the words want the page, in mm."""

Row = tuple[SetText, SetText]
"""What stands side by side, from one first baseline; either may be empty."""
_Kind = tuple[Role, Row]
_Placed = tuple[Role, Row, float]
"""A row with the baseline of its first lines, in mm from the top."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The other language on a tinted panel; as a plain story where there is no other language."""
    if _has_two(block):
        _Pages(desk, block).fill()
    else:
        story.storybook(desk, block)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """A rule between the languages; as a plain story where there is but one."""
    if _has_two(block):
        _Pages(desk, block).fill()
    else:
        story.quiet(desk, block)


def _has_two(block: SharedBlock) -> bool:
    return bool(block.passages and block.passages[0].translations)


class _Pages:
    """The pages of a block as they are filled."""

    def __init__(self, desk: Desk, block: SharedBlock) -> None:
        self.desk = desk
        self.block = block
        self.passage: SharedPassage = block.passages[0]
        self.other: SharedTranslation = self.passage.translations[0]
        self.wide = (desk.measure - _APART) / 2
        self.body = desk.style.body

    def fill(self) -> None:
        """Titles, photos, then the paragraphs, two and two."""
        desk, block = self.desk, self.block
        title = title_of(desk, block) or self.passage.title
        photos, captions = told_apart(desk, block.photos)
        sheet = desk.page(title)
        titles = self._both(title, self.other.title, self._narrow(desk.style.title), plain=True)
        placed: list[_Placed] = []
        top = _NEXT_TOP - 12
        if any(one.lines for one in titles):
            first = BASELINE + _rise(titles)
            placed.append((Role.HEADING, titles, first))
            top = first + _height(titles) + _depth(titles) + 6
        rows = self._in_size(captions, _LAST - top - (_LEAST + 12 if photos else 0.0))
        if photos:
            weights = block.weights[:_MOST_PHOTOS]
            room = _LAST - top - 12 - _tall(rows[0][1])
            tall = min(_TALLEST, max(_LEAST, room))
            framed = frame(desk, photos[:_MOST_PHOTOS], weights, sheet.measure, tall)
            # Over both languages, so what tells these apart begins under it.
            self._write(sheet, placed, ground=False)
            middle = sheet.left + (sheet.measure - framed.width) / 2
            placed, top = [], place(sheet, framed, middle, top) + 12
        low = self._told(sheet, placed, top, rows)
        if low and not desk.quiet:
            meadow(desk, sheet, low + _PAD, block.id)
        overleaf(desk, photos[_MOST_PHOTOS:], block.weights[_MOST_PHOTOS:])

    def _in_size(self, captions: tuple[Paragraph, ...], room: float) -> list[_Kind]:
        """The rows in the largest type in which they end on their page and break no word; in the
        smallest where there is none."""
        body, rows = self.desk.style.body, []
        said = f"{self.passage.text} {self.other.text}"
        for share in _LARGER[self.desk.quiet]:
            self.body = body.scaled(share)
            rows = self._rows(captions)
            deep = sum(_tall(row) + _pitch(row) * (_BETWEEN - 0.75) for _, row in rows)
            fits = deep <= room * (_FILLS if share > 1 else 1.0)
            if fits and longest_word(said, self.body) <= self.wide:
                break
        return rows

    def _told(self, sheet: Sheet, placed: list[_Placed], y: float, rows: list[_Kind]) -> float:
        """The rows of paragraphs from `y` down, on as many pages as they take; what one page can
        hold is not parted. Returns where they end, 0 when that is overleaf."""
        before, first_sheet = 0.0, sheet
        while rows:
            role, row = rows.pop(0)
            pitch = _pitch(row)
            first = y + (_BETWEEN * max(before, pitch) if before else _rise(row) + 0.75 * pitch)
            here, rest = _parted(row, _LAST - first)
            if _has_lines(rest) and _height(row) < _LAST - _NEXT_TOP - _rise(row):
                here, rest = _parted(row, -1.0)
            if _has_lines(here):
                placed.append((role, here, first))
                y, before = first + _height(here), pitch
            if _has_lines(rest):
                rows.insert(0, (role, rest))
                self._write(sheet, placed)
                sheet, placed = self.desk.page(), []
                y, before = _NEXT_TOP - 0.75 * pitch, 0.0
        self._write(sheet, placed)
        return y if sheet is first_sheet else 0.0

    def _rows(self, captions: tuple[Paragraph, ...]) -> list[_Kind]:
        """Paragraph beside paragraph where both languages have as many, else all beside all."""
        mine, other = parse(self.passage.text), parse(self.other.text)
        pairs: list[tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]] = [(mine, other)]
        if len(mine) == len(other):
            pairs = [((one,), (two,)) for one, two in zip(mine, other, strict=True)]
        rows = [(Role.BODY, self._both(one, two, self.body)) for one, two in pairs]
        small = self.desk.style.caption
        sources = ", ".join(self.passage.sources)
        source = self.desk.wording.say("sources.from", sources=sources) if sources else ""
        notes = tuple(
            Paragraph((Piece(part, strong=part == note.heading),))
            for note in (self.passage.notes if self.desk.quiet else ())
            for part in (note.heading, note.text)
        )
        rows.append((Role.NOTE, self._both(source, self.other.by, small, plain=True)))
        rows.append((Role.NOTE, self._both(captions + notes, (), small, plain=True)))
        return [(role, row) for role, row in rows if _has_lines(row)]

    def _both(
        self,
        mine: tuple[Paragraph, ...] | str,
        other: tuple[Paragraph, ...] | str,
        type_: Type,
        *,
        plain: bool = False,
    ) -> Row:
        sentences = self.desk.reader.sentence and not plain
        balanced = plain or not self.desk.quiet
        return (
            set_text(mine or (), type_, self.wide, balanced=balanced, sentences=sentences),
            set_text(
                other or (),
                type_,
                self.wide,
                balanced=balanced,
                sentences=sentences,
                language=self.other.language,
            ),
        )

    def _narrow(self, type_: Type) -> Type:
        share = 1.0 if self.desk.quiet and type_.size < 24 else _NARROW
        return type_.scaled(share)

    def _write(self, sheet: Sheet, placed: list[_Placed], *, ground: bool = True) -> None:
        """All of the left column, then all of the right: so they are read aloud."""
        if not placed:
            return
        right = sheet.right - self.wide
        told = [(row, first) for _, row, first in placed if row[1].lines]
        if ground and told:
            high = min(first - max(one.ascent for one in row) for row, first in told)
            low = max(first + _height(row) + _depth(row) for row, first in told)
            self._ground(sheet, right, high, low)
        for side, x in enumerate((sheet.left, right)):
            for role, row, first in placed:
                sheet.write(role, row[side], x, first, measure=self.wide)

    def _ground(self, sheet: Sheet, right: float, high: float, low: float) -> None:
        """What tells the languages apart: a panel under the other, or a rule between them."""
        if self.desk.quiet:
            x = right - _APART / 2
            line = shapes.polyline([(x, high), (x, low)])
            sheet.art("rule", [stroked(line, self.desk.theme.rule, 0.3)])
            return
        panel = shapes.rectangle(
            right - _PAD, high - _PAD, self.wide + 2 * _PAD, low - high + 2 * _PAD, 5.0
        )
        sheet.art("panel", [filled(panel, self.desk.theme.tint)])


def _parted(row: Row, room: float) -> tuple[Row, Row]:
    """What of both stands within `room` mm below their first baseline, and what does not."""
    counts = [one.fitting(room) for one in row]
    (mine, mine_left), (other, other_left) = (
        one.split(count) for one, count in zip(row, counts, strict=True)
    )
    return (mine, other), (mine_left, other_left)


def _has_lines(row: Row) -> bool:
    return any(one.lines for one in row)


def _rise(row: Row) -> float:
    return max(one.rise for one in row)


def _height(row: Row) -> float:
    return max(one.height for one in row)


def _depth(row: Row) -> float:
    return max((one.descent for one in row if one.lines), default=0.0)


def _pitch(row: Row) -> float:
    """From line to line, in mm, where it is widest: Nastaliq stands taller than its leading."""
    return max(
        [one.type.leading for one in row] + [line.space for one in row for line in one.lines[1:]]
    )


def _tall(row: Row) -> float:
    """All that a row takes, in mm."""
    return _rise(row) + 0.75 * _pitch(row) + _height(row)
