"""The head of a paper in a narrow column, where its lines break anywhere."""

import pytest

from tthc_desktop.documents.reading.text import read_text

HEAD = """UBND TỈNH PHÚ KHÊ
SỞ NỘI CHÍNH
Số: 81/KH-SNC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{}
KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2025
I. MỤC ĐÍCH
1. Nâng cao chất lượng giải quyết hồ sơ.
"""


@pytest.mark.parametrize(
    "date",
    [
        "Phú Khê, ngày 12 tháng 3 năm 2025",
        "Phú Khê, ngày 12 tháng 3 năm\n2025",
        "Phú Khê, ngày 12 tháng 3\nnăm 2025",
        "Phú Khê, ngày 12\ntháng 3 năm 2025",
        "Phú Khê, ngày 12 tháng\n3 năm 2025",
        "Phú Khê,\nngày 12 tháng 3 năm 2025",
    ],
)
def test_a_date_that_breaks_anywhere_is_placed_whole(date: str) -> None:
    draft = read_text(HEAD.format(date))

    header = draft.plan.header
    assert (header.place, header.day, header.month, header.year) == ("Phú Khê", 12, 3, 2025)
    assert draft.unplaced == ()
