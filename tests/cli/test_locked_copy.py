"""A locked copy from the command line: the password comes from a file."""

from __future__ import annotations

from typing import Any

import pypdfium2 as pdfium
import pytest

PASSWORD = "kettle orbit marmalade lantern"


def test_a_book_is_locked_with_the_first_line_of_a_file(desk: Any) -> None:
    added = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines[0]
    secret = desk.folder / "secret.txt"
    secret.write_text(f"{PASSWORD}\n", encoding="utf-8")
    book = ("book", desk.store, added["child"], "--edition", "first-book", "-o", "a.pdf")
    for paper in (("--printer", "booklet"), ("--proof",)):
        refused = desk.here(*book, *paper, "--password-file", secret)
        assert (refused.status, "for a screen" in refused.err) == (2, True)
        assert not (desk.folder / "a.pdf").exists()
    made = desk.here(*book, "--password-file", secret, "--json")
    assert made.status == 0, made.err
    assert PASSWORD not in made.out + made.err
    locked = (desk.folder / "a.pdf").read_bytes()
    with pytest.raises(pdfium.PdfiumError):
        pdfium.PdfDocument(locked)
    opened = pdfium.PdfDocument(locked, password=PASSWORD)
    assert len(opened) == made.lines[0]["pages"]
    opened.close()


def test_a_password_that_would_be_guessed_is_refused(desk: Any) -> None:
    added = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines[0]
    secret = desk.folder / "secret.txt"
    secret.write_text("robin\n", encoding="utf-8")
    book = ("book", desk.store, added["child"], "--edition", "first-book", "-o", "a.pdf")
    refused = desk.here(*book, "--password-file", secret)
    assert (refused.status, "guessed" in refused.err) == (2, True)
    assert not (desk.folder / "a.pdf").exists()
