"""Equal keys paired in their order."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.comparison.similarity import equal

KEYS = st.lists(st.sampled_from(("", "a", "b", "c")), max_size=8)


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
