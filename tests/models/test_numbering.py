"""Numbers of outlines and tables come from the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.numbering import (
    UNNUMBERED,
    Counter,
    Mark,
    letter,
    number,
    ordinal,
    printed,
    roman,
    row_numbers,
)

NUMBERED = st.sampled_from([mark for mark in Mark if mark not in UNNUMBERED])


@given(NUMBERED, st.integers(1, 800))
def test_a_number_tells_its_place(mark: Mark, place: int) -> None:
    assert ordinal(mark, number(mark, place, "3.2")) == place


@given(st.integers(1, 799))
def test_letters_come_in_order(place: int) -> None:
    one, other = letter(place), letter(place + 1)
    assert (len(one), place) < (len(other), place + 1)
    assert one != other


def test_letters_of_points() -> None:
    assert [letter(place) for place in range(1, 8)] == ["a", "b", "c", "d", "đ", "e", "g"]
    assert letter(23) == "y"
    assert letter(24) == "aa"


@pytest.mark.parametrize(
    ("value", "signs"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")]
)
def test_roman(value: int, signs: str) -> None:
    assert roman(value) == signs


@pytest.mark.parametrize(
    ("mark", "bare", "shown"),
    [
        (Mark.ROMAN, "II", "II."),
        (Mark.ARABIC, "1", "1."),
        (Mark.DECIMAL, "1.1", "1.1."),
        (Mark.LETTER, "đ", "đ)"),
        (Mark.PAREN_ROMAN, "iv", "(iv)"),
        (Mark.PART, "I", "Phần I"),
        (Mark.ARTICLE, "5", "Điều 5."),
        (Mark.DASH, "", "-"),
        (Mark.NONE, "", ""),
    ],
)
def test_printed(mark: Mark, bare: str, shown: str) -> None:
    assert printed(mark, bare) == shown


@pytest.mark.parametrize(
    ("mark", "words"), [(Mark.ROMAN, "IIX"), (Mark.LETTER, "f"), (Mark.ARABIC, "1a"), (Mark.DASH, "-")]
)
def test_no_number_of_that_style(mark: Mark, words: str) -> None:
    assert ordinal(mark, words) is None


def test_counter_keeps_styles_apart_and_begins_anew() -> None:
    counter = Counter()
    assert [counter.next(Mark.ARABIC), counter.next(Mark.LETTER), counter.next(Mark.ARABIC)] == [1, 1, 2]
    assert [counter.next(Mark.ARABIC, 7), counter.next(Mark.ARABIC)] == [7, 8]


GROUP, ROW = True, False


@pytest.mark.parametrize(
    ("levels", "continuous", "rows", "numbers"),
    [
        ((Mark.ARABIC,), False, [(0, ROW), (0, ROW)], "1 2"),
        ((Mark.ROMAN, Mark.ARABIC), False, [(0, GROUP), (1, ROW), (1, ROW), (0, GROUP), (1, ROW)], "I 1 2 II 1"),
        ((Mark.ROMAN, Mark.ARABIC), True, [(0, GROUP), (1, ROW), (1, ROW), (0, GROUP), (1, ROW)], "I 1 2 II 3"),
        (
            (Mark.DECIMAL, Mark.DECIMAL, Mark.DECIMAL),
            False,
            [(0, GROUP), (1, ROW), (1, GROUP), (2, ROW), (0, GROUP), (1, ROW)],
            "1 1.1 1.2 1.2.1 2 2.1",
        ),
        (
            (Mark.ROMAN, Mark.ARABIC, Mark.LETTER),
            False,
            [(0, GROUP), (1, GROUP), (2, ROW), (2, ROW), (1, ROW), (0, GROUP), (1, GROUP), (2, ROW)],
            "I 1 a b 2 II 1 a",
        ),
    ],
)
def test_row_numbers(levels: tuple[Mark, ...], continuous: bool, rows: list[tuple[int, bool]], numbers: str) -> None:
    assert " ".join(row_numbers(levels, iter(rows), continuous=continuous)) == numbers


def test_decimals_below_roman_figures_begin_with_their_place() -> None:
    rows = [(0, GROUP), (1, ROW), (1, ROW), (0, GROUP), (1, ROW), (2, ROW)]
    levels = (Mark.ROMAN, Mark.DECIMAL, Mark.DECIMAL)
    assert list(row_numbers(levels, iter(rows), continuous=False)) == ["I", "1.1", "1.2", "II", "2.1", "2.1.1"]
    levels = (Mark.ROMAN, Mark.ARABIC, Mark.DECIMAL)
    assert list(row_numbers(levels, iter(rows), continuous=False)) == ["I", "1", "2", "II", "1", "1.1"]


def test_rows_deeper_than_the_styles_take_the_last() -> None:
    assert list(row_numbers((Mark.ARABIC,), iter([(0, GROUP), (2, ROW)]), continuous=False)) == ["1", "1"]
    assert list(row_numbers((), iter([(0, ROW)]), continuous=False)) == [""]
