"""What no line parts, in running text and in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.writing.pdf.lines import HARD_BLANK, Line, longest_word, paragraph, plain_words
from tthc_desktop.documents.writing.pdf.ties import bound, bound_lines
from tthc_desktop.models.text import Run, text


def joined(words: str) -> str:
    """Return words with a low line for each blank that parts no line."""
    return "".join(piece.words for piece in bound(plain_words(words))).replace(HARD_BLANK, "_")


def words_of(broken: list[Line]) -> list[str]:
    return ["".join(piece.words for piece in line.pieces).strip() for line in broken]


@pytest.mark.parametrize(
    "kept",
    [
        "theo Nghị_định_số_63/2010/NĐ-CP ngày_08_tháng_6_năm_2010 của Chính phủ",
        "Căn cứ Luật_số:_47/2024/QH15 và nghị_định_số_5",
        "Công_văn_số_/SKHCN-VP, Quyết_định_số_…/QĐ-UBND",
        "Điều_7, khoản_2 Mục_IV; Chương_II; Phụ lục_III; Phần_I",
        "quý_I_năm_2026, Quý_IV/2026",
        "đạt 100_% hồ sơ, tăng 5,5_‰",
        "trong 05_ngày làm việc, 1.500_triệu_đồng, 2,5_ha và 12_km2",
        "gồm: a)_Rà soát; b)_Công khai; (1)_Số hóa; (ii)_Báo cáo",
        "1._Rà soát",
        "II._NỘI DUNG",
        "-_Văn phòng",
        "+_Phòng A",
        "Quyết_định_số_78 ngày_05",
    ],
)
def test_what_belongs_together_is_kept_together(kept: str) -> None:
    assert joined(kept.replace("_", " ")) == kept


@pytest.mark.parametrize(
    "free",
    [
        "số hồ sơ, số lượng và ngày làm việc",
        "giai đoạn 2026 các sở, 63 tỉnh",
        "Sở Tư pháp (cơ quan thường trực) chủ trì",
        "biểu 05a nộp ngày mai",
        "mục tiêu: IVORY",
    ],
)
def test_other_words_part_as_they_like(free: str) -> None:
    assert HARD_BLANK not in bound(plain_words(free))[0].words


@given(
    st.lists(st.sampled_from("số 12 năm 2025 % ngày Quyết định a) đạt 05 hồ sơ triệu đồng".split()), min_size=1),
    st.floats(3, 30),
)
def test_ties_lose_no_word_and_hold_in_any_column(words: list[str], width: float) -> None:
    found = bound_lines(plain_words(" ".join(words)), width)
    assert " ".join(words_of(found)).replace(HARD_BLANK, " ").split() == words
    assert all(line.width <= width + 1e-9 for line in found)


def test_cell_breaks_before_a_tie_and_within_it_only_when_it_is_wider_than_the_column() -> None:
    words = plain_words("Hoàn thành trước ngày 20 hằng tháng")
    room = longest_word(plain_words("Hoàn\u00a0thành\u00a0trước\u00a0ngày")) + 0.1
    assert words_of(bound_lines(words, room)) == ["Hoàn thành trước", "ngày\u00a020 hằng tháng"]
    assert words_of(bound_lines(plain_words("ngày 20"), 2.1)) == ["ngày", "20"]


def test_a_change_of_face_keeps_the_ties_on_both_sides() -> None:
    mixed = bound(paragraph(text([Run("theo "), Run("Luật số 5", bold=True), Run(" đạt 10 %")])))
    assert [piece.words for piece in mixed] == ["theo ", "Luật\u00a0số\u00a05", " đạt 10\u00a0%"]
