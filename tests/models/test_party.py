"""Printed units become parties, and a sentence tells who leads and who helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.party import Parts, parties, parts


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("", ()),
        (" - ", ()),
        ("Phòng Quản lý thương mại", ("Phòng Quản lý thương mại",)),
        ("- Văn phòng;\n- Các chi cục trực thuộc.", ("Văn phòng", "Các chi cục trực thuộc")),
        ("- Văn phòng; - Các chi cục trực thuộc.", ("Văn phòng", "Các chi cục trực thuộc")),
        ("- Văn phòng - Các chi cục, trung tâm", ("Văn phòng", "Các chi cục, trung tâm")),
        ("+ Văn phòng\n+ Thanh tra", ("Văn phòng", "Thanh tra")),
        ("- Trung tâm Hỗ trợ\nkinh doanh;\n- Văn phòng", ("Trung tâm Hỗ trợ kinh doanh", "Văn phòng")),
        ("Văn phòng\nThanh tra Sở", ("Văn phòng", "Thanh tra Sở")),
        ("Sở Nội vụ; UBND các xã, phường", ("Sở Nội vụ", "UBND các xã, phường")),
        ("Văn phòng Sở, Phòng Tài chính và Kế hoạch", ("Văn phòng Sở", "Phòng Tài chính và Kế hoạch")),
        ("Thanh tra Sở và các phòng có liên quan", ("Thanh tra Sở", "các phòng có liên quan")),
        ("Các phòng, đơn vị, cá nhân có liên quan", ("Các phòng, đơn vị, cá nhân có liên quan",)),
        ("Văn phòng (tổ một cửa; tổ kiểm tra), Thanh tra", ("Văn phòng (tổ một cửa; tổ kiểm tra)", "Thanh tra")),
        ("Văn phòng; Văn phòng.", ("Văn phòng",)),
    ],
)
def test_a_list_is_split_into_parties(printed: str, expected: tuple[str, ...]) -> None:
    assert parties(printed) == expected


@pytest.mark.parametrize(
    ("sentence", "lead", "coordinate"),
    [
        ("Phòng Hạ tầng chủ trì, phối hợp với Thanh tra Sở triển khai", ["Phòng Hạ tầng"], ["Thanh tra Sở"]),
        ("Phòng Hạ tầng chủ trì phối hợp các đơn vị liên quan thực hiện.", ["Phòng Hạ tầng"], ["các đơn vị liên quan"]),
        (
            "Giao Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở, các chi cục để rà soát, trình Giám đốc",
            ["Văn phòng Sở"],
            ["Thanh tra Sở", "các chi cục"],
        ),
        ("Văn phòng Sở là đơn vị đầu mối, phối hợp với các phòng", ["Văn phòng Sở"], ["các phòng"]),
        ("Văn phòng Sở phối hợp cùng Công an tỉnh tổ chức thực hiện", ["Văn phòng Sở"], ["Công an tỉnh"]),
        ("Văn phòng Sở chủ trì tham mưu", ["Văn phòng Sở"], []),
        ("Các đơn vị có tiếp nhận hồ sơ triển khai thực hiện", ["Các đơn vị có tiếp nhận hồ sơ"], []),
        ("Văn phòng Sở; Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"], []),
        ("- Văn phòng Sở;\n- Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"], []),
        ("", [], []),
    ],
)
def test_a_sentence_tells_who_leads_and_who_helps(sentence: str, lead: list[str], coordinate: list[str]) -> None:
    assert parts(sentence) == Parts(tuple(lead), tuple(coordinate))


@given(st.text("Văn phòng Sở,;-()\n các và chủ trì phối hợp với"))
def test_no_party_is_empty_or_more_than_was_printed(printed: str) -> None:
    for party in parties(printed):
        assert party
        assert set(party) <= set(printed.replace("\n", " ") + " ")


def test_what_a_party_has_to_do_is_no_end_of_its_name() -> None:
    assert parts("Các đơn vị có thực hiện thủ tục triển khai thực hiện").lead == ("Các đơn vị có thực hiện thủ tục",)
