"""What every file that leaves says of itself: its language, a neutral title, its colours; nothing
of the child. What is read on a screen is told in order too; what is imposed is for paper alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from lifestory.app.books import editions, make_book
from lifestory.app.digital_copy import write_digital_copy
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.products import printers
from lifestory.app.trial_prints import trial_pdf
from lifestory.domain.arrangement import Block, Part, Section

PASSWORD = "kettle marble lantern otter"
ON_SCREEN = {"plain", "plain proof", "copy for a screen"}
EVERY = sorted(
    [name for one in printers() for name in (one.name, f"{one.name} proof", f"{one.name} test")]
    + ["print-shop cover", "print-shop proof cover", "copy for a screen"]
)


@pytest.fixture(scope="module")
def files(
    sampled: tuple[Store, FoundChild], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Every kind of file there is, of a book of two pages."""
    store, robin = sampled
    front = Section(part=Part.FRONT, blocks=(Block(page_type="cover"),))
    back = Section(part=Part.BACK, blocks=(Block(page_type="hopes"),))
    short = replace(editions(robin)[0], sections=(front, back))
    made: dict[str, bytes] = {}
    for product in printers():
        made[f"{product.name} test"] = trial_pdf(product.name)
        for name, proof in ((product.name, False), (f"{product.name} proof", True)):
            book = make_book(store, robin.case, short, printer=product.name, proof=proof)
            made[name] = book.pdf
            if book.cover:
                made[f"{name} cover"] = book.cover.pdf
    target: Path = tmp_path_factory.mktemp("copy") / "copy.pdf"
    write_digital_copy(store, robin.case, short, target, PASSWORD)
    made["copy for a screen"] = target.read_bytes()
    return made


@pytest.fixture(params=EVERY)
def file(
    request: pytest.FixtureRequest, files: dict[str, bytes]
) -> Iterator[tuple[str, pikepdf.Pdf]]:
    """Each by its name, open."""
    name: str = request.param
    password = PASSWORD if name == "copy for a screen" else ""
    with pikepdf.open(BytesIO(files[name]), password=password) as pdf:
        yield name, pdf


def test_every_file_says_its_language_and_colours_and_a_title_that_says_nothing(
    file: tuple[str, pikepdf.Pdf],
) -> None:
    name, pdf = file
    title = "Test print" if name.endswith("test") else "Life story"
    assert str(pdf.Root.Lang) == "en-GB"
    assert str(pdf.docinfo.Title) == title
    assert set(pdf.docinfo.keys()) == {"/Title", "/Producer"}
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as said:
        assert (said["dc:title"], list(said["dc:language"])) == (title, ["en-GB"])
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.OutputConditionIdentifier) == "sRGB"
    assert bytes(intent.DestOutputProfile.read_bytes())[36:40] == b"acsp"
    for page in pdf.pages:
        assert page.obj.TrimBox is not None
        assert page.obj.BleedBox is not None


def test_what_is_read_on_a_screen_is_tagged_and_what_is_imposed_is_for_paper(
    file: tuple[str, pikepdf.Pdf],
) -> None:
    name, pdf = file
    tagged = "/StructTreeRoot" in pdf.Root
    assert tagged == ("/MarkInfo" in pdf.Root)
    if name in ON_SCREEN:
        assert tagged
        assert bool(pdf.Root.MarkInfo.Marked)
        assert all(str(page.obj.Tabs) == "/S" for page in pdf.pages)
    if name.startswith("booklet"):
        assert not tagged, "the order of the sheets is not that of reading"
