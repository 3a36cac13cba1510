"""Long rows of words held against each other."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.work import work
from tthc_desktop.models.comparison.aligning import stretches

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=60)


@given(WORDS, WORDS)
def test_what_lies_between_the_stretches_is_the_same(old: list[str], new: list[str]) -> None:
    assert rest(old, new) == rest(old, new, newer=True)


@settings(max_examples=15)
@given(st.integers(0, 2**32), st.integers(1, 60))
def test_a_long_row_differs_only_where_it_was_changed(seed: int, count: int) -> None:
    chance = random.Random(seed)
    old = [str(chance.randrange(40)) for _ in range(3000)]
    new = list(old)
    for _ in range(count):
        new[chance.randrange(len(new))] = "khác"
    found = stretches(old, new)

    assert rest(old, new) == rest(old, new, newer=True)
    assert sum(end - start for _, _, start, end in found) <= 3 * count


def test_a_row_without_any_word_met_once_is_told_as_a_whole() -> None:
    old, new = ["a", "b"] * 400, ["b", "a", "c"] * 400

    assert rest(old, new) == rest(old, new, newer=True)


def test_the_words_of_many_pages_are_aligned_with_work_by_their_number() -> None:
    def steps(words: int) -> int:
        chance = random.Random(7)
        old = [f"{chance.randrange(900)}" for _ in range(words)]
        new = [word if chance.random() > 0.002 else "khác" for word in old]
        assert 0.0013 * words < len(stretches(old, new)) < 0.0027 * words
        return work(lambda: stretches(old, new))

    assert steps(24_000) < 6 * steps(6_000)


def rest(old: list[str], new: list[str], *, newer: bool = False) -> list[str]:
    """Return the words outside the stretches of one side."""
    words, at = (new, 2) if newer else (old, 0)
    found: list[str] = []
    place = 0
    for stretch in stretches(old, new):
        found += words[place : stretch[at]]
        place = stretch[at + 1]
    return found + words[place:]
