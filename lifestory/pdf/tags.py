"""What a reader who cannot see is told: a tagged PDF's structure (PDF 32000-1, 14.6 to 14.8).

Pages are drawn from back to front and told in the order of their plans: so what is drawn gets a
number as it comes, and the tree puts the numbers in the order of telling. The tree is a document of
parts, a part is of headings, paragraphs, lists, figures and captions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from lifestory.domain.plans import Art, Box, Element, PagePlan, Picture, Role, Words
from lifestory.pdf.marks import BULLET, ITEM, SAID, Mark, marks_of, text
from lifestory.pdf.numbers import number

PHOTO = "A photo."
"""Said of a photo of which nothing else is."""


class _Written(PDFObject):
    """An object of the file, written by us."""

    def __init__(self, document: Any) -> None:
        document.Reference(self)
        self.reference = f"{document.objectcounter} 0 R"
        self.content = ""

    def format(self, _document: Any) -> bytes:
        """As ReportLab asks for it."""
        return self.content.encode("ascii")


@dataclass(slots=True, eq=False)
class _Node:
    """A structure element: what it is, what more is said of it, and what is in it: other elements,
    and numbers of what is drawn on its page (counted from 0)."""

    tag: str
    kids: list[_Node | int] = field(default_factory=list)
    said: str = ""
    page: int = 0
    file: _Written | None = None

    @property
    def reference(self) -> str:
        """How others name it, once it has its object."""
        assert self.file is not None, "filed before it is named"
        return self.file.reference

    @property
    def within(self) -> Iterator[_Node]:
        """The elements in it."""
        return (kid for kid in self.kids if isinstance(kid, _Node))


class Tags:
    """The structure of one document, gathered while its pages are drawn. `language` is that of the
    document: only words in another say theirs."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._whole = _Node("Document", said=f"/Lang {text(language)}")
        self._owners: list[list[_Node]] = []
        """For each page, the element that has each of its marks."""
        self._section = self._whole
        self._part: str | None = None
        self._headed = False

    def page(self, plan: PagePlan) -> dict[int, tuple[Mark, ...]]:
        """The marks of the next page: of every element that is read aloud, by its place."""
        read = plan.read
        marks: dict[int, tuple[Mark, ...]] = {}
        used = 0
        for place in sorted(read):
            marks[place] = tuple(marks_of(plan.elements[place], used))
            used += len(marks[place])
        self._owners.append([self._whole] * used)
        if plan.part != self._part:
            self._part, self._headed = plan.part, False
            title = f"/T {text(plan.part)}" if plan.part else ""
            self._section = _Node("Sect", said=title)
            self._whole.kids.append(self._section)
        for place in read:
            self._section.kids += self._told(plan.elements[place], marks[place], plan.bleed)
        return marks

    def _told(self, element: Element, marks: Sequence[Mark], bleed: float) -> list[_Node]:
        match element:
            case Picture():
                alt = element.alt or element.caption or PHOTO
                return [self._leaf("Figure", marks, _figure(alt, element.box, bleed))]
            case Art():
                return [self._leaf("Figure", marks, _figure(element.alt, element.box, bleed))]
            case Words(role=Role.HEADING):
                tag = "H2" if self._headed else "H1"
                self._headed = True
                return [self._leaf(tag, marks, self._tongue(element))]
            case Words(role=Role.QUOTE):
                return [_Node("BlockQuote", [*self._paragraphs(element, marks)])]
            case Words():
                return self._paragraphs(element, marks)

    def _paragraphs(self, words: Words, marks: Sequence[Mark]) -> list[_Node]:
        """Paragraphs, and lists where they have bullets."""
        said = self._tongue(words)
        caption = words.role is Role.CAPTION
        nodes: list[_Node] = []
        begins = [at for at, mark in enumerate(marks) if mark.paragraph]
        for begin, end in zip(begins, (*begins[1:], len(marks)), strict=True):
            first = marks[begin]
            bullet = first.first in words.bullets
            item = first.first - 1 in words.bullets
            tag = BULLET if bullet else ITEM if item else "Caption" if caption else "P"
            leaf = self._leaf(tag, marks[begin:end], said)
            if bullet:
                if not nodes or nodes[-1].tag != "L":
                    nodes.append(_Node("L", said=_counted(words.lines[first.first].text)))
                nodes[-1].kids.append(_Node("LI", [leaf]))
            elif item:
                [*nodes[-1].within][-1].kids.append(leaf)
            else:
                nodes.append(leaf)
        return nodes

    def _leaf(self, tag: str, marks: Sequence[Mark], said: str) -> _Node:
        """An element of these marks; a line that is said otherwise is an element within it."""
        page = len(self._owners) - 1
        node = _Node(tag, said=said, page=page)
        for mark in marks:
            owner = node
            if mark.tag == SAID:
                owner = _Node(SAID, said=f"/ActualText {text(mark.said)}", page=page)
                node.kids.append(owner)
            owner.kids.append(mark.number)
            self._owners[page][mark.number] = owner
        return node

    def _tongue(self, words: Words) -> str:
        return "" if words.language == self._language else f"/Lang {text(words.language)}"

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it so
        """Add the tree to the drawn document; ReportLab calls this when all pages are drawn."""
        root, parents = _Written(document), _Written(document)
        pages = [document.Reference(page).format(document).decode() for page in document.Pages]
        _file(self._whole, document)
        _write(self._whole, root.reference, pages)
        root.content = (
            f"<</Type /StructTreeRoot /K {self._whole.reference}"
            f" /ParentTree {parents.reference} /ParentTreeNextKey {len(pages)}>>"
        )
        owned = (
            f"{index} [{' '.join(owner.reference for owner in owners)}]"
            for index, owners in enumerate(self._owners)
        )
        parents.content = f"<</Nums [{' '.join(owned)}]>>"
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for index, page in enumerate(document.Pages):
            page.StructParents, page.Tabs = index, PDFName("S")
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]


def _file(node: _Node, document: Any) -> None:
    node.file = _Written(document)
    for kid in node.within:
        _file(kid, document)


def _write(node: _Node, parent: str, pages: Sequence[str]) -> None:
    assert node.file is not None, "filed before it is written"
    own = node.file.reference
    numbered = any(isinstance(kid, int) for kid in node.kids)
    inside = " ".join(kid.reference if isinstance(kid, _Node) else str(kid) for kid in node.kids)
    page = f" /Pg {pages[node.page]}" if numbered else ""
    node.file.content = f"<</S /{node.tag} /P {parent}{page} /K [{inside}] {node.said}>>"
    for kid in node.within:
        _write(kid, own, pages)


def _figure(alt: str, box: Box, bleed: float) -> str:
    """What is said of a figure instead of showing it, and where it stands on the sheet."""
    corners = " ".join(number(at + bleed) for at in (box.x, box.y, box.right, box.top))
    return f"/Alt {text(alt)} /A <</O /Layout /BBox [{corners}]>>"


def _counted(bullet: str) -> str:
    kind = "Decimal" if bullet.rstrip(".").isdecimal() else "Disc"
    return f"/A <</O /List /ListNumbering /{kind}>>"
