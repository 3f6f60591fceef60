"""A child's archive: written, verified, opened into another store that prints the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from lifestory.app.archives import (
    IdentityKey,
    Passphrase,
    list_archive,
    open_into_store,
    write_child_archive,
)
from lifestory.app.backups import check_store
from lifestory.app.books import editions, make_book
from lifestory.app.open_case import FoundChild, OpenCase, find_child
from lifestory.app.open_store import Store, create_store
from lifestory.app.photos import add_photos
from lifestory.app.progress import Stopped
from lifestory.app.trails import kept_trails
from lifestory.domain.copies import FileCopy
from lifestory.domain.life import Milestone
from lifestory.domain.media import Original
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.sealing.streams import new_identity
from lifestory.sealing.troubles import Damaged, WrongPassphrase

Sampled = tuple[Store, FoundChild]
KEY = Passphrase("three blue kites")


@pytest.fixture(scope="module")
def archive(sampled: Sampled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample child's archive."""
    target = tmp_path_factory.mktemp("archive") / "robin.tar"
    write_child_archive(*sampled, target, passphrase=KEY.text, work_factor=10)
    return target


def told(case: OpenCase) -> dict[UUID, Record]:
    """The records of a case, but for the trail that came with its archive, and what is noted of the
    archives that were written from it."""
    aside = {*kept_trails(case), *case.records.of(FileCopy)}
    return {key: one for key, one in case.records.items() if one not in aside}


def test_an_archive_opened_in_another_store_prints_the_same_bytes(
    sampled: Sampled, archive: Path, store: Store
) -> None:
    taken = open_into_store(store, archive, KEY)
    there, here = sampled[1], find_child(store, sampled[1].id)
    assert told(here.case) == told(there.case)
    assert taken.originals == len(there.case.records.of(Original))
    for old, new in zip(editions(there), editions(here), strict=True):
        before = make_book(sampled[0], there.case, old, pages="1-2").pdf
        assert make_book(store, here.case, new, pages="1-2").pdf == before


def test_an_archive_holds_the_books_as_they_print(sampled: Sampled, archive: Path) -> None:
    names = {entry.name for entry in list_archive(archive, KEY)}
    books = {f"books/{edition.name}.pdf" for edition in editions(sampled[1])}
    assert books | {"child.json", "child.schema.json", "README.txt"} <= names


