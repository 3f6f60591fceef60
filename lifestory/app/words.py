"""The words of the book as one edits them: paragraphs of letters and mentions, read from the
Markdown a record keeps and written back to it.

What is read is what the book prints: the same parser, with each mention held together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace

from lifestory.book.words import parse
from lifestory.sharing.names import MENTION, SOMEONE

BULLET = "•"
_STARTS_A_LIST = re.compile(r"(?:[-+*]|\d{1,9}(?=[.)]))(?=[.)]?(?:\s|$))")
_MARKUP = re.compile(r"([\\*_])|(\](?=\((?:person|place):))")
_PARTS = re.compile(r"\n\n(?=\S)")
_LOOKS = re.compile(r"\*\*|^ *(?:[-+*]|\d{1,9}[.)]) ", re.MULTILINE)
_SPARE = range(0xF0000, 0xFFFFD)
"""Letters nobody uses: one of them stands for a mention while the parser reads."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or some place by its record: `target` is "person:ID" or "place:ID", `label` the
    word that was kept with it, printed only when nobody knows the record."""

    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or one mention, in one weight; "\\n" is a line break."""

    what: str | Mention
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or, with a `bullet` ("•", "1.", "2." ...), an item of a list."""

    pieces: tuple[Piece, ...]
    bullet: str = ""


Words = tuple[Paragraph, ...]
_Cell = tuple[str | Mention, bool]
"""One letter or mention, and whether it is strong."""


def read(text: str) -> Words:
    """The paragraphs of a kept text, tidy."""
    return tidy(paragraph for part in _PARTS.split(text) for paragraph in _read_part(part))


@lru_cache(maxsize=4096)
def _read_part(text: str) -> Words:
    """Paragraphs that an empty line parts from the rest: only what changes is read again."""
    spare = next(chr(code) for code in _SPARE if chr(code) not in text)
    mentions = (Mention(f"{one[2]}:{one[3]}", one[1]) for one in MENTION.finditer(text))
    paragraphs = []
    for paragraph in parse(MENTION.sub(spare, text)):
        cells: list[_Cell] = [
            (next(mentions) if letter == spare else letter, piece.strong)
            for piece in paragraph.pieces
            for letter in piece.text
        ]
        paragraphs.append(Paragraph(_pieces(cells), paragraph.bullet))
    return tuple(paragraphs)


def write(words: Iterable[Paragraph]) -> str:
    """The Markdown of these paragraphs; `read(write(words)) == tidy(words)`."""
    text, before = "", ""
    for paragraph in tidy(words):
        same_list = bool(before) and _marker(before)[-1:] == _marker(paragraph.bullet)[-1:]
        if text:
            text += "\n" if same_list and paragraph.bullet else "\n\n"
        text += _written(paragraph)
        before = paragraph.bullet
    return text


def tidy(words: Iterable[Paragraph]) -> Words:
    """The paragraphs as they can be kept: no white space at the edge of a line, no empty line or
    paragraph, strong only where Markdown can say so, and the items of a list counted on."""
    found: list[Paragraph] = []
    for paragraph in words:
        for number, one in enumerate(_tidied(paragraph)):
            bullet = one.bullet if number == 0 else ""
            if bullet and bullet != BULLET and found and found[-1].bullet[:1].isdigit():
                bullet = f"{int(found[-1].bullet[:-1]) + 1}."
            found.append(Paragraph(one.pieces, bullet))
    return tuple(found)


def plain(words: Iterable[Paragraph], names: Mapping[str, str] | None = None) -> str:
    """The words alone, a line for each paragraph; mentions by their label, or by `names`, where
    one that is not among them is "someone": their label may be a name that was erased."""

    def said(what: str | Mention) -> str:
        if not isinstance(what, Mention):
            return what
        return what.label if names is None else names.get(what.target, SOMEONE)

    return "\n".join("".join(said(one.what) for one in part.pieces) for part in words)


def counted(text: str) -> str:
    """The words of a kept text without marks and targets, to be counted: not read whole."""
    return _LOOKS.sub("", MENTION.sub(lambda one: one[1], text))


def label_for(name: str) -> str:
    """A name as it may stand between a mention's brackets."""
    return " ".join(re.sub(r"[\[\]]", "", name).split())


