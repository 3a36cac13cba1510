"""Pages below each other."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint

from tthc_desktop.ui.plan.page_stack import GAP, PageStack, Spot

SIZES = ((595.0, 842.0), (842.0, 595.0), (595.0, 842.0))


@given(st.integers(0, 4000), st.integers(1, 900), st.sampled_from((0.0, 0.5, 1.3)))
def test_the_pages_between_two_heights_are_those_that_show(top: int, room: int, scale: float) -> None:
    stack = PageStack(SIZES, scale, 500)
    shown = [n for n, rect in enumerate(stack.rects) if rect.bottom() >= top and rect.top() <= top + room]
    assert list(stack.between(top, top + room)) == shown


def test_a_place_and_its_height_belong_together() -> None:
    stack = PageStack(SIZES, 0.0, 500)
    for page in range(3):
        for top in (0.0, 100.0, 590.0):
            y = stack.y(Spot(page, top))
            assert abs(stack.spot(page, QPoint(0, round(y))).top - top) < 2


def test_every_page_is_as_wide_as_the_view_has_room() -> None:
    stack = PageStack(SIZES, 0.0, 500)
    assert {rect.width() for rect in stack.rects} == {500 - 2 * GAP}
    assert stack.height == stack.rects[-1].bottom() + 1 + GAP


def test_nothing_lies_in_an_empty_stack() -> None:
    assert list(PageStack().between(0, 500)) == []
