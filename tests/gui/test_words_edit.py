"""The words as one writes them: chips, strong, lists, the clipboard, alone with real events."""

# mypy: allow-untyped-calls
from __future__ import annotations

import time
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.app.words import BULLET, Mention, Paragraph, Piece, Words, read, tidy, write
from lifestory.gui.models.mentions import Named
from lifestory.gui.widgets.naming import NamedModel, matching, question
from lifestory.gui.widgets.words_clipboard import OURS
from lifestory.gui.widgets.words_edit import WordsEdit
from lifestory.gui.widgets.words_tools import WordsTools

GRAN = Named(f"person:{uuid4()}", "Gran", "grandmother")
SUE = Named(f"person:{uuid4()}", "Gran Sue", "foster carer")
AISHA = Named(f"person:{uuid4()}", "عائشہ", "friend")
LONG = Named(f"person:{uuid4()}", "Wolfeschlegelstein" * 17, "friend")
SAM, OTHER_SAM = (Named(f"person:{uuid4()}", "Sam", what) for what in ("dad", "friend"))
DERBY = Named(f"place:{uuid4()}", "Derby")
NAMES = {one.target: one for one in (GRAN, SUE, AISHA, LONG, SAM, OTHER_SAM, DERBY)}

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def kept(named: Named) -> str:
    return f"[{named.called}]({named.target})"


@pytest.fixture
def text(qtbot: QtBot) -> WordsEdit:
    made = WordsEdit("Words")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_words((), NAMES)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


def show(text: WordsEdit, markdown: str) -> None:
    text.show_words(read(markdown), NAMES)


def commit(text: WordsEdit, letters: str) -> None:
    """Type what no keyboard of a test has."""
    event = QInputMethodEvent()
    event.setCommitString(letters)
    QCoreApplication.sendEvent(text, event)


