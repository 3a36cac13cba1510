"""Pictures of prints that are measured: a good one, and a file with faults."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.changes import Change
from tthc_desktop.models.text import plain
from tthc_desktop.ui.checking_print.opening import open_check_print
from tthc_desktop.ui.checking_print.page import CheckPrintPage
from tthc_desktop.ui.main_window import MainWindow

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]


def _opened(window: MainWindow, wait: Wait) -> CheckPrintPage:
    plan = sample_plan()
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    window.desk.open_plan(plan.id)
    page = open_check_print(window)
    assert page is not None
    wait(lambda: page.made is not None)
    wait(page.pages.is_up_to_date)
    return page


def check_print_good(window: MainWindow, wait: Wait) -> None:
    """Show a print that keeps every rule."""
    _opened(window, wait)


def check_print_broken(window: MainWindow, wait: Wait) -> None:
    """Show a file that breaks rules, the first place framed."""
    page = _opened(window, wait)
    plan = sample_plan()
    path = Path(mkdtemp()) / "Kế hoạch in từ máy khác.pdf"
    title = plain(str(plan.title).upper())
    signer = replace(plan.signatory, name=plan.signatory.name.upper())
    path.write_bytes(render(replace(plan, title=title, signatory=signer)))
    page.check_file(path)
    wait(lambda: page.made is not None)
    wait(page.pages.is_up_to_date)


CHECKING_PRINT: dict[str, Screen] = {
    "check-print-good": check_print_good,
    "check-print-broken": check_print_broken,
}
