"""What would mislead a listener is said; what would not is not."""

import pytest

from tthc_desktop.models.read_aloud import Read, misleading


def row(*cells: tuple[str, int, int]) -> list[Read]:
    return [Read("TR", 2, 0), *(Read(role, 3, 4, "ô", "", rows, columns) for role, rows, columns in cells)]


HEADS = row(("TH", 1, 1), ("TH", 1, 1), ("TH", 1, 1))
EVEN = [Read("Table", 1, 0), *HEADS, *row(("TD", 2, 1), ("TD", 1, 2)), *row(("TD", 1, 1), ("TD", 1, 1))]


def test_good_order_is_good() -> None:
    headings = [Read(role, 1, 1, role) for role in ("H1", "H2", "H3", "H2", "H1", "H2")]
    figure = Read("Figure", 1, 2, "", "Biểu đồ cột")
    assert list(misleading([Read("Document", 0, 0), *headings, Read("P", 1, 1), figure, *EVEN])) == []


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ([Read("H2", 1, 3, "Nội dung")], "Tiêu đề “Nội dung” ở trang 3 thuộc cấp 2 mà là tiêu đề đầu tiên."),
        (
            [Read("H1", 1, 1, "A"), Read("H3", 1, 2, "B" * 80)],
            f"Tiêu đề “{'B' * 60}…” ở trang 2 thuộc cấp 3 mà đứng ngay dưới cấp 1.",
        ),
        ([Read("H1", 1, 0), Read("P", 1, 5, "a")], "Trang 5 có một tiêu đề không có chữ."),
        ([Read("Figure", 1, 2)], "Hình ở trang 2 không có lời mô tả."),
        (EVEN[:-1], "Bảng bắt đầu ở trang 4 có 3 cột, nhưng hàng 3 của nó có 2 cột."),
        ([Read("Table", 1, 0), *row(("TD", 1, 1))], "Bảng bắt đầu ở trang 4 không có ô tiêu đề."),
        ([Read("Table", 1, 7)], "Bảng bắt đầu ở trang 7 không có ô tiêu đề."),
    ],
)
def test_what_misleads_is_said_once(order: list[Read], said: str) -> None:
    assert list(misleading(order)) == [said]


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    inner = [Read("Table", 4, 0), Read("TR", 5, 0), Read("TH", 6, 4, "một"), Read("TD", 6, 4, "hai")]
    assert list(misleading([*EVEN, *inner, *EVEN])) == []


def test_a_cell_that_reaches_beyond_its_table_is_no_bug() -> None:
    assert list(misleading([Read("Table", 1, 0), *row(("TH", 9, 1), ("TH", 1, 1)), *row(("TD", 1, 1))])) == []
