"""Pictures of what belongs to the installed program: its licences, and updates from a file."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QDialog, QWidget

from tests.updates import laid, packed
from tthc_desktop import __version__
from tthc_desktop.ui.licences import LicencesDialog
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.updating import UpdateDialog
from tthc_desktop.updating import place

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]


def _shown(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog


def licences(window: MainWindow, _wait: Wait) -> QWidget:
    """Show what a checkout knows of licences."""
    return _shown(LicencesDialog(window))


def update_of_checkout(window: MainWindow, _wait: Wait) -> QWidget:
    """Show who updates a checkout."""
    return _shown(UpdateDialog(window))


def update_chosen(window: MainWindow, _wait: Wait) -> QWidget:
    """Show a file that was chosen, before it is installed."""
    with tempfile.TemporaryDirectory() as name:
        program = laid(Path(name) / "program", __version__).folder
        with patch.object(place, "program_folder", lambda: program):
            dialog = UpdateDialog(window)
        dialog.take(packed(Path(name), "9.8.7"))
    return _shown(dialog)


INSTALLED: dict[str, Screen] = {
    "licences": licences,
    "update-of-checkout": update_of_checkout,
    "update-chosen": update_chosen,
}
