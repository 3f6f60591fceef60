"""How an edition looks: its theme, the size of its pages, how it is set, the order of its parts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lifestory.app.editions import Order, formats, sizes, swatches
from lifestory.app.orders import order_of
from lifestory.domain.arrangement import Edition
from lifestory.domain.readers import Format
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.theme_picker import ThemePicker

translate = QCoreApplication.translate
_LONGEST = 14
"""Broad letters that make the longest order's name, at any size of text."""


class EditionLook:
    """The fields, each under its label, to be put into a form."""

    def __init__(self) -> None:
        say = translate
        self.theme = ThemePicker(say("EditionLook", "Theme"))
        self.size = parts.ChoiceBox(say("EditionLook", "Size"))
        for name, called in sizes():
            self.size.addItem(called, name)
        self.format = parts.ChoiceBox(say("EditionLook", "Format"))
        for format_ in formats():
            self.format.addItem(format_words(format_), format_)
        self.order = parts.ChoiceBox(say("EditionLook", "Order"))
        for order, words in (
            (Order.FAMILY, say("EditionLook", "Today, before, next")),
            (Order.CHRONOLOGICAL, say("EditionLook", "As it happened")),
            (Order.FREE, say("EditionLook", "As I put it")),
        ):
            self.order.addItem(words, order)
        self.order.setMinimumContentsLength(_LONGEST)
        self.theme.setToolTip(say("EditionLook", "The colours and drawings of its pages"))
        self.size.setToolTip(say("EditionLook", "The paper: letters and photos are set for it"))
        self.format.setToolTip(
            say(
                "EditionLook",
                "Large print has larger letters. Easy read has the simpler words of a younger "
                "reader, one idea and one picture to a page. Dyslexia-friendly has letters and "
                "lines further apart, on cream.",
            )
        )
        self.order.setToolTip(
            say(
                "EditionLook",
                "Family-friendly begins and ends in the home of today. As it happened begins with "
                "birth. As I put it leaves the parts where they stand.",
            )
        )
        self.fields: tuple[QWidget, ...] = (
            parts.stacked(say("EditionLook", "Size"), self.size),
            parts.stacked(say("EditionLook", "Format"), self.format),
            parts.stacked(say("EditionLook", "Order"), self.order),
            parts.stacked(say("EditionLook", "Theme"), self.theme),
        )

    def show_edition(self, edition: Edition) -> None:
        """Show how this one looks."""
        self.theme.choose(edition.theme)
        self.size.choose(edition.size)
        self.format.choose(edition.format)
        self.order.choose(order_of(edition))

    def worn_by(self, edition: Edition) -> Edition:
        """The edition with this look."""
        return replace(
            edition,
            theme=self.theme.currentData(),
            size=self.size.currentData(),
            format=self.format.currentData(),
        )


def format_words(format_: Format) -> str:
    """ "Large print"; "As usual"."""
    return {
        Format.STANDARD: translate("EditionLook", "As usual"),
        Format.LARGE_PRINT: translate("EditionLook", "Large print"),
        Format.EASY_READ: translate("EditionLook", "Easy read"),
        Format.DYSLEXIA_FRIENDLY: translate("EditionLook", "Dyslexia-friendly"),
    }[format_]


def look_in_words(edition: Edition) -> str:
    """ "theme paper, A5, large print": size and format only where they are not the usual ones."""
    called = {one.name: one.called for one in swatches()}
    said = [translate("EditionLook", "theme {theme}").format(
        theme=called.get(edition.theme, edition.theme).lower()
    )]  # fmt: skip
    said += [words for name, words in sizes() if name == edition.size != "a4"]
    if edition.format is not Format.STANDARD:
        said.append(format_words(edition.format).lower())
    return ", ".join(said)
