"""Equal keys paired in their order, and what some words are most like."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.comparison.similarity import equal, nearest

KEYS = st.lists(st.sampled_from(("", "a", "b", "c")), max_size=8)
WORDS = st.lists(st.lists(st.sampled_from("abcde"), max_size=6).map(" ".join), max_size=8)


@given(KEYS, KEYS)
def test_equal_keys_are_paired_in_their_order(old: list[str], new: list[str]) -> None:
    pairs = list(equal(old, new))
    assert all(old[first] == new[second] != "" for first, second in pairs)
    assert len(pairs) == sum(count for key, count in (Counter(old) & Counter(new)).items() if key)
    for key in "abc":
        firsts = [first for first, second in pairs if new[second] == key]
        seconds = [second for _, second in pairs if new[second] == key]
        assert firsts == [at for at, one in enumerate(old) if one == key][: len(firsts)]
        assert seconds == [at for at, one in enumerate(new) if one == key][: len(seconds)]


@given(WORDS, WORDS)
def test_the_nearest_are_those_that_share_most_words_whatever_else_is_asked_for(old: list[str], new: list[str]) -> None:
    for words, found in zip(new, nearest(old, new), strict=True):
        likes = [likeness(words, other) for other in old]
        best = max(likes, default=0.0)
        assert sorted(found) == [at for at, one in enumerate(likes) if one == best >= 0.55]


def likeness(one: str, other: str) -> float:
    bags = Counter(one.split()), Counter(other.split())
    whole = bags[0].total() + bags[1].total()
    return 2 * (bags[0] & bags[1]).total() / whole if whole else 0.0
