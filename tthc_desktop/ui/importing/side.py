"""The left side of a review: the paper that was read above what is doubtful in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.ui.importing.doubts import DoubtsPane
from tthc_desktop.ui.importing.original import Original

_BELOW, _MOST_BELOW = 0.28, 172
"""The share of the height that the doubts have, and how many pixels at most."""


class Side(QSplitter):
    """Gives the doubts a share of the height, once it is known."""

    def __init__(self, draft: Draft, pages: bytes) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.original, self.doubts = Original(draft, pages), DoubtsPane()
        self._shared = False
        self.setHandleWidth(1)
        self.addWidget(self.original)
        self.addWidget(self.doubts)
        self.setStretchFactor(0, 1)
        self.setMinimumWidth(320)

    def showEvent(self, event: QShowEvent) -> None:
        """Share out the height."""
        super().showEvent(event)
        if not self._shared:
            self._shared = True
            below = min(round(self.height() * _BELOW), _MOST_BELOW)
            self.setSizes([self.height() - below, below])
