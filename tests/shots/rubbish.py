"""Pictures of the recycle bin."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.editing.paper import remove_bases
from tthc_desktop.models.editing.tables import remove_column, remove_rows
from tthc_desktop.models.editing.text import remove_nodes
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.bin.page import BinPage
from tthc_desktop.ui.main_window import MainWindow

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]


def bin_empty(window: MainWindow, wait: Wait) -> None:
    _open(window, wait)


def bin_full(window: MainWindow, wait: Wait) -> None:
    """Show parts of a plan, a unit and a whole plan, one chosen."""
    plan, other = sample_plan(), replace(sample_plan(), title=plain("Rà soát thủ tục hành chính năm 2026"))
    _change(window, "Thêm kế hoạch", (None, plan), (None, other))
    _edit(window, plan, "Xóa căn cứ", lambda now: remove_bases(now, [now.bases[0].id]))
    table = next(table for table, _ in tables(plan))
    _edit(window, plan, "Xóa hàng", lambda now: remove_rows(now, table.id, [table.rows[1].id, table.rows[2].id]))
    _edit(window, plan, "Xóa cột", lambda now: remove_column(now, table.id, table.columns[-1].id))
    _edit(window, plan, "Xóa mục", lambda now: remove_nodes(now, [now.body[1].id]))
    unit = Unit("unit", "Phòng Kiểm soát thủ tục hành chính")
    _change(window, "Thêm đơn vị", (None, unit))
    _change(window, "Xóa đơn vị", (unit, None))
    assert window.desk.office is not None
    window.desk.apply(Change("Xóa kế hoạch", deletion(window.desk.office.holdings, other.id)))
    page = _open(window, wait)
    page.view.go_to(page.table.kept[2].id)


def bin_overfull(window: MainWindow, wait: Wait) -> None:
    long = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính liên thông cấp tỉnh, cấp xã khu vực "
    units = [Unit(f"unit{at}", f"{long} {at}") for at in range(300)]
    _change(window, "Thêm đơn vị", *((None, unit) for unit in units))
    for unit in units[:40]:
        _change(window, f"Xóa đơn vị “{unit.name}”", (unit, None))
    _open(window, wait)


def _open(window: MainWindow, wait: Wait) -> BinPage:
    window.commands["bin"].trigger()
    page = window.page()
    assert isinstance(page, BinPage)
    wait(lambda: page.is_found)
    return page


def _change(window: MainWindow, label: str, *pairs: tuple[Plan | Unit | None, Plan | Unit | None]) -> None:
    window.desk.apply(Change(label, pairs))


def _edit(window: MainWindow, plan: Plan, label: str, edit: Callable[[Plan], Plan]) -> None:
    assert window.desk.office is not None
    now = window.desk.office.plans[plan.id]
    _change(window, label, (now, edit(now)))


RUBBISH: dict[str, Screen] = {"bin-empty": bin_empty, "bin": bin_full, "bin-overfull": bin_overfull}
