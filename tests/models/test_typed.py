"""The part of a field that is being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.typed import listed, whole


def parts(marked: str) -> list[str]:
    words, cursor = marked.replace("|", ""), marked.index("|")
    return [words[part.start : part.end] for part in listed(words, cursor)]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Văn ph|", ["Văn ph"]),
        ("Văn phòng; Phòng T|", ["Văn phòng; Phòng T", "Phòng T"]),
        ("Văn phòng; Phò|; Sở A.", ["Văn phòng; Phò; Sở A", "Phò"]),
        ("Các phòng, đơ|", ["Các phòng, đơ", "đơ"]),
        ("- Văn phòng\n- Ph|", ["Văn phòng\n- Ph", "Ph"]),
        ("Văn phòng và Ph|", ["Văn phòng và Ph", "Ph"]),
        ("Bộ phận ván|", ["Bộ phận ván"]),
        ("|", [""]),
    ],
)
def test_parts_of_a_list_of_parties(marked: str, found: list[str]) -> None:
    assert parts(marked) == found


@given(st.text("a,;\n -và", max_size=20), st.data())
def test_parts_lie_in_the_words(words: str, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(words)))
    for part in (*listed(words, cursor), *whole(words, cursor)):
        assert 0 <= part.start <= part.end <= len(words)
        assert part.start <= cursor or part.start == 0
