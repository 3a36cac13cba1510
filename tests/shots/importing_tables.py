"""Pictures of the wizard for workbooks, step by step, for a new plan and into one."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.ui.importing_tables.books import ROWS, workbook
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.models.changes import Change
from tthc_desktop.models.reconciling.comparing import reconcile
from tthc_desktop.models.reconciling.taking import taken
from tthc_desktop.ui.importing_tables.course import Ground, Wishes, Worked, work_out
from tthc_desktop.ui.importing_tables.opening import open_wizard
from tthc_desktop.ui.importing_tables.page import COLUMNS, COMPARE, FILE, WRITE
from tthc_desktop.ui.importing_tables.page import ROWS as ROWS_STEP
from tthc_desktop.ui.main_window import MainWindow

Wait = Callable[[Callable[[], bool]], None]
_LONG = "Rà soát, đánh giá toàn bộ quy định, thủ tục hành chính thuộc phạm vi quản lý của ngành trên địa bàn tỉnh"


def _worked(rows: tuple[tuple[str, ...], ...], before: Worked | None = None) -> Worked:
    with tempfile.TemporaryDirectory() as folder:
        book = read_book(workbook(Path(folder) / "Danh muc nhiem vu.xlsx", rows))
    plan = None
    if before is not None:
        plan = taken(None, reconcile(None, before.incoming))
    return work_out(Ground(book, plan), Wishes(), None, compared=False)


def step_of(step: int, window: MainWindow, wait: Wait) -> QWidget | None:
    """Show a step for a file that goes into a plan which has some of its rows already."""
    old = _worked(tuple(line for line in ROWS if "31/02/2031" not in line))
    new = (*ROWS[:1], (*ROWS[1][:2], "Thanh tra Sở", *ROWS[1][3:]), *ROWS[3:], ("3", _LONG, *ROWS[1][2:]))
    worked = _worked(new, old)
    plan = worked.ground.plan
    assert plan is not None
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    page = open_wizard(window, worked)
    while page.step < step:
        page.go_on()
        wait(lambda: not page.busy)
    if step == ROWS_STEP:
        page.rows.doubts.clicked.emit(page.rows.doubts.model_of_lines.index(0))
    return None


IMPORTING_TABLES = {
    "tables-file": partial(step_of, FILE),
    "tables-columns": partial(step_of, COLUMNS),
    "tables-rows": partial(step_of, ROWS_STEP),
    "tables-compare": partial(step_of, COMPARE),
    "tables-write": partial(step_of, WRITE),
}
