"""What is said before paper is spent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.errors import UserError
from tthc_desktop.models.printing.choices import Extent, PrintChoices, Sides, chosen_pages
from tthc_desktop.models.printing.devices import Device, Feed, PrintedPage, troubles
from tthc_desktop.models.printing.paper_sizes import (
    A3,
    A4,
    Box,
    Size,
    cut_off,
    drivers_scale,
    name_of,
    paper_of,
    shrinking,
    size_of,
)

WIDE_A4 = Size(A4.height, A4.width)
TEXT = Box(30.0, 10.0, 195.0, 277.0)
NONE = Box(0.0, 0.0, 0.0, 0.0)
NARROW = Box(4.2, 4.2, 4.2, 4.2)
LENGTHS = st.floats(0, 400, allow_nan=False)


def device(told: Size = A4, unreachable: Box = NARROW, **others: object) -> Device:
    feeds = {
        (A4, False): Feed(told, unreachable),
        (A4, True): Feed(Size(told.height, told.width), unreachable),
    }
    return Device("Máy phòng họp", **{"resolution": 600, "feeds": feeds, **others})  # type: ignore[arg-type]


def page(number: int = 1, inked: Box | None = TEXT, paper: Size = A4) -> PrintedPage:
    return PrintedPage(number, A4, inked, paper)


def test_a_good_printer_has_nothing_said_of_it() -> None:
    assert troubles(device(), [page(), page(2, None)], Sides.LONG_EDGE) == ()


def test_what_the_printer_cannot_reach_is_told_with_edge_and_millimetres() -> None:
    wide = Box(0.0, 12.5, 0.0, 25.0)
    (top, bottom) = troubles(device(unreachable=wide), [page(2), page(3), page(4, None)], Sides.ONE)
    assert top == "Máy in không in được 12,5 mm sát mép trên giấy: trang 2-3 sẽ mất tới 2,5 mm ở mép đó."
    assert "mép dưới" in bottom
    assert "trang 2-3" in bottom
    assert "5 mm" in bottom


def test_a_paper_that_the_printer_does_not_take_is_told() -> None:
    (said,) = troubles(device(), [page(1), page(5, paper=A3), page(6, paper=A3)], Sides.ONE)
    assert said == "Máy in “Máy phòng họp” không nhận giấy A3: trang 5-6 sẽ bị máy thu nhỏ hoặc cắt."


def test_pages_of_several_papers_are_only_counted() -> None:
    (said,) = troubles(device(), [page(0, paper=A3), page(0, paper=A3)], Sides.ONE)
    assert "A3: 2 trang sẽ" in said


def test_a_scale_of_the_driver_is_told_once() -> None:
    (said,) = troubles(device(told=Size(A4.width / 0.94, A4.height / 0.94)), [page(1), page(2)], Sides.ONE)
    assert "tỷ lệ 94 %" in said


def test_turning_and_coarseness_are_told() -> None:
    said = troubles(device(turns_paper=False, resolution=96), [page()], Sides.LONG_EDGE)
    assert len(said) == 2
    assert troubles(device(turns_paper=False), [page()], Sides.BY_HAND) == ()


@given(LENGTHS, LENGTHS, LENGTHS, LENGTHS, st.floats(0, 30), st.floats(0, 30))
def test_nothing_is_cut_where_all_lies_within_reach(
    left: float, top: float, across: float, down: float, margin: float, edge: float
) -> None:
    whole = Size(margin * 2 + left + across, edge * 2 + top + down)
    inked = Box(margin + left, edge + top, margin + left + across, edge + top + down)
    reach = Box(margin, edge, margin, edge)
    assert cut_off(inked, Size(whole.width + left, whole.height + top), reach) == NONE
    assert cut_off(None, whole, reach) == NONE


@given(st.floats(1, 20))
def test_just_what_is_beyond_the_reach_is_cut(beyond: float) -> None:
    inked = Box(20.0, 20.0, 190.0, 277.0)
    found = cut_off(inked, A4, Box(20.0 + beyond, 20.0, 20.0, 20.0 + beyond))
    assert found.left == pytest.approx(beyond)
    assert found.bottom == pytest.approx(beyond)
    assert (found.top, found.right) == (0.0, 0.0)


@given(st.sampled_from((A4, A3)), st.floats(0.25, 4))
def test_the_scale_of_a_driver_is_found(paper: Size, scale: float) -> None:
    assert drivers_scale(paper, Size(paper.width / scale, paper.height / scale)) == pytest.approx(scale)
    assert drivers_scale(paper, Size(0, 0)) == 1.0


@given(st.sampled_from((A4, A3)), st.floats(-1, 1), st.booleans())
def test_sizes_rounded_by_programs_are_the_same_paper(paper: Size, off: float, wide: bool) -> None:
    page = Size(paper.width + off, paper.height - off)
    assert paper_of(Size(page.height, page.width) if wide else page) == paper


@given(st.floats(50, 900), st.floats(50, 900), st.sampled_from((A4, A3)))
def test_a_page_made_smaller_fits_and_none_is_made_larger(width: float, height: float, paper: Size) -> None:
    page = Size(width, height)
    scale = shrinking(page, paper)
    shrunk = Size(width * scale, height * scale).upright()
    assert scale <= 1
    assert shrunk.width <= paper.width + 0.001
    assert shrunk.height <= paper.height + 0.001


def test_sizes_have_names() -> None:
    assert name_of(paper_of(size_of(841.89, 1190.55))) == "A3"
    assert name_of(paper_of(Size(300, 200))) == "200 × 300 mm"
    assert shrinking(A3, A4) == pytest.approx(0.707, abs=0.001)


def test_what_is_chosen_of_a_paper() -> None:
    assert chosen_pages(PrintChoices(), 4, range(2, 4)) == (0, 1, 2, 3)
    assert chosen_pages(PrintChoices(Extent.BODY), 4, range(2, 4)) == (0, 1)
    assert chosen_pages(PrintChoices(Extent.BODY), 4, range(1, 3)) == (0, 3)
    assert chosen_pages(PrintChoices(Extent.BODY), 4, range(0)) == (0, 1, 2, 3)
    assert chosen_pages(PrintChoices(Extent.PAGES, "2-3"), 4, range(1, 4)) == (1, 2)
    with pytest.raises(UserError, match="Không có trang 5"):
        chosen_pages(PrintChoices(Extent.PAGES, "5"), 4, range(0))
    with pytest.raises(UserError, match="Không có trang nào"):
        chosen_pages(PrintChoices(), 0, range(0))
