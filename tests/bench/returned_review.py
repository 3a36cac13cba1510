"""The review of 70,000 returned values, all of them new, beside a QTreeWidget that is filled with the same words."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from statistics import median
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem, QWidget

from tests.bench.figure import Figure
from tthc_desktop.models.merge.values import Compared, FileOutcome, Merge, Spot, Verdict
from tthc_desktop.models.progress.values import REPORTED, TITLES, Origin, Said, Status
from tthc_desktop.ui import app
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.merging.comparison import Comparison, Kind, arranged
from tthc_desktop.ui.merging.page import Doing, MergePage
from tthc_desktop.ui.merging.works import Work
from tthc_desktop.ui.singletons import hold_for_ever

SHEETS, ROWS, KEYS = 20, 500, 30
AT = datetime(2030, 3, 31, 8, tzinfo=UTC)
SIZE = 1366, 640
T = TypeVar("T")


def run() -> Iterable[Figure]:
    """Yield how long a clerk waits until the review is seen, and for each key."""
    hold_for_ever()
    application = app.make_application()
    found = compared()
    page, opened = _timed(lambda: _opened(found))
    tree, filled = _timed(lambda: _filled(found))
    yield Figure("mở 70.000 giá trị gửi lại", _rounded(opened), "ms", "QTreeWidget", _rounded(filled))
    view = page.middle.spots
    view.setFocus()
    yield Figure("xuống một giá trị", _rounded(_key(view, Qt.Key.Key_Down)), "ms")
    yield Figure("nhận hoặc để lại một giá trị", _rounded(_key(view, Qt.Key.Key_Space)), "ms")
    _, narrowed = _timed(lambda: page.sources.show_all(Kind.CONFLICT))
    yield Figure("chỉ xem mâu thuẫn", _rounded(narrowed), "ms")
    page.close()
    tree.close()
    application.processEvents()


def compared() -> Comparison:
    """Return 20 sheets of 500 rows and 7 fields, a tenth of it conflicts."""
    works = {f"w{n}": Work(f"w{n}", "p", n, f"{n + 1}", f"Rà soát thủ tục số {n + 1}", "", "") for n in range(ROWS)}
    spots = (Spot("p", id_, f"u{sheet}", field) for sheet in range(SHEETS) for id_ in works for field in REPORTED)
    said = Said(Status.DONE.value, Origin("Phòng.xlsx", "Phần việc", "I9", AT))
    verdicts = (Verdict.CONFLICT, *(Verdict.OFFERED,) * 9)
    new = tuple(Compared(spot, verdicts[at % 10], "", (said,), None) for at, spot in enumerate(spots))
    files = tuple(FileOutcome(f"{sheet}.xlsx", f"u{sheet}", f"Phòng {sheet}", ROWS * 7) for sheet in range(SHEETS))
    merged = Merge(files, new)
    return arranged(Comparison(merged, AT, works, {f"u{sheet}": f"Phòng {sheet}" for sheet in range(SHEETS)}), merged)


def _opened(found: Comparison) -> MergePage:
    background = Background(None, _raise)
    page = MergePage(found, Doing(lambda: lambda: found, lambda _found, _choices: True), background)
    background.setParent(page)
    page.resize(*SIZE)
    page.show()
    return page


def _filled(found: Comparison) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setUniformRowHeights(True)
    tree.setColumnCount(4)
    heads: dict[str, QTreeWidgetItem] = {}
    for one in found.ordered:
        if one.spot.work_id not in heads:
            heads[one.spot.work_id] = QTreeWidgetItem(tree, [found.work(one).words()])
        words = [f"{TITLES[one.spot.field]} {found.unit(one.spot.unit_id)}", one.sent or "", one.returned[0].words, ""]
        QTreeWidgetItem(heads[one.spot.work_id], words)
    tree.expandAll()
    tree.resize(*SIZE)
    tree.show()
    return tree


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    begun = perf_counter()
    result = act()
    QApplication.processEvents()
    return result, perf_counter() - begun


def _key(view: QWidget, key: Qt.Key) -> float:
    return median(_timed(lambda: QTest.keyClick(view, key))[1] for _ in range(KEYS))


def _rounded(seconds: float) -> float:
    return round(seconds * 1000, 1)


def _raise(error: Exception) -> None:
    raise error
