"""What a word processor puts on the clipboard, brought down to what the book can say: paragraphs,
strong, lists and line breaks. Tables give up their cells as paragraphs; looks, pictures, links,
comments, notes at the foot, hidden and deleted words are left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from lifestory.app.words import BULLET, Paragraph, Piece, Words, tidy

SLICE = 8192
"""Letters of HTML that are read in a few milliseconds."""
_LEFT_OUT = {
    "style", "script", "title", "xml", "head", "del", "template", "noscript", "svg", "select",
    "textarea", "button", "object",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "li", "ul", "ol", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "pre", "section", "article", "dd", "dt", "hr", "body",
}  # fmt: skip
_STRONG = {"b", "strong"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "col", "wbr", "base", "area", "embed"}
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?<![\w-])font-size\s*:\s*0"
    r"(?![\d.])|mso-element\s*:\s*(?:comment|field|footnote|endnote|header|footer|toc)"
    r"|mso-(?:foot|end)note-id",
    re.IGNORECASE,
)
_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_LISTED = re.compile(r"mso-list\s*:\s*l\d+", re.IGNORECASE)
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(\w{1,4})[.)]")


def words_of_html(html: str) -> Words:
    """The words of some HTML."""
    return tidy(paragraph for words in slices_of_html(html) for paragraph in words)


def slices_of_html(html: str, letters: int = SLICE) -> Iterator[Words]:
    """The words of some HTML, some paragraphs at a time, so that whoever shows them can take a
    breath between two; those of all slices together are its words, each paragraph in one."""
    reader, copied = _Reader(), _fragment(html)
    for start in range(0, len(copied), letters):
        reader.feed(copied[start : start + letters])
        yield tidy(reader.taken())
    reader.close()
    yield tidy(reader.ended())


def words_of_text(text: str) -> Words:
    """The words of plain text: a paragraph for each line or, where empty lines part paragraphs,
    a line break for each."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = re.split(r"\n\s*\n", clean) if re.search(r"\n\s*\n", clean) else clean.split("\n")
    return tidy(Paragraph((Piece(part),)) for part in parts)


def _fragment(html: str) -> str:
    """What was copied, without the document around it (CF_HTML's own marks)."""
    start, end = html.find("<!--StartFragment"), html.rfind("<!--EndFragment")
    return html[html.find(">", start) + 1 : end] if 0 <= start < end else html


class _Reader(HTMLParser):
    """Collects paragraphs. Each open element keeps what it changes until it is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._words: list[Paragraph] = []
        self._pieces: list[Piece] = []
        self._bullet = ""
        self._open: list[tuple[str, bool, bool, bool]] = []
        """(tag, left out, strong, a marker that the word processor drew)"""
        self._lists: list[int | None] = []
        self._marker = ""
        self._conditional = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        if tag == "br":
            self._say("\n")
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._bullet = self._counted()
        elif tag == "p" and _LISTED.search(style):
            self._bullet = BULLET
        if tag not in _VOID:
            _, out, strong, marker = self._open[-1] if self._open else ("", False, False, False)
            out = out or tag in _LEFT_OUT or "hidden" in given or bool(_HIDDEN.search(style))
            weight = _WEIGHT.search(style)
            if weight:
                strong = weight[1].lower() in {"bold", "bolder", "600", "700", "800", "900"}
            elif tag in _STRONG:
                strong = True
            self._open.append((tag, out, strong, marker or bool(_MARKER.search(style))))

    def handle_endtag(self, tag: str) -> None:
        at = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n][0] == tag), None)
        if at is not None:
            del self._open[at:]
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in _BLOCKS:
            self._end_paragraph()

    def handle_data(self, data: str) -> None:
        _, out, strong, marker = self._open[-1] if self._open else ("", False, False, False)
        if out:
            return
        if marker or self._conditional:
            self._marker += data
            return
        text = _SPACE.sub(" ", data)
        said = self._pieces[-1].what if self._pieces else "\n"
        if isinstance(said, str) and said.endswith((" ", "\n")):
            text = text.lstrip(" ")
        self._say(text, strong)

    def handle_comment(self, data: str) -> None:
        self._condition(data.strip("[] "))

    def unknown_decl(self, data: str) -> None:
        self._condition(data)

    def _condition(self, said: str) -> None:
        """Between these two stands what is drawn for programs that know no lists, notes or
        comments: a marker."""
        said = " ".join(said.split())
        if said.startswith("if !support") and not said.startswith("if !supportEmptyParas"):
            self._conditional = True
        elif said.startswith("endif"):
            self._conditional = False

    def taken(self) -> list[Paragraph]:
        """The paragraphs that have ended since they were last taken."""
        taken, self._words = self._words, []
        return taken

    def ended(self) -> list[Paragraph]:
        """The rest of what was read."""
        self._end_paragraph()
        return self.taken()

    def _say(self, text: str, strong: bool = False) -> None:
        if text:
            self._pieces.append(Piece(text, strong))

    def _counted(self) -> str:
        count = self._lists[-1] if self._lists else None
        if count is None:
            return BULLET
        self._lists[-1] = count + 1
        return f"{count + 1}."

    def _end_paragraph(self) -> None:
        number = _NUMBER.match(self._marker.strip())
        if self._bullet == BULLET and number:
            self._bullet = f"{number[1]}." if number[1].isdecimal() else "1."
        if any(isinstance(one.what, str) and one.what.strip() for one in self._pieces):
            self._words.append(Paragraph(tuple(self._pieces), self._bullet))
            self._bullet = ""
        self._pieces, self._marker, self._conditional = [], "", False
