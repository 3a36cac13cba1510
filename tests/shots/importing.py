"""The review of a paper that has pages: its own page beside the plan, its parts, a paper in an old encoding."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.flows.paper import PAPER
from tests.old_papers import folder_of_papers, paper_of
from tests.paged_drafts import on_pages
from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.documents.reading.listing import listed
from tthc_desktop.documents.reading.several import KINDS
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.ui.importing.reading import review
from tthc_desktop.ui.importing.review import ReviewPage
from tthc_desktop.ui.importing.several.opening import open_several
from tthc_desktop.ui.importing.several.page import SeveralPage
from tthc_desktop.ui.main_window import MainWindow

Wait = Callable[[Callable[[], bool]], None]
STRAYS = {
    12: "DỰ THẢO lần 2",
    19: "(Tiếp theo trang trước)",
    22: "Ghi chú: số liệu lấy đến hết ngày 15/12/2029 theo báo cáo của các phòng, đơn vị trực thuộc",
}


def strayed(source: str = "ke-hoach-2030.pdf") -> Draft:
    """Return the draft of a paper with some lines that found no place."""
    draft = read_text(PAPER, source)
    lines = (*draft.lines, *(SourceLine(number, words) for number, words in STRAYS.items()))
    doubt = Problem("dòng 38", "Không rõ “Các phòng” là những đơn vị nào.", 45)
    return replace(draft, lines=tuple(sorted(lines, key=lambda line: line.number)), problems=(doubt,))


def _shown(window: MainWindow, wait: Wait, draft: Draft, pages: bytes = b"") -> ReviewPage:
    page = review(window, draft, pages)
    wait(lambda: page.preview.shown is not None and page.preview.pages.is_up_to_date())
    return page


def review_pages(window: MainWindow, wait: Wait) -> None:
    """Show the pages of a PDF with one row of its table chosen."""
    draft, pages = on_pages(strayed())
    page = _shown(window, wait, draft, pages)
    page.doubts.seek(1)
    page.original.lines.setCurrentIndex(page.lines.index_of_line(14))
    wait(page.original.pages.is_up_to_date)


def review_parts(window: MainWindow, wait: Wait) -> None:
    """Show the parts, some of them changed, one left out."""
    page = _shown(window, wait, strayed("ke-hoach-2030.txt"))
    page.proposed.setCurrentIndex(2)
    ids = [piece.id for piece in page.parts.parts.pieces]
    page.reviewing.put([12])
    page.reviewing.turn(ids[4:5])
    page.parts.choose(page.parts.parts.index(3, 0))
    page.parts.setFocus()


def review_kinds(window: MainWindow, wait: Wait) -> QWidget:
    """Show what a part can be made."""
    review_parts(window, wait)
    page = window.page()
    assert isinstance(page, ReviewPage)
    menu = page.parts.offer_kinds()
    assert menu is not None
    return menu


def review_old_letters(window: MainWindow, wait: Wait) -> None:
    """Show a paper of TCVN3 with the words as they stand in it."""
    draft = strayed("kh-2003.doc")
    stood = {line.number: "KÕ ho¹ch kiÓm so¸t thñ tôc hµnh chÝnh n¨m 2003" for line in draft.lines}
    problem = Problem("dòng 8", "Chữ hoa có dấu “KÕ HO¹CH” không giữ được dấu; hãy sửa theo bản giấy.", 8)
    page = _shown(window, wait, replace(draft, originals=stood, problems=(problem, *draft.problems)))
    page.doubts.seek(1)
    QTest.keyClick(page.doubts, Qt.Key.Key_F8)


def several_full(window: MainWindow, wait: Wait) -> None:
    """Show a folder of papers, one of them in the office already."""
    plan = read_text(paper_of(2024)).plan
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    page = _several(window, wait, range(2021, 2027))
    page.view.setCurrentIndex(page.view.order.index(8, 0))


def several_overfull(window: MainWindow, wait: Wait) -> None:
    """Show a hundred papers, sorted, the reading stopped half-way."""
    page = _several(window, wait, range(1950, 2050), 60)
    page.view.sortByColumn(2, Qt.SortOrder.DescendingOrder)


def _several(window: MainWindow, wait: Wait, years: range, most: int = 10_000) -> SeveralPage:
    folder = TemporaryDirectory()
    window.destroyed.connect(lambda _=None: folder.cleanup())  # a bound method alone would not keep it
    page = open_several(window, listed([folder_of_papers(Path(folder.name) / "cu", years)], KINDS, ""))
    wait(lambda: not page.course.working or page.table.rowCount() >= most)
    page.course.stop()
    return page


IMPORTING = {
    "several-full": several_full,
    "several-overfull": several_overfull,
    "review-pages": review_pages,
    "review-parts": review_parts,
    "review-kinds": review_kinds,
    "review-old-letters": review_old_letters,
}
