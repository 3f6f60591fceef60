"""A field for an honest date: one types it as one says it, and it says back what it understood."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.domain.dates import HonestDate, ImpossibleDate, date_in_words
from lifestory.gui.widgets import parts


class DateField(QWidget):
    """Takes "14 March 2017", "spring 2016", "aged 3" and so on. What cannot be a date stays as
    typed, with a red sentence under it, and is not said."""

    edited = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.field = parts.Field(name)
        self.field.setPlaceholderText(self.tr("14 March 2017, spring 2016, aged 3, not known"))
        self.under = parts.label(kind="minor", tone="quiet", wrap=True)
        column.addWidget(self.field)
        column.addWidget(self.under)
        self._when = HonestDate.unknown()
        self._hint = ""
        self.field.left.connect(self.say)

    @property
    def when(self) -> HonestDate:
        """The date it holds."""
        return self._when

    @property
    def understood(self) -> bool:
        """False while what stands in the field is no date."""
        try:
            HonestDate.parse(self.field.text())
        except ImpossibleDate:
            return False
        return True

    def show_date(self, when: HonestDate, hint: str = "") -> None:
        """Show a date, with a sentence under it such as the age then."""
        self._when, self._hint = when, hint
        if not self.field.isModified():
            self.field.setText(date_in_words(when) if when != HonestDate() else "")
            self._explain("")

    def say(self) -> None:
        """Read the field; say the date when it has changed."""
        try:
            when = HonestDate.parse(self.field.text())
        except ImpossibleDate as trouble:
            self._explain(f"{trouble.message} {trouble.remedy}")
            return
        self.field.setModified(False)
        self._explain("")
        if when != self._when:
            self._when = when
            self.edited.emit(when)

    def _explain(self, trouble: str) -> None:
        self.under.setText(trouble or self._hint)
        self.under.setVisible(bool(trouble or self._hint))
        parts.set_tone(self.under, "stop" if trouble else "quiet")
        parts.mark_trouble(self.field, trouble=bool(trouble))
