"""Pictures of the page before printing: one plan, warnings, several plans, no printer, the page with rulers."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.printing.choices import Extent, PrintChoices, Sides
from tthc_desktop.models.text import plain
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.printing.opening import open_printing
from tthc_desktop.ui.printing.page import PrintPage
from tthc_desktop.ui.printing.sources import Source, of_plan, of_ruler

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
PRINTERS = ("HP LaserJet Pro M404 (phòng Văn thư)", "Canon LBP 2900")
_WARNINGS = (
    "Máy in “Canon LBP 2900” không nhận giấy A3: trang 5-6 sẽ bị máy thu nhỏ hoặc cắt.",
    "Máy in không in được 12,7 mm sát mép dưới giấy: trang 2-3 sẽ mất tới 2,5 mm ở mép đó.",
    "Máy in không tự lật giấy: chọn “Hai mặt, lật giấy bằng tay” thì mới in được mặt sau.",
)


def _printer(_name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(Path(tempfile.gettempdir()) / "in.pdf"))
    return printer


def _show(window: MainWindow, wait: Wait, *sources: Source, printers: tuple[str, ...] = PRINTERS) -> PrintPage:
    page = open_printing(window, sources, printers, _printer)
    wait(lambda: bool(page.made) and page.pages.is_up_to_date())
    return page


def one(window: MainWindow, wait: Wait) -> None:
    """Show the page for one plan."""
    _show(window, wait, of_plan(sample_plan()))


def full(window: MainWindow, wait: Wait) -> None:
    """Show all that can be chosen and warned of."""
    page = _show(window, wait, of_plan(sample_plan()))
    page.form.show_choices(PrintChoices(Extent.PAGES, "1-3, 5", 12, Sides.LONG_EDGE), PRINTERS[1])
    page.form.pages.setText("1-3, 5")
    page.form.offer_a4(larger=True)
    page.settle()
    page.warn(_WARNINGS)
    wait(page.pages.is_up_to_date)


def several(window: MainWindow, wait: Wait) -> None:
    """Show several plans in one job."""
    plan = sample_plan()
    others = (replace(plan, id=f"k{year}", title=plain(f"Rà soát năm {year}")) for year in (2027, 2028))
    page = _show(window, wait, of_plan(plan), *map(of_plan, others))
    page.form.sides.setCurrentIndex(1)
    page.form.copies.setValue(3)
    wait(page.pages.is_up_to_date)


def no_printer(window: MainWindow, wait: Wait) -> None:
    """Show the page on a computer without a printer."""
    _show(window, wait, of_plan(sample_plan()), printers=())


def ruler(window: MainWindow, wait: Wait) -> None:
    """Show the page with rulers."""
    _show(window, wait, of_ruler())


PRINTING: dict[str, Screen] = {
    "printing-one": one,
    "printing-full": full,
    "printing-several": several,
    "printing-no-printer": no_printer,
    "printing-ruler": ruler,
}
