"""Opening an archive: what is in it is told before anything is written, and the worker chooses."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.archives import Passphrase, look_into_archive, write_child_archive
from lifestory.app.caseload import add_child
from lifestory.app.comparing import Differing
from lifestory.app.open_case import find_child, keep_changed, take_out
from lifestory.app.open_store import Store, create_store, open_store
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Jobs
from lifestory.gui.models.differences import in_words
from lifestory.gui.places.archive_report import ArchiveReport
from lifestory.gui.places.children import Children

PASSPHRASE, SEALED = "four words of mine", "three blue kites"


def milestone(store: Store) -> Milestone:
    (case,) = store.vault.case_ids()
    (one,) = store.vault.case(case).records.of(Milestone)
    return one


def words(text: str) -> dict[Band, str]:
    return {Band.FIRST_READER: text}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store and an archive of the child in it; since then the milestone was told
    anew here, and a person taken out."""
    folder = tmp_path_factory.mktemp("made")
    store, _ = create_store(folder / "store", PASSPHRASE, work_factor=10)
    with store:
        robin = add_child(store, "Robin", HonestDate.parse("14 March 2017"))
        gran = Person(given="Halina", known_as="Gran")
        with robin.case.change("Add people") as change:
            change.add(gran)
            change.add(Milestone(texts=words("We went to the sea")))
        write_child_archive(store, robin, folder / "robin.tar", passphrase=SEALED, work_factor=10)
        keep_changed(robin.case, "Change", replace(milestone(store), texts=words("We saw the sea")))
        take_out(robin.case, "Take out", gran)
    create_store(folder / "empty", PASSPHRASE, work_factor=10)[0].close()
    return folder


@pytest.fixture
def archive(made: Path) -> Path:
    return made / "robin.tar"


def opened(folder: Path, qtbot: QtBot) -> tuple[Desk, Children]:
    desk, place = Desk(Jobs()), Children()
    qtbot.addWidget(place)
    ChildrenClerk(desk, place)
    place.show()
    with qtbot.waitSignal(desk.opened, timeout=30_000):
        desk.open(folder, PASSPHRASE)
    return desk, place


@pytest.fixture
def board(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Desk, Children]]:
    """The board of the store in which the child is already."""
    shutil.copytree(made / "store", tmp_path / "store")
    desk, place = opened(tmp_path / "store", qtbot)
    yield desk, place
    desk.close_now()


@pytest.fixture
def empty(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Desk, Children]]:
    """The board of a store with nobody in it."""
    shutil.copytree(made / "empty", tmp_path / "empty")
    desk, place = opened(tmp_path / "empty", qtbot)
    yield desk, place
    desk.close_now()


def look(place: Children, archive: Path, qtbot: QtBot, sealed: str = SEALED) -> ArchiveReport:
    """Give the archive and its passphrase, and wait until it was read."""
    place.ask_which_archive()
    place.parcel.file.setText(str(archive))
    qtbot.keyClicks(place.parcel.passphrase, sealed)
    place.parcel.open.click()
    report = place.parcel.report
    qtbot.waitUntil(lambda: report.isVisible() or bool(place.messages.standing), timeout=30_000)
    qtbot.waitUntil(lambda: "Reading" not in " ".join(place.messages.standing))
    return report


def ended(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=30_000)


def test_a_story_that_is_new_is_told_first_and_taken_in_at_a_click(
    empty: tuple[Desk, Children], archive: Path, qtbot: QtBot
) -> None:
    desk, place = empty
    report = look(place, archive, qtbot)
    assert report.whose.text() == "The story of Robin"
    assert "not in this store yet" in report.says.text()
    assert "1 milestone" in report.says.text()
    assert "2 people" in report.says.text()
    assert not report.differing.isVisible()
    assert desk.store.vault.case_ids() == ()
    assert report.take.hasFocus() or report.starts_at is report.take
    with qtbot.waitSignal(desk.changed, check_params_cb=lambda changes: changes.touches("case")):
        report.take.click()  # the board hears of it, wherever the archive was opened
    ended(desk, qtbot)
    assert milestone(desk.store).texts == words("We went to the sea")
    qtbot.waitUntil(lambda: len(place.model.cards) == 1)
    assert "among your children" in place.messages.standing[0]
    assert not place.parcel.isVisible()


