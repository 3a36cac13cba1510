"""What is typed into a search box, and what it finds."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.searching.finding import spans
from tthc_desktop.models.searching.matching import Exactness, Query, pattern
from tthc_desktop.models.text import clean, fold

LETTERS = "aăâậàoôơóuưúyýdđĐÐeêệghiknstHOA -–“\"'.1ßﬁ\n\u00a0\u0323\u0308\u0301"
_words = st.text(LETTERS, max_size=14).map(clean)


def found(words: str, query: Query) -> list[str]:
    return [words[start:end] for start, end in spans(words, query)]


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("nam", ["Năm", "nam", "nấm"]),
        ("duong", ["đường", "Ðương"]),
        ("hoa", ["hòa", "hoà", "HOÁ"]),
        ("thuy", ["thủy", "thuỷ"]),
        ("một cửa", ["một cửa", "Một\ncửa", "mot\u00a0cua"]),
        ("2025-2026", ["2025–2026", "2025-2026"]),
        ('"một cửa"', ["“một cửa”"]),
        ("c++ (a)", ["C++ (a)"]),
    ],
)
def test_without_accents(typed: str, finds: list[str]) -> None:
    assert found(" | ".join(finds), Query(typed)) == finds


@pytest.mark.parametrize(
    ("typed", "words", "finds"),
    [
        ("năm", "nam Năm nấm năm", ["Năm", "năm"]),
        ("hòa", "hoa hoà HOÀ hòa hoá", ["hoà", "HOÀ", "hòa"]),
        ("thuỷ", "thủy Thuỷ thuy thúy", ["thủy", "Thuỷ"]),
        ("quý", "Quý qúy quy", ["Quý", "qúy"]),
        ("đ", "d đ Đ Ð", ["đ", "Đ", "Ð"]),
        ("hoàn", "hòan hoàn hoan", ["hòan", "hoàn"]),
    ],
)
def test_with_accents_but_either_place_of_the_tone(typed: str, words: str, finds: list[str]) -> None:
    assert found(words, Query(typed, accents=True)) == finds


def test_case() -> None:
    assert found("Sở SỞ sở So", Query("Sở", case=True)) == ["Sở", "So"]
    assert found("Sở SỞ sở So", Query("Sở", case=True, accents=True)) == ["Sở"]
    assert found("HÒA Hòa HOÀ", Query("HOÀ", case=True, accents=True)) == ["HÒA", "HOÀ"]


def test_whole_words() -> None:
    assert found("an ban an, (án) an2 đan", Query("an", whole=True)) == ["an", "an", "án"]


def test_nothing_is_looked_for() -> None:
    assert pattern(Query("")) is None
    assert spans("chữ", Query("")) == []


def test_two_blanks_can_be_looked_for() -> None:
    assert spans("một  hai ba", Query("  ")) == [(3, 5)]


def test_exact_ones_are_told_apart() -> None:
    exact = Exactness(Query("Hoà giải"))
    assert [exact.of(words) for words in ("hòa giải", "HOÀ GIẢI", "hoa giai", "hoả giải")] == [True, True, False, False]


@given(_words, _words, st.booleans(), st.booleans(), st.booleans())
def test_what_is_found_lies_in_the_words_and_is_what_was_looked_for(
    words: str, typed: str, accents: bool, case: bool, whole: bool
) -> None:
    query = Query(typed, accents=accents, case=case, whole=whole)
    where = spans(words, query)
    assert all(0 <= start < end <= len(words) for start, end in where)
    assert all(end <= start for (_, end), (start, _) in pairwise(where))
    for start, end in where:
        assert _bare(words[start:end]) == _bare(typed)
        assert not accents or Exactness(query).of(words[start:end])


@given(st.text("aàoóyuhnđd ", min_size=1, max_size=4), st.text("aàoóyuhnđd ", max_size=12))
def test_without_accents_nothing_is_overlooked(typed: str, words: str) -> None:
    """Letter by letter folded words have the same places, so that looking in them is the reference."""
    typed, words = clean(typed), clean(words)
    folded, wanted = _letters(words), _letters(typed)
    expected, place = [], folded.find(wanted)
    while place >= 0:
        expected.append(place)
        place = folded.find(wanted, place + len(wanted))
    assert [start for start, _ in spans(words, Query(typed))] == expected


@given(_words, st.booleans(), st.booleans())
def test_words_find_themselves(words: str, accents: bool, case: bool) -> None:
    query = Query(words, accents=accents, case=case)
    assert not words or spans(words, query)[0] == (0, len(words))


def _letters(words: str) -> str:
    return "".join(fold(letter) or " " for letter in words)


def _bare(words: str) -> str:
    alike = str.maketrans({**dict.fromkeys("-–", "-"), **dict.fromkeys('"“', '"'), **dict.fromkeys("ðÐđĐ", "d")})
    decomposed = unicodedata.normalize("NFD", words.lower().translate(alike))
    return "".join(" " if c.isspace() else c for c in decomposed if not unicodedata.combining(c)).translate(alike)
