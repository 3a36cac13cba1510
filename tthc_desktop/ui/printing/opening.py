"""Opening the page before printing, sending what it asks for, and telling how that went."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.printing.sheets import Side
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.printing.page import PrinterOf, PrintPage
from tthc_desktop.ui.printing.painting import print_sides, set_sides
from tthc_desktop.ui.printing.printers import printer_named, printer_names
from tthc_desktop.ui.printing.saving_pdf import save_chosen
from tthc_desktop.ui.printing.sources import Source, of_kept, of_plan, of_ruler
from tthc_desktop.ui.printing.words import TURN_OVER

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def print_plans(window: "MainWindow") -> None:
    """Ask how to print the plan in front, or those chosen in the list."""
    page, office = window.page(), window.desk.office
    page.commit()
    plans = [office.plans[plan_id] for plan_id in page.chosen_plans() if plan_id in office.plans] if office else []
    if plans:
        open_printing(window, [_source(window, plan) for plan in plans])


def _source(window: "MainWindow", plan: Plan) -> Source:
    """Return the file that the office keeps of an issued paper, else the paper as it is now."""
    office = window.desk.office
    if office is not None and plan.issue is not None and plan.issue.pdf:
        try:
            return of_kept(plan, office.kept_file(plan.issue.pdf))
        except UserError as error:
            window.messages.trouble(error)
    return of_plan(plan)


def print_ruler(window: "MainWindow") -> None:
    """Ask how to print the page with rulers."""
    open_printing(window, [of_ruler()])


def open_printing(
    window: "MainWindow",
    sources: Sequence[Source],
    printers: Sequence[str] | None = None,
    printer_of: PrinterOf = printer_named,
) -> PrintPage:
    """Open the page anew; one that stood open asked about something else."""
    for other in window.all_pages():
        if isinstance(other, PrintPage):
            window.drop_page(other)
    names = printer_names() if printers is None else printers
    page = PrintPage(sources, window.memory, window.background, names, printer_of)
    window.desk.heard.connect(page.hear)
    page.wanted.connect(lambda printer, sides, copies: start_printing(window, page, printer, sides, copies))
    page.system_wanted.connect(lambda: _ask_system(window, page))
    page.file_wanted.connect(lambda: save_chosen(window, page))
    page.pages.moved.connect(page.told)
    window.add_page(page)
    page.form.printer.setFocus()
    return page


def _ask_system(window: "MainWindow", page: PrintPage) -> None:
    """Show the system's dialog, in which tray and driver are set; what is printed stays as our page has it."""
    choices = page.form.choices()
    printer = printer_named(page.form.printer_name())
    set_sides(printer, choices.sides)
    printer.setCopyCount(choices.copies)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setWindowTitle("Khay giấy, máy in khác")
    dialog.accepted.connect(lambda: _take_system(page, printer))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def _take_system(page: PrintPage, printer: QPrinter) -> None:
    page.form.take_over(printer.printerName(), max(printer.copyCount(), 1))
    page.print_on(printer)


def start_printing(
    window: "MainWindow", page: PrintPage, printer: QPrinter, sides: Sequence[Side], copies: int
) -> None:
    """Print in the background, telling how it goes; what was given up is said to be so."""
    choices, files = page.form.choices(), [made.data for made in page.made]
    names = [source.title for source in page.sources]
    printer.setDocName(short("; ".join(names), 120))
    set_sides(printer, choices.sides)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    job = window.background.run(
        lambda job: print_sides(files, sides, printer, job), lambda _: _tell(window, page, sides, copies)
    )
    far = [0]
    job.progressed.connect(lambda done, _: far.__setitem__(0, done))
    about = short(names[0]) if len(names) == 1 else f"{len(names)} văn bản"
    window.messages.work(f"Đang in “{about}”…", "Thôi in", job, lambda: _tell_stopped(window, far[0]))


def _tell(window: "MainWindow", page: PrintPage, sides: Sequence[Side], copies: int) -> None:
    if page in window.all_pages():
        page.sent()
        if page.waits_for_backs:
            window.messages.tell(Kind.WARNING, f"Đã gửi mặt trước của {len(sides)} tờ; còn mặt sau.", TURN_OVER)
            return
    count = sum(side.page is not None for side in sides)
    each = f", máy in {copies} bản" if copies > 1 else ""
    window.messages.tell(Kind.GOOD, f"Đã gửi {count} trang tới máy in{each}.")


def _tell_stopped(window: "MainWindow", far: int) -> None:
    gone = f" Máy in có thể vẫn in nốt {far} trang đã nhận." if far else ""
    window.messages.tell(Kind.WARNING, f"Đã thôi in.{gone}", "Hàng đợi của máy in xóa được ở thiết lập máy in.")
