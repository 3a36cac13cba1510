"""Who signs for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.capacity import capacities, head_of


@pytest.mark.parametrize(
    ("agency", "head", "deputy"),
    [
        ("SỞ NỘI VỤ", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("BỘ TƯ PHÁP", "BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("CHI CỤC THỦY LỢI", "CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG"),
        ("Văn phòng UBND tỉnh", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TRƯỜNG CAO ĐẲNG NGHỀ", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
        ("BAN QUẢN LÝ KHU KINH TẾ", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ],
)
def test_the_head_of_an_agency(agency: str, head: str, deputy: str) -> None:
    forms = [form.lines for form in capacities(agency)]
    assert forms[:2] == [(head,), (f"KT. {head}", deputy)]
    assert (f"Q. {head}",) in forms
    assert {lines[0].split(" ")[0] for lines in forms if "." in lines[0]} == {"KT.", "TL.", "TUQ.", "Q."}
    assert all(head not in lines[1:] for lines in forms)


def test_a_collective_signs_through_its_chairman() -> None:
    forms = [form.lines for form in capacities("UBND TỈNH SÔNG NGÂN")]
    assert forms[0] == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert forms[1] == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_the_office_may_call_its_head_otherwise() -> None:
    assert capacities("BAN DÂN TỘC", "TRƯỞNG BAN")[1].lines == ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
    assert capacities("SỞ A", "TỔNG BIÊN TẬP")[1].lines == ("KT. TỔNG BIÊN TẬP", "PHÓ TỔNG BIÊN TẬP")


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "GIÁM ĐỐC"),
        (("KT.GIÁM ĐỐC",), "GIÁM ĐỐC"),
        (("GIÁM ĐỐC",), "GIÁM ĐỐC"),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ""),
        ((), ""),
    ],
)
def test_the_head_that_lines_name(lines: tuple[str, ...], head: str) -> None:
    assert head_of(lines) == head


@given(st.text(), st.text())
def test_any_agency_has_forms(agency: str, head: str) -> None:
    assert all(all(form.lines) and form.when for form in capacities(agency, head))
