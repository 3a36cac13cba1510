"""The printers of this computer, and what the driver of one says of it."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from tthc_desktop.models.printing.devices import Device, Feed
from tthc_desktop.models.printing.paper_sizes import MILLIMETRES_PER_INCH, Box, Size, paper_of
from tthc_desktop.ui.printing.painting import page_layout

Lying = tuple[Size, bool]
"""A paper, upright, and whether the page on it is wide."""
_KNOWS_TURNING = sys.platform == "win32"
"""Whether the system tells the margins of wide pages; CUPS tells those of the upright sheet for them as well."""
_TURNING = {
    QPrinter.DuplexMode.DuplexAuto,
    QPrinter.DuplexMode.DuplexLongSide,
    QPrinter.DuplexMode.DuplexShortSide,
}


def printer_names() -> list[str]:
    """Return the printers that the system knows, its usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold()))


def printer_named(name: str) -> QPrinter:
    """Return a printer by its name."""
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def device_of(printer: QPrinter, papers: Iterable[Lying]) -> Device:
    """Ask the driver how it would take these papers. A driver that names no paper at all, as a file, takes any."""
    about = QPrinterInfo(printer)
    known = {_paper(size) for size in about.supportedPageSizes()}
    lying = [(paper, wide) for paper, wide in dict.fromkeys(papers) if not known or paper in known]
    feeds = {(paper, wide): feed for paper, wide in lying if (feed := _feed(printer, paper, wide=wide))}
    turning = set(about.supportedDuplexModes())
    return Device(
        printer.printerName() or "Tệp PDF",
        printer.resolution(),
        feeds,
        not about.printerName() or bool(turning & _TURNING),
        printer.supportsMultipleCopies(),
    )


def _paper(size: QPageSize) -> Size:
    found = size.size(QPageSize.Unit.Millimeter)
    return paper_of(Size(found.width(), found.height()))


def _feed(printer: QPrinter, paper: Size, *, wide: bool) -> Feed | None:
    if not printer.setPageLayout(page_layout(paper, wide=wide)):
        return None
    across, down = printer.logicalDpiX(), printer.logicalDpiY()
    told = Size(
        printer.width() * MILLIMETRES_PER_INCH / across,
        printer.height() * MILLIMETRES_PER_INCH / down,
    )
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    margins = _box(layout.minimumMargins())
    return Feed(told, turned(margins) if wide and not _KNOWS_TURNING else margins)


def _box(margins: QMarginsF) -> Box:
    return Box(margins.left(), margins.top(), margins.right(), margins.bottom())


def turned(margins: Box) -> Box:
    """Return the margins of a sheet as a wide page on it has them, whichever way it was turned."""
    across, down = max(margins.top, margins.bottom), max(margins.left, margins.right)
    return Box(across, down, across, down)
