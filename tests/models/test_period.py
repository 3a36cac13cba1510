"""The span of a plan is understood from its title."""

import pytest

from tthc_desktop.models.period import period_of


@pytest.mark.parametrize(
    ("title", "span"),
    [
        ("Kiểm soát thủ tục hành chính năm 2026", "2026-01-01 2026-12-31"),
        ("Rà soát thủ tục năm 2025 và 2026", "2025-01-01 2026-12-31"),
        ("Chuyển đổi số giai đoạn 2026 - 2030", "2026-01-01 2030-12-31"),
        ("Công tác 04 tháng cuối năm 2025", "2025-09-01 2025-12-31"),
        ("Công tác 6 tháng đầu năm 2024", "2024-01-01 2024-06-30"),
        ("Kiểm tra quý II/2025", "2025-04-01 2025-06-30"),
        ("Kiểm tra tháng 02 năm 2024", "2024-02-01 2024-02-29"),
        ("Thực hiện Nghị quyết số 12/2023/NQ-HĐND ngày 12/5/2023 trong năm 2026", "2026-01-01 2026-12-31"),
        ("Truyền thông cải cách", None),
        ("Công tác 15 tháng cuối năm 2025", None),
    ],
)
def test_period(title: str, span: str | None) -> None:
    period = period_of(title)
    assert (f"{period.start} {period.end}" if period else None) == span
