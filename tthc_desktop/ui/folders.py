"""The folder that a file dialog opens in: the one used last, else the user's documents."""

from pathlib import Path

from PySide6.QtCore import QSettings, QSize, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView

from tthc_desktop.ui.controls import fit

_KEY, _ROOMY = "files/folder", QSize(820, 520)


def last_folder(memory: QSettings, key: str = _KEY) -> str:
    """Return the folder used last for some purpose, else the one used last at all, else the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kept = (str(memory.value(each, "")) for each in (key, _KEY))
    known = (folder for folder in (*kept, documents, str(Path.home())) if folder and Path(folder).is_dir())
    return next(known, "")


def open_in_last(dialog: QFileDialog, memory: QSettings) -> None:
    """Show the folder used last, and remember the one that a file is chosen in."""
    dialog.setDirectory(last_folder(memory))
    fit(dialog, _ROOMY)
    details = dialog.findChild(QTreeView)
    if details is not None:  # not so where the system's own dialog is shown
        details.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    dialog.filesSelected.connect(lambda names: memory.setValue(_KEY, str(Path(names[0]).parent)) if names else None)
