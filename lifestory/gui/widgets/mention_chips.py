"""A mention in a text: a chip that shows what the book calls somebody, one letter to the text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from lifestory.app.words import Mention
from lifestory.gui import look
from lifestory.gui.models.mentions import Names

CHIP = QTextFormat.ObjectTypes.UserObject + 1
TARGET = QTextFormat.Property.UserProperty + 1
LABEL = QTextFormat.Property.UserProperty + 2
LETTER = "\ufffc"
"""What stands for an object in a text document."""
PADDING = 6.0
translate = QCoreApplication.translate
SHARE_OF_LINE = 0.9
"""A name longer than this much of the line ends in an ellipsis."""


def chip_format(mention: Mention, around: QTextCharFormat) -> QTextCharFormat:
    """The format of a chip's one letter, in the font and weight of what is around it."""
    made = QTextCharFormat(around)
    made.setObjectType(CHIP)
    made.setProperty(TARGET, mention.target)
    made.setProperty(LABEL, mention.label)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return made


def mention_in(form: QTextFormat) -> Mention | None:
    """The mention a chip's format holds; None for plain words."""
    if form.objectType() != CHIP:
        return None
    return Mention(str(form.property(TARGET)), str(form.property(LABEL)))


class Chips(QPyTextObject):
    """Draws the chips of one document by the names it is given."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self.names: Names = {}
        document.documentLayout().registerHandler(CHIP, self)

    def name_of(self, mention: Mention) -> str:
        """What a chip says: what the book calls them now. Of somebody nobody knows any more it
        says what the book says: the word that was kept may be a name that was erased."""
        known = self.names.get(mention.target)
        if known is None:
            return translate("Chips", "someone")
        return known.called or mention.label or "…"

    def intrinsicSize(
        self,
        doc: QTextDocument,
        posInDocument: int,  # noqa: ARG002, N803 - Qt's own names
        format: QTextFormat,  # noqa: A002
    ) -> QSizeF:
        metrics = self._metrics(format)
        mention = mention_in(format)
        wide = metrics.horizontalAdvance(self.name_of(mention)) if mention else 0.0
        most = max(40.0, doc.textWidth() * SHARE_OF_LINE) if doc.textWidth() > 0 else 600.0
        return QSizeF(min(wide + 2 * PADDING, most), metrics.height())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,  # noqa: ARG002
        posInDocument: int,  # noqa: ARG002, N803
        format: QTextFormat,  # noqa: A002
    ) -> None:
        mention = mention_in(format)
        if mention is None:
            return
        known = mention.target in self.names
        chosen = format.hasProperty(QTextFormat.Property.BackgroundBrush)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(look.colour("accent" if known else "look"), 1.0)
        if not known:
            edge.setStyle(Qt.PenStyle.DashLine)
        bare = known and look.worn() is not look.Scheme.HIGH_CONTRAST
        painter.setPen(Qt.PenStyle.NoPen if bare else edge)
        painter.setBrush(look.colour("accent" if chosen else "chosen" if known else "paper"))
        rect = QRectF(rect)
        box = rect.adjusted(0.5, 1.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 6, 6)
        font = format.toCharFormat().font()
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(
            self.name_of(mention), Qt.TextElideMode.ElideRight, rect.width() - 2 * PADDING + 0.5
        )
        painter.setFont(font)
        ink = "on-accent" if chosen else "accent" if known else "look"
        painter.setPen(look.colour(ink))
        painter.drawText(QPointF(rect.left() + PADDING, rect.top() + metrics.ascent()), words)
        painter.restore()

    @staticmethod
    def _metrics(form: QTextFormat) -> QFontMetricsF:
        return QFontMetricsF(form.toCharFormat().font())
