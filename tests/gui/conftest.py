"""What the window's tests share: a dressed application, one child's records, a store, a window."""

# mypy: allow-untyped-calls
from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lifestory import assets
from lifestory.app.caseload import add_from_open_folder
from lifestory.app.open_store import create_store
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, Evidence, Home, Milestone, Source
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.gui import look
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Jobs
from lifestory.gui.models.life import Life
from lifestory.gui.settings import Settings
from lifestory.gui.tidying import tidy
from lifestory.gui.window import Window

HARMLESS = (
    "OpenType support missing",  # said once of a face whose letter another face then draws
    "This plugin does not support",  # the offscreen screen has no frame and no keyboard to grab
)
PASSPHRASE = "four words of mine"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS))


class _Tidy:
    """What a test leaves behind must not be destroyed in a thread of a later test, and no window
    of an earlier test is dressed along with the next one."""

    def __init__(self) -> None:
        self.windows = 0

    def pytest_runtest_logfinish(self) -> None:
        # pytest-qt has put them down for deletion, which waits for a loop of events to run
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.windows:
            gc.collect()
        else:
            tidy()
        self.windows = 0


@pytest.fixture(scope="session", autouse=True)
def tidier(request: pytest.FixtureRequest) -> _Tidy:
    """Keeps garbage in this thread for as long as there are tests."""
    made = _Tidy()
    gc.disable()
    gc.freeze()  # what was imported stays anyhow, and need not be gone through after every test
    request.config.pluginmanager.register(made)
    return made


@pytest.fixture
def sheet(request: pytest.FixtureRequest) -> str:
    """The style sheet, for tests marked `styled`: where it is about how things look or what room
    they take. Elsewhere there is none, since it takes a third of the time of such a test."""
    return look.style_sheet(look.Scheme.LIGHT) if "styled" in request.keywords else ""


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication, sheet: str) -> None:
    if qapp.property("scheme") is None:
        look.load_fonts()
    if qapp.property("scheme") != look.Scheme.LIGHT:
        look.wear(qapp, look.Scheme.LIGHT)
    if qapp.styleSheet() != sheet:
        qapp.setStyleSheet(sheet)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of this test alone."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def life() -> Life:
    """A short life: one home, two milestones, a source, and Gran."""
    gran = Person(given="Margaret", surname="Ashdown", known_as="Gran")
    notes = Source(title="hospital notes")
    return Life(
        name="Robin",
        born=date(2019, 5, 12),
        homes=(Home(people=(gran.id,), start=HonestDate.parse("12 May 2019")),),
        milestones=(
            Milestone(
                texts={Band.FIRST_READER: "I took my first steps."},
                when=HonestDate.parse("June 2020"),
                evidence=Evidence(certainty=Certainty.KNOWN, source=notes.id, page="4"),
            ),
            Milestone(
                texts={
                    Band.FIRST_READER: "I had chicken pox.",
                    Band.OLDER: "I had chicken pox, badly.",
                },
                when=HonestDate.parse("about February 2022"),
                evidence=Evidence(certainty=Certainty.THOUGHT, said_by=gran.id),
            ),
        ),
        sources=(notes,),
        people=(gran,),
        mentions={"Gran": f"person:{gran.id}"},
    )


Kept = tuple[Path, str]
"""The folder of a store, and the passphrase that opens it."""


@pytest.fixture(scope="session")
def first_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the sample child, made once; nobody opens it."""
    folder = tmp_path_factory.mktemp("sample") / "store"
    store, _phrase = create_store(folder, PASSPHRASE, "Dana", work_factor=10)
    with store:
        for one in sorted(assets.path("sample").iterdir()):
            if (one / "child.json").is_file():
                add_from_open_folder(store, one)
    return folder


@pytest.fixture(scope="module")
def sample_store(first_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A store with the sample child, closed: a copy for the tests of this file."""
    folder = tmp_path_factory.mktemp("store") / str(uuid4())
    shutil.copytree(first_sample, folder)
    return folder, PASSPHRASE


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings, tidier: _Tidy) -> Iterator[Window]:
    """The whole window, locked, put together and dressed as when it starts."""
    tidier.windows += 1
    worn = qapp.styleSheet()
    qapp.setStyleSheet("")
    made = Window(settings)
    qapp.setStyleSheet(worn)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[Window], None]:
    """Waits until nothing runs and everything that was sent has arrived."""

    def wait(window: Window) -> None:
        qtbot.waitUntil(lambda: not window.jobs.running, timeout=30_000)

    return wait


@pytest.fixture
def enter(qtbot: QtBot, settled: Callable[[Window], None]) -> Callable[[Window, Kept], None]:
    """Opens a store the way a worker does: choose it, type the passphrase, press the button."""

    def open_it(window: Window, kept: Kept) -> None:
        window.unlock_clerk.offer(kept[0])
        window.unlock.passphrase.field.clear()
        qtbot.keyClicks(window.unlock.passphrase.field, kept[1])
        window.unlock.open.click()
        qtbot.waitUntil(lambda: window.desk.is_open, timeout=30_000)
        settled(window)

    return open_it


@pytest.fixture
def desk(qtbot: QtBot, made: Kept, tmp_path: Path) -> Iterator[Desk]:
    """A desk with the store that a file has `made` open on it: a copy of this test's own."""
    folder, passphrase = made
    shutil.copytree(folder, tmp_path / "store")
    desk = Desk(Jobs())
    with qtbot.waitSignal(desk.opened):
        desk.open(tmp_path / "store", passphrase)
    yield desk
    desk.close_now()


@pytest.fixture
def wait(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    """Waits until nothing runs at the desk and everything that was sent has arrived."""
    return lambda: qtbot.waitUntil(lambda: not desk.jobs.running, timeout=30_000)
