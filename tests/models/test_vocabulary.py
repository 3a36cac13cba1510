"""The words of the field tell what columns and labels hold."""

import pytest

from tthc_desktop.models.table import Role
from tthc_desktop.models.vocabulary import column_roles, is_caption, label_role


@pytest.mark.parametrize(
    ("titles", "roles"),
    [
        (
            "STT|Nội dung công việc|Đơn vị chủ trì|Đơn vị phối hợp|Kết quả|Thời gian",
            "number content lead coordinate result deadline",
        ),
        ("TT|Tên nhiệm vụ|Cơ quan thực hiện|Thời hạn hoàn thành|Ghi chú", "number content lead deadline note"),
        ("Số TT|Chỉ tiêu|Chủ trì", "number content lead"),
        ("STT|Tên chỉ tiêu|ĐVT|Chỉ tiêu giao|Căn cứ", "number content unit value basis"),
        ("Nhiệm vụ|Sản phẩm đầu ra|Tiến độ|Phụ trách riêng", "content result deadline free"),
        ("TT|Công việc|ĐVCT|ĐVPH|KQ|TGHT", "number content lead coordinate result deadline"),
        ("#|Đầu việc|Giao cho|Cùng thực hiện|Hạn chót", "number content lead coordinate deadline"),
        ("STT|Chỉ tiêu|ĐVT (%)|KH 2026|Lưu ý", "number content unit value note"),
        ("Việc cần làm|Phòng/đơn vị|Ngày kết thúc|Mức ưu tiên", "content lead deadline free"),
    ],
)
def test_column_roles(titles: str, roles: str) -> None:
    assert [role.value for role in column_roles(titles.split("|"))] == roles.split()


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Đơn vị chủ trì", Role.LEAD),
        ("Cơ quan thực hiện", Role.LEAD),
        ("Chủ trì", Role.LEAD),
        ("**Đơn vị phối hợp", Role.COORDINATE),
        ("Thời gian hoàn thành", Role.DEADLINE),
        ("Sản phẩm", Role.RESULT),
        ("Mục đích", None),
        ("Các phòng, đơn vị thuộc Sở", None),
        ("Thời gian qua dưới sự chỉ đạo sát sao của lãnh đạo Sở", None),
    ],
)
def test_label_role(label: str, role: Role | None) -> None:
    assert label_role(label) is role


def test_captions() -> None:
    assert is_caption("Nhiệm vụ, giải pháp")
    assert is_caption("- Nội dung thực hiện")
    assert not is_caption("Đơn vị chủ trì")
