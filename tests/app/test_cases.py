"""Children come into a store, are found again, and stand in the order of their deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lifestory import assets
from lifestory.app.caseload import (
    add_child,
    add_from_open_folder,
    children,
    put_away,
    set_due,
)
from lifestory.app.open_case import FoundChild, NoSuchChild, find_child, keep_changed
from lifestory.app.open_store import Store, open_store, store_within
from lifestory.app.progress import Stopped
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Original
from lifestory.domain.people import Case, Stage
from lifestory.store.troubles import AlreadyThere

PASSPHRASE = "a lamp in the window"


def test_a_new_child_has_a_name_a_birthday_and_a_neutral_reference(
    store: Store, robin: FoundChild
) -> None:
    (card,) = children(store, date(2026, 3, 20))
    assert (card.name, card.age and card.age.years) == ("Robin", 9)
    assert card.reference.startswith("C-")
    assert (card.due, card.working_days_left, card.open_findings) == (None, None, None)


def test_a_child_is_found_by_reference_in_any_case_and_by_id(
    store: Store, robin: FoundChild
) -> None:
    reference = robin.child.reference
    assert find_child(store, reference.lower()).id == robin.id
    assert find_child(store, robin.id).id == robin.id
    for nobody in ("", "C-0000"):
        with pytest.raises(NoSuchChild):
            find_child(store, nobody)


def test_the_most_urgent_comes_first_and_who_has_no_date_last(store: Store) -> None:
    dues = {"later": date(2026, 9, 1), "late": date(2026, 6, 1), "never": None}
    for name, due in dues.items():
        found = add_child(store, name)
        keep_changed(found.case, "Set a date", replace(found.child, due=due))
    cards = children(store, date(2026, 6, 3))
    assert [(card.name, card.working_days_left) for card in cards] == [
        ("late", -2),
        ("later", 63),
        ("never", None),
    ]


def test_a_case_that_is_put_away_is_not_on_the_board(store: Store, robin: FoundChild) -> None:
    (case,) = robin.case.records.of(Case)
    keep_changed(robin.case, "Put a case away", replace(case, archived=True))
    assert children(store) == ()
    assert find_child(store, robin.child.reference).id == robin.id


def test_an_open_folder_comes_in_whole_and_stays(tmp_path: Path, store: Store) -> None:
    taken = add_from_open_folder(store, assets.path("sample", "robin"))
    store.close()
    with open_store(tmp_path / "store", PASSPHRASE) as again:
        (child,) = taken.children
        records = find_child(again, child).case.records
        originals = records.of(Original)
        assert (len(records), len(originals)) == (taken.records, taken.originals)
        for original in originals[:3]:
            assert len(again.vault.originals.read(original.id)) == original.bytes


def test_a_case_that_is_here_already_is_not_taken_in_twice(store: Store) -> None:
    taken = add_from_open_folder(store, assets.path("sample", "robin"))
    with pytest.raises(AlreadyThere):
        add_from_open_folder(store, assets.path("sample", "robin"))
    assert len(children(store)) == len(taken.children)
    assert len(list((store.folder / "originals").glob("*/*"))) == taken.originals


def test_a_stop_in_the_middle_of_taking_in_leaves_nothing(store: Store) -> None:
    seen: list[int] = []
    with pytest.raises(Stopped):
        add_from_open_folder(
            store,
            assets.path("sample", "robin"),
            lambda done, _total, _what: seen.append(done),
            lambda: len(seen) > 3,
        )
    assert store.vault.case_ids() == ()
    assert not list((store.folder / "originals").glob("*/*"))


def test_a_reference_that_is_taken_is_given_out_anew(store: Store) -> None:
    found = add_child(store, "Somebody", HonestDate.parse("2019"))
    keep_changed(found.case, "Rename", replace(found.child, reference="SAMPLE-ROBIN"))
    taken = add_from_open_folder(store, assets.path("sample", "robin"))
    assert "SAMPLE-ROBIN" not in taken.references


def test_the_folder_of_a_demo_stands_for_the_store_in_it(store: Store) -> None:
    assert store_within(store.folder) == store.folder
    assert store_within(store.folder.parent) == store.folder
    assert store_within(store.folder / "originals") == store.folder / "originals"


def test_what_is_due_is_kept_and_undone(store: Store, robin: FoundChild) -> None:
    set_due(store, robin.id, date(2026, 11, 27), " final book ", Stage.CHECK)
    (card,) = children(store, date(2026, 11, 19))
    assert (card.due_for, card.working_days_left, card.stage) == ("final book", 6, Stage.CHECK)
    robin.case.undo()
    assert children(store)[0].due is None


def test_a_case_that_is_put_away_is_kept_and_comes_back(store: Store, robin: FoundChild) -> None:
    put_away(store, robin.case.id, archived=True)
    assert children(store) == ()
    (card,) = children(store, with_archived=True)
    assert card.archived
    assert card.name == "Robin"
    put_away(store, robin.case.id, archived=False)
    assert len(children(store)) == 1
