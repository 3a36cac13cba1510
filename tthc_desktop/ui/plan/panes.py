"""The panes of a plan's page beside each other: folded away where there is no room, as wide as they were last time."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

ROOM_FOR_OUTLINE, ROOM_FOR_PREVIEW = 1000, 700
_KEY = "plan/panes"


class Panes(QSplitter):
    """Outline, middle and preview."""

    def __init__(self, outline: QWidget, middle: QWidget, preview: QWidget, memory: QSettings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._memory = memory
        self._rooms = ((outline, ROOM_FOR_OUTLINE), (preview, ROOM_FOR_PREVIEW))
        self._folded: list[QWidget] = []
        self.setHandleWidth(1)
        for place, (pane, least) in enumerate(((outline, 140), (middle, 320), (preview, 300))):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
            self.setStretchFactor(place, (0, 3, 2)[place])
        kept = memory.value(_KEY)
        if isinstance(kept, QByteArray):
            self.restoreState(kept)
        else:
            self.setSizes([240, 600, 480])

    def keep(self) -> None:
        """Keep the widths for the next page."""
        self._memory.setValue(_KEY, self.saveState())

    def fit(self, width: int) -> None:
        """Fold panes away where there is no room for them, and bring them back where there is."""
        for pane, least in self._rooms:
            if width < least and not pane.isHidden():
                pane.hide()
                self._folded.append(pane)
            elif width >= least and pane in self._folded:
                pane.show()
                self._folded.remove(pane)
