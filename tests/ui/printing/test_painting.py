"""The printer gets the very pages: at their size, at their place, on the right paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QPageSize

from tests.ui.printing.papers import MARKS, SIZES, all_sides, marked_paper, pdf_printer, pictures
from tthc_desktop.documents.dots import dots_of
from tthc_desktop.models.printing.choices import Extent, PrintChoices, Sides
from tthc_desktop.models.printing.jobs import FinishedPaper, job_of
from tthc_desktop.models.printing.paper_sizes import A3, A4, Box
from tthc_desktop.models.printing.sheets import Side
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.plan.page_pictures import opened
from tthc_desktop.ui.printing.painting import print_sides
from tthc_desktop.ui.printing.printers import device_of, turned

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def job() -> Iterator[Job]:
    """Return a job that nothing calls back."""
    owner = QObject()
    yield Job(owner, lambda _: None, lambda _: None)
    owner.deleteLater()


def sizes(path: Path) -> list[tuple[int, int]]:
    """Return the sizes of a file's pages in whole millimetres."""
    with dots_of(path.read_bytes()) as file:
        return [(round(file.size(page).width), round(file.size(page).height)) for page in range(file.pages)]


def inked(path: Path, page: int) -> Box | None:
    with dots_of(path.read_bytes()) as file:
        return file.inked(page)


@pytest.mark.needs("pdftoppm")
@pytest.mark.parametrize(("resolution", "dots"), [(150, 150), (1200, 72)])
def test_every_dot_is_where_poppler_puts_it(tmp_path: Path, resolution: int, dots: int, job: Job) -> None:
    source, out = tmp_path / "goc.pdf", tmp_path / "in.pdf"
    source.write_bytes(marked_paper())
    assert print_sides([marked_paper()], all_sides(), pdf_printer(out, resolution), job) == 4
    for theirs, ours in zip(pictures(source, dots), pictures(out, dots), strict=False):
        assert (ours.width, ours.height) == pytest.approx((theirs.width, theirs.height), abs=1)
        assert ours.inked() == pytest.approx(theirs.inked(), abs=1)


def test_a_printer_that_was_given_margins_moves_nothing(tmp_path: Path, job: Job) -> None:
    """Qt moves the page by them, unless each page is told to be whole: QTBUG-5363."""
    out = tmp_path / "in.pdf"
    printer = pdf_printer(out)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Landscape, QMarginsF(20, 20, 9, 9))
    layout.setMinimumMargins(QMarginsF(5, 5, 5, 5))
    assert printer.setPageLayout(layout)
    print_sides([marked_paper()], all_sides(), printer, job)
    for page, marks in enumerate(MARKS):
        assert tuple(inked(out, page) or ()) == pytest.approx(tuple(marks), abs=0.6)
    assert sizes(out) == [(210, 297), (297, 210), (297, 420), (420, 297)]


def test_a_larger_page_is_made_smaller_only_where_that_is_chosen(tmp_path: Path, job: Job) -> None:
    out = tmp_path / "in.pdf"
    print_sides([marked_paper()], [Side(0, 2, A4), Side(0, 3, A4)], pdf_printer(out, 600), job)
    assert sizes(out) == [(210, 297), (297, 210)]
    share = 210 / 297
    assert tuple(inked(out, 0) or ()) == pytest.approx([edge * share for edge in MARKS[2]], abs=0.6)


def test_red_stays_red_and_text_is_grey(tmp_path: Path, job: Job) -> None:
    out = tmp_path / "in.pdf"
    print_sides([marked_paper()], [Side(0, 0, A4)], pdf_printer(out), job)
    document = opened(out.read_bytes())
    points = document.pagePointSize(0).toSize()
    picture = document.render(0, points)
    red = picture.pixelColor(points.width() // 2 + 20, points.height() - 200)
    assert (red.red(), red.green(), red.blue()) == (255, 0, 0)


def test_copies_two_sides_and_papers_are_one_job(tmp_path: Path, job: Job) -> None:
    out = tmp_path / "in.pdf"
    paper = FinishedPaper(SIZES, MARKS)
    work = job_of([paper, paper], PrintChoices(Extent.PAGES, "1,3", sides=Sides.LONG_EDGE, copies=2))
    sides = work.sides * work.copies
    assert work.sheets == {A4: 4, A3: 4}
    assert print_sides([marked_paper(), marked_paper()], sides, pdf_printer(out, 72), job) == 16
    assert sizes(out) == [(210, 297), (210, 297), (297, 420), (297, 420)] * 4
    assert [inked(out, page) is None for page in range(4)] == [False, True, False, True]


def test_a_job_given_up_midway_ends_there(tmp_path: Path, job: Job) -> None:
    out = tmp_path / "in.pdf"
    job.progressed.connect(lambda done, _: job.cancel() if done == 2 else None)
    assert print_sides([marked_paper()], all_sides() * 5, pdf_printer(out, 72), job) == 2
    assert len(sizes(out)) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_told(tmp_path: Path, job: Job) -> None:
    with pytest.raises(Exception, match="Không gửi được tới máy in"):
        print_sides([marked_paper()], all_sides(), pdf_printer(tmp_path / "không có" / "in.pdf"), job)


def test_what_is_on_a_page_is_seen() -> None:
    with dots_of(marked_paper()) as file:
        for page, marks in enumerate(MARKS):
            assert tuple(file.inked(page) or ()) == pytest.approx(tuple(marks), abs=0.6)
        assert file.inked(len(MARKS)) is None


def test_a_file_takes_every_paper_to_its_edges(tmp_path: Path) -> None:
    device = device_of(pdf_printer(tmp_path / "in.pdf", 300), [(A4, False), (A3, True)])
    assert device.resolution == 300
    assert device.feeds[A3, True].told == pytest.approx((420, 297), abs=0.5)
    assert device.feeds[A4, False].unreachable == Box(0, 0, 0, 0)
    assert not device.makes_copies


def test_the_margins_of_a_wide_page_hold_whichever_way_it_is_turned() -> None:
    assert turned(Box(6, 5, 7, 25)) == Box(25, 7, 25, 7)
