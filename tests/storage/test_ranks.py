"""Ranks between neighbours."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.storage.ranks import GAP, HIGHEST, place, spread


@given(st.permutations(range(8)), st.sets(st.integers(0, 7)), st.permutations(range(8)))
def test_any_new_order_ascends(old: list[int], kept: set[int], new: list[int]) -> None:
    known = {key: rank for key, rank in spread(old).items() if key in kept}

    given_ = place(new, known)

    assert given_ is not None
    ranks = [(known | given_)[key] for key in new]
    assert ranks == sorted(set(ranks))


@given(st.permutations(range(8)), st.integers(0, 7), st.integers(0, 7))
def test_moving_one_member_writes_one_rank(order: list[int], which: int, to: int) -> None:
    known = spread(order)
    moved = [key for key in order if key != which]
    moved.insert(to, which)

    assert len(place(moved, known) or {}) == (moved != order)


def test_typing_row_after_row_finds_room_for_long() -> None:
    known = spread(["first", "last"])
    order = ["first", "last"]
    for number in range(10_000):
        order.insert(-1, str(number))
        known |= place(order[-3:], {key: known[key] for key in order[-3:] if key in known}) or {}

    ranks = [known[key] for key in order]
    assert ranks == sorted(set(ranks))


def test_without_room_there_is_no_place() -> None:
    assert place(["a", "new", "b"], {"a": 1, "b": 2}) is None


def test_ranks_stay_within_what_a_database_can_keep() -> None:
    assert place(["a", "new"], {"a": HIGHEST - GAP // 2}) is None
    assert place(["new", "a"], {"a": -HIGHEST + GAP // 2}) is None


def test_a_whole_list_is_spread() -> None:
    ranks = list(spread("abcd").values())

    assert {high - low for low, high in itertools.pairwise(ranks)} == {GAP}
