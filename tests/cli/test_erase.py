"""`lifestory erase` and `lifestory errands`, as a script meets them."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from lifestory.app.caseload import add_child
from lifestory.app.copies import remember_file
from lifestory.app.open_store import open_store
from lifestory.domain.copies import Form
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage


@pytest.fixture
def robin(desk: Any) -> tuple[str, str]:
    """The reference of a child in the store, and the id of somebody in that story."""
    with open_store(desk.store, desk.passphrase_file.read_text("utf-8").split("\n")[0]) as store:
        found = add_child(store, "Robin")
        gran = Person(given="Zhalina", known_as="Gran")
        words = Passage(texts={Band.FIRST_READER: f"[Gran](person:{gran.id}) came."})
        with found.case.change("Add") as change:
            change.add(gran)
            change.add(words)
        remember_file(found.case, Form.PDF, Path("book.pdf"), found.id)
        return found.child.reference, str(gran.id)


def test_a_person_is_erased_and_the_errands_are_ticked_off(
    desk: Any, robin: tuple[str, str]
) -> None:
    reference, gran = robin
    done = desk.here("erase", desk.store, reference, "--person", gran, "--yes", "--json")
    assert done.status == 0
    erased, errand = done.lines
    assert erased == {"erased": "person", "records": 1, "left": 1}
    assert errand["what"] == "pdf"
    said = desk.here("errands", desk.store)
    assert "book.pdf" in said.out
    assert "Zhalina" not in said.out
    assert desk.here("errands", desk.store, "--done", errand["errand"]).out == ""
    assert desk.here("errands", desk.store, "--done", errand["errand"]).status == 2
    assert desk.here("store", "check", desk.store).status == 0


def test_without_the_reference_typed_again_nothing_is_erased(
    desk: Any, robin: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reference, gran = robin
    ended = desk.here("erase", desk.store, reference, "--person", gran)
    assert ended.status == 2
    assert "“someone”" in ended.out, "what it would do was said first"
    assert "Nothing has been erased" in ended.err
    monkeypatch.setattr("sys.stdin", _Typed("C-WRNG"))
    assert desk.here("erase", desk.store, reference, "--child").status == 2
    monkeypatch.setattr("sys.stdin", _Typed(reference.lower()))
    assert desk.here("erase", desk.store, reference, "--child").status == 0
    assert desk.here("child", "list", desk.store).out == ""


def test_only_what_is_in_the_story_is_erased(desk: Any, robin: tuple[str, str]) -> None:
    gone = desk.here("erase", desk.store, robin[0], "--photo", str(uuid4()), "--yes")
    assert gone.status == 2
    assert desk.here("store", "check", desk.store).status == 0


class _Typed:
    """A terminal on which this was typed."""

    def __init__(self, words: str) -> None:
        self._words = words

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return f"{self._words}\n"
