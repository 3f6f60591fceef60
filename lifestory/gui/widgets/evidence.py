"""How something is known: how sure we are, from which document, who said so, what was tried."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from lifestory.domain.life import Certainty, Evidence
from lifestory.gui.models.life import Life
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.named_choice import NamedChoice


class EvidenceField(QWidget):
    """`edited` carries an Evidence; `source_named` the title of a document not in the case yet."""

    edited = Signal(object)
    source_named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._evidence = Evidence()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(parts.label(self.tr("How sure are we?"), "field", "quiet"))
        self._certainties(column)
        column.addSpacing(8)
        self.tried = parts.Field(self.tr("How we tried to find out"))
        self.tried.setPlaceholderText(self.tr("Asked the ward; the notes are lost"))
        self._tried = self._labelled(column, self.tr("How we tried to find out"), self.tried)
        self.said_by = parts.ChoiceBox(self.tr("Who said so"))
        self._said = self._labelled(column, self.tr("Who said so"), self.said_by)
        self.source = NamedChoice(
            self.tr("Source"), self.tr("No source yet"), self.tr("Add a source document…")
        )
        self._labelled(column, self.tr("Source"), self.source)
        self.page = parts.Field(self.tr("Page in the source"))
        self._page = self._labelled(column, self.tr("Page"), self.page)
        self.sure.idClicked.connect(lambda at: self._say(certainty=list(Certainty)[at]))
        self.source.chosen.connect(lambda key: self._say(source=key))
        self.source.named.connect(self.source_named)
        self.said_by.activated.connect(lambda _: self._say(said_by=self.said_by.currentData()))
        for field in (self.tried, self.page):
            field.left.connect(self.say)

    def _certainties(self, column: QVBoxLayout) -> None:
        self.sure = group = QButtonGroup(self)
        self._means: dict[Certainty, QLabel] = {}
        words = {
            Certainty.KNOWN: (self.tr("Known"), self.tr("a document says so")),
            Certainty.THOUGHT: (self.tr("Thought"), self.tr("someone remembers it")),
            Certainty.NOT_KNOWN: (self.tr("Not known"), self.tr("we tried to find out")),
        }
        for number, certainty in enumerate(Certainty):
            word, means = words[certainty]
            radio = QRadioButton(word)
            group.addButton(radio, number)
            column.addWidget(radio)
            under = parts.label(means, "minor", "quiet", wrap=True)
            under.setContentsMargins(30, 0, 0, 4)
            column.addWidget(under)
            self._means[certainty] = under
            self._mean(certainty, means)

    def _mean(self, certainty: Certainty, means: str) -> None:
        radio = self.sure.button(list(Certainty).index(certainty))
        radio.setAccessibleName(f"{radio.text()}: {means}")
        self._means[certainty].setText(means)

    @staticmethod
    def _labelled(column: QVBoxLayout, title: str, field: QWidget) -> QWidget:
        outer = QWidget()
        inner = QVBoxLayout(outer)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(6)
        words = parts.label(title, "field", "quiet", wrap=True)
        words.setBuddy(field)
        inner.addWidget(words)
        inner.addWidget(field)
        column.addWidget(outer)
        return outer

    def show_evidence(self, evidence: Evidence, life: Life) -> None:
        """Show how a record is known; a field being typed into is left alone."""
        self._evidence = evidence
        self.sure.button(list(Certainty).index(evidence.certainty)).setChecked(True)
        things = [(source.title, source.id) for source in life.sources]
        self.source.show_things(things, evidence.source)
        self.said_by.clear()
        self.said_by.addItem(self.tr("Nobody named"), None)
        for person in sorted(life.people, key=lambda one: one.called.casefold()):
            if person.called and not person.pet:
                self.said_by.addItem(person.called, person.id)
        self.said_by.choose(evidence.said_by)
        for field, text in ((self.tried, evidence.tried), (self.page, evidence.page)):
            if not field.isModified():
                field.setText(text)
        known = evidence.certainty is Certainty.KNOWN
        self._tried.setVisible(evidence.certainty is Certainty.NOT_KNOWN)
        self._said.setVisible(not known or evidence.said_by is not None)
        self._page.setVisible(evidence.source is not None)
        self._mean(
            Certainty.KNOWN,
            self.tr("a document says so")
            if evidence.source
            else self.tr("no source yet: choose below which document says so"),
        )

    def drop(self) -> None:
        """Forget what was typed and not said."""
        for field in (self.tried, self.page):
            field.setModified(False)

    def forget(self) -> None:
        """Hold no source, nobody who said so and no words."""
        for field in (self.tried, self.page):
            field.clear()
        self.source.forget()
        self.show_evidence(Evidence(), Life())

    def say(self) -> None:
        """Say what was typed."""
        if self.tried.isModified() or self.page.isModified():
            self.drop()
            self._say(tried=self.tried.text().strip(), page=self.page.text().strip())

    def _say(self, **changed: object) -> None:
        evidence = replace(self._evidence, **changed)  # type: ignore[arg-type]
        if evidence != self._evidence:
            self._evidence = evidence
            self.edited.emit(evidence)
