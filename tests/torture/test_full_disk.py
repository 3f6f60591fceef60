"""The disk is full at one write after another, a page later each time, until there is room.

Each time the trouble is a known one, what was there is there, and the store checks well.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from lifestory.app.backups import back_up, restore
from lifestory.app.caseload import add_child
from lifestory.app.open_store import Store, create_store, open_store
from lifestory.app.photos import Status, add_photos
from lifestory.app.timeline import add_milestone
from lifestory.domain.dates import HonestDate
from lifestory.domain.errors import LifestoryError
from lifestory.domain.life import Milestone
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band
from lifestory.store.folder import BACKUP, StoreFolder
from lifestory.store.troubles import NotAStore
from tests.torture.conftest import SmallDisk
from tests.torture.work import PASSPHRASE, the_child

PAGE = 4096
Findings = Callable[[Store], Sequence[str]]


def made_on(disk: SmallDisk) -> Store:
    """A store with a child in it, open, on the small disk."""
    made, _ = create_store(disk.place / "store", PASSPHRASE, work_factor=2)
    add_child(made, "Robin")
    return made


def is_backup(place: Path) -> bool:
    """True when the folder calls itself a finished backup."""
    try:
        return StoreFolder(place).read_marker().form == BACKUP
    except NotAStore:
        return False


def rooms(most: int, step: int = PAGE) -> Iterator[int]:
    """Bytes that are free, from none upwards."""
    yield from range(0, most, step)


def test_a_store_is_made_whole_or_not_at_all(disk: SmallDisk, findings: Findings) -> None:
    place = disk.place / "store"
    refused = 0
    for free in rooms(600_000):
        disk.leave(free)
        try:
            made, _ = create_store(place, PASSPHRASE, work_factor=2)
        except LifestoryError:
            refused += 1
            assert not place.exists() or not any(place.iterdir())
            continue
        made.close()
        break
    disk.empty()
    with open_store(place, PASSPHRASE) as opened:
        assert findings(opened) == []
    assert refused > 10


def test_a_change_is_kept_whole_or_not_at_all(disk: SmallDisk, findings: Findings) -> None:
    with made_on(disk) as store:
        found = the_child(store)
        said: list[str] = []
        refused = 0
        for free in [*rooms(200_000), 10_000_000]:
            text = f"{free} " + os.urandom(9_000).hex()
            disk.leave(free)
            try:
                add_milestone(found, text, HonestDate.unknown(), Band.OLDER)
            except LifestoryError:
                refused += 1
            else:
                said.append(text)
            kept = [one.texts[Band.OLDER] for one in found.case.records.of(Milestone)]
            assert kept == said
        assert refused > 5
    disk.empty()
    with open_store(disk.place / "store", PASSPHRASE) as opened:
        assert findings(opened) == []
        kept = [one.texts[Band.OLDER] for one in the_child(opened).case.records.of(Milestone)]
        assert kept == said


def test_an_import_keeps_what_it_said(
    disk: SmallDisk, photos: Callable[[int], Path], findings: Findings
) -> None:
    said: set[object] = set()
    refused = 0
    with made_on(disk) as store:
        found = the_child(store)
        for free in rooms(700_000, 7 * PAGE):
            folder = photos(3)
            disk.leave(free)
            try:
                for outcome in add_photos(store, found.case, [folder]):
                    assert outcome.status is Status.ADDED
                    said.add(outcome.photo)
            except LifestoryError:
                refused += 1
            assert {photo.id for photo in found.case.records.of(Photo)} == said
    disk.empty()
    assert said
    assert refused
    with open_store(disk.place / "store", PASSPHRASE) as opened:
        assert findings(opened) == []
        assert {photo.id for photo in the_child(opened).case.records.of(Photo)} == said


def test_a_backup_is_whole_or_as_it_was(
    disk: SmallDisk, sample: Path, findings: Findings, tmp_path: Path
) -> None:
    place = disk.place / "backup"
    refused = 0
    with open_store(sample, PASSPHRASE) as store:
        for free in rooms(12_000_000, 150_000):
            disk.leave(free)
            try:
                back_up(store, place)
            except LifestoryError:
                refused += 1
                assert not is_backup(place)
                continue
            break
        add_child(store, "Wren")
        disk.leave(PAGE)
        with pytest.raises(LifestoryError):
            back_up(store, place)
        disk.empty()
        restore(place, tmp_path / "again", PASSPHRASE)
        back_up(store, place)
    assert refused > 5
    with open_store(tmp_path / "again", PASSPHRASE) as again:
        assert findings(again) == []
