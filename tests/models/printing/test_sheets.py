"""In what order pages go onto sheets."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.printing.choices import Sides
from tthc_desktop.models.printing.paper_sizes import A3, A4, Size
from tthc_desktop.models.printing.sheets import Side, backs, by_paper, fronts, order, sheet_count

TWO_SIDED = (Sides.LONG_EDGE, Sides.SHORT_EDGE, Sides.BY_HAND)
PAPERS = st.lists(
    st.lists(st.sampled_from((A4, A3)), min_size=1, max_size=9).map(lambda sizes: list(enumerate(sizes))),
    min_size=1,
    max_size=4,
)


def printed(sides: tuple[Side, ...]) -> list[tuple[int, int]]:
    return [(side.paper, side.page) for side in sides if side.page is not None]


@given(PAPERS, st.sampled_from(Sides), st.integers(1, 3))
def test_every_page_is_printed_once_a_copy_in_its_order(
    papers: list[list[tuple[int, Size]]], sides: Sides, copies: int
) -> None:
    wanted = [(at, page) for at, pages in enumerate(papers) for page, _ in pages]
    assert printed(order(papers, sides, copies)) == wanted * copies


@given(PAPERS, st.sampled_from(TWO_SIDED), st.integers(1, 3))
def test_each_paper_begins_on_a_front_and_no_sheet_has_two_sizes(
    papers: list[list[tuple[int, Size]]], sides: Sides, copies: int
) -> None:
    found = order(papers, sides, copies)
    assert len(found) % 2 == 0
    for at, side in enumerate(found):
        if side.page == 0:
            assert at % 2 == 0
    for front, back in zip(fronts(found), backs(found), strict=True):
        assert front.page is not None
        assert (front.paper, front.size) == (back.paper, back.size)


@given(PAPERS, st.sampled_from(TWO_SIDED))
def test_no_more_sides_stay_empty_than_must(papers: list[list[tuple[int, Size]]], sides: Sides) -> None:
    found = order(papers, sides)
    for front, back, after in zip(found[::2], found[1::2], (*found[2::2], None), strict=True):
        if back.page is None and after is not None:
            assert (after.paper, after.size) != (front.paper, front.size)


@given(PAPERS)
def test_on_single_sides_nothing_stays_empty(papers: list[list[tuple[int, Size]]]) -> None:
    assert all(side.page is not None for side in order(papers, Sides.ONE))


@given(PAPERS, st.sampled_from(Sides))
def test_runs_of_one_paper_are_the_job_in_its_order(papers: list[list[tuple[int, Size]]], sides: Sides) -> None:
    found = order(papers, sides)
    runs = by_paper(found)
    assert tuple(side for run in runs for side in run) == found
    assert all(one[-1].size != after[0].size for one, after in pairwise(runs))
    if sides is not Sides.ONE:
        assert all(len(run) % 2 == 0 for run in runs)


def test_sheets_are_counted_by_paper() -> None:
    papers = [[(0, A4), (1, A4), (2, A4), (3, A3)], [(0, A4)]]
    assert sheet_count(order(papers, Sides.ONE), Sides.ONE) == {A4: 4, A3: 1}
    assert sheet_count(order(papers, Sides.LONG_EDGE, 2), Sides.LONG_EDGE) == {A4: 6, A3: 2}
