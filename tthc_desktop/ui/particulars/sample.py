"""The sample office in the window: filled, named as what it is, and gone when the window is closed."""

from typing import TYPE_CHECKING

from tthc_desktop.documents.sample_office import sample_office
from tthc_desktop.models.changes import Change, pairs_of
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

LABEL = "Mở cơ quan mẫu"


def show_sample_office(window: "MainWindow") -> None:
    """Fill the office, which is new, with the sample, and open its plan."""
    pairs = sample_office(today())
    if not window.desk.apply(Change(LABEL, pairs)):
        return
    window.called = f"{window.called} – cơ quan mẫu"
    for _, plan in pairs_of(Plan, pairs):
        if plan is not None:
            window.desk.open_plan(plan.id)
    window.messages.tell(
        Kind.INFO,
        "Đây là cơ quan mẫu để xem thử: sửa, xóa, gửi, nhận thoải mái.",
        "Đóng cửa sổ này là bỏ tất cả; dữ liệu của cơ quan bạn không bị động đến.",
        ("Bỏ cơ quan mẫu", window.close),
    )
