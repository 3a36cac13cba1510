"""Text and tables of a page larger or smaller for the eyes; the print has a scale of its own."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.surface import Surface

SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
USUAL = 100
_KEY = "plan/scale"


class Zooming(QObject):
    """The scale of the text and the grids of one page, kept for the next one."""

    changed = Signal()

    def __init__(self, surface: Surface, grids: Callable[[], Iterable[Grid]], memory: QSettings) -> None:
        super().__init__(surface)
        self._surface, self._grids, self._memory = surface, grids, memory
        kept = str(memory.value(_KEY, USUAL))
        self.percent = int(kept) if kept.isdecimal() and int(kept) in SCALES else USUAL
        self._watch(surface)
        if self.percent != USUAL:
            surface.show_scale(self.percent / 100)

    def add(self, grid: Grid) -> None:
        """Give a new grid the scale."""
        self._watch(grid)
        if self.percent != USUAL:
            grid.show_scale(self.percent / 100)

    def _watch(self, pane: QAbstractScrollArea) -> None:
        pane.viewport().installEventFilter(self)

    def zoom(self, steps: int) -> None:
        """Go up or down the scales; 0 is the usual one."""
        place = SCALES.index(USUAL if steps == 0 else self.percent) + steps
        percent = SCALES[min(max(place, 0), len(SCALES) - 1)]
        if percent == self.percent:
            return
        self.percent = percent
        self._memory.setValue(_KEY, percent)
        self._surface.show_scale(percent / 100)
        for grid in self._grids():
            grid.show_scale(percent / 100)
        self.changed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the wheel zoom while Ctrl is held."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return False