def test_an_at_sign_and_some_letters_name_someone(text: WordsEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(text, "Hi @gr")
    assert text.naming.isVisible()
    assert [one.called for one in text.naming.offers.offered] == ["Gran", "Gran Sue", "gr"]
    qtbot.keyClick(text, Qt.Key.Key_Down)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert not text.naming.isVisible()
    qtbot.keyClicks(text, " came.")
    assert write(text.words()) == f"Hi {kept(SUE)} came."
    assert text.spoken() == "Hi Gran Sue came."


def test_tab_takes_the_first_and_escape_takes_none(text: WordsEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(text, "[der")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    qtbot.keyClicks(text, " or @der")
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert not text.naming.isVisible()
    assert write(text.words()) == f"{kept(DERBY)} or @der"


def test_a_name_in_brackets_is_named_when_only_one_is_called_so(
    text: WordsEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(text, "[Gran] [Sam] [nobody]")
    assert write(text.words()) == f"{kept(GRAN)} [Sam] [nobody]"


def test_two_of_one_name_are_told_apart_by_what_they_are() -> None:
    assert [one.says for one in matching(NAMES, "sam")] == ["dad", "friend"]
    assert question("mail me@gr") == ""
    assert question("@ gr") == ""
    assert question("so @gr") == "@gr"


def test_a_click_on_an_offer_names_too(text: WordsEdit, qtbot: QtBot) -> None:
    text.ask_for_name()
    index = text.naming.offers.index(0)
    place = text.naming.visualRect(index).center()
    qtbot.mouseClick(text.naming.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(text.words()[0].pieces[0].what, Mention)


def test_a_chip_goes_as_one_letter(text: WordsEdit, qtbot: QtBot) -> None:
    show(text, f"ab{kept(GRAN)}c")
    text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(text, Qt.Key.Key_Left)
    qtbot.keyClick(text, Qt.Key.Key_Left)
    qtbot.keyClicks(text, "x")
    assert write(text.words()) == f"abx{kept(GRAN)}c"
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert write(text.words()) == "abxc"
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert write(text.words()) == f"abx{kept(GRAN)}c"


def test_a_chip_says_what_they_are_called_now_and_keeps_its_record(text: WordsEdit) -> None:
    show(text, f"[Nana]({GRAN.target}) came.")
    assert text.spoken() == "Gran came."
    text.rename({**NAMES, GRAN.target: Named(GRAN.target, "Granny")})
    assert text.spoken() == "Granny came."
    assert write(text.words()) == f"[Nana]({GRAN.target}) came."


def test_letters_of_the_world_and_long_names_have_room(text: WordsEdit, qtbot: QtBot) -> None:
    show(text, f"{kept(LONG)} می‌خواهم {kept(AISHA)}")
    text.moveCursor(QTextCursor.MoveOperation.End)
    commit(text, " Zażółć অনন্যা 👩‍👧 ")
    qtbot.keyClicks(text, "@wol")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert write(text.words()).endswith(f"{kept(AISHA)} Zażółć অনন্যা 👩‍👧 {kept(LONG)}")
    assert text.document().size().width() <= text.viewport().width()
    text.grab()


def test_ctrl_b_is_strong_and_no_more(text: WordsEdit, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClicks(text, "It was ")
    qtbot.keyClick(text, Qt.Key.Key_B, control)
    qtbot.keyClicks(text, "not")
    qtbot.keyClick(text, Qt.Key.Key_B, control)
    qtbot.keyClicks(text, " my fault.")
    for key in (Qt.Key.Key_I, Qt.Key.Key_U):
        text.selectAll()
        qtbot.keyClick(text, key, control)
    assert write(text.words()) == "It was **not** my fault."
    text.selectAll()
    text.toggle_strong()
    assert write(text.words()) == "**It was not my fault.**"


def test_lists_go_on_with_enter_and_end_with_an_empty_one(text: WordsEdit, qtbot: QtBot) -> None:
    text.toggle_list()
    for words in ("milk", "bread"):
        qtbot.keyClicks(text, words)
        qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "and home")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(text, "again")
    assert write(text.words()) == "- milk\n- bread\n\nand home\nagain"
    text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert write(text.words()) == "milk\n\n- bread\n\nand home\nagain"
    text.selectAll()
    text.toggle_list("1.")
    assert write(text.words()) == "1. milk\n2. bread\n3. and home\n   again"


def test_the_clipboard_of_a_word_processor_leaves_its_looks_behind(text: WordsEdit) -> None:
    show(text, "Before. After.")
    cursor = text.textCursor()
    cursor.setPosition(8)
    text.setTextCursor(cursor)
    data = QMimeData()
    data.setHtml(
        "<html><body><!--StartFragment--><h1 style='color:red'>Big</h1>"
        "<p class=MsoNormal style='font-size:30pt'>One <b>two</b> <i>three</i></p>"
        "<table><tr><td>cell</td></tr></table><img src='file:///x.png'><!--EndFragment-->"
    )
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    text.insertFromMimeData(data)
    assert write(text.words()) == "Before. Big\n\nOne **two** three\n\ncellAfter."
    text.undo()
    assert write(text.words()) == "Before. After."


def test_files_and_pictures_cannot_be_dropped_into_words(text: WordsEdit) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/x/y.jpg")])
    text.insertFromMimeData(data)
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not text.canInsertFromMimeData(picture)
    assert text.words() == ()


def test_chips_stay_chips_when_they_are_copied(text: WordsEdit) -> None:
    show(text, f"- {kept(GRAN)} **sang**\n- here")
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert data.text() == "Gran sang\nhere"
    assert not data.hasHtml()
    show(text, "")
    text.insertFromMimeData(data)
    assert write(text.words()) == f"- {kept(GRAN)} **sang**\n- here"
    assert data.hasFormat(OURS)


def test_somebody_new_is_met_by_naming_them(text: WordsEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(text, "With @Bo Peep")
    assert text.naming.chosen is None
    with qtbot.assertNotEmitted(text.met):
        qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "and @Bo")
    qtbot.keyClick(text, Qt.Key.Key_Down)
    with qtbot.waitSignal(text.met) as said:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    bo = said.args[0]
    assert bo.called == "Bo"
    assert write(text.words()) == f"With @Bo Peep\n\nand {kept(bo)}"
    assert text.spoken() == "With @Bo Peep\nand Bo"
    qtbot.keyClicks(text, " @bo")
    assert [one.target for one in text.naming.offers.offered] == [bo.target]
    qtbot.keyClicks(text, "b and then a whole sentence")
    assert not text.naming.isVisible()


@pytest.mark.parametrize("name", ["بابا علی", "🦄", "O’Neill", "Zoë-Marie", "x" * 39])
def test_somebody_new_may_be_called_anything(text: WordsEdit, qtbot: QtBot, name: str) -> None:
    commit(text, f"@{name}")
    qtbot.keyClick(text, Qt.Key.Key_Down)
    with qtbot.waitSignal(text.met) as said:
        qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert said.args[0].called == name
    assert read(write(text.words())) == text.words()
    assert text.spoken() == name
    text.grab()


def test_a_chip_of_somebody_who_is_gone_tells_no_name(text: WordsEdit) -> None:
    show(text, f"{kept(GRAN)} and {kept(SUE)}")
    text.rename({GRAN.target: GRAN})
    assert text.spoken() == "Gran and someone"
    assert write(text.words()) == f"{kept(GRAN)} and {kept(SUE)}"
    text.selectAll()
    copied = text.createMimeDataFromSelection()
    assert copied.text() == "Gran and someone"
    text.grab()


def test_backspace_takes_a_chip_and_undo_gives_it_back(text: WordsEdit, qtbot: QtBot) -> None:
    show(text, f"a {kept(AISHA)}{kept(GRAN)}")
    text.moveCursor(QTextCursor.MoveOperation.End)
    for left in (f"a {kept(AISHA)}", "a"):
        qtbot.keyClick(text, Qt.Key.Key_Backspace)
        assert write(text.words()) == left
    for _ in range(2):
        qtbot.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert write(text.words()) == f"a {kept(AISHA)}{kept(GRAN)}"


def test_the_tools_show_what_holds_where_the_cursor_stands(text: WordsEdit, qtbot: QtBot) -> None:
    tools = WordsTools(text, QWidget())
    qtbot.addWidget(tools)
    show(text, "plain **strong**\n\n- point\n\n1. one")

    def held() -> list[str]:
        there = (tools.strong, tools.points, tools.numbers)
        return [one.text() for one in there if one.isChecked()]

    seen = []
    for words in ("plain", "strong", "point", "one"):
        cursor = text.document().find(words)
        text.setTextCursor(cursor)
        seen.append(held())
    assert seen == [[], ["Strong"], ["List"], ["Numbers"]]
    tools.points.click()
    assert held() == ["List"]
    assert text.hasFocus()
    qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert held() == ["Strong", "List"]


def test_lists_have_keys_and_begin_as_one_types_them(text: WordsEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(text, "milk")
    qtbot.keyClick(text, Qt.Key.Key_8, CONTROL | SHIFT)
    assert write(text.words()) == "- milk"
    qtbot.keyClick(text, Qt.Key.Key_Ampersand, CONTROL | SHIFT)
    assert write(text.words()) == "1. milk"
    qtbot.keyClick(text, Qt.Key.Key_7, CONTROL | SHIFT)
    assert write(text.words()) == "milk"
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "- bread")
    assert write(text.words()) == "milk\n\n- bread"
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "1. one - two")
    assert write(text.words()) == "milk\n\n- bread\n\n1. one - two"


def test_a_long_paste_never_holds_the_window_and_is_one_step(text: WordsEdit, qtbot: QtBot) -> None:
    show(text, "Before. After.")
    cursor = text.textCursor()
    cursor.setPosition(8)
    text.setTextCursor(cursor)
    one = (
        "<p class=MsoNormal style='mso-margin-top-alt:auto;font-size:11.0pt'>Gran <b>sang</b>"
        "<span style='mso-spacerun:yes'>  </span><o:p></o:p></p>"
        "<ul style='margin-top:0cm'><li class=MsoNormal style='mso-list:l0 level1'>milk</li></ul>"
    )
    data = QMimeData()
    data.setHtml(one * 1600)
    assert len(data.html()) > 300_000
    gaps = []
    began = time.thread_time()
    text.insertFromMimeData(data)
    while text.pasting.isActive():
        gaps.append(time.thread_time() - began)
        began = time.thread_time()
        QCoreApplication.processEvents()
    assert len(gaps) > 20
    assert max(gaps) < 0.05
    written = write(text.words())
    assert written.startswith("Before. Gran **sang**\n\n- milk\n\nGran **sang**\n\n- milk")
    assert written.count("Gran") == written.count("- milk") == 1600
    assert written.endswith("milkAfter.")
    text.undo()
    assert write(text.words()) == "Before. After."


def test_one_who_types_on_while_words_are_pasted_types_behind_them(
    text: WordsEdit, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setHtml("<p>many <b>words</b></p>" * 2000)
    with qtbot.waitSignal(text.edited):
        text.insertFromMimeData(data)
    assert text.pasting.isActive()
    qtbot.keyClicks(text, "!")
    assert not text.pasting.isActive()
    assert write(text.words()).count("many") == 2000
    assert write(text.words()).endswith("many **words**!")


def test_a_heading_is_one_line_without_weights(qtbot: QtBot) -> None:
    heading = WordsEdit("Heading", single=True)
    qtbot.addWidget(heading)
    heading.show_words(read(f"My {kept(GRAN)}"), NAMES)
    heading.show()
    with qtbot.waitSignal(heading.entered):
        qtbot.keyClick(heading, Qt.Key.Key_Return)
    data = QMimeData()
    data.setHtml("<p><b>two</b></p><p>lines</p>")
    heading.moveCursor(QTextCursor.MoveOperation.End)
    heading.insertFromMimeData(data)
    assert write(heading.words()) == f"My {kept(GRAN)}two lines"


def test_a_keystroke_in_two_thousand_words_takes_no_time(text: WordsEdit, qtbot: QtBot) -> None:
    sentence = f"{kept(GRAN)} and I walked to the **sea** and back again, slowly. "
    show(text, "\n\n".join(sentence * 6 for _ in range(31)))
    assert len(text.spoken().split()) > 2000
    text.moveCursor(QTextCursor.MoveOperation.End)
    QCoreApplication.processEvents()
    times = []
    for _ in range(30):
        began = time.thread_time()
        qtbot.keyClicks(text, "a")
        text.repaint()
        QCoreApplication.processEvents()
        times.append(time.thread_time() - began)
    assert sorted(times)[len(times) // 2] < 0.016


def test_the_offers_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    model = NamedModel()
    model.show(tuple(NAMES.values()))
    qtmodeltester.check(model)


LETTERS = st.text(alphabet="ab .!*_[]-1(@\\é عش🙂", min_size=1, max_size=6)
CHIPS = st.sampled_from([GRAN, AISHA, DERBY])
PIECES = st.builds(
    Piece, st.one_of(LETTERS, CHIPS.map(lambda one: Mention(one.target, one.called))), st.booleans()
)
PASTED = st.lists(
    st.builds(
        Paragraph, st.lists(PIECES, max_size=3).map(tuple), st.sampled_from(["", BULLET, "1."])
    ),
    max_size=3,
).map(tidy)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), LETTERS),
        st.tuples(st.just("name"), CHIPS),
        st.tuples(st.just("paste"), PASTED),
        st.tuples(st.just("choose"), st.tuples(st.integers(0, 60), st.integers(0, 60))),
        st.tuples(
            st.just("key"),
            st.sampled_from(
                ["Return", "Backspace", "Delete", "B", "Break", "List", "Numbers", "Undo", "Redo"]
            ),
        ),
    ),
    max_size=14,
)


def do(text: WordsEdit, qtbot: QtBot, what: str, how: object) -> None:
    match what, how:
        case "type", str(letters):
            commit(text, letters)
            text.naming.hide()
        case "name", Named() as named:
            text.name(named)
        case "paste", tuple(words):
            text.put_in(words)
        case "choose", (int(start), int(end)):
            last = text.document().characterCount() - 1
            cursor = text.textCursor()
            cursor.setPosition(min(start, last))
            cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
            text.setTextCursor(cursor)
        case "key", "Return" | "Backspace" | "Delete":
            qtbot.keyClick(text, getattr(Qt.Key, f"Key_{how}"))
        case "key", "B":
            qtbot.keyClick(text, Qt.Key.Key_B, CONTROL)
        case "key", "Break":
            qtbot.keyClick(text, Qt.Key.Key_Return, SHIFT)
        case "key", "List" | "Numbers":
            text.toggle_list(BULLET if how == "List" else "1.")
        case "key", "Undo":
            text.undo()
        case "key", "Redo":
            text.redo()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_whatever_one_does_the_words_kept_are_the_words_seen(
    text: WordsEdit, qtbot: QtBot, steps: list[tuple[str, object]]
) -> None:
    text.show_words((), NAMES)
    for what, how in steps:
        do(text, qtbot, what, how)
    seen: Words = text.words()
    markdown = write(seen)
    assert read(markdown) == seen
    again = WordsEdit("Again")
    qtbot.addWidget(again)
    again.show_words(read(markdown), NAMES)
    assert again.words() == seen
    assert again.spoken() == text.spoken()
