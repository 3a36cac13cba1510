"""Papers of all sizes for a printer, and the pictures that another program makes of what came out."""

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from tthc_desktop.models.printing.paper_sizes import A3, A4, Box, Size, paper_of
from tthc_desktop.models.printing.sheets import Side

SIZES = (A4, Size(A4.height, A4.width), A3, Size(A3.height, A3.width))
"""Upright and wide, A4 and A3."""
MARK, INSET = 3.0, 8.0


class Picture(NamedTuple):
    """A page in grey, row by row."""

    width: int
    height: int
    dots: bytes

    def inked(self) -> tuple[int, int, int, int]:
        """Return the first and the one after the last dark dot, across and down."""
        rows = [self.dots[at : at + self.width] for at in range(0, len(self.dots), self.width)]
        down = [at for at, row in enumerate(rows) if min(row) < 128]
        across = [at for at in range(self.width) if min(self.dots[at :: self.width]) < 128]
        return across[0], down[0], across[-1] + 1, down[-1] + 1


@cache
def marked_paper() -> bytes:
    """Return a paper with one page of each size: black marks near all its corners, a red one amid, two bare pages."""
    out = BytesIO()
    canvas = Canvas(out)
    for size in SIZES:
        canvas.setPageSize((size.width * mm, size.height * mm))
        for x in (INSET, size.width - INSET - MARK):
            for y in (INSET, size.height - INSET - MARK):
                canvas.rect(x * mm, y * mm, MARK * mm, MARK * mm, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(size.width / 2 * mm, 60 * mm, 20 * mm, 20 * mm, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.showPage()
    canvas.setPageSize((A4.width * mm, A4.height * mm))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


MARKS = tuple(Box(INSET, INSET, size.width - INSET, size.height - INSET) for size in SIZES)


def all_sides() -> list[Side]:
    """Return all pages of the marked paper, each on a sheet of its size."""
    return [Side(0, page, paper_of(size)) for page, size in enumerate(SIZES)]


def pdf_printer(path: Path, resolution: int = 200) -> QPrinter:
    """Return a printer that writes a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    return printer


def pictures(path: Path, dots: int) -> list[Picture]:
    """Return the pages of a file as Poppler draws them."""
    stem = path.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(dots), "-gray", str(path), str(stem)], check=True)
    return [_read(found) for found in sorted(path.parent.glob(f"{stem.name}-*.pgm"))]


def _read(path: Path) -> Picture:
    kind, width, height, deepest, dots = path.read_bytes().split(maxsplit=4)
    assert (kind, deepest) == (b"P5", b"255")
    return Picture(int(width), int(height), dots)
