"""A công văn on paper: its subject below the number, and Kính gửi on any paper."""

from dataclasses import replace
from typing import Any

import pytest

from tests.documents.writing.pdf.building import item, make_plan
from tests.documents.writing.pdf.reading import first_difference, missing_words
from tests.documents.writing.pdf.test_measures import MM, Line, Page, read
from tthc_desktop.documents.writing.pdf import lay_out, owner_at, render
from tthc_desktop.documents.writing.pdf.flow import HEAD
from tthc_desktop.errors import UserError
from tthc_desktop.models.addressing import ADDRESSEES
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain

LONG = (
    "Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng và Ứng dụng khoa học công nghệ của tỉnh, các đơn vị trực thuộc"
)


def letter(*addressees: str, **changes: Any) -> Plan:  # noqa: ANN401
    title = plain("đôn đốc thực hiện các nhiệm vụ kiểm soát thủ tục hành chính đã quá hạn trong quý II năm 2025")
    made = make_plan(item(Mark.NONE, "Đề nghị các đơn vị thực hiện."), kind="CÔNG VĂN", title=title, bases=())
    return replace(made, addressees=addressees, **changes)


def first_page(plan: Plan) -> Page:
    return read(render(plan))[0]


def subject_lines(page: Page) -> list[Line]:
    left = [line for line in page.lines if line.right < 102 * MM]
    return [line for line in left if page.find("Số:").base < line.base < page.find("Kính gửi").base]


def test_the_subject_stands_centred_below_the_number_and_no_kind_is_printed() -> None:
    page = first_page(letter("Văn phòng Sở"))
    number, lines = page.find("Số:"), subject_lines(page)
    assert [line.text.split()[0] for line in lines[:1]] == ["V/v"]
    assert len(lines) > 1
    assert {line.size for line in lines} == {12}
    assert all("Bold" not in line.font for line in lines)
    for line in lines:
        assert (line.left + line.right) / 2 == pytest.approx((number.left + number.right) / 2, abs=1)
    single = 1.15
    expected = 6 + 13 * single - 13 * 0.891 - (13 * single - 13 * 1.107) / 2 + 12 * 0.891 + 12 * (single - 1.107) / 2
    assert lines[0].base - number.base == pytest.approx(expected, abs=0.5), "6 points between them"
    assert not [line for line in page.lines if "CÔNG VĂN" in line.text]


def test_one_addressee_stands_on_the_line_of_kinh_gui() -> None:
    page = first_page(letter("Văn phòng Sở"))
    line = page.find("Kính gửi:")
    assert line.text == "Kính gửi: Văn phòng Sở"
    assert line.size == 14
    assert (line.left + line.right) / 2 == pytest.approx((30 * MM + page.width - 15 * MM) / 2, abs=1)


def test_several_stand_below_each_other_with_dashes_under_the_colon() -> None:
    page = first_page(letter("Văn phòng Sở", "Thanh tra Sở", LONG))
    label = page.find("Kính gửi:")
    assert label.text == "Kính gửi:"
    dashes = [line for line in page.lines if line.text.startswith("- ") and line.size == 14]
    assert [line.text[-1] for line in dashes[:2]] == [";", ";"]
    colon = label.right - 14 * 0.278
    assert [line.left for line in dashes] == [pytest.approx(colon, abs=0.5)] * 3
    below = [line for line in page.lines if dashes[-1].base < line.base < page.find("Đề nghị").base]
    assert below[-1].text.endswith("thuộc.")
    assert all(line.left > colon + 4 and line.right <= page.width - 15 * MM + 0.5 for line in below)


@pytest.mark.parametrize("known", [(LONG,), ("A",), (LONG * 4, "B"), ("Chữ" * 200,), ("", "B", " ")])
def test_all_words_are_printed_in_order(known: tuple[str, ...]) -> None:
    for plan in (letter(*known), replace(letter(*known), kind="BÁO CÁO")):
        data = render(plan)
        assert missing_words(plan, data) == []
        assert first_difference(plan, data) == ""


def test_sixty_addressees_go_on_to_the_next_page() -> None:
    plan = letter(*(f"Ủy ban nhân dân xã số {n}" for n in range(60)))
    pages = read(render(plan))
    assert len(pages) == 2
    assert first_difference(plan, render(plan)) == ""


def test_addressees_are_a_part_of_their_own_to_point_at() -> None:
    layout = lay_out(letter("Văn phòng Sở", "Thanh tra Sở"))
    page, top = layout.places[ADDRESSEES]
    assert owner_at(layout, page, 200, top + 5) == ADDRESSEES
    assert owner_at(layout, page, 200, top - 20) == HEAD


def test_without_addressees_the_paper_says_nothing_of_them() -> None:
    plan = make_plan(item(Mark.NONE, "Câu."))
    assert render(replace(plan, addressees=("", " "))) == render(plan)


def test_a_sign_without_a_shape_is_told_with_its_place() -> None:
    with pytest.raises(UserError, match="Kính gửi, dòng 2"):
        render(letter("Văn phòng Sở", "Thanh tra \u4e2d"))
