"""Files that are dragged onto the window: old papers, returned sheets, or tables of tasks."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


class Drops(QObject):
    """Takes papers, workbooks and folders that are dropped where no editor takes them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome what can be received, and receive it."""
        if isinstance(event, QDropEvent) and event.type() in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            found = files_in(event.mimeData())
            if found and self._window.desk.office is not None:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent):
                    self._receive(found)
                return True
        return super().eventFilter(watched, event)

    def _receive(self, found: list[Path]) -> None:
        from tthc_desktop.ui.importing.dropping import take_drop  # noqa: PLC0415 - not before the first drop

        take_drop(self._window, found)


def files_in(data: QMimeData) -> list[Path]:
    """Return the files that can be read, and the folders, among what is dragged."""
    from tthc_desktop.documents.reading.several import ARCHIVE, KINDS  # noqa: PLC0415 - not needed before the first drag

    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in {*KINDS, ARCHIVE} or path.is_dir()]
