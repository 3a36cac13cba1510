"""Counting work itself: it grows as the work grows, and is the same each time."""

from tests.work import work


def loop(rounds: int) -> int:
    total = 0
    for each in range(rounds):
        total += each
    return total


def test_twice_the_rounds_are_twice_the_work() -> None:
    assert work(lambda: loop(2000)) - work(lambda: loop(1000)) == work(lambda: loop(1000)) - work(lambda: loop(0))


def test_comprehensions_and_what_is_called_count_too() -> None:
    few, many = (work(lambda rounds=rounds: [loop(3) for _ in range(rounds)]) for rounds in (10, 100))  # type: ignore[misc]
    assert 8 * few < many < 12 * few


def test_counting_ends_with_the_function() -> None:
    work(lambda: loop(1))
    assert work(lambda: None) == work(lambda: None)
