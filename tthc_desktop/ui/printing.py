"""Printing the very bytes of the preview, at their size on paper, and writing them to a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.plan.preview import rendered
from tthc_desktop.ui.saving import FileKind, ask_place, file_name, write_file

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

POINTS_PER_INCH = 72
_PDF = FileKind("Lưu PDF", "Tệp PDF", "pdf")
FINEST = 600
BAND = 600
"""How many printer dots high a strip is that is painted at once, so that a page needs little memory."""


def plan_in_front(window: "MainWindow") -> Plan | None:
    """Return the plan of the page in front, with what was being typed."""
    page = window.page()
    page.commit()
    office = window.desk.office
    return office.plans.get(page.plan_id) if office else None


def print_plan(window: "MainWindow") -> None:
    """Ask for a printer and print in the background."""
    plan = plan_in_front(window)
    if plan is None:
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title(plan))
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setWindowTitle("In kế hoạch")
    dialog.accepted.connect(lambda: start_printing(window, plan, printer))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def start_printing(window: "MainWindow", plan: Plan, printer: QPrinter) -> None:
    """Print on a chosen printer, telling how it goes."""
    first, last = printer.fromPage(), printer.toPage()
    job = window.background.run(
        lambda job: print_pages(rendered(plan).data, printer, (first, last), job),
        lambda pages: window.messages.tell(Kind.GOOD, f"Đã gửi {pages} trang tới máy in."),
    )
    window.messages.work(f"Đang in “{short(title(plan))}”…", "Thôi in", job)


def print_pages(data: bytes, printer: QPrinter, span: tuple[int, int], job: Job) -> int:
    """Paint the pages of a PDF on a printer at 100 %; return how many."""
    document = load(data)
    first, last = span[0] or 1, span[1] or document.pageCount()
    pages = range(first - 1, min(last, document.pageCount()))
    printer.setFullPage(True)
    painter = QPainter()
    try:
        return _print_each(painter, printer, document, pages, job)
    finally:
        if painter.isActive():
            painter.end()


def _print_each(painter: QPainter, printer: QPrinter, document: QPdfDocument, pages: range, job: Job) -> int:
    for number, page in enumerate(pages):
        if job.cancelled:
            return number
        _set_paper(printer, document, page)
        ready = painter.begin(printer) if number == 0 else printer.newPage()
        if not ready:
            raise UserError("Không gửi được tới máy in.", "Kiểm tra máy in đã bật và còn giấy rồi in lại.")
        _paint_page(painter, printer, document, page)
        job.progressed.emit(number + 1, len(pages))
    return len(pages)


def load(data: bytes) -> QPdfDocument:
    """Return the document of some bytes."""
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def _set_paper(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    wide = size.width() > size.height()
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    paper = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0)))


def _paint_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    dots = min(printer.resolution(), FINEST)
    size = document.pagePointSize(page)
    whole = QSize(round(size.width() * dots / POINTS_PER_INCH), round(size.height() * dots / POINTS_PER_INCH))
    scale = printer.resolution() / dots
    for top in range(0, whole.height(), BAND):
        clip = QRect(0, top, whole.width(), min(BAND, whole.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(clip)
        strip = document.render(page, clip.size(), options)
        where = QRect(0, round(top * scale), round(clip.width() * scale), round(clip.height() * scale))
        painter.drawImage(where, strip)


def save_pdf(window: "MainWindow") -> None:
    """Ask for a file name and write the PDF in the background."""
    plan = plan_in_front(window)
    if plan is not None:
        ask_place(window, _PDF, file_name(plan), lambda path: write_pdf(window, plan, path))


def write_pdf(window: "MainWindow", plan: Plan, path: Path) -> None:
    """Write the PDF to a file in the background and say where it is."""
    write_file(window, path, lambda: rendered(plan).data)