def _marker(bullet: str) -> str:
    return "-" if bullet == BULLET else bullet


@lru_cache(maxsize=4096)
def _tidied(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Paragraphs it makes: a line left empty ends one."""
    lines: list[list[_Cell]] = [[]]
    for cell in _cells(paragraph.pieces):
        if cell[0] == "\n":
            lines.append([])
        elif isinstance(cell[0], Mention) or _kept(cell[0]):
            lines[-1].append(cell)
    made = []
    for filled, some in groupby((_stripped(line) for line in lines), key=bool):
        if filled:
            cells = [cell for line in some for cell in (*line, ("\n", False))][:-1]
            made.append(Paragraph(_pieces(_settled(cells)), paragraph.bullet))
    return tuple(made)


def _kept(letter: str) -> bool:
    """No control characters or halves of one; a tab is white space."""
    return letter == "\t" or unicodedata.category(letter) not in {"Cc", "Cs", "Zl", "Zp"}


def _stripped(line: list[_Cell]) -> list[_Cell]:
    edges = [at for at, (what, _) in enumerate(line) if not _is_space(what)]
    return line[edges[0] : edges[-1] + 1] if edges else []


def _settled(cells: list[_Cell]) -> list[_Cell]:
    """The cells with strong as Markdown can say it: a strong run neither begins nor ends with
    white space, nor with a mark when a letter touches it there (CommonMark, "flanking")."""
    weights = [strong for _, strong in cells]
    # A line break between strong words is as strong as they are.
    for at in range(1, len(cells) - 1):
        if cells[at][0] == "\n":
            weights[at] = weights[at - 1] and weights[at + 1]
    for backwards in (False, True):
        order = range(len(cells) - 1, -1, -1) if backwards else range(len(cells))
        step = 1 if backwards else -1
        for at in order:
            beside = at + step
            outside = not 0 <= beside < len(cells) or not weights[beside]
            if weights[at] and outside and not _may_begin(cells, at, beside):
                weights[at] = False
    return [(what, strong) for (what, _), strong in zip(cells, weights, strict=True)]


def _may_begin(cells: list[_Cell], at: int, beside: int) -> bool:
    what = cells[at][0]
    neighbour = cells[beside][0] if 0 <= beside < len(cells) else " "
    if _is_space(what):
        return False
    return not _is_mark(what) or _is_space(neighbour) or _is_mark(neighbour)


def _is_space(what: str | Mention) -> bool:
    return isinstance(what, str) and (what.isspace() or isWhiteSpace(ord(what)))


def _is_mark(what: str | Mention) -> bool:
    return isinstance(what, str) and (isMdAsciiPunct(ord(what)) or isPunctChar(what))


def _cells(pieces: Sequence[Piece]) -> Iterator[_Cell]:
    for piece in pieces:
        if isinstance(piece.what, Mention):
            yield piece.what, piece.strong
        else:
            yield from ((letter, piece.strong) for letter in piece.what)


def _pieces(cells: Iterable[_Cell]) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for what, strong in cells:
        last = made[-1] if made else None
        if last and last.strong == strong and isinstance(what, str) and isinstance(last.what, str):
            made[-1] = Piece(last.what + what, strong)
        else:
            made.append(Piece(what, strong))
    return tuple(made)


@lru_cache(maxsize=4096)
def _written(paragraph: Paragraph) -> str:
    text = ""
    strong = False
    for piece in (*paragraph.pieces, Piece("")):
        if piece.strong != strong:
            text += "**"
            strong = piece.strong
        text += _kept_piece(piece.what)
    marker = f"{_marker(paragraph.bullet)} " if paragraph.bullet else ""
    lines = [_STARTS_A_LIST.sub(_escaped_start, line, count=1) if _STARTS_A_LIST.match(line)
             else line for line in text.split("\n")]  # fmt: skip
    return marker + f"\n{' ' * len(marker)}".join(lines)


def _kept_piece(what: str | Mention) -> str:
    if isinstance(what, Mention):
        return f"[{what.label}]({what.target})"
    return _MARKUP.sub(lambda one: f"\\{one[1]}" if one[1] else "]\\", what)


def _escaped_start(found: re.Match[str]) -> str:
    start = found[0]
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"
