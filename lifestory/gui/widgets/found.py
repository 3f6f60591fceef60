"""The list under the search box: an offer a row, the groups under their headings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lifestory.gui import icons, look
from lifestory.gui.models.offers import OFFER, Offer, OfferModel
from lifestory.gui.widgets.card import RIGHT, write

HIGH, HEADING = 32, 28
MOST = 420
LEAST = 480


class Found(QListView):
    """Never takes the keyboard: the box above steps through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "found")
        self.setAccessibleName(self.tr("What was found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.model_of_offers = OfferModel(self)
        self.setModel(self.model_of_offers)
        self.setItemDelegate(_Rows(self))

    @property
    def offer(self) -> Offer | None:
        """The one Enter would choose."""
        offer = self.currentIndex().data(OFFER)
        return offer if isinstance(offer, Offer) else None

    def stand_at(self, at: QPoint, wide: int) -> None:
        """Stand with the left upper corner there, as high as what is in it, inside the window."""
        rows = (self.sizeHintForRow(row) for row in range(self.model_of_offers.rowCount()))
        whole = self.window().size()
        wide = min(max(wide, look.larger(LEAST)), whole.width() - 16)
        high = min(sum(rows) + 10, look.larger(MOST), whole.height() - at.y() - 8)
        left = max(8, min(at.x(), whole.width() - wide - 8))
        self.setGeometry(left, at.y(), wide, high)
        self.setCurrentIndex(QModelIndex())
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go to the next offer, over headings, round at the ends."""
        many = self.model_of_offers.rowCount()
        at = self.currentIndex().row()
        for _ in range(many):
            at = (at + by) % many
            index = self.model_of_offers.index(at)
            if index.data(OFFER) is not None:
                self.setCurrentIndex(index)
                self.scrollTo(self.model_of_offers.index(max(0, at - 1)))
                self.scrollTo(index)
                return


class _Rows(QStyledItemDelegate):
    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        return QSize(0, look.larger(HIGH if index.data(OFFER) else HEADING))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box, offer = QRectF(option.rect), index.data(OFFER)
        painter.save()
        if not isinstance(offer, Offer):
            inside = box.adjusted(16, 6, -16, 0)
            write(painter, inside, str(index.data()), look.MINOR, semi=True, tone="quiet")
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.fillRect(box, look.colour("chosen"))
                painter.fillRect(
                    QRectF(box.left(), box.top(), 4, box.height()), look.colour("accent")
                )
            _paint_offer(painter, box.adjusted(16, 0, -16, 0), offer)
        painter.restore()


def _paint_offer(painter: QPainter, box: QRectF, offer: Offer) -> None:
    ratio = painter.device().devicePixelRatioF()
    drawn = icons.pixmap(offer.icon, look.colour("quiet"), 16, ratio)
    painter.drawPixmap(box.topLeft().toPoint() + QPoint(0, round(box.height() / 2) - 8), drawn)
    metrics = QFontMetricsF(look.font(look.MINOR))
    hint = min(metrics.horizontalAdvance(offer.hint) + 2, box.width() * 0.4)
    write(painter, box.adjusted(26, 0, -hint - 12, 0), offer.words)
    beside = QRectF(box.right() - hint, box.top(), hint, box.height())
    write(painter, beside, offer.hint, look.MINOR, tone="quiet", align=RIGHT)
