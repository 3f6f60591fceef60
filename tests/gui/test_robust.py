"""What goes wrong under the window: a sentence, a way on, nothing lost."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.backups import back_up
from lifestory.app.open_case import find_child
from lifestory.app.open_store import create_store, open_store
from lifestory.app.timeline import add_milestone
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.jobs import OurMistake
from lifestory.gui.window import Window

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]


@pytest.fixture
def store(sample_store: Kept, tmp_path: Path) -> Kept:
    """A copy of the sample store, for this test to spoil."""
    folder = tmp_path / "mine"
    shutil.copytree(sample_store[0], folder)
    return folder, sample_store[1]


@pytest.fixture
def robin(window: Window, store: Kept, enter: Enter, settled: Settled, qtbot: QtBot) -> Window:
    """The window with the sample child on the desk."""
    enter(window, store)
    clerk = window.clerk(ChildrenClerk)
    clerk.open_child(clerk.cards[0].child)
    qtbot.waitUntil(lambda: window.desk.found is not None)
    settled(window)
    return window


def pictures(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    made = []
    for number in range(count):
        image = QImage(600, 400, QImage.Format.Format_RGB32)
        image.fill(QColor(90, 120, 60 + number))
        made.append(folder / f"{number}.png")
        assert image.save(str(made[-1]))
    return made


def test_closing_during_an_import_keeps_every_photo_it_had_taken_in(
    robin: Window, store: Kept, tmp_path: Path
) -> None:
    found = robin.desk.found
    assert found is not None
    robin.go("photos")
    robin.place.brought.emit(pictures(tmp_path / "many", 12))  # type: ignore[attr-defined]
    robin.close()
    kept = len(found.case.records.of(Photo))
    with open_store(*store) as again:
        case = find_child(again, found.id).case
        assert len(case.records.of(Photo)) == kept
        assert all(again.vault.originals.read(key) for key, _ in again.vault.originals.rows())


def test_locking_during_an_export_leaves_no_half_book(
    robin: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    robin.go("handover")
    robin.place._export_to(str(tmp_path / "book.pdf"))  # type: ignore[attr-defined]
    robin.act("lock")
    assert robin.unlock.isVisible()
    qtbot.waitUntil(lambda: not robin.desk.is_closing, timeout=60_000)
    left = [one.name for one in tmp_path.iterdir() if one.name.startswith("book")]
    assert left in ([], ["book.pdf"])
    if left:
        assert (tmp_path / "book.pdf").read_bytes().rstrip().endswith(b"%%EOF")


def test_a_store_that_vanishes_is_said_and_opens_again_when_it_is_back(
    robin: Window, store: Kept, enter: Enter, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    found = robin.desk.found
    assert found is not None
    many = len(found.case.records.of(Milestone))
    store[0].rename(tmp_path / "elsewhere")
    robin.go("photos")
    robin.place.brought.emit(pictures(tmp_path / "new", 1))  # type: ignore[attr-defined]
    clerk = robin.clerk(ChildrenClerk)
    photo = found.case.records.of(Photo)[0]
    clerk.read_thumbnail(photo)
    robin.desk.write(robin.place.messages, fail_as_the_disk_would)
    qtbot.waitUntil(
        lambda: any("no longer there" in one for one in robin.place.messages.standing),
        timeout=30_000,
    )
    settled(robin)
    assert not store[0].exists()
    again = robin.place.messages._strips[0].findChildren(QPushButton)[0]
    assert again.text() == "Open it again"
    (tmp_path / "elsewhere").rename(store[0])
    again.click()
    qtbot.waitUntil(lambda: not robin.desk.is_closing, timeout=30_000)
    enter(robin, store)
    with_child = find_child(robin.desk.store, found.id)
    assert len(with_child.case.records.of(Milestone)) == many


def fail_as_the_disk_would() -> None:
    raise FileNotFoundError


def test_a_bug_of_ours_is_apologised_for_and_the_next_write_is_kept(
    robin: Window, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "logs"))
    found = robin.desk.found
    assert found is not None

    def ours() -> None:
        raise ZeroDivisionError

    robin.go("timeline")
    job = robin.desk.write(robin.place.messages, ours)
    with qtbot.waitSignal(job.failed) as said:
        pass
    assert isinstance(said.args[0], OurMistake)
    assert any("We are sorry" in one for one in robin.place.messages.standing)
    before = len(found.case.records.of(Milestone))
    robin.desk.write(
        robin.place.messages,
        lambda: add_milestone(found, "Still here.", HonestDate.unknown(), Band.FIRST_READER),
    )
    settled(robin)
    assert len(found.case.records.of(Milestone)) == before + 1


def test_a_damaged_store_says_what_was_found_and_a_backup_takes_its_place(
    window: Window, store: Kept, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_store(*store) as whole:
        back_up(whole, tmp_path / "drive" / "Lifestory backup")
    database = store[0] / "store.db"
    content = bytearray(database.read_bytes())
    content[9000] ^= 1
    database.write_bytes(content)

    window.unlock_clerk.offer(store[0])
    qtbot.keyClicks(window.unlock.passphrase.field, store[1])
    window.unlock.open.click()
    page = window.unlock.restoring
    qtbot.waitUntil(lambda: "its database" in page.damage.text(), timeout=30_000)
    assert "This store is damaged." in window.unlock.messages.standing[0]
    page.pointed.emit(tmp_path)
    qtbot.waitUntil(lambda: "no finished backup" in page.what.text())
    page.pointed.emit(tmp_path / "drive")
    qtbot.waitUntil(lambda: page.what.text().startswith("Made "))
    qtbot.keyClicks(page.passphrase, store[1])
    page.restore.click()
    page.restore.click()
    qtbot.waitUntil(lambda: window.desk.is_open, timeout=60_000)
    settled(window)
    assert window.desk.store.folder == tmp_path / "mine-2"
    assert [card.name for card in window.clerk(ChildrenClerk).cards] == ["Robin"]
    assert bytes(content) == database.read_bytes()


def test_restoring_can_be_cancelled_and_leaves_nothing_half_made(
    window: Window, store: Kept, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_store(*store) as whole:
        back_up(whole, tmp_path / "drive" / "Lifestory backup")
    page = window.unlock.restoring
    window.unlock.begin_restoring(tmp_path / "new")
    page.pointed.emit(tmp_path / "drive")
    qtbot.waitUntil(lambda: page.what.text().startswith("Made "))
    page.folder.setText(str(tmp_path / "new"))
    qtbot.keyClicks(page.passphrase, store[1])
    page.restore.click()
    (bar,) = window.unlock.messages._strips
    next(one for one in bar.findChildren(QPushButton) if one.text() == "Cancel").click()
    settled(window)
    assert "Stopped, as you asked." in window.unlock.messages.standing[0]
    assert not window.desk.is_open
    assert not (tmp_path / "new").exists() or not list((tmp_path / "new").iterdir())
    assert page.restore.isEnabled()
    page.restore.click()
    qtbot.waitUntil(lambda: window.desk.is_open, timeout=60_000)
    settled(window)


def fail_everywhere(window: Window, kind: str, folder: Path) -> None:
    """Ask for something that cannot be: where it is to go, or what is to be read, is not there."""
    folder.mkdir()
    (folder / "a file").write_bytes(b"in the way")
    gone = folder / "a file"
    match kind:
        case "import":
            window.go("photos")
            (folder / "no picture.jpg").write_bytes(b"not a picture")
            window.place.brought.emit([folder / "no picture.jpg"])  # type: ignore[attr-defined]
        case "export":
            window.go("handover")
            window.place._export_to(str(gone / "book.pdf"))  # type: ignore[attr-defined]
        case "archive":
            window.go("handover")
            window.place.archive.emit(gone / "story.tar", "apple river")  # type: ignore[attr-defined]
        case "open an archive":
            window.go("handover")
            window.place.opened.emit(gone / "story.tar", "apple river")  # type: ignore[attr-defined]
        case "backup":
            window.backups.back_up(gone, window.place.messages)


def test_a_job_that_fails_says_why_and_what_to_do_and_the_window_goes_on(
    robin: Window, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    found = robin.desk.found
    assert found is not None
    for number, kind in enumerate(("import", "export", "archive", "open an archive", "backup")):
        fail_everywhere(robin, kind, tmp_path / str(number))
        qtbot.waitUntil(
            lambda: bool(robin.place.messages.standing) and not robin.jobs.running, timeout=60_000
        )
        said = robin.place.messages.standing[0]
        assert "We are sorry" not in said, f"{kind} is foreseen"
        assert said.count(".") >= 2, f"{kind}: what happened, and what to do"
        assert robin.place.messages._strips[0].property("tone") in ("stop", "look"), kind
        assert robin.status.running.text() == "Nothing running"
        before = len(found.case.records.of(Milestone))
        robin.desk.write(
            robin.place.messages,
            lambda: add_milestone(found, "Still here.", HonestDate.unknown(), Band.FIRST_READER),
        )
        settled(robin)
        assert len(found.case.records.of(Milestone)) == before + 1
        robin.place.messages.clear()


def test_a_board_that_cannot_be_read_says_so_and_what_stands_stays(
    robin: Window, store: Kept, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    robin.go("children")
    settled(robin)
    clerk = robin.clerk(ChildrenClerk)
    before = clerk.cards
    robin.desk.store.vault.close()  # as when the drive has gone with everything on it
    store[0].rename(tmp_path / "elsewhere")
    clerk.touch()
    settled(robin)
    assert any("no longer there" in one for one in robin.place.messages.standing)
    assert clerk.cards == before


def test_the_recovery_phrase_opens_a_store_and_sets_a_new_passphrase(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    made, phrase = create_store(tmp_path / "mine", "the forgotten one", work_factor=10)
    made.close()
    window.unlock_clerk.offer(tmp_path / "mine")
    window.unlock.forgot.click()
    page = window.unlock.forgotten
    page.phrase.setPlainText(phrase.upper())
    for field in (page.passphrase.first, page.passphrase.again):
        qtbot.keyClicks(field, "a new lamp in the hall")
    page.open.click()
    qtbot.waitUntil(lambda: window.desk.is_open, timeout=30_000)
    window.act("lock")
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)
    enter(window, (tmp_path / "mine", "a new lamp in the hall"))


def test_two_clicks_on_open_open_it_once(window: Window, store: Kept, qtbot: QtBot) -> None:
    window.unlock_clerk.offer(store[0])
    qtbot.keyClicks(window.unlock.passphrase.field, store[1])
    window.unlock.open.click()
    window.unlock.open.click()
    qtbot.waitUntil(lambda: window.desk.is_open, timeout=30_000)
    assert not window.unlock.messages.standing
