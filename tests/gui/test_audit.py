"""Every place in every state, dressed every way and with text twice as large: nothing unnamed,
unreachable, pale, cut off or out of the window."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLayout,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lifestory.app.archives import Looked, Verified
from lifestory.app.arranging_book import blocks_of
from lifestory.app.caseload import add_child
from lifestory.app.comparing import Comparison, Differing
from lifestory.app.damage import FoundBackup
from lifestory.app.gaps import Gap
from lifestory.app.open_store import DamagedStore, StoreVanished, open_store
from lifestory.app.photos import PhotoOutcome, Status
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.domain.people import Child
from lifestory.domain.readers import Band
from lifestory.domain.stories import ChildWords, Passage
from lifestory.gui import look
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.jobs import Task
from lifestory.gui.look import Scheme
from lifestory.gui.models.backup_words import Stands
from lifestory.gui.models.shown import Show
from lifestory.gui.places.book import Book
from lifestory.gui.places.children import Children
from lifestory.gui.places.choices import Choices
from lifestory.gui.places.handover import HandOver
from lifestory.gui.places.help import Help
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.story import Story
from lifestory.gui.places.timeline import Timeline, View
from lifestory.gui.widgets import parts
from lifestory.gui.window import Window
from lifestory.sealing.streams import new_identity
from tests.gui import auditing
from tests.gui.auditing import Fault
from tests.gui.painting import painted

pytestmark = pytest.mark.styled

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]

LONG = "Wilhelmina-Josephine " * 15
PLACES = ("photos", "timeline", "story", "book", "handover")
NARROW = (1366, 768)


@pytest.fixture(scope="module")
def store(sample_store: Kept) -> Kept:
    """The sample child, one of whom nothing is known yet, and one with a name of 300 letters."""
    with open_store(*sample_store) as opened:
        add_child(opened, "Wren")
        add_child(opened, LONG)
    return sample_store


@pytest.fixture(
    params=[(Scheme.LIGHT, 100), (Scheme.DARK, 100), (Scheme.HIGH_CONTRAST, 100),
            (Scheme.LIGHT, 200)],
    ids=lambda param: f"{param[0]}-{param[1]}",
)  # fmt: skip
def dress(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Each way the window can be dressed, before there is one: so it is done once."""
    scheme, percent = request.param
    qapp.setProperty("text-percent", percent)
    look.wear(qapp, scheme)
    yield
    qapp.setProperty("text-percent", 100)
    look.wear(qapp, Scheme.LIGHT)


@pytest.fixture
def dressed(dress: None, window: Window) -> Window:
    """The window, dressed so, on the smallest screen."""
    window.resize(*NARROW)
    return window


def faults(window: QWidget) -> list[Fault]:
    """What one sees wrong at once."""
    QApplication.processEvents()
    written = painted(window)
    return [
        *auditing.unnamed(window),
        *auditing.unreadable(window, written),
        *auditing.cut_off(written),
        *auditing.outside(window),
    ]


