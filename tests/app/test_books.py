"""Books: composed, shown, printed, and read back from the finished file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from lifestory import assets
from lifestory.app.books import (
    NoSuchEdition,
    NothingToPrint,
    compose_edition,
    editions,
    find_edition,
    make_book,
    preview_pdf,
    print_book,
)
from lifestory.app.caseload import add_from_open_folder
from lifestory.app.first_book import make_first_book
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import Store
from lifestory.app.page_ranges import NoSuchPages
from lifestory.app.products import made_ready
from lifestory.app.progress import Stopped
from lifestory.app.reading_back import compare
from lifestory.app.stories import passages, write_text
from lifestory.app.timeline import add_milestone
from lifestory.domain.arrangement import Block, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Original
from lifestory.domain.readers import Band
from lifestory.pdf.readback import FontUsed, ImageUsed, read_back
from lifestory.sharing.lens import share
from lifestory.store.troubles import MissingOriginal

Sampled = tuple[Store, FoundChild]


def test_every_edition_of_the_sample_prints_without_a_finding(
    sampled: Sampled, tmp_path: Path
) -> None:
    store, robin = sampled
    for edition in editions(robin):
        report = print_book(store, robin.case, edition, tmp_path / "book.pdf")
        assert report.findings == ()
        least = 2 if edition.band is Band.ADULT else 14
        assert report.pages == len(compose_edition(robin.case, edition)) >= least
        assert report.bytes == (tmp_path / "book.pdf").stat().st_size
        assert report.words > 50
    assert [path.name for path in tmp_path.iterdir()] == ["book.pdf"]


@pytest.mark.parametrize("printer", ["plain", "booklet", "print-shop"])
def test_an_edition_without_a_page_is_a_sentence_and_no_file(
    sampled: Sampled, tmp_path: Path, printer: str
) -> None:
    store, robin = sampled
    (first, *_) = editions(robin)
    nobody = Block(page_type="home-along-the-way")
    for sections in ((), (Section(part=Part.PAST),), (Section(part=Part.PAST, blocks=(nobody,)),)):
        bare = replace(first, sections=sections)
        with pytest.raises(NothingToPrint):
            print_book(store, robin.case, bare, tmp_path / "book.pdf", printer=printer)
    assert not list(tmp_path.iterdir())


def test_a_sign_that_no_typeface_has_is_found_with_its_page_before_the_book_is_handed_over(
    store: Store, robin: FoundChild
) -> None:
    for year in (2018, 2019, 2020):
        add_milestone(robin, "The song \U0001d11e", HonestDate.parse(f"{year}"), Band.READ_TO_ME)
    edition = make_first_book(robin)
    pages = [p.number for p in compose_edition(robin.case, edition) if p.page_type == "timeline"]
    (*_, found) = made = make_book(store, robin.case, edition).findings
    assert {one.check for one in made} == {"letters"}
    assert found.page in pages
    assert "Take it out of the words" in found.remedy


def test_the_same_case_prints_the_same_bytes(sampled: Sampled) -> None:
    store, robin = sampled
    edition = editions(robin)[0]
    digests = {
        hashlib.sha256(make_book(store, robin.case, edition, pages="1-4").pdf).hexdigest()
        for _ in range(2)
    }
    assert len(digests) == 1


def test_a_range_prints_just_those_pages(sampled: Sampled) -> None:
    store, robin = sampled
    edition = find_edition(robin, "FIRST-BOOK")
    assert make_book(store, robin.case, edition, pages="2, 4-5").pages == 3
    for wrong in ("0", "5-4", "1-", "soon", "9999"):
        with pytest.raises(NoSuchPages):
            make_book(store, robin.case, edition, pages=wrong)


def test_an_edition_that_is_not_there_is_answered_with_those_that_are(sampled: Sampled) -> None:
    with pytest.raises(NoSuchEdition) as trouble:
        find_edition(sampled[1], "third-book")
    assert "first-book" in trouble.value.remedy


def test_the_preview_has_the_same_words_and_smaller_photos(sampled: Sampled) -> None:
    store, robin = sampled
    plans = [plan for plan in compose_edition(robin.case, editions(robin)[0]) if plan.pictures()]
    page = plans[0]
    preview = read_back(preview_pdf(store, [page], width=200))
    printed = read_back(
        make_book(store, robin.case, editions(robin)[0], pages=str(page.number)).pdf
    )
    assert preview.pages[0].text == printed.pages[0].text
    assert max(image.width for image in preview.images) <= 200
    assert max(image.width for image in printed.images) > 200


def test_a_stop_prints_nothing(sampled: Sampled, tmp_path: Path) -> None:
    store, robin = sampled
    with pytest.raises(Stopped):
        print_book(
            store, robin.case, editions(robin)[0], tmp_path / "book.pdf", cancelled=lambda: True
        )
    assert list(tmp_path.iterdir()) == []


def test_a_missing_original_prints_nothing(store: Store, tmp_path: Path) -> None:
    (child,) = add_from_open_folder(store, assets.path("sample", "robin")).children
    robin = find_child(store, child)
    for sealed in (store.folder / "originals").glob("*/*"):
        sealed.unlink()
    with pytest.raises(MissingOriginal):
        print_book(store, robin.case, editions(robin)[0], tmp_path / "book.pdf")
    assert not (tmp_path / "book.pdf").exists()


def test_an_edited_sentence_reaches_the_page(store: Store) -> None:
    (child,) = add_from_open_folder(store, assets.path("sample", "robin")).children
    robin = find_child(store, child)
    for passage in passages(robin):
        for band in passage.texts:
            write_text(robin.case, passage, band, "A sentence written a moment ago.")
    plans = compose_edition(robin.case, editions(robin)[0])
    assert any("written a moment ago" in words.text for plan in plans for words in plan.words())


def test_what_reading_back_must_find_is_found(sampled: Sampled) -> None:
    store, robin = sampled
    edition = editions(robin)[0]
    everything = compose_edition(robin.case, edition)
    page = next(plan for plan in everything if plan.pictures() and plan.words())
    read = read_back(make_book(store, robin.case, edition, pages=str(page.number)).pdf)
    name = page.words()[0].text.split()[0]
    assert compare([(page,)], read, [name], "Life story") == ()

    def found(**changed: object) -> set[str]:
        other = replace(read, **changed)  # type: ignore[arg-type]
        return {finding.check for finding in compare([(page,)], other, [name], "Life story")}

    unsaid = replace(read.pages[0], text=read.pages[0].text.replace(name, ""))
    talking = ImageUsed(1, 10, 10, 10.0, has_metadata=True)
    assert found(pages=()) == {"pages"}
    assert found(pages=(unsaid,)) == {"name", "words"}
    assert found(images=()) == {"pictures"}
    assert "metadata" in found(images=(talking,) * len(read.images))
    assert found(fonts=(FontUsed("Helvetica", embedded=False),)) == {"fonts"}
    assert found(info={"Title": "Robin"}) == {"metadata"}


def test_what_is_found_on_a_folded_sheet_names_the_pages_of_the_book(sampled: Sampled) -> None:
    store, robin = sampled
    edition = editions(robin)[0]
    prints = made_ready(share(robin.case.records, edition), "booklet", "3")
    read = read_back(make_book(store, robin.case, edition, pages="3", printer="booklet").pdf)
    assert compare(prints.by_side, read, (), "Life story") == ()
    side = next(pages for pages in prints.by_side if 3 in {plan.number for plan in pages})
    at = prints.by_side.index(side)
    pages = list(read.pages)
    pages[at] = replace(pages[at], text="")
    (found,) = compare(prints.by_side, replace(read, pages=tuple(pages)), (), "Life story")
    (beside,) = {plan.number for plan in side} - {3}
    assert found.page == 3
    assert f"page {beside} beside it" in found.found


def test_older_bands_do_not_reach_a_young_reader(sampled: Sampled) -> None:
    _, robin = sampled
    young = next(one for one in editions(robin) if one.band is Band.FIRST_READER)
    older = {text for one in passages(robin) if (text := one.texts.get(Band.OLDER))}
    words = " ".join(w.text for plan in compose_edition(robin.case, young) for w in plan.words())
    assert older
    assert not any(text.split("\n")[0] in words for text in older)


def test_the_originals_of_the_sample_all_have_a_size(sampled: Sampled) -> None:
    assert all(one.width and one.height for one in sampled[1].case.records.of(Original))