def test_undo_in_the_message_takes_all_of_it_back(
    empty: tuple[Desk, Children], archive: Path, qtbot: QtBot
) -> None:
    desk, place = empty
    look(place, archive, qtbot).take.click()
    ended(desk, qtbot)
    qtbot.waitUntil(lambda: len(place.model.cards) == 1)
    undo = next(one for one in place.messages.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    ended(desk, qtbot)
    qtbot.waitUntil(lambda: place.model.cards == ())
    (case,) = desk.store.vault.case_ids()
    assert desk.store.vault.case(case).records.of(Child) == ()


def test_what_is_told_differently_stays_unless_one_chooses(
    board: tuple[Desk, Children], archive: Path, qtbot: QtBot
) -> None:
    desk, place = board
    report = look(place, archive, qtbot)
    said = report.says.text()
    assert "is in this store already" in said
    assert "New in the archive: 1 person" in said
    assert "Told differently: 1" in said
    assert "One of the new had been taken out here" in said
    assert report.model.index(0).data() == (
        "Milestone: We saw the sea\n"
        "The words: here “We saw the sea”, in the archive “We went to the sea”"
    )
    assert (report.choice.index, report.take.text()) == (0, "Take in what is new")
    report.take.click()
    ended(desk, qtbot)
    assert milestone(desk.store).texts == words("We saw the sea")
    assert "stays as it is here: 1" in place.messages.standing[0]


def test_the_archives_words_are_taken_with_the_keyboard_and_undone(
    board: tuple[Desk, Children], archive: Path, qtbot: QtBot
) -> None:
    desk, place = board
    report = look(place, archive, qtbot)
    report.list.setCurrentIndex(report.model.index(0))
    qtbot.keyClick(report.list, Qt.Key.Key_Space)
    assert report.choice.index == 1, "all there is has a tick"
    qtbot.keyClick(report.list, Qt.Key.Key_Space)
    assert (report.choice.index, report.model.theirs) == (0, frozenset())
    report.choice.chosen.emit(1)
    assert report.model.theirs == report.model.every
    assert report.take.text() == "Take it in, 1 as the archive says"
    report.take.click()
    ended(desk, qtbot)
    assert milestone(desk.store).texts == words("We went to the sea")
    undo = next(one for one in place.messages.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    ended(desk, qtbot)
    assert milestone(desk.store).texts == words("We saw the sea")


def test_not_now_changes_nothing_and_leaves_nothing_standing(
    board: tuple[Desk, Children], archive: Path, qtbot: QtBot
) -> None:
    desk, place = board
    before = len(desk.store.vault.case(desk.store.vault.case_ids()[0]).chain())
    report = look(place, archive, qtbot)
    report.cancel.click()
    assert not place.parcel.isVisible()
    assert (report.whose.text(), report.says.text(), report.model.rowCount()) == ("", "", 0)
    place.ask_which_archive()
    assert place.parcel.file.isVisible()
    assert not report.isVisible()
    assert len(desk.store.vault.case(desk.store.vault.case_ids()[0]).chain()) == before


def test_a_wrong_passphrase_is_said_and_nothing_is_shown(
    board: tuple[Desk, Children], archive: Path, qtbot: QtBot
) -> None:
    desk, place = board
    report = look(place, archive, qtbot, "three red kites")
    ended(desk, qtbot)
    assert "passphrase" in place.messages.standing[0]
    assert not report.isVisible()


def test_what_was_found_is_gone_when_the_window_is_locked(
    board: tuple[Desk, Children], archive: Path, qtbot: QtBot
) -> None:
    desk, place = board
    report = look(place, archive, qtbot)
    with qtbot.waitSignal(desk.closed, timeout=30_000):
        desk.lock()
    assert (report.whose.text(), report.says.text(), report.model.rowCount()) == ("", "", 0)
    assert not place.parcel.isVisible()
    with qtbot.assertNotEmitted(report.agreed):
        report.take.click()


def test_an_archive_with_nothing_new_offers_nothing_to_take(
    made: Path, archive: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(made / "store", tmp_path / "same")
    report = ArchiveReport()
    qtbot.addWidget(report)
    with open_store(tmp_path / "same", PASSPHRASE) as store:
        (case,) = store.vault.case_ids()
        child = find_child(store, store.vault.case(case).records.of(Child)[0].id)
        write_child_archive(store, child, tmp_path / "a.tar", passphrase=SEALED, work_factor=10)
        looked = look_into_archive(store, tmp_path / "a.tar", Passphrase(SEALED))
    report.show_looked(looked)
    report.show()
    assert "nothing that is new" in report.says.text()
    assert not report.take.isVisible()
    assert report.starts_at is report.cancel


def test_every_difference_is_a_sentence(made: Path, archive: Path, tmp_path: Path) -> None:
    shutil.copytree(made / "store", tmp_path / "same")
    with open_store(tmp_path / "same", PASSPHRASE) as store:
        looked = look_into_archive(store, archive, Passphrase(SEALED))
    (one,) = looked.compared.differing
    assert isinstance(one.mine, Milestone)
    mine = replace(one.mine, when=HonestDate.parse("May 2019"))
    dated = Differing(mine, replace(one.mine, tell_from_age=7))
    assert in_words(dated).splitlines() == [
        "Milestone: We saw the sea",
        "The day: here May 2019, in the archive not known",
        "From which age it is told: not the same",
    ]


def test_of_a_long_text_the_place_is_shown_where_it_differs() -> None:
    begins = "Once upon a time there was a little house beside the sea, and in it lived "
    gran = "[Gran](person:1b5626fc-be85-4d3f-9b63-930d0c6e74a5)"
    mine = Milestone(texts=words(f"{begins}{gran} and a cat."))
    theirs = replace(mine, texts=words(f"{begins}{gran} and a dog."))
    assert in_words(Differing(mine, theirs)).splitlines()[1] == (
        "The words: here “…it lived Gran and a cat.”, in the archive “…it lived Gran and a dog.”"
    )