def walked(window: Window, qtbot: QtBot) -> frozenset[QWidget]:
    """Everything that has the keyboard on a walk by Tab through the window; where one stays in a
    text or a picture, F6 leads on."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    seen: dict[QWidget, None] = {}
    steps = 0
    while steps < 25:
        here = window.focusWidget() or window
        steps = steps + 1 if here in seen else 0
        seen[here] = None
        for _ in range(40):
            qtbot.keyClick(here, Qt.Key.Key_Tab)
            if window.focusWidget() is not here:
                break
        else:
            window.act("next-pane")
    return frozenset(seen)


class Found:
    """Gathers faults from state to state, each once."""

    def __init__(self, window: Window, settled: Settled, qtbot: QtBot) -> None:
        self.window, self.settled, self.qtbot = window, settled, qtbot
        self.faults: dict[Fault, str] = {}

    def look(self, state: str, *, keys: bool = False) -> None:
        """Look at the window when everything has arrived."""
        self.settle()
        self.look_at_once(state, keys=keys)

    def look_at_once(self, state: str, *, keys: bool = False) -> None:
        """Look at the window as it stands."""
        self.judge(self.window, state)
        if keys and look.worn() is Scheme.LIGHT:
            reached = walked(self.window, self.qtbot)
            for fault in auditing.unreached(self.window, reached):
                self.faults.setdefault(fault, state)

    def judge(self, window: QWidget, state: str) -> None:
        """Look at a window. Another scheme changes its colours alone."""
        if look.worn() is Scheme.LIGHT:
            found = faults(window)
        else:
            found = list(auditing.unreadable(window, painted(window)))
        for fault in found:
            self.faults.setdefault(fault, state)

    def settle(self) -> None:
        """Wait until everything has arrived and stands."""
        for _ in range(3):
            self.settled(self.window)
            QApplication.processEvents()

    def __str__(self) -> str:
        return "\n".join(f"[{state}] {fault}" for fault, state in self.faults.items())


def test_every_place_in_every_state(
    dressed: Window, store: Kept, enter: Enter, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    found = Found(dressed, settled, qtbot)
    before_opening(found, tmp_path)
    enter(dressed, store)
    on_the_board(found)
    of_a_child(found, "Wren")
    for name in PLACES:
        dressed.go(name)
        found.look(f"{name}, nothing known yet", keys=True)
    of_a_child(found, "Robin")
    in_photos(found, tmp_path)
    in_timeline(found)
    in_story(found)
    in_book(found)
    in_hand_over(found)
    aside(found)
    of_a_child(found, LONG.strip())
    found.look("a name of 300 letters")
    assert not found.faults, f"\n{found}"


def before_opening(found: Found, folder: Path) -> None:
    unlock = found.window.unlock
    found.look("first run", keys=True)
    found.window.act("go:help")
    found.look("help before a store is open", keys=True)
    unlock.end_help()
    unlock.begin_store()
    found.look("a store is made", keys=True)
    unlock.show_phrase(" ".join(["abandon", "mosquito", "umbrella", "wilderness"] * 6))
    found.look("the recovery phrase", keys=True)
    unlock.phrase.ask()
    unlock.phrase.enter.click()
    found.look("the recovery phrase asked back", keys=True)
    unlock.start()
    found.window.unlock_clerk.offer(folder)
    unlock.begin_recovery()
    found.look("the passphrase is forgotten", keys=True)
    unlock.begin_restoring(folder)
    found.look("a backup is looked for", keys=True)
    at = datetime(2026, 11, 18, 16, 50).astimezone()
    states = (at, at.replace(day=11))
    unlock.restoring.show_backup(FoundBackup(folder, at, 30, of_this_store=True, states=states))
    found.look("a backup of several states is found", keys=True)
    unlock.start()
    unlock.messages.trouble(DamagedStore())
    found.look("a store is damaged", keys=True)
    unlock.messages.clear()


def on_the_board(found: Found) -> None:
    place = found.window.place
    assert isinstance(place, Children)
    cards = found.window.clerk(ChildrenClerk).cards
    found.look("the board", keys=True)
    for state, ask in (
        ("who is to be added", place.ask_who),
        ("which archive is opened", place.ask_which_archive),
        ("what is due", lambda: place.ask_what_is_due(cards[0])),
    ):
        ask()
        found.look(f"the board: {state}", keys=True)
    place.due.put_away()
    place.parcel.show_looked(looked_into())
    found.look("the board: what is in an archive", keys=True)
    place.parcel.put_away()
    place.show_cards(())
    found.look("the board without a child", keys=True)
    place.show_cards(cards)
    qtbot = found.qtbot
    found.window.act("search")
    qtbot.keyClicks(found.window.head.search, "o")
    found.look("the search")
    found.window.head.search.forget()


def aside(found: Found) -> None:
    window = found.window
    window.status.show_saved(datetime(2026, 11, 19, 14, 2))
    window.act("go:help")
    assert isinstance(window.place, Help)
    topics = window.place.pages.topics
    for row in range(topics.model().rowCount()):
        topics.setCurrentIndex(topics.model().index(row, 0))
        found.look(f"help, page {row + 1}", keys=row == 0)
    window.act("go:settings")
    place = window.place
    assert isinstance(place, Choices)
    for field in (place.now, place.new):
        found.qtbot.keyClicks(field, "apple")
    found.qtbot.keyClicks(place.again, "pear")
    found.look("settings, a passphrase half typed", keys=True)
    place.clear()
    drive = Path("/media/stick/Lifestory backup")
    how = Stands(datetime(2026, 11, 3, 16, 50), drive, late=15, very=True)
    place.show_backup(how)
    window.status.show_backup(how)
    window.pages.setCurrentWidget(window.closing)
    closing = window.jobs.read("Backing up", lambda task: task.progress(12, 40))
    window.closing.follow(closing)
    found.look("a backup before it closes", keys=True)
    window.closing.show_trouble(StoreVanished())
    found.look("a backup before it closes that cannot be made", keys=True)
    window.pages.setCurrentIndex(1)
    place.messages.trouble(StoreVanished())
    found.look("settings, backed up, the store gone", keys=True)
    place.messages.clear()
    going_on = Event()
    job = window.jobs.read("Making the archive", lambda task: waits(task, going_on))
    place.messages.follow(job, job.title)
    running = window.status.running
    found.qtbot.waitUntil(lambda: "12 of 40" in running.text())
    found.qtbot.waitUntil(lambda: running.width() >= running.sizeHint().width())
    found.look_at_once("a job runs")
    going_on.set()
    window.status.idle.click()
    menu = window.status.findChild(QMenu)
    assert menu is not None
    found.judge(menu, "after how many minutes it locks")
    menu.close()


def waits(task: Task, going_on: Event) -> None:
    task.progress(12, 40)
    going_on.wait(30)


def of_a_child(found: Found, name: str) -> None:
    cards = found.window.clerk(ChildrenClerk).cards
    card = next(one for one in cards if one.name == name)
    found.window.act(f"child:{card.child}")
    found.qtbot.waitUntil(
        lambda: found.window.desk.found is not None and found.window.desk.found.id == card.child
    )


def in_photos(found: Found, folder: Path) -> None:
    found.window.go("photos")
    place = found.window.place
    assert isinstance(place, Photos)
    found.qtbot.waitUntil(lambda: place.model.rowCount() > 3)
    found.look("photos", keys=True)
    place.grid.selectAll()
    found.look("many photos chosen", keys=True)
    place.choose(place.model.order()[0])
    place.open_viewer()
    found.look("a photo large", keys=True)
    for key in (Qt.Key.Key_F, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_M, Qt.Key.Key_S):
        found.qtbot.keyClick(place.viewer.stage, key)
        found.look(f"a photo large, {key.name}", keys=True)
        found.qtbot.keyClick(place.viewer.stage, Qt.Key.Key_Escape)
    place.close_viewer()
    in_permissions(found, place)
    in_doubles(found, place)
    place.show_only(Show.LOW)
    found.look("photos of low resolution")
    place.filters.choose(Show.BIN)
    found.look("the bin")
    place.filters.choose(Show.ALL)
    refused = PhotoOutcome(folder / "notes.txt", Status.REFUSED, reason="This is no picture.")
    place.news.tell_outcomes([refused, PhotoOutcome(folder / "a.jpg", Status.ADDED)])
    place.messages.tell("One more thing.", "")
    found.look("photos with three messages", keys=True)
    place.messages.clear()


def in_permissions(found: Found, place: Photos) -> None:
    """Someone of whom something was heard already: beside the grid, and beside the large photo."""
    album = place.viewer.bench.album
    here = next(
        (look.photo.id, one.person)
        for look in album.looks
        for one in look.photo.people
        if album.heard.get(one.person)
    )
    place.choose(here[0])
    for who, where in ((place.closer.who, "the grid"), (place.viewer.panel.who, "the large photo")):
        ask = who._asks[here[1]]
        ask.click()
        who.form.scope._group.button(1).click()
        found.look(f"a permission beside {where}", keys=True)
        who.form.findChildren(QPushButton)[0].click()  # put right what was heard
        found.look(f"a permission put right beside {where}")
        who.form.never.click()
        place.open_viewer()
        found.settle()
    place.close_viewer()


def in_doubles(found: Found, place: Photos) -> None:
    kept = [look.photo.id for look in place.viewer.bench.album.looks if not look.photo.binned]
    place.show_doubles([kept[:2], kept[2:9]])
    found.look("doubles", keys=True)
    place.close_doubles()
    place.show_doubles([])
    found.look("no doubles")
    place.messages.clear()


def in_timeline(found: Found) -> None:
    found.window.go("timeline")
    place = found.window.place
    assert isinstance(place, Timeline)
    for kind in (Child, Home, Gap, Milestone, Fact):
        rows = place.about_model.rows if kind is Fact else place.model.rows
        one = next((row.record for row in rows if isinstance(row.record, kind)), None)
        if one is not None:
            place.choose(one.id)
            found.look(f"the timeline at a {kind.__name__}", keys=True)
    for view in View:
        place.look_at(view)
        found.look(f"the timeline as {view.name}")
    QGuiApplication.clipboard().clear()
    place.paste()
    found.look("the timeline while one pastes a chronology", keys=True)
    place.chronology.pasted.emit(
        "12/05/2019 - 3/6/2020 Lived with Gran\n31/02/2019\tA red hat\tp. 4"
    )
    found.look("the lines of a chronology", keys=True)
    place.look_at(View.LINE)


def in_story(found: Found) -> None:
    found.window.go("story")
    place = found.window.place
    assert isinstance(place, Story)
    for kind in (ChildWords, Passage):
        one = next((one for one in place.outline.model.written if isinstance(one, kind)), None)
        if one is not None:
            place.choose(one.id)
            found.look(f"the story at {kind.__name__}", keys=True)
    found.qtbot.keyClick(place.editor.text, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    place._ask_versions()
    found.look("versions of a passage", keys=True)


def in_book(found: Found) -> None:
    found.window.go("book")
    place = found.window.place
    assert isinstance(place, Book)
    found.qtbot.waitUntil(lambda: place.model.rowCount() > 3, timeout=30_000)
    found.qtbot.waitUntil(lambda: place.view.complete, timeout=30_000)
    found.look("the book", keys=True)
    place.turn(+1)
    found.qtbot.waitUntil(lambda: place.view.complete, timeout=30_000)
    found.qtbot.keyClick(place.view, Qt.Key.Key_Tab)
    place.drawer.open()
    found.look("a photo on a page", keys=True)
    place.inspector_pane.photo.caption.setFocus()
    place.inspector_pane.photo.caption.selectAll()
    found.look("a caption chosen in its field")
    assert place.edition is not None
    photos = [one.id for one in blocks_of(place.edition) if one.page_type == "photos"]
    place.go_to(frozenset(photos))
    found.qtbot.waitUntil(lambda: place.view.complete, timeout=30_000)
    found.look("layouts to choose from", keys=True)
    place.go_to(frozenset(photos))  # the walk by Tab went on to the page beside
    place.inspector_pane.open_slot("photos")
    found.look("photos to choose from", keys=True)
    place.inspector_pane.show_page()
    place.pages_pane.found.click()
    found.look("all that is worth a look", keys=True)
    place.inspector_pane.show_page()
    place.add_page.click()
    found.look("which page is added", keys=True)
    place.inspector_pane.show_page()


def looked_into() -> Looked:
    """An archive that brings a milestone, and tells two otherwise."""
    told = [
        Differing(one, replace(one, texts={Band.FIRST_READER: text}, when=HonestDate.parse("2019")))
        for one, text in ((Milestone(), LONG), (Milestone(texts={Band.OLDER: LONG}), ""))
    ]
    compared = Comparison(
        here=True, new=(gone := Milestone(),), differing=tuple(told), returning=frozenset({gone.id})
    )
    verified = Verified(records=(), files=(), originals={}, identity=new_identity())
    return Looked(Path("Life story.tar"), ("Robin", LONG), compared, None, verified)


def in_hand_over(found: Found) -> None:
    found.window.go("handover")
    place = found.window.place
    assert isinstance(place, HandOver)
    found.look("hand over", keys=True)
    place.drawer.open()
    found.look("hand over, what leaves", keys=True)
    place.make_archive.click()
    for field in (place.seal.passphrase.first, place.seal.passphrase.again):
        found.qtbot.keyClicks(field, "apple river")
    found.look("an archive's passphrase", keys=True)
    place.seal.put_away()
    place.open_one.click()
    found.qtbot.keyClicks(place.open_form.file, "/home/dana/Life story.tar")
    found.qtbot.keyClicks(place.open_form.passphrase, "apple river")
    found.look("an archive is opened", keys=True)
    place.open_form.show_looked(looked_into())
    found.look("what is in an archive", keys=True)
    place.open_form.put_away()
    place.messages.tell("The book is made.", "It lies at home.", "good", (("Show", print),))
    found.look("a book is made", keys=True)
    place.messages.clear()


@pytest.fixture
def sound(qtbot: QtBot) -> QWidget:
    """A small window with nothing wrong in it, for a fault to be planted in."""
    made = QWidget()
    made.resize(400, 300)
    column = QVBoxLayout(made)
    column.addWidget(parts.label("Everything here can be read."))
    column.addWidget(parts.button("Add photos"))
    column.addWidget(parts.Field("Name of the child"))
    column.addStretch(1)
    qtbot.addWidget(made)
    made.show()
    return made


def rules_broken(window: QWidget) -> set[str]:
    return {fault.rule for fault in faults(window)}


def test_nothing_is_found_where_nothing_is_wrong(sound: QWidget) -> None:
    assert not faults(sound)


def test_a_button_without_a_name_is_found(sound: QWidget) -> None:
    layout_of(sound).addWidget(QPushButton())
    assert rules_broken(sound) == {"no name"}


def test_a_row_that_says_nothing_is_found(sound: QWidget) -> None:
    rows = QListWidget()
    rows.setAccessibleName("Photos")
    rows.addItems(["Gran at the seaside", ""])
    layout_of(sound).addWidget(rows)
    assert rules_broken(sound) == {"no name"}


def test_pale_text_is_found(sound: QWidget) -> None:
    pale = QLabel("Hardly to be read")
    pale.setStyleSheet("color: #b0b0b0")
    layout_of(sound).addWidget(pale)
    assert rules_broken(sound) == {"pale"}


def test_pale_text_that_is_only_painted_is_found(sound: QWidget) -> None:
    rows = QListWidget()
    rows.setAccessibleName("Photos")
    rows.addItem("Gran at the seaside")
    rows.item(0).setForeground(QColor("#c0c0c0"))
    layout_of(sound).addWidget(rows)
    assert rules_broken(sound) == {"pale"}


def test_what_cannot_be_used_may_be_pale(sound: QWidget) -> None:
    idle = parts.button("Not now")
    idle.setEnabled(False)
    layout_of(sound).addWidget(idle)
    assert not faults(sound)


def test_a_label_that_is_too_narrow_is_found(sound: QWidget) -> None:
    cut = parts.label("Where this photo was taken")
    cut.setFixedWidth(60)
    layout_of(sound).addWidget(cut)
    assert rules_broken(sound) == {"cut off"}


def test_words_that_run_out_of_their_label_below_are_found(sound: QWidget) -> None:
    cut = parts.label("Where this photo was taken, and by whom, and what it shows")
    cut.setWordWrap(True)
    cut.setFixedSize(120, 24)
    layout_of(sound).addWidget(cut)
    assert rules_broken(sound) == {"cut off"}


def test_a_shortened_line_is_found_unless_a_tool_tip_says_the_whole(sound: QWidget) -> None:
    short = parts.Elided()
    short.setText("A line that is far too long for the little room that it was given")
    short.setFixedWidth(90)
    layout_of(sound).addWidget(short)
    assert not faults(sound)
    short.setToolTip("")
    assert rules_broken(sound) == {"cut off"}


def test_a_button_out_of_its_window_is_found(sound: QWidget) -> None:
    away = parts.button("Add a child")
    away.setParent(sound)
    away.move(380, 250)
    away.show()
    assert "outside" in rules_broken(sound)


def test_what_can_be_scrolled_to_is_not_outside(sound: QWidget) -> None:
    scroll = QScrollArea()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    tall = QWidget()
    column = QVBoxLayout(tall)
    for number in range(40):
        column.addWidget(parts.button(f"Child {number}"))
    scroll.setWidget(tall)
    layout_of(sound).addWidget(scroll)
    assert not faults(sound)


def test_a_control_that_no_key_leads_to_is_found(window: Window, qtbot: QtBot) -> None:
    lost = parts.button("Only for the mouse")
    lost.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    layout_of(window.unlock.pages.currentWidget()).addWidget(lost)
    found = list(auditing.unreached(window, walked(window, qtbot)))
    assert ["Only for the mouse" in fault.who for fault in found] == [True]


def layout_of(widget: QWidget | None) -> QLayout:
    """Its layout; what is added to it stands at once."""
    layout = widget.layout() if widget else None
    assert layout is not None
    return layout
