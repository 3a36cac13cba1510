"""Justified paragraphs: no set of lines has more even blanks, and none is filled beyond what blanks can give."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.writing.pdf.breaking import Break, Measures, even, filled, unevenness

BLANK, SHRINK = 0.25, 0.2
WIDTHS = st.lists(st.floats(0.4, 3.0), max_size=9)


@given(WIDTHS, st.floats(3.0, 9.0), st.floats(0.0, 2.0))
def test_every_word_stands_in_one_line_that_holds_it(widths: list[float], width: float, indent: float) -> None:
    measures = Measures(max(width - indent, 3.0), width, BLANK, SHRINK)
    found = even(widths, [0] * len(widths), measures)
    assert [place for start, end, _ in found for place in range(start, end)] == list(range(len(widths)))
    for start, end, size in found:
        assert size <= (width if start else measures.first) + SHRINK * BLANK * (end - start - 1) + 1e-6


@given(st.lists(st.floats(0.4, 1.5), max_size=11), st.floats(6.0, 9.0))
def test_no_other_lines_are_more_even(widths: list[float], width: float) -> None:
    """Lines that are good enough as they come are not searched for better ones."""
    measures, inner = Measures(width, width, BLANK, SHRINK), [0] * len(widths)
    found = unevenness(even(widths, inner, measures), inner, measures)
    one = unevenness([(0, 2, 6.0 - BLANK / 4), (2, 3, 5.0)], [0] * 3, Measures(6, 6, BLANK, SHRINK))
    assert found <= max(min(unevenness(made, inner, measures) for made in _all(widths)), one * 2 * len(widths)) + 1e-6


def _all(widths: list[float]) -> list[list[Break]]:
    """Return every way to part a few words into lines."""
    count = len(widths)
    made = []
    for inner in range(max(count, 1)):
        for places in combinations(range(1, count), inner):
            ends = list(pairwise([0, *places, count]))
            made.append([(a, b, sum(widths[a:b]) + BLANK * max(b - a - 1, 0)) for a, b in ends])
    return made


def test_a_wide_gap_is_shared_out_over_the_lines_above() -> None:
    widths = [1.0] * 14 + [0.8] + [1.0] * 9 + [6.5] + [1.0] * 5
    inner, measures = [0] * len(widths), Measures(20.0, 20.0, BLANK, SHRINK)
    greedy, found = filled(widths, BLANK, 20.0, 20.0, SHRINK), even(widths, inner, measures)
    assert unevenness(found, inner, measures) < unevenness(greedy, inner, measures) / 2


def test_blanks_within_words_stretch_like_others() -> None:
    loose = even([3.0, 3.0, 3.0, 5.0], [0, 0, 0, 0], Measures(10.0, 10.0, BLANK, SHRINK))
    bound = even([3.0, 3.0, 3.0, 5.0], [1, 1, 1, 1], Measures(10.0, 10.0, BLANK, SHRINK))
    assert loose == bound == [(0, 3, 9.5), (3, 4, 5.0)]


def test_a_single_syllable_is_not_left_on_the_last_line() -> None:
    widths = [0.9] * 35
    count = len(widths)
    assert [end - start for start, end, _ in filled(widths, BLANK, 20.0, 20.0, SHRINK / 2)] == [17, 17, 1]
    start, end, _ = even(widths, [0] * count, Measures(20.0, 20.0, BLANK, SHRINK))[-1]
    assert end - start > 1


def test_no_words_are_one_empty_line() -> None:
    assert even([], [], Measures(5.0, 5.0, BLANK, SHRINK)) == [(0, 0, 0.0)]
