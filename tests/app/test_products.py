"""Print products, from the finished files: where each page stands, on what paper, its colours."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from lifestory.app.books import Book, beside, compose_edition, editions, make_book, print_book
from lifestory.app.measures import measures
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.products import Prints, made_ready, printers
from lifestory.app.reading_back import letters
from lifestory.app.trial_prints import trial_pdf
from lifestory.book.cover_sheet import spine
from lifestory.book.for_paper import bled, clear_of_binding
from lifestory.book.printers import WrongSize, printer
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.plans import Art, Box, PagePlan, Picture, Words
from lifestory.sharing.lens import share

Sampled = tuple[Store, FoundChild]
MM = 72 / 25.4
WHITE = (255, 255, 255)


def edition_of(robin: FoundChild, name: str = "first-book") -> Edition:
    """An edition of the sample child."""
    return next(one for one in editions(robin) if one.name == name)


def ready(robin: FoundChild, product: str, **how: object) -> Prints:
    """The first book as a product, without its photos being made."""
    shared = share(robin.case.records, edition_of(robin))
    return made_ready(shared, product, **how)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def folded(sampled: Sampled) -> Book:
    """The outer two sheets of the first book as a booklet."""
    store, robin = sampled
    return make_book(store, robin.case, edition_of(robin), pages="1-3", printer="booklet")


@pytest.fixture(scope="module")
def proof(sampled: Sampled) -> Book:
    """Some pages of the first book as a proof."""
    store, robin = sampled
    return make_book(store, robin.case, edition_of(robin), pages="1,6-8,18-19", proof=True)


@pytest.fixture(scope="module")
def for_shop(sampled: Sampled) -> Book:
    """The book for older readers as for a print shop."""
    store, robin = sampled
    return make_book(store, robin.case, edition_of(robin, "older-book"), printer="print-shop")


def said_in(pdf: bytes, page: int, left: float, right: float) -> str:
    """The letters between two uprights of a page, counted from 0; in points."""
    document = pdfium.PdfDocument(pdf)
    text = document[page].get_textpage()
    found: str = text.get_text_bounded(left=left, right=right)
    document.close()
    return letters(found)


def planned(plan: PagePlan) -> str:
    """The letters of a page as it was composed."""
    return letters("".join(words.text for words in plan.words()))


def looks(pdf: bytes, page: int, scale: float = 0.5) -> pdfium.PdfBitmap:
    """A page, counted from 0, as a picture."""
    return pdfium.PdfDocument(pdf)[page].render(scale=scale).to_pil().convert("RGB")


def test_each_page_of_a_booklet_is_on_the_right_half_of_the_right_sheet(
    sampled: Sampled, folded: Book
) -> None:
    whole = ready(sampled[1], "booklet").plans
    last = len(whole) - 1
    middle = 297 / 2 * MM
    expected = [(last, 0), (1, last - 1), (last - 2, 2), (3, last - 3)]
    for side, halves in enumerate(expected):
        said = (said_in(folded.pdf, side, 0, middle), said_in(folded.pdf, side, middle, 2 * middle))
        for at, half in zip(halves, said, strict=True):
            # Where a line of two directions stands, PDFium does not tell: its words lie anywhere.
            plain = [one for one in whole[at].words() if letters(one.text).isascii()]
            assert all(letters(one.text) in half for one in plain), (side, whole[at].number)
        assert sorted("".join(said)) == sorted("".join(planned(whole[at]) for at in halves))
    assert folded.pages == 8
    assert folded.findings == ()


def test_a_booklet_has_whole_sheets_and_a_last_page_that_says_nothing(sampled: Sampled) -> None:
    for edition in editions(sampled[1]):
        plans = made_ready(share(sampled[1].case.records, edition), "booklet").plans
        assert len(plans) % 4 == 0
        assert planned(plans[-1]) == ""
        assert [plan.number for plan in plans] == list(range(1, len(plans) + 1))
        assert all(plan.elements for plan in plans), "no page is empty"


@pytest.mark.parametrize("blocks", range(1, 6))
def test_what_fills_up_a_booklet_is_worth_having(sampled: Sampled, blocks: int) -> None:
    edition = replace(
        edition_of(sampled[1]),
        sections=(Section(part=Part.BACK, blocks=(Block(page_type="hopes"),) * blocks),),
    )
    shared = share(sampled[1].case.records, edition)
    bare, plans = made_ready(shared).plans, made_ready(shared, "booklet").plans
    filled = plans[len(bare) : -1]
    assert len(plans) == -(-(len(bare) + 1) // 4) * 4
    assert [plan.page_type for plan in filled] == ["draw-here"] * len(filled)
    assert len({plan.digest for plan in filled}) == len(filled)
    if filled:
        assert "My story goes on" in {words.text for words in filled[-1].words()}


def test_both_sides_have_an_even_count_and_one_side_has_what_it_has(sampled: Sampled) -> None:
    pages = len(compose_edition(sampled[1].case, edition_of(sampled[1])))
    assert len(ready(sampled[1], "plain").plans) == pages
    assert len(ready(sampled[1], "office").plans) == pages
    assert len(ready(sampled[1], "duplex").plans) == pages + pages % 2
    assert ready(sampled[1], "duplex").duplex == "DuplexFlipLongEdge"
    assert ready(sampled[1], "booklet").duplex == "DuplexFlipShortEdge"
    assert ready(sampled[1], "office").duplex == "Simplex"


def test_a_range_brings_the_other_pages_of_its_sheets(sampled: Sampled) -> None:
    def numbers(product: str, pages: str) -> list[int]:
        return [plan.number for plan in ready(sampled[1], product, pages=pages).plans]

    assert numbers("plain", "4,7") == numbers("office", "4,7") == [4, 7]
    assert numbers("duplex", "4,7") == [3, 4, 7, 8]
    last = len(ready(sampled[1], "booklet").plans)
    assert numbers("booklet", "1") == [1, 2, last - 1, last]


def test_nothing_to_read_or_see_stands_within_20_mm_of_the_rings(sampled: Sampled) -> None:
    plans = ready(sampled[1], "ring-binder").plans
    for plan in plans:
        for one in plan.elements:
            if not isinstance(one, Art):
                inner = one.box.x if plan.side == "right" else plan.width - one.box.right
                outer = plan.width - inner - one.box.width
                assert inner >= 20 * MM - 0.01, (plan.number, one)
                assert outer >= 5 * MM - 0.01
    assert {plan.digest for plan in plans} != {
        plan.digest for plan in ready(sampled[1], "duplex").plans
    }


@pytest.mark.parametrize("size", ["a4", "a5", "square", "a4-landscape"])
def test_no_layout_comes_nearer_to_the_cut_than_the_guide_that_is_drawn(
    sampled: Sampled, size: str
) -> None:
    least = measures(size).safe * MM
    for edition in editions(sampled[1]):
        for plan in compose_edition(sampled[1].case, replace(edition, size=size)):
            for box in (words.box for words in plan.words() if words.lines):
                room = min(box.x, box.y, plan.width - box.right, plan.height - box.top)
                assert room > least - 0.5, (edition.name, plan.page_type)


def test_marks_for_the_holes_lie_along_the_edge_that_is_bound(sampled: Sampled) -> None:
    for plan in ready(sampled[1], "ring-binder-holes").plans:
        (marks,) = (one for one in plan.elements if isinstance(one, Art) and one.name == "holes")
        middle = marks.box.x + marks.box.width / 2
        from_binding = middle if plan.side == "right" else plan.width - middle
        assert from_binding == pytest.approx(12 * MM)
        assert marks.box.height == pytest.approx(83 * MM)
    plain = ready(sampled[1], "ring-binder").plans
    assert not any(
        one.name == "holes" for plan in plain for one in plan.elements if isinstance(one, Art)
    )


def test_the_pages_for_a_print_shop_have_a_bleed_all_round_and_colour_in_it(for_shop: Book) -> None:
    with pikepdf.open(BytesIO(for_shop.pdf)) as pdf:
        for page in pdf.pages:
            left, low, right, top = (float(side) for side in page.trimbox)
            media = [float(side) for side in page.mediabox]
            assert [float(side) for side in page.obj.BleedBox] == media
            assert (left, low) == pytest.approx((3 * MM, 3 * MM), abs=0.01)
            assert (right - left, top - low) == pytest.approx((210 * MM, 297 * MM), abs=0.01)
            assert media[2] == pytest.approx(216 * MM, abs=0.01)
        pages = len(pdf.pages)
    assert pages % 2 == 0
    for number in range(pages):
        picture = looks(for_shop.pdf, number, 0.2)
        wide, high = picture.width - 1, picture.height - 1
        ring = [(x, y) for x in range(0, wide, 3) for y in (0, high)]
        ring += [(x, y) for x in (0, wide) for y in range(0, high, 3)]
        assert not [at for at in ring if picture.getpixel(at) == WHITE], f"page {number + 1}"
    assert for_shop.findings == ()


def test_a_photo_to_the_edges_goes_on_over_the_cut(sampled: Sampled) -> None:
    some = next(plan for plan in ready(sampled[1], "plain").plans if plan.pictures())
    top_half = Box(0, some.height / 2, some.width, some.height / 2)
    photo = replace(some.pictures()[0], box=top_half)
    page = replace(some, elements=(photo,), order=())
    bleed = 3 * MM
    further = bled(page, bleed).elements[page.elements.index(photo)]
    assert isinstance(further, Picture)
    assert further.box == photo.box, "nothing of it is lost at the cut, no face"
    over = further.beyond
    assert over is not None
    assert over.x == pytest.approx(-bleed, abs=0.01)
    assert over.y == photo.box.y
    assert over.right == pytest.approx(page.width + bleed, abs=0.01)
    assert over.top == pytest.approx(page.height + bleed, abs=0.01)


def test_the_cover_is_one_piece_with_a_spine_for_its_pages(
    sampled: Sampled, for_shop: Book
) -> None:
    cover = for_shop.cover
    assert cover is not None
    assert cover.findings == ()
    paper = printer("print-shop").cover
    assert paper is not None
    wide = for_shop.pages / 2 * paper.paper + 2 * paper.board
    assert spine(paper, for_shop.pages) == pytest.approx(wide)
    with pikepdf.open(BytesIO(cover.pdf)) as pdf:
        (page,) = pdf.pages
        left, low, right, top = (float(side) for side in page.trimbox)
    assert right - left == pytest.approx((2 * 210 + wide) * MM, abs=0.01)
    assert top - low == pytest.approx(297 * MM, abs=0.01)
    assert said_in(cover.pdf, 0, left, left + 210 * MM + wide * MM) == ""
    assert "Robin" in said_in(cover.pdf, 0, left + (210 + wide) * MM, right)
    block = pdfium.PdfDocument(for_shop.pdf)[0].get_textpage().get_text_bounded()
    assert "My story so far" in block, "the block begins with the title page"


def test_a_thicker_paper_makes_a_broader_spine() -> None:
    paper = printer("print-shop").cover
    assert paper is not None
    assert spine(replace(paper, paper=0.3), 40) > spine(paper, 40) > spine(paper, 20)
    assert spine(paper, 21) == spine(paper, 22), "an odd page takes a leaf too"


def test_a_book_without_a_cover_page_gets_a_cover_of_its_own_for_the_print_shop(
    sampled: Sampled,
) -> None:
    edition = replace(
        edition_of(sampled[1]),
        sections=(Section(part=Part.BACK, blocks=(Block(page_type="hopes"),)),),
    )
    prints = made_ready(share(sampled[1].case.records, edition), "print-shop")
    assert prints.cover is not None
    assert "Robin" in planned(prints.cover)
    assert prints.plans[0].side == "right"


def test_a_proof_has_no_colour_at_all(proof: Book) -> None:
    for page in range(proof.pages):
        red, green, blue = looks(proof.pdf, page, 0.6).split()
        assert red.tobytes() == green.tobytes() == blue.tobytes(), f"page {page + 1}"


def test_a_colour_printer_prints_a_proof_in_black_alone(proof: Book) -> None:
    with pikepdf.open(BytesIO(proof.pdf)) as pdf:
        photos = [image for page in pdf.pages for image in page.get_images().values()]
        assert {str(image.ColorSpace) for image in photos} == {"/DeviceGray"}
        told = {
            str(one.operator) for page in pdf.pages for one in pikepdf.parse_content_stream(page)
        }
    assert "g" in told
    assert told.isdisjoint({"rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"})


def test_draft_is_on_every_page_of_a_proof_and_behind_its_words(
    sampled: Sampled, proof: Book
) -> None:
    document = pdfium.PdfDocument(proof.pdf)
    for number in range(proof.pages):
        assert "DRAFT" in document[number].get_textpage().get_text_bounded()
    for product in ("plain", "booklet"):
        for plan in ready(sampled[1], product, proof=True).plans:
            names = [
                one.name if isinstance(one, Art) else type(one).__name__ for one in plan.elements
            ]
            mark = names.index("draft")
            assert set(names[mark + 1 :]) == {"Words"}
            assert "Words" not in names[:mark]
            art = plan.elements[mark]
            assert isinstance(art, Art)
            assert art.box.width > plan.width * 0.6
    assert proof.findings == ()


def test_a_proof_says_all_that_the_book_says(sampled: Sampled) -> None:
    book, grey = ready(sampled[1], "plain").plans, ready(sampled[1], "plain", proof=True).plans
    for plan, drafted in zip(book, grey, strict=True):
        assert sorted(planned(drafted)) == sorted(planned(plan) + "DRAFT")
        assert len(drafted.pictures()) == len(plan.pictures())


def test_the_same_case_makes_the_same_booklet(sampled: Sampled, folded: Book) -> None:
    store, robin = sampled
    again = make_book(store, robin.case, edition_of(robin), pages="1-3", printer="booklet")
    assert again.pdf == folded.pdf


def test_no_product_has_a_fault_that_qpdf_finds(
    folded: Book, for_shop: Book, tmp_path: Path
) -> None:
    assert for_shop.cover is not None
    for pdf in (folded.pdf, for_shop.cover.pdf, trial_pdf("booklet")):
        with pikepdf.open(BytesIO(pdf)) as opened:
            assert opened.check_pdf_syntax() == []
        if shutil.which("qpdf"):
            (tmp_path / "made.pdf").write_bytes(pdf)
            asked = ["qpdf", "--check", str(tmp_path / "made.pdf")]
            assert subprocess.run(asked, capture_output=True, check=False).returncode == 0


def test_a_print_dialog_begins_with_the_right_edge_and_true_size(folded: Book) -> None:
    with pikepdf.open(BytesIO(folded.pdf)) as pdf:
        wanted = pdf.Root.ViewerPreferences
        assert str(wanted.Duplex) == "/DuplexFlipShortEdge"
        assert str(wanted.PrintScaling) == "/None"
        for page in pdf.pages:
            assert [float(side) for side in page.trimbox] == [float(x) for x in page.mediabox]


def test_a_test_print_says_which_edge_and_numbers_each_page_where_it_is_read() -> None:
    pdf, middle = trial_pdf("booklet"), 297 / 2 * MM
    document = pdfium.PdfDocument(pdf)
    assert len(document) == 4
    order = [(8, 1), (2, 7), (6, 3), (4, 5)]
    for side, (left, right) in enumerate(order):
        assert str(left) in said_in(pdf, side, 0, middle)
        assert str(right) in said_in(pdf, side, middle, 2 * middle)
    said = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert "flip on the short edge" in said
    assert "flip on the long edge" in " ".join(
        document[1].get_textpage().get_text_bounded().split()
    )
    assert "flip on the long edge" in " ".join(
        pdfium.PdfDocument(trial_pdf("duplex"))[0].get_textpage().get_text_bounded().split()
    )
    assert {len(pdfium.PdfDocument(trial_pdf(one.name))) for one in printers()} == {2, 4}


def test_a_print_shop_gets_two_files_and_a_stranger_learns_nothing_from_their_names(
    sampled: Sampled, tmp_path: Path
) -> None:
    store, robin = sampled
    edition = replace(
        edition_of(robin),
        sections=(Section(part=Part.BACK, blocks=(Block(page_type="hopes"),)),),
    )
    target = tmp_path / "book.pdf"
    report = print_book(store, robin.case, edition, target, printer="print-shop")
    assert report.cover is not None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book-cover.pdf", "book.pdf"]
    assert report.cover.target == beside(target)
    assert (report.pages % 2, report.cover.pages) == (0, 1)


def test_a_landscape_book_is_not_folded(sampled: Sampled) -> None:
    shared = share(sampled[1].case.records, replace(edition_of(sampled[1]), size="a4-landscape"))
    with pytest.raises(WrongSize):
        made_ready(shared, "booklet")


def test_a_page_is_moved_from_the_binding_no_further_than_the_printer_reaches(
    sampled: Sampled,
) -> None:
    page = next(plan for plan in ready(sampled[1], "plain").plans if plan.page_type == "about-me")
    moved = clear_of_binding(page, 50 * MM)
    outer = min(
        one.box.x if page.side == "left" else page.width - one.box.right
        for one in moved.elements
        if isinstance(one, Words | Picture)
    )
    assert outer == pytest.approx(5 * MM, abs=0.01)


def test_colour_runs_over_the_fold_and_out_to_the_edges_of_a_folded_sheet(sampled: Sampled) -> None:
    store, robin = sampled
    hopes = (Block(page_type="hopes"),) * 5
    sections = (Section(part=Part.BACK, blocks=hopes),)
    edition = replace(edition_of(robin), size="a5", sections=sections)
    book = make_book(store, robin.case, edition, printer="booklet")
    assert book.pages == 8
    for number in range(4):
        sheet = looks(book.pdf, number, 1.5)
        fold, last = sheet.width // 2, sheet.width - 1
        seen = [(x, y) for x in (0, fold - 1, fold, last) for y in range(0, sheet.height, 5)]
        assert not [at for at in seen if sheet.getpixel(at) == WHITE], f"side {number + 1}"
