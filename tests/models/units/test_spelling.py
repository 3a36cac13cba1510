"""Spellings of one name are told from other names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.units.spelling import key, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Văn phòng Sở", "VP Sở"),
        ("Văn phòng Sở", "văn  phòng\nsở"),
        ("Văn phòng Sở", "Văp phòng Sở"),
        ("Văn phòng Sở", "VĂN PHÒNG SỞ"),
        ("Thanh tra", "Thanh tra Sở"),
        ("Phòng Xóa đói", "Phòng Xoá đói"),
        ("Trung tâm Dữ liệu và Hạ tầng", "Trung tâm Dữ liệu & Hạ tầng"),
        ("Trung tâm Dữ liệu và Hạ tầng số", "Trung tâm DL&HTS"),
        ("Trung tâm Thông tin và Ứng dụng KHCN", "Trung tâm TT&UD KHCN"),
        ("Trung tâm Thông tin và Ứng dụng Khoa học và Công nghệ", "TTTT&UD KHCN"),
        ("Bộ phận KSTTHC", "BPKSTTHC"),
        ("Bộ phận Kiểm soát thủ tục hành chính", "BPKSTTHC"),
        ("Sở Khoa học và Công nghệ", "Sở KH&CN"),
        ("Sở Nội vụ", "Sở NV"),
        ("Ủy ban nhân dân các xã", "UBND các xã"),
        ("P. Chuyển đổi số", "Phòng Chuyển đổi số"),
        ("Các phòng, đơn vị thuộc Sở có thủ tục hành chính", "Các phòng và đơn vị có thực hiện TTHC"),
    ],
)
def test_spellings_of_one_unit(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Văn phòng Sở", "Văn phòng UBND tỉnh"),
        ("Thanh tra Sở", "Thanh tra tỉnh"),
        ("Phòng KT", "Phòng Kế toán"),
        ("Phòng Kế hoạch", "Phòng Kế hoạch - Tài chính"),
        ("Các đơn vị trực thuộc Sở", "Các đơn vị thuộc Sở"),
        ("Trung tâm TT&UD KHCN", "Trung tâm Thông tin và Thống kê KHCN"),
        ("", "Văn phòng"),
    ],
)
def test_other_units(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.text("Văn phòngSởKHCN&-,. và", max_size=30), st.text("Trung tâmTTUD và", max_size=30))
def test_the_order_of_two_names_does_not_matter(one: str, other: str) -> None:
    assert same_name(one, one)
    assert same_name(one, other) == same_name(other, one)
    assert key(key(one)) == key(one)
