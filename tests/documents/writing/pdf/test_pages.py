"""Where pages end."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.writing.pdf.flow import Pen, Start, Strip, Tie, tie
from tthc_desktop.documents.writing.pdf.pages import pages
from tthc_desktop.errors import UserError

FREE, LOOSE, FIRM = Tie


class Strips:
    """Strips that nobody draws, with a repeated head and a tail below what is cut."""

    def __init__(self, *strips: Strip, above: float = 0.0, below: float = 0.0) -> None:
        self.where = "Phần thử"
        self.strips = list(strips)
        self._above = above
        self._below = below

    def head(self, _first: int) -> float:
        return self._above

    def tail(self, last: int) -> float:
        return 0.0 if last == len(self.strips) else self._below

    def starts(self, _strip: int) -> Sequence[Start]:
        return ()

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        raise NotImplementedError


def strips(*ties: Tie, height: float = 10.0) -> Strips:
    return Strips(*(Strip(height, tie=how) for how in ties))


def ends(room: float, *flows: Strips) -> list[list[tuple[int, int]]]:
    return [[(part.first, part.last) for part in page] for page in pages(flows, room)]


def test_fills_pages_and_begins_new_ones() -> None:
    assert ends(30, strips(*[FREE] * 7)) == [[(0, 3)], [(3, 6)], [(6, 7)]]


def test_nothing_is_one_page() -> None:
    assert ends(30) == [[]]


def test_firm_tie_moves_the_strip_before_along() -> None:
    assert ends(30, strips(FREE, FREE, FREE, FIRM, FREE)) == [[(0, 2)], [(2, 5)]]


def test_chain_of_firm_ties_longer_than_a_page_is_cut_where_the_page_is_full() -> None:
    assert ends(30, strips(FREE, *[FIRM] * 6)) == [[(0, 3)], [(3, 6)], [(6, 7)]]


def test_loose_tie_is_kept_when_the_page_is_nearly_full() -> None:
    assert ends(100, strips(*[FREE] * 10, LOOSE, LOOSE)) == [[(0, 9)], [(9, 12)]]


def test_loose_tie_parts_rather_than_an_empty_page() -> None:
    assert ends(100, strips(*[FREE] * 4, *[LOOSE] * 8)) == [[(0, 10)], [(10, 12)]]


def test_loose_tie_parts_before_a_firm_one() -> None:
    assert ends(40, strips(FREE, LOOSE, LOOSE, FIRM, FIRM, FREE)) == [[(0, 2)], [(2, 6)]]


def test_gap_counts_between_and_not_at_the_top() -> None:
    flows = [Strips(Strip(10, gap=5)) for _ in range(3)]
    assert [[part.y for part in page] for page in pages(flows, 25)] == [[0, 15], [0]]


def test_head_is_repeated_and_tail_reserved() -> None:
    flow = Strips(*[Strip(10.0)] * 6, above=10, below=5)
    assert ends(45, flow) == [[(0, 3)], [(3, 6)]]


def test_flow_ties_to_the_one_before() -> None:
    first, second = strips(FREE, FREE, FREE), strips(FREE)
    tie(second)
    assert ends(30, first, second) == [[(0, 2)], [(2, 3), (0, 1)]]


def test_strip_taller_than_the_page_is_told() -> None:
    with pytest.raises(UserError, match="Phần thử có phần cao hơn một trang"):
        pages([strips(FREE, height=31)], 30)


@given(st.lists(st.tuples(st.floats(1, 30), st.floats(0, 9), st.sampled_from(Tie)), max_size=60), st.floats(0, 20))
def test_every_strip_once_in_order_and_within_the_page(made: list[tuple[float, float, Tie]], head: float) -> None:
    flow = Strips(*(Strip(*strip) for strip in made), above=head)
    found = [part for page in pages([flow], 60) for part in page]
    assert [place for part in found for place in range(part.first, part.last)] == list(range(len(made)))
    for part in found:
        inner = sum(height + (gap if at else 0) for at, (height, gap, _) in enumerate(made[part.first : part.last]))
        assert head + inner <= 60 + 1e-3
