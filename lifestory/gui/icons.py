"""The icon family, painted in the colours of the scheme that is worn."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from lifestory import assets
from lifestory.gui import look

GAP = 6
_NAME, _TONE, _SIZE = "icon-name", "icon-tone", "icon-size"


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon `size` pixels square, drawn in one colour; FileNotFoundError when there is none.

    Drawn once and kept: a place full of icons shows at once.
    """
    kept, drawn = f"icon {name} {colour.name()} {size} {ratio}", QPixmap()
    if not QPixmapCache.find(kept, drawn):
        drawn = _drawn(name, colour, size, ratio)
        QPixmapCache.insert(kept, drawn)
    return drawn


def _drawn(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    source = assets.read_bytes("icons", f"{name}.svg")
    painted = source.replace(b"currentColor", colour.name().encode())
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(painted)).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, tone: str = "text", gap: int = 0, size: int = 16) -> QIcon:
    """An icon in a named colour: faint when disabled, accent when it is switched on. `gap` adds
    empty pixels at its right, at its left when negative: a style sheet cannot set a button's icon
    apart from its word."""
    made = QIcon()
    modes = (
        (tone, QIcon.Mode.Normal, QIcon.State.Off),
        ("faint", QIcon.Mode.Disabled, QIcon.State.Off),
        ("accent", QIcon.Mode.Normal, QIcon.State.On),
    )
    for colour_name, mode, state in modes:
        for ratio in (1.0, 2.0):
            drawn = pixmap(name, look.colour(colour_name), size, ratio)
            made.addPixmap(_widened(drawn, gap, ratio), mode, state)
    return made


def _widened(drawn: QPixmap, gap: int, ratio: float) -> QPixmap:
    kept, made = f"icon {drawn.cacheKey()} {gap}", QPixmap()
    if not gap:
        return drawn
    if QPixmapCache.find(kept, made):
        return made
    made = QPixmap(drawn.width() + round(abs(gap) * ratio), drawn.height())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(max(0, -gap), 0, drawn)
    painter.end()
    QPixmapCache.insert(kept, made)
    return made


def dress(widget: QAbstractButton | QLabel, name: str, tone: str = "text", size: int = 16) -> None:
    """Give a button or label an icon that `redress` can paint again in another scheme."""
    widget.setProperty(_NAME, name)
    widget.setProperty(_TONE, tone)
    widget.setProperty(_SIZE, size)
    if isinstance(widget, QLabel):
        widget.setFixedSize(size, size)
    else:
        widget.setIconSize(QSize(size + abs(_gap(widget)), size))
    _paint(widget)


def _gap(widget: QAbstractButton) -> int:
    if not isinstance(widget, QPushButton) or not widget.text():
        return 0
    return -GAP if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else GAP


def _paint(widget: QAbstractButton | QLabel) -> None:
    name, tone = widget.property(_NAME), widget.property(_TONE)
    if isinstance(widget, QLabel):
        ratio = widget.devicePixelRatioF()
        widget.setPixmap(pixmap(name, look.colour(tone), widget.width(), ratio))
    else:
        widget.setIcon(icon(name, tone, _gap(widget), widget.property(_SIZE)))


def redress(root: QWidget) -> None:
    """Paint every icon under a widget again, after the scheme has changed."""
    for kind in (QAbstractButton, QLabel):
        for widget in root.findChildren(kind):
            if isinstance(widget, QAbstractButton | QLabel) and widget.property(_NAME):
                _paint(widget)
