"""Opening the page Thông tin cơ quan, by its command or for an office that is new, and the sample office beside."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

import tthc_desktop
from tthc_desktop.errors import UserError
from tthc_desktop.ui.particulars.page import ParticularsPage
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_ASKED = "particulars/asked"


def open_particulars(window: "MainWindow", *, first: bool = False) -> ParticularsPage:
    """Bring the page to the front, or make it."""
    window.page().commit()
    if page := window.bring(ParticularsPage):
        return page
    office = window.desk.office
    assert office is not None
    made = ParticularsPage(
        office, window.desk.apply, today().year, try_sample=lambda: try_sample_office(window), first=first
    )
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.form.fields["parent_agency"].setFocus()
    return made


def greet(window: "MainWindow") -> None:
    """Open the page where the office is new and nothing has happened in it, once."""
    office = window.desk.office
    if office is None or office.undo_label or office.redo_label or window.memory.value(_ASKED):
        return
    window.memory.setValue(_ASKED, "yes")
    open_particulars(window, first=True)


def try_sample_office(window: "MainWindow") -> None:
    """Open the sample office in a window and a process of its own; all of it goes when that is closed."""
    program, arguments, folder = sample_program()
    started, _ = QProcess.startDetached(program, arguments, folder)
    if not started:
        window.messages.trouble(
            UserError("Không mở được cửa sổ của cơ quan mẫu.", "Hãy chọn Tệp › Mở kế hoạch mẫu để xem thử tại đây.")
        )


def sample_program() -> tuple[str, list[str], str]:
    """Return the program that shows the sample office, its arguments, and where it is started."""
    is_built = bool(getattr(sys, "frozen", False))
    arguments = ["--sample"] if is_built else ["-m", "tthc_desktop", "--sample"]
    return sys.executable, arguments, str(Path(tthc_desktop.__file__).parents[1])
