"""Opening the page that measures a print, and asking which file to measure instead."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tthc_desktop.ui.checking_print.page import CheckPrintPage
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.life.desk_work import chosen_plan

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_check_print(window: "MainWindow") -> CheckPrintPage | None:
    """Bring the page for the plan in front, or for the chosen one, to the front."""
    plan, office = chosen_plan(window), window.desk.office
    if plan is None or office is None:
        return None
    if page := window.bring(CheckPrintPage, plan.id):
        return page
    made = CheckPrintPage(office, plan.id, window.background)
    window.desk.heard.connect(made.hear)
    made.file_wanted.connect(lambda: choose_file(window, made))
    window.add_page(made)
    made.tree.setFocus()
    return made


def choose_file(window: "MainWindow", page: CheckPrintPage) -> QFileDialog:
    """Ask for a PDF to measure."""
    dialog = QFileDialog(page, "Kiểm thể thức tệp PDF", "", "Tệp PDF (*.pdf);;Tất cả các tệp (*)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    open_in_last(dialog, window.memory)
    dialog.fileSelected.connect(lambda chosen: page.check_file(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
