"""Centred titles."""

import pytest

from tthc_desktop.documents.writing.pdf.lines import Line, lines, natural_width, paragraph, plain_words
from tthc_desktop.documents.writing.pdf.titles import balanced
from tthc_desktop.models.text import Run, text


def words_of(found: list[Line]) -> list[str]:
    return ["".join(piece.words for piece in line.pieces).strip() for line in found]


def test_lines_are_few_and_of_about_one_length() -> None:
    words = plain_words("Rà soát hồ sơ tồn đọng tháng chín bằng máy tính mới mua ngoài giờ làm việc", bold=True)
    found = balanced(words, natural_width(words) * 0.9)
    assert len(found) == 2
    assert min(line.width for line in found) > 0.8 * max(line.width for line in found)


@pytest.mark.parametrize(
    ("title", "width", "printed"),
    [
        (
            "Kiểm soát hồ sơ của các phòng, đơn vị thuộc Sở năm nay",
            16,
            ["Kiểm soát hồ sơ của các phòng,", "đơn vị thuộc Sở năm nay"],
        ),
        (
            "Rà soát hồ sơ tồn đọng tại tỉnh Lai Châu tháng ba",
            14,
            ["Rà soát hồ sơ tồn đọng", "tại tỉnh Lai Châu tháng ba"],
        ),
    ],
)
def test_lines_part_where_a_reader_pauses(title: str, width: float, printed: list[str]) -> None:
    assert words_of(balanced(plain_words(title), width)) == printed


def test_typed_breaks_are_kept() -> None:
    words = paragraph(text([Run("Một\n"), Run("hai ba", bold=True)]))
    assert words_of(balanced(words, 30)) == ["Một", "hai ba"]


@pytest.mark.parametrize("title", ["x" * 90, "từ " * 300, ""])
def test_what_cannot_be_balanced_is_filled(title: str) -> None:
    assert balanced(plain_words(title), 20) == lines(plain_words(title), 20)
