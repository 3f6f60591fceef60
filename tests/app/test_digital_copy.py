"""A book as a file for the family: it opens with its password, and with nothing else."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from lifestory.app.books import find_edition, make_book
from lifestory.app.digital_copy import WeakPassword, write_digital_copy
from lifestory.app.first_book import make_first_book
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.progress import Stopped
from lifestory.pdf.locking import CannotBeTyped, lock
from lifestory.pdf.readback import read_back

PASSWORD = "Łódka kettle orbit café marmalade"


def test_it_opens_with_the_password_and_is_the_book(
    store: Store, robin: FoundChild, tmp_path: Path
) -> None:
    edition, target = make_first_book(robin), tmp_path / "book.pdf"
    report = write_digital_copy(store, robin.case, edition, target, PASSWORD)
    locked = target.read_bytes()
    assert (report.bytes, report.findings) == (len(locked), ())
    opened = pdfium.PdfDocument(locked, password=PASSWORD)
    words = [page.get_textpage().get_text_bounded() for page in opened]
    opened.close()
    plain = make_book(store, robin.case, edition).pdf
    assert words == [page.text for page in read_back(plain).pages]
    assert "Robin" in " ".join(words)


def test_it_stays_shut_without_the_password(
    store: Store, robin: FoundChild, tmp_path: Path
) -> None:
    target = tmp_path / "book.pdf"
    write_digital_copy(store, robin.case, make_first_book(robin), target, PASSWORD)
    for tried in (None, "", PASSWORD[:-1]):
        with pytest.raises(pdfium.PdfiumError):
            pdfium.PdfDocument(target.read_bytes(), password=tried)
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(target, password=tried or "")
    assert b"Robin" not in target.read_bytes()
    assert b"Life story" not in target.read_bytes()


def test_who_opens_it_may_print_it_and_have_it_read_aloud() -> None:
    with pikepdf.open(BytesIO(lock(_empty(), PASSWORD)), password=PASSWORD) as opened:
        assert opened.encryption.R == 6
        assert str(opened.encryption.stream_method) == "EncryptionMethod.aesv3"
        assert not opened.owner_password_matched
        assert opened.allow.accessibility
        assert opened.allow.print_highres
        assert not opened.allow.modify_other
        assert not opened.allow.extract


def test_the_same_letters_open_it_however_they_were_typed() -> None:
    typed = unicodedata.normalize("NFD", PASSWORD)
    pdfium.PdfDocument(lock(_empty(), typed), password=PASSWORD).close()


@pytest.mark.parametrize("password", ["x" * 200, "kettle\torbit", "", "\u200bkettle orbit"])
def test_what_no_reader_could_be_given_is_refused(password: str) -> None:
    with pytest.raises(CannotBeTyped):
        lock(_empty(), password)


@pytest.mark.parametrize("password", ["robin2017", "password", "a lamp"])
def test_a_password_that_would_be_guessed_is_refused(
    store: Store, robin: FoundChild, tmp_path: Path, password: str
) -> None:
    edition = make_first_book(robin)
    with pytest.raises(WeakPassword):
        write_digital_copy(store, robin.case, edition, tmp_path / "book.pdf", password)
    assert not (tmp_path / "book.pdf").exists()


def test_stopped_it_leaves_nothing_behind(store: Store, robin: FoundChild, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    edition = make_first_book(robin)
    with pytest.raises(Stopped):
        write_digital_copy(
            store, robin.case, edition, tmp_path / "b.pdf", PASSWORD, cancelled=lambda: True
        )
    assert set(tmp_path.iterdir()) == before


def test_its_photos_are_no_larger_than_a_screen_needs(sampled: tuple[Store, FoundChild]) -> None:
    store, robin = sampled
    edition = find_edition(robin, "older-book")
    images = read_back(make_book(store, robin.case, edition, pages="1", longest=200).pdf).images
    assert [max(one.width, one.height) for one in images] == [200]


def _empty() -> bytes:
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()
