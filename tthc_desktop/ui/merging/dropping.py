"""Returned sheets that are dragged onto the window."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

KINDS = (".xlsx", ".xlsm", ".xls", ".ods")


class Drops(QObject):
    """Takes workbooks and folders that are dropped where no editor takes them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome what can be received, and receive it."""
        if isinstance(event, QDropEvent) and event.type() in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            found = sheets_in(event.mimeData())
            if found and self._window.desk.office is not None:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent):
                    self._receive(found)
                return True
        return super().eventFilter(watched, event)

    def _receive(self, found: list[Path]) -> None:
        from tthc_desktop.ui.merging.receiving import receive  # noqa: PLC0415 - not needed before the first drop

        receive(self._window, found)


def sheets_in(data: QMimeData) -> list[Path]:
    """Return the workbooks and folders among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in KINDS or path.is_dir()]


def workbooks(paths: Sequence[Path]) -> list[Path]:
    """Return the files, with those of each folder; what Excel leaves beside an open file is passed over."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [one for one in inside if one.is_file() and (one == path or _is_sheet(one))]
    return list(dict.fromkeys(found))


def _is_sheet(path: Path) -> bool:
    return path.suffix.lower() in KINDS and not path.name.startswith(("~$", ".~lock", "."))
