"""Breaking of lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.writing.pdf.fonts import family
from tthc_desktop.documents.writing.pdf.lines import (
    Line,
    drawn,
    lines,
    longest_word,
    natural_width,
    paragraph,
    plain_words,
    tied,
)
from tthc_desktop.models.text import Run, Text, plain, text


def words_of(broken: list[Line]) -> list[str]:
    return ["".join(piece.words for piece in line.pieces).removesuffix(" ") for line in broken]


MIXED = text(
    [Run("Sở "), Run("Tư", bold=True), Run("pháp, "), Run("các sở ban ngành", italic=True), Run("\nvà "), Run("xã")]
)


@given(
    st.lists(st.text("abcđế ,/", min_size=1, max_size=9), min_size=1, max_size=30), st.floats(1.5, 30), st.floats(0, 5)
)
def test_no_word_is_lost_or_too_wide(syllables: list[str], width: float, indent: float) -> None:
    words = " ".join(syllables)
    broken = lines(plain_words(words), width, indent=indent)
    found = words_of(broken)
    assert "".join("".join(found).split()) == "".join(words.split())
    assert [line.ends for line in broken] == [*[False] * (len(broken) - 1), True]
    for place, line in enumerate(broken):
        assert line.width <= max(width - (indent if place == 0 else 0), 1.0) + 1e-9


@given(st.floats(1.5, 12))
def test_words_of_several_faces_break_like_others(width: float) -> None:
    found = lines(paragraph(MIXED), width)
    assert "".join("".join(words_of(found)).split()) == "SởTưpháp,cácsởbanngànhvàxã"
    assert sum(line.ends for line in found) == 2


def test_same_words_break_alike_in_one_face_and_in_many() -> None:
    words = "Các phòng, đơn vị trực thuộc rà soát thủ tục hành chính thuộc thẩm quyền giải quyết"
    halves = Text((Run(words[:31]), Run(words[31:], italic=False)))
    whole = lines(paragraph(plain(words)), 12)
    assert lines(paragraph(halves), 12) == whole
    assert all(line.blanks == words.strip().count(" ") for line, words in zip(whole, words_of(whole), strict=True))


def test_long_word_is_cut_after_a_sign_or_between_letters() -> None:
    assert words_of(lines(plain_words("a 142/2024/QH15-UBTVQH b"), 4.5)) == ["a", "142/2024/", "QH15-", "UBTVQH", "b"]
    assert words_of(lines(plain_words("x" * 10), 2.0)) == ["xxxx", "xxxx", "xx"]


def test_justified_lines_may_narrow_their_blanks() -> None:
    words = plain_words("aa bb cc dd")
    width = natural_width(words) - 0.1
    assert len(lines(words, width)) == 2
    assert len(lines(words, width, shrink=0.2)) == 1


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("theo Quyết định số 78/QĐ-UBND", "số\u00a078/QĐ-UBND"),
        ("ngày 06 tháng 02 năm 2025", "ngày\u00a006 tháng\u00a002 năm\u00a02025"),
        ("đạt 100 % hồ sơ", "100\u00a0%"),
        ("số hồ sơ", "số hồ sơ"),
    ],
)
def test_numbers_stay_with_their_word(words: str, kept: str) -> None:
    assert kept in tied(plain_words(words))[0].words


def test_hard_blanks_never_end_a_line_but_stretch() -> None:
    (first, second) = lines(plain_words("aaaa số\u00a012"), longest_word(plain_words("số\u00a012")))
    assert words_of([first, second]) == ["aaaa", "số\u00a012"]
    assert second.blanks == 1


def test_empty_words_are_one_empty_line() -> None:
    assert lines((), 10) == [Line((), 0.0, 0, True)]
    assert words_of(lines(plain_words(" \n"), 10)) == ["", ""]


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Sở; - Phòng", "Sở; -\u00a0Phòng"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("2021 - 2030", "2021\u00a0-\u00a02030"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\x0bd", "a\nb\nc\nd"),
        ("a\u00adb\u200bc", "abc"),
        ("1\u20112", "1-2"),
        ("e\u0302\u0301", "ế"),
    ],
)
def test_signs_without_a_shape(typed: str, seen: str) -> None:
    assert drawn(typed) == seen


def test_measured_widths_are_those_of_times() -> None:
    country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert family().bold.widths[country] * 12 / (72 / 25.4) == pytest.approx(88.3, abs=0.1)
