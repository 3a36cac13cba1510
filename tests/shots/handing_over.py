"""Pictures of papers that are prepared to be signed: in order, with doubts, without anybody who signs."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.handover.values import Step
from tthc_desktop.models.plan import Plan, Signatory
from tthc_desktop.ui.handover.opening import open_handover
from tthc_desktop.ui.handover.page import HandoverPage
from tthc_desktop.ui.main_window import MainWindow

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]


def _opened(window: MainWindow, wait: Wait, plan: Plan) -> HandoverPage:
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    window.desk.open_plan(plan.id)
    page = open_handover(window)
    assert page is not None
    page.foot.folder.setText("/home/van-thu/Tài liệu/Hồ sơ ký - Kế hoạch kiểm soát thủ tục hành chính năm 2026")
    wait(lambda: page.made is not None or "Chưa" in page.told_line.text() or "chưa" in page.told_line.text())
    wait(page.pages.is_up_to_date)
    return page


def _go_to(page: HandoverPage, wait: Wait, place: int) -> None:
    steps = [each for each in page.tree.choices.leaves() if isinstance(each.key, Step)]
    page.tree.go_to(steps[place])
    wait(page.pages.is_up_to_date)


def handover_seal(window: MainWindow, wait: Wait) -> None:
    """Show a paper in order, the field of the seal framed."""
    plan = sample_plan()
    page = _opened(window, wait, replace(plan, header=replace(plan.header, number="", day=None)))
    _go_to(page, wait, 3)


def handover_appendix(window: MainWindow, wait: Wait) -> None:
    """Show the field in the corner of a separate appendix, in a paper that lacks recipients and a name."""
    plan = sample_plan()
    plan = replace(plan, recipients=(), signatory=Signatory(plan.signatory.capacity, ""))
    _go_to(_opened(window, wait, plan), wait, -2)


def handover_nobody(window: MainWindow, wait: Wait) -> None:
    """Show what is said of a paper that nobody signs."""
    _opened(window, wait, replace(sample_plan(), signatory=Signatory()))


HANDING_OVER: dict[str, Screen] = {
    "handover-seal": handover_seal,
    "handover-appendix": handover_appendix,
    "handover-nobody": handover_nobody,
}
