"""Words as they are written to words as they are set: the small CommonMark subset.

Paragraphs, strong, lists and line breaks; everything else prints as it was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_READ = MarkdownIt("zero").enable(["list", "emphasis", "newline", "escape"])


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one weight; "\\n" is a line break."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `bullet` is what stands before a list item: "•", "1." or nothing."""

    pieces: tuple[Piece, ...]
    bullet: str = ""

    @property
    def text(self) -> str:
        """What it says, without weights."""
        return "".join(piece.text for piece in self.pieces)


def plain(text: str) -> tuple[Paragraph, ...]:
    """Text that is never parsed (the child's own words): a paragraph for each blank line."""
    parts = text.replace("\r\n", "\n").split("\n\n")
    return tuple(Paragraph((Piece(part.strip("\n")),)) for part in parts if part.strip())


@lru_cache(maxsize=2048)
def parse(text: str) -> tuple[Paragraph, ...]:
    """A passage's text as paragraphs."""
    paragraphs: list[Paragraph] = []
    numbers: list[int | None] = []
    bullet = ""
    for token in _READ.parse(text):
        match token.type:
            case "bullet_list_open":
                numbers.append(None)
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
            case "list_item_open":
                number = numbers[-1]
                bullet = "•" if number is None else f"{number}."
                if number is not None:
                    numbers[-1] = number + 1
            case "inline":
                paragraphs.append(Paragraph(_pieces(token.children or []), bullet))
                bullet = ""
            case _:
                pass
    return tuple(paragraph for paragraph in paragraphs if paragraph.text.strip())


def _pieces(tokens: list[Token]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    strong = 0
    for token in tokens:
        match token.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "softbreak" | "hardbreak":
                pieces.append(Piece("\n", strong > 0))
            case "em_open" | "em_close":
                # No italics in these books: what was typed as emphasis prints as typed.
                pieces.append(Piece(token.markup, strong > 0))
            case _:
                pieces.append(Piece(token.content, strong > 0))
    return tuple(piece for piece in pieces if piece.text)
