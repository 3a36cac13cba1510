"""The folder that a file dialog opens in: the one used last, else the user's documents."""

from pathlib import Path

from PySide6.QtCore import QSettings, QSize, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView

from tthc_desktop.ui.controls import fit

_KEY, _ROOMY = "files/folder", QSize(820, 520)


def open_in_last(dialog: QFileDialog, memory: QSettings) -> None:
    """Show the folder used last, and remember the one that a file is chosen in."""
    kept = str(memory.value(_KEY, ""))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    known = (folder for folder in (kept, documents, str(Path.home())) if folder and Path(folder).is_dir())
    dialog.setDirectory(next(known, ""))
    fit(dialog, _ROOMY)
    details = dialog.findChild(QTreeView)
    if details is not None:  # not so where the system's own dialog is shown
        details.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    dialog.filesSelected.connect(lambda names: memory.setValue(_KEY, str(Path(names[0]).parent)) if names else None)
