"""The very bytes of the preview painted on a printer: every page at its size and at its place on the sheet."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from tthc_desktop.documents.dots import Dots, Strip, dots_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.printing.choices import Sides
from tthc_desktop.models.printing.paper_sizes import MILLIMETRES_PER_INCH, Size, shrinking
from tthc_desktop.models.printing.sheets import Side, by_paper
from tthc_desktop.ui.background import Job

FINEST = 600
"""Dots per inch above which no more is painted: the eye sees no difference, the queue of the printer does."""
_MATCH = QPageSize.SizeMatchPolicy.FuzzyMatch
_FITS = 0.99
"""A page that would have to shrink by less than this is only rounded, and printed at 100 %."""
_DUPLEX = {
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


class _Place(NamedTuple):
    """Where a page comes on the device, in its dots, and how many dots of a picture that is."""

    across: int
    down: int
    width: int
    height: int


def page_layout(paper: Size, *, wide: bool) -> QPageLayout:
    """Return the whole sheet, from edge to edge: with margins a driver would move or refuse the page."""
    size = QPageSize(QSizeF(paper.width, paper.height), QPageSize.Unit.Millimeter, "", _MATCH)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    found = QPageLayout(size, turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    found.setMode(QPageLayout.Mode.FullPageMode)
    return found


def set_sides(printer: QPrinter, sides: Sides) -> None:
    """Ask the printer to print on one side or on both."""
    printer.setDuplex(_DUPLEX.get(sides, QPrinter.DuplexMode.DuplexNone))


def print_sides(files: Sequence[bytes], sides: Sequence[Side], printer: QPrinter, job: Job) -> int:
    """Paint sides of sheets in this order; return how many. A job that is given up is taken from the printer again.

    Raises UserError when the printer takes no more.
    """
    done = 0
    with ExitStack() as open_files:
        papers = [open_files.enter_context(dots_of(data)) for data in files]
        for run in by_paper(sides) if _is_queue(printer) else [sides]:
            for _ in _print_run(printer, papers, run, job):
                done += 1
                job.progressed.emit(done, len(sides))
    return done


def _is_queue(printer: QPrinter) -> bool:
    """Tell whether the printer is a queue of CUPS, which takes the paper of the last page for all of a job."""
    return printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and sys.platform != "win32"


def _print_run(printer: QPrinter, papers: Sequence[Dots], sides: Sequence[Side], job: Job) -> Iterator[Side]:
    """Print what one job of the system takes; yield each side that is done."""
    painter = QPainter()
    try:
        for number, side in enumerate(sides):
            if job.cancelled:
                printer.abort()
                return
            _print_side(painter, printer, papers[side.paper], side, is_first=number == 0)
            yield side
    finally:
        if painter.isActive():
            printer.setPageLayout(page_layout(sides[-1].size, wide=False))  # else CUPS turns upright pages as well
            painter.end()
    if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise _no_printer()


def _no_printer() -> UserError:
    return UserError("Không gửi được tới máy in.", "Kiểm tra máy in đã bật và còn giấy rồi in lại.")


def _print_side(painter: QPainter, printer: QPrinter, paper: Dots, side: Side, *, is_first: bool) -> None:
    size = paper.size(side.page or 0)
    printer.setPageLayout(page_layout(side.size, wide=size.is_wide))
    if not (painter.begin(printer) if is_first else printer.newPage()):
        raise _no_printer()
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    if side.page is not None:
        place = _place(printer, size, side.size)
        for strip in paper.strips(side.page, place.width, place.height):
            _paint(painter, strip, place)


def _place(printer: QPrinter, page: Size, paper: Size) -> _Place:
    """Return the dots of a page at 100 %, or smaller where it does not fit; a device may be finer in one direction."""
    scale = shrinking(page, paper)
    scale = scale if scale < _FITS else 1.0
    inches = page.width * scale / MILLIMETRES_PER_INCH, page.height * scale / MILLIMETRES_PER_INCH
    dots = printer.logicalDpiX(), printer.logicalDpiY()
    across, down = (round(length * per_inch) for length, per_inch in zip(inches, dots, strict=True))
    width, height = (round(length * min(per_inch, FINEST)) for length, per_inch in zip(inches, dots, strict=True))
    return _Place(across, down, width, height)


def _paint(painter: QPainter, strip: Strip, place: _Place) -> None:
    first = round(strip.top * place.down / place.height)
    last = round((strip.top + strip.height) * place.down / place.height)
    form = QImage.Format.Format_Grayscale8 if strip.is_grey else QImage.Format.Format_RGB32
    step = strip.width * (1 if strip.is_grey else 4)
    picture = QImage(strip.dots, strip.width, strip.height, step, form)
    painter.drawImage(QRect(0, first, place.across, last - first), picture)
