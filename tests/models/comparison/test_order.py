"""The fewest members whose moving explains a new order."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.comparison.order import moved


def test_one_member_taken_elsewhere_is_one_move() -> None:
    assert moved([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]) == {9}
    assert moved([9, 0, 1, 2, 3, 4, 5, 6, 7, 8]) == {0}
    assert moved(range(100)) == frozenset()
    assert moved([]) == frozenset()


@given(st.permutations(range(7)))
def test_no_fewer_moves_would_do(places: list[int]) -> None:
    found = moved(places)

    rest = [place for index, place in enumerate(places) if index not in found]
    assert rest == sorted(rest)
    longer = combinations(places, len(rest) + 1)
    assert not any(list(choice) == sorted(choice) for choice in longer)
