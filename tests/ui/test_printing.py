"""The printer gets the pages of the preview at their size."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSize
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.plan.preview import rendered
from tthc_desktop.ui.printing import load, print_pages, start_printing

DOTS = QSize(600, 848)


def ink(image: QImage) -> list[int]:
    """Return the rows of a picture in which something dark stands."""
    return [
        y
        for y in range(image.height())
        if any(QColor(image.pixel(x, y)).lightness() < 128 for x in range(0, image.width(), 2))
    ]


@pytest.mark.parametrize("span", [(0, 0), (2, 2)])
def test_pages_come_out_as_they_are_shown(dressed: None, qtbot: QtBot, tmp_path: Path, span: tuple[int, int]) -> None:
    del dressed
    data = rendered(little_plan()).data
    path = tmp_path / "in.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(200)
    background = Background(None, lambda _: None)
    jobs: list[int] = []
    background.run(lambda job: print_pages(data, printer, span, job), jobs.append)
    qtbot.waitUntil(lambda: bool(jobs), timeout=20_000)
    printed, source = load(path.read_bytes()), load(data)
    first = max(span[0] - 1, 0)
    assert printed.pageCount() == (1 if span[0] else source.pageCount())
    for page in range(printed.pageCount()):
        wanted, found = source.pagePointSize(first + page), printed.pagePointSize(page)
        assert found.width() == pytest.approx(wanted.width(), abs=2)
        assert found.height() == pytest.approx(wanted.height(), abs=2)
    theirs, ours = ink(source.render(first, DOTS)), ink(printed.render(0, DOTS))
    assert ours[0] == pytest.approx(theirs[0], abs=3)
    assert ours[-1] == pytest.approx(theirs[-1], abs=3)


def test_the_window_tells_how_printing_went(hands: Hands, tmp_path: Path) -> None:
    page = hands.add(little_plan())
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    start_printing(hands.window, page.plan, printer)
    hands.bot.waitUntil(lambda: "Đã gửi 2 trang tới máy in." in hands.said(), timeout=20_000)


def test_a_pdf_that_cannot_be_written_is_told(hands: Hands, tmp_path: Path) -> None:
    from tthc_desktop.ui.printing import write_pdf  # noqa: PLC0415

    page = hands.add(little_plan())
    write_pdf(hands.window, page.plan, tmp_path / "không có" / "x.pdf")
    hands.bot.waitUntil(lambda: any("Không ghi được" in said for said in hands.said()))
