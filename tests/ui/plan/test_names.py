"""What plans are called where there is little room."""

import pytest

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.names import short_title


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Kiểm soát TTHC năm 2030", "Kiểm soát TTHC năm 2030"),
        ("Kiểm soát thủ tục hành chính năm 2030 của Sở", "Kiểm soát thủ tục hành… 2030"),
        ("Kiểm soát thủ tục hành chính trên địa bàn tỉnh", "Kiểm soát thủ tục hành chính…"),
        ("Cải cách giai đoạn 2026 - 2030 của cả tỉnh", "Cải cách giai đoạn 2026 - 2030…"),
        ("", "Kế hoạch chưa có trích yếu"),
    ],
)
def test_a_tab_keeps_the_year(title: str, shown: str) -> None:
    found = short_title(Plan("p", title=plain(title)), 32)
    assert found == shown
    assert len(found) <= 33
