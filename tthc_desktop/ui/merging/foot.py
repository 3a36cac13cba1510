"""What the foot of the review says: what taking will bring, and afterwards what it brought, without Qt."""

from tthc_desktop.models.merge.values import Choices
from tthc_desktop.ui.merging.comparison import Comparison
from tthc_desktop.ui.merging.decisions import Counts, Decisions
from tthc_desktop.ui.plan.names import number


def outcome(counts: Counts, unchanged: int) -> str:
    """Return what will happen: "Nhận 41 giá trị, để lại 3; còn 2 chỗ chưa chọn. 1.204 giá trị không đổi."."""
    same = f" {number(unchanged)} giá trị không đổi." if unchanged else ""
    if not counts.taken and not counts.left:
        return f"0 thay đổi: các bảng gửi lại không có gì mới.{same}"
    still = f"; còn {number(counts.open)} chỗ chưa chọn" if counts.open else ""
    return f"Nhận {number(counts.taken)} giá trị, để lại {number(counts.left)}{still}.{same}"


def button_words(counts: Counts, *, back: bool) -> str:
    """Return what the main button does; `back` when it is at least noted that sheets have come back."""
    if counts.taken:
        return f"Nhận {number(counts.taken)} giá trị"
    return "Ghi nhận bảng đã về" if back else "Nhận 0 giá trị"


def happened(comparison: Comparison, choices: Choices) -> str:
    """Return what was written: "Đã nhận 41 giá trị của 12 đơn vị, để lại 3."."""
    decisions = Decisions(comparison.merge, choices)
    counts = decisions.counts()
    again = f" {number(counts.open)} chỗ chưa chọn sẽ được hỏi lại khi nhận lại các bảng này." if counts.open else ""
    if not counts.taken:
        left = f"; {number(counts.left)} giá trị để lại" if counts.left else ""
        return f"0 thay đổi: đã ghi nhận bảng gửi về{left}.{again}"
    units = {one.spot.unit_id for one in comparison.ordered if decisions.chosen(one) is not None}
    left = f", để lại {number(counts.left)}" if counts.left else ""
    return f"Đã nhận {number(counts.taken)} giá trị của {number(len(units))} đơn vị{left}.{again}"
