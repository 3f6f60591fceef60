"""Who is in a photo and whether they may be shown: asked, kept, put right, in place."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.album import Album, May
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Region
from lifestory.domain.media import InPhoto, Permission, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Recipient
from lifestory.gui.models.permission_words import heard_in_words
from lifestory.gui.widgets.portrait import about
from lifestory.gui.widgets.who_field import WhoField

ROBIN, KIT = Person(given="Robin"), Person(given="Kit")
DOG = Person(given="Biscuit", pet=True)
THERE = tuple(InPhoto(person=one.id) for one in (ROBIN, KIT, DOG))
GIVEN = Permission(
    person=KIT.id,
    given_by="Kit's mum",
    given_on=HonestDate.parse("3 May 2024"),
    how="by letter",
    recipients=frozenset({Recipient.CHILD_AND_ADOPTERS}),
    until=HonestDate.parse("1 June 2026"),
)


def story(
    may: May = May.NOT_ASKED,
    *heard: Permission,
    kit: Person = KIT,
    portrait: Photo | None = None,
) -> Album:
    people: Mapping[object, Person] = {one.id: one for one in (ROBIN, kit, DOG)}
    return Album(
        people=people,  # type: ignore[arg-type]
        may={ROBIN.id: May.OWN_STORY, KIT.id: may, DOG.id: May.ANIMAL},
        heard={KIT.id: heard} if heard else {},
        portraits={KIT.id: portrait} if portrait else {},
        name="Robin",
    )


@pytest.fixture
def who(qtbot: QtBot) -> WhoField:
    made = WhoField()
    qtbot.addWidget(made)
    made.resize(272, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_who(THERE, story())
    return made


def button(who: WhoField, named: str) -> QPushButton:
    QApplication.processEvents()  # what is new is laid out
    found = (one for one in who.findChildren(QPushButton) if one.isVisible())
    return next(one for one in found if one.accessibleName().startswith(named))


def press(qtbot: QtBot, pressed: QPushButton) -> None:
    qtbot.keyClick(pressed, Qt.Key.Key_Space)


def test_only_who_needs_a_permission_is_asked_about(who: WhoField) -> None:
    words = [one.text() for one in who.findChildren(QLabel)]
    assert "This is Robin's own story" in words
    assert "No permission: stays out of the book" in words
    asks = [one.accessibleName() for one in who.findChildren(QPushButton) if one.text() == "Ask"]
    assert asks == ["Permission of Kit: ask"]


def test_a_permission_is_typed_in_place_by_keyboard_alone(who: WhoField, qtbot: QtBot) -> None:
    press(qtbot, button(who, "Permission of Kit"))
    form = who.form
    assert form.isVisible()
    assert form.given_by.hasFocus()
    qtbot.keyClicks(form.given_by, "Kit's  mum ")
    qtbot.keyClicks(form.when.field, "3 May 2024")
    qtbot.keyClicks(form.how, "by letter")
    only = next(one for one in form.scope.children() if getattr(one, "text", str)() == "Only for…")
    qtbot.mouseClick(only, Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.only[Recipient.CHILD_AND_ADOPTERS], Qt.Key.Key_Space)
    qtbot.keyClicks(form.until.field, "1 June 2026")
    with qtbot.waitSignal(who.allowed) as said:
        press(qtbot, form.keep)
    assert replace(said.args[0], id=GIVEN.id) == GIVEN
    assert not form.isVisible()
    assert button(who, "Permission of Kit").hasFocus()


def test_a_refusal_has_no_end(who: WhoField, qtbot: QtBot) -> None:
    press(qtbot, button(who, "Permission of Kit"))
    refused = next(
        one for one in who.form.answer.children() if getattr(one, "text", str)() == "Refused"
    )
    qtbot.mouseClick(refused, Qt.MouseButton.LeftButton)
    assert not who.form.until.isVisible()
    with qtbot.waitSignal(who.allowed) as said:
        press(qtbot, who.form.keep)
    assert (said.args[0].given, said.args[0].until) == (False, None)


def test_a_day_still_to_come_is_not_kept(who: WhoField, qtbot: QtBot) -> None:
    press(qtbot, button(who, "Permission of Kit"))
    qtbot.keyClicks(who.form.when.field, "3 May 2999")
    with qtbot.assertNotEmitted(who.allowed):
        press(qtbot, who.form.keep)
    assert who.form.when.under.text() == "That day is still to come."
    assert who.form.when.field.text() == "3 May 2999"


def test_what_was_heard_stands_over_the_form_and_can_be_put_right_or_taken_out(
    who: WhoField, qtbot: QtBot
) -> None:
    who.show_who(THERE, story(May.GIVEN, GIVEN))
    assert "May be shown to Robin's family" in [one.text() for one in who.findChildren(QLabel)]
    press(qtbot, button(who, "Permission of Kit: change"))
    said = "Given by Kit's mum, 3 May 2024, by letter. For child and adopters, until 1 June 2026."
    assert heard_in_words(GIVEN) == said
    assert said in [one.text() for one in who.form.findChildren(QLabel)]
    with qtbot.waitSignal(who.permission_forgotten) as gone:
        press(qtbot, button(who, f"Take out: {said}"))
    assert gone.args == [GIVEN.id]
    press(qtbot, button(who, "Put right"))
    who.form.how.selectAll()
    qtbot.keyClicks(who.form.how, "by telephone")
    with qtbot.waitSignal(who.allowed) as kept:
        press(qtbot, who.form.keep)
    assert kept.args == [replace(GIVEN, how="by telephone")]


def test_what_is_being_typed_stays_when_the_album_is_read_anew(who: WhoField, qtbot: QtBot) -> None:
    press(qtbot, button(who, "Permission of Kit"))
    qtbot.keyClicks(who.form.given_by, "Kit's mum")
    who.show_who(THERE, story(May.REFUSED, replace(GIVEN, given=False)))
    assert who.form.isVisible()
    assert who.form.given_by.text() == "Kit's mum"
    assert any("Refused by" in one.text() for one in who.form.findChildren(QLabel))
    who.show_who(THERE[:1], story())  # another photo, and Kit is not in it
    assert not who.form.isVisible()


def test_escape_closes_the_form_and_gives_the_keyboard_back(who: WhoField, qtbot: QtBot) -> None:
    press(qtbot, button(who, "Permission of Kit"))
    qtbot.keyClick(who.form.given_by, Qt.Key.Key_Escape)
    assert not who.form.isVisible()
    assert button(who, "Permission of Kit").hasFocus()


def test_a_round_portrait_is_cut_to_the_face_and_never_cuts_it() -> None:
    photo = QImage(400, 200, QImage.Format.Format_RGB32)
    photo.fill(QColor("#cc0000"))
    painter = QPainter(photo)
    painter.fillRect(200, 0, 200, 200, QColor("#0000cc"))
    painter.end()
    assert about(photo, None) is photo
    right = about(photo, (0.5, 0.0, 0.5, 1.0))
    assert (right.width(), right.height()) == (200, 200)
    assert right.pixelColor(5, 100) == QColor("#0000cc")
    tall = about(photo, (0.25, 0.0, 0.25, 1.0))  # half as wide as high: in the middle
    assert (tall.width(), tall.height()) == (200, 200)
    assert tall.pixelColor(100, 2) == QColor("#cc0000")
    assert tall.pixelColor(10, 100).alpha() == 0


def test_a_new_portrait_is_asked_for_and_shown_round(who: WhoField, qtbot: QtBot) -> None:
    red, blue = (QImage(90, 90, QImage.Format.Format_RGB32) for _ in range(2))
    red.fill(QColor("#cc0000"))
    blue.fill(QColor("#0000cc"))
    first, other = Photo(), Photo()
    kit = replace(KIT, portrait=first.id)
    with qtbot.waitSignal(who.face_wanted) as asked:
        who.show_who(THERE, story(kit=kit, portrait=first))
    assert asked.args == [KIT.id]
    who.show_face(KIT.id, red)
    middle = who._portraits[KIT.id].rect().center()
    corner = who._portraits[KIT.id].rect().topLeft()
    assert who._portraits[KIT.id].grab().toImage().pixelColor(middle) == QColor("#cc0000")
    with qtbot.waitSignal(who.face_wanted):
        who.show_who(THERE, story(kit=replace(KIT, portrait=other.id), portrait=other))
    who.show_face(KIT.id, blue)
    shown = who._portraits[KIT.id].grab().toImage()
    assert shown.pixelColor(middle) == QColor("#0000cc")
    assert shown.pixelColor(corner) != QColor("#0000cc")


def test_a_face_is_drawn_anew_when_it_is_marked_in_its_portrait(
    who: WhoField, qtbot: QtBot
) -> None:
    portrait = Photo(people=(InPhoto(person=KIT.id),))
    kit = replace(KIT, portrait=portrait.id)
    who.show_who(THERE, story(kit=kit, portrait=portrait))
    who.show_face(KIT.id, QImage(9, 9, QImage.Format.Format_RGB32))
    with qtbot.assertNotEmitted(who.face_wanted):
        who.show_who(THERE, story(May.GIVEN, kit=kit, portrait=portrait))
    marked = replace(portrait, people=(InPhoto(person=KIT.id, region=Region(1, 1, 5, 5)),))
    with qtbot.waitSignal(who.face_wanted) as asked:
        who.show_who(THERE, story(May.GIVEN, kit=kit, portrait=marked))
    assert asked.args == [KIT.id]


def test_tab_goes_through_the_form_in_the_order_in_which_it_stands(
    who: WhoField, qtbot: QtBot
) -> None:
    who.show_who(THERE, story(May.GIVEN, GIVEN))
    QApplication.processEvents()  # what is new is laid out
    who._asks[KIT.id].click()
    QApplication.processEvents()
    who._asks[KIT.id].setFocus()
    reached = []
    for _ in range(12):
        here = who.focusWidget()
        assert here is not None
        reached.append(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    spoken = heard_in_words(GIVEN)
    assert reached == [
        "Permission of Kit: change", "What to do with Kit",
        "What to do with Biscuit", f"Put right: {spoken}",
        f"Take out: {spoken}", "What was said: Given", "Who gave or refused it",
        "When it was said", "It was said today", "How it was said", "For which books: All books",
        "The last day it holds",
    ]  # fmt: skip
