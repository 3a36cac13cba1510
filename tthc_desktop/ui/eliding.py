"""A label whose words are cut where they do not fit, and stand whole in its tooltip."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class Eliding(QLabel):
    """Asks for the room that its words need, and lives with less; they stand at its right unless told otherwise."""

    def __init__(self, *, at_left: bool = False) -> None:
        super().__init__()
        self._at_left = at_left

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self.setToolTip(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, cut at their end."""
        if not self.text():
            return
        from PySide6.QtCore import Qt  # noqa: PLC0415 - its enums are slow to make, and no word stands here at first

        side = Qt.AlignmentFlag.AlignLeft if self._at_left else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), flags, shown)
        painter.end()


def heading(words: str = "") -> Eliding:
    """Return the heading of a page, which takes the width that the page has."""
    made = Eliding(at_left=True)
    font = made.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() + 1)
    made.setFont(font)
    made.setText(words)
    return made
