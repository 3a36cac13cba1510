"""Looking for words in the guide."""

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.guide.parsing import parse
from tthc_desktop.models.guide.searching import search
from tthc_desktop.models.guide.values import Guide

GUIDE = Guide(
    (
        parse("01-in.md", "# Xem trước và in\n\nBản in đo lại được.\n\n## Máy in co trang\n\nIn trang thước đo."),
        parse(
            "02-gui.md", "# Gửi bảng\n\n## Tệp của từng đơn vị\n\nMỗi đơn vị nhận một tệp Excel.\n\n## Thước\n\nMột."
        ),
    )
)


def test_accents_and_capitals_need_not_be_typed() -> None:
    (found,) = search(GUIDE, "TRANG thuoc do")
    assert (found.goal, found.chapter, found.heading) == ("in#may-in-co-trang", "Xem trước và in", "Máy in co trang")
    assert found.words[found.start : found.end] == "trang thước đo"


def test_titles_come_first_and_each_part_once() -> None:
    assert [found.goal for found in search(GUIDE, "thuoc")] == ["gui#thuoc", "in#may-in-co-trang"]
    assert [found.goal for found in search(GUIDE, "in")] == ["in", "in#may-in-co-trang"]


def test_words_may_stand_apart_in_one_part() -> None:
    assert [found.goal for found in search(GUIDE, "excel don vi")] == ["gui#tep-cua-tung-don-vi"]
    assert search(GUIDE, "excel thuoc") == ()


def test_nothing_is_found_for_nothing() -> None:
    assert search(GUIDE, "  ") == search(GUIDE, "không có chữ này") == ()


@given(st.text(max_size=12))
def test_whatever_is_typed_what_is_found_holds_it(typed: str) -> None:
    for found in search(GUIDE, typed):
        assert 0 <= found.start < found.end <= len(found.words)