def test_a_wrong_passphrase_or_a_flipped_bit_leaves_the_store_as_it_was(
    archive: Path, store: Store, tmp_path: Path
) -> None:
    broken = bytearray(archive.read_bytes())
    broken[len(broken) // 2] ^= 1
    (tmp_path / "broken.tar").write_bytes(broken)
    with pytest.raises(WrongPassphrase):
        open_into_store(store, archive, Passphrase("three red kites"))
    with pytest.raises(Damaged):
        open_into_store(store, tmp_path / "broken.tar", KEY)
    assert store.vault.case_ids() == ()
    assert not list((store.folder / "originals").glob("*/*"))


def test_a_recipient_opens_it_without_a_passphrase(
    store: Store, robin: FoundChild, tmp_path: Path
) -> None:
    council = new_identity()
    write_child_archive(
        store, robin, tmp_path / "a.tar", recipients=[council.recipient], work_factor=10
    )
    assert list_archive(tmp_path / "a.tar", IdentityKey(council.secret))


def test_a_childs_archive_has_nothing_that_is_a_sisters_alone(
    store: Store, robin: FoundChild, tmp_path: Path, album: object
) -> None:
    person = Person(given="Skye")
    sister = Child(person=person.id, reference="C-SKYE")
    sister = replace(sister, about=frozenset({sister.id}))
    ours = Milestone(texts={Band.FIRST_READER: "We went to the sea"})
    hers = Milestone(about=frozenset({sister.id}), texts={Band.FIRST_READER: "Skye lost a tooth"})
    with robin.case.change("Add a sister") as change:
        for record in (person, sister, ours, hers):
            change.add(record)
    pictures = [album.photo(name) for name in ("robin.jpg", "skye.jpg")]  # type: ignore[attr-defined]
    for picture, child in zip(pictures, (robin.id, sister.id), strict=True):
        list(add_photos(store, robin.case, [picture], about=frozenset({child})))

    write_child_archive(store, robin, tmp_path / "a.tar", passphrase=KEY.text, work_factor=10)
    names = {entry.name for entry in list_archive(tmp_path / "a.tar", KEY)}
    assert "originals/robin.jpg" in names
    assert "originals/skye.jpg" not in names


Siblings = tuple[Store, FoundChild, FoundChild, dict[str, Path]]


@pytest.fixture
def siblings(store: Store, robin: FoundChild, tmp_path: Path, album: Any) -> Siblings:
    """Robin and Skye in one case, with a photo of each and one of both, and an archive of each."""
    person = Person(given="Skye")
    skye = Child(id=(key := uuid4()), about=frozenset({key}), person=person.id, reference="C-SKYE")
    ours = Milestone(texts={Band.FIRST_READER: "We went to the sea"})
    hers = Milestone(about=frozenset({key}), texts={Band.FIRST_READER: "Skye lost a tooth"})
    with robin.case.change("Add a sister") as change:
        for record in (person, skye, ours, hers):
            change.add(record)
    for name, about in {"r": {robin.id}, "s": {key}, "both": {robin.id, key}}.items():
        photo = album.photo(f"{name}.jpg")
        list(add_photos(store, robin.case, [photo], about=frozenset(about)))
    sister = FoundChild(robin.case, key)
    archives = {}
    for name, child in {"robin": robin, "skye": sister}.items():
        archives[name] = tmp_path / f"{name}.tar"
        write_child_archive(store, child, archives[name], passphrase=KEY.text, work_factor=10)
    return store, robin, sister, archives


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """An empty store of somebody else."""
    made, _ = create_store(tmp_path / "elsewhere", "quite another one", "Sam", work_factor=10)
    with made:
        yield made


def sealed(store: Store) -> set[Path]:
    return set((store.folder / "originals").glob("*/*"))


def test_a_sisters_archive_joins_the_case_of_her_brothers(
    siblings: Siblings, elsewhere: Store
) -> None:
    _, robin, skye, archives = siblings
    first = open_into_store(elsewhere, archives["robin"], KEY)
    alone = dict(elsewhere.vault.case(robin.case.id).records)
    second = open_into_store(elsewhere, archives["skye"], KEY)

    here = elsewhere.vault.case(robin.case.id)
    assert elsewhere.vault.case_ids() == (robin.case.id,)
    assert told(here) == told(robin.case)
    assert (second.children, second.references) == ((skye.id,), ("C-SKYE",))
    assert first.records + second.records == len(told(robin.case))
    assert (first.originals, second.originals, len(sealed(elsewhere))) == (2, 1, 5)
    assert all(line.ok for line in check_store(elsewhere))

    here.undo()
    assert dict(here.records) == alone
    open_into_store(elsewhere, archives["skye"], KEY)
    assert told(here) == told(robin.case)
    assert len(sealed(elsewhere)) == 5


def test_an_archive_opened_twice_brings_nothing_the_second_time(
    siblings: Siblings, elsewhere: Store
) -> None:
    _, robin, _, archives = siblings
    open_into_store(elsewhere, archives["robin"], KEY)
    here = elsewhere.vault.case(robin.case.id)
    before, lines, files = dict(here.records), len(here.chain()), sealed(elsewhere)
    again = open_into_store(elsewhere, archives["robin"], KEY, take_theirs=True)
    assert (again.records, again.originals, again.kept, again.step) == (0, 0, (), None)
    assert len(again.compared.same) == len(before) - 1, "all but its history"
    assert (dict(here.records), len(here.chain()), sealed(elsewhere)) == (before, lines, files)


@pytest.mark.parametrize("after", [0, 2, 40])
def test_an_archive_that_is_stopped_leaves_nothing_behind(
    sampled: Sampled, tmp_path: Path, after: int
) -> None:
    asked = iter(range(10_000))
    with pytest.raises(Stopped):
        write_child_archive(
            *sampled,
            tmp_path / "a.tar",
            passphrase=KEY.text,
            work_factor=10,
            cancelled=lambda: next(asked) >= after,
        )
    assert not list(tmp_path.iterdir())


def test_an_archive_whose_opening_is_stopped_adds_nobody(archive: Path, store: Store) -> None:
    with pytest.raises(Stopped):
        open_into_store(store, archive, KEY, cancelled=lambda: True)
    assert store.vault.case_ids() == ()
