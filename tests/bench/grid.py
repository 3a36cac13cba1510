"""The grid with 5,000 wrapped rows, beside a plain QTableView on a QStandardItemModel whose rows are sized to fit."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from statistics import median
from time import perf_counter

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from tests.bench.figure import Figure
from tests.ui.papers import little_plan
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table_filter import Wanted
from tthc_desktop.models.text import plain
from tthc_desktop.ui import app
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.singletons import hold_for_ever

ROWS, RUNS = 5000, 7
SIZE = 1100, 640


def run() -> Iterable[Figure]:
    """Yield how long a clerk waits for each thing that is done to the table."""
    hold_for_ever()
    application = app.make_application()
    plan = long_plan()
    ours, plain_view = _ours(plan), _plain(plan)
    yield _figure("mở bảng 5.000 hàng", "bảng của Qt", ours[0], plain_view[0])
    for name in ("cuộn một trang", "sửa một ô", "chèn một hàng"):
        yield _figure(name, "bảng của Qt", ours[1][name], plain_view[1][name])
    yield _figure("dán 1.000 hàng từ bảng tính", "", ours[1]["dán"], None)
    yield _figure("lọc 5.000 hàng", "", ours[1]["lọc"], None)
    application.processEvents()


def long_plan() -> Plan:
    plan = little_plan(ROWS)
    said = "việc dài cần nhiều dòng trong ô để xem bảng có phải tính lại chiều cao hay không " * 2
    return replace(plan, tasks={key: replace(task, content=plain(f"{key} {said}")) for key, task in plan.tasks.items()})


def _figure(name: str, peer: str, ours: list[float], theirs: list[float] | None) -> Figure:
    there = round(median(theirs) * 1000, 1) if theirs else None
    return Figure(name, round(median(ours) * 1000, 1), "ms", peer, there)


def _timed(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    QApplication.processEvents()
    return perf_counter() - begun


class _Holder:
    """Keeps the plan of a grid and makes every change that the grid proposes."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.grid = Grid("Bảng")
        self.grid.resize(*SIZE)
        self.grid.proposed.connect(self.take)

    def take(self, _label: str, after: Plan) -> None:
        self.plan = after
        self.show()

    def show(self) -> None:
        self.grid.show_table(self.plan, next(table for table, _ in tables(self.plan)))


def _ours(plan: Plan) -> tuple[list[float], dict[str, list[float]]]:
    opened = [_timed(_opening(plan)) for _ in range(RUNS)]
    holder = _opening(plan)()
    grid, times = holder.grid, {}
    bar = grid.verticalScrollBar()
    times["cuộn một trang"] = [_timed(lambda: bar.setValue(bar.value() + bar.pageStep())) for _ in range(RUNS * 5)]
    grid.setCurrentIndex(grid.cells.index(ROWS // 2, 2))
    QApplication.processEvents()
    times["sửa một ô"] = [_timed(_edit(grid, number)) for number in range(RUNS)]
    times["chèn một hàng"] = [_timed(grid.does.rows.below) for _ in range(RUNS)]
    text = "\n".join(f"Phòng {number}\tCác phòng\tQuý {number % 4 + 1}/2030" for number in range(1000))
    QApplication.clipboard().setText(text)
    grid.setCurrentIndex(grid.cells.index(100, 2))
    times["dán"] = [_timed(grid.paste) for _ in range(RUNS)]
    column = grid.cells.table.columns[4]
    times["lọc"] = [_timed(lambda: grid.sieve.want(column, Wanted(words="quy 2"))) for _ in range(RUNS)]
    grid.close()
    return opened, times


def _opening(plan: Plan) -> Callable[[], _Holder]:
    def act() -> _Holder:
        holder = _Holder(plan)
        holder.grid.show()
        holder.show()
        QApplication.processEvents()
        return holder

    return act


def _edit(grid: Grid, number: int) -> Callable[[], None]:
    def act() -> None:
        index = grid.cells.index(ROWS // 2, 2)
        grid.cells.setData(index, f"Phòng {number}")

    return act


def _plain(plan: Plan) -> tuple[list[float], dict[str, list[float]]]:
    opened = [_timed(lambda: _plain_view(plan)) for _ in range(3)]
    view, model = _plain_view(plan)
    bar, times = view.verticalScrollBar(), {}
    times["cuộn một trang"] = [_timed(lambda: bar.setValue(bar.value() + bar.pageStep())) for _ in range(RUNS * 5)]

    def edit() -> None:
        model.setData(model.index(ROWS // 2, 2), f"Phòng {perf_counter()}")
        view.resizeRowToContents(ROWS // 2)

    times["sửa một ô"] = [_timed(edit) for _ in range(RUNS)]

    def insert() -> None:
        model.insertRow(ROWS // 2, [QStandardItem("") for _ in range(5)])
        for place in range(ROWS // 2, model.rowCount()):
            model.setData(model.index(place, 0), str(place))
        view.resizeRowToContents(ROWS // 2)

    times["chèn một hàng"] = [_timed(insert) for _ in range(RUNS)]
    view.close()
    return opened, times


def _plain_view(plan: Plan) -> tuple[QTableView, QStandardItemModel]:
    model = QStandardItemModel()
    for number, task in enumerate(plan.tasks.values()):
        cells = (str(number), task.content, task.lead, task.coordinate, task.deadline)
        model.appendRow([QStandardItem(str(words)) for words in cells])
    view = QTableView()
    view.setModel(model)
    view.resize(*SIZE)
    view.setColumnWidth(1, 400)
    view.setWordWrap(True)
    view.show()
    view.resizeRowsToContents()
    QApplication.processEvents()
    return view, model
