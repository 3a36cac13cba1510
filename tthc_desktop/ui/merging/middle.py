"""The middle of the review: the grid of values, the unknown rows or the troubles, or a sentence where there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import UnknownRow
from tthc_desktop.models.sending.returned import SheetProblem
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.merging.assigning import Given, name_of
from tthc_desktop.ui.merging.comparison import Comparison, Kind, troubles_of, unknown_of
from tthc_desktop.ui.merging.pairs import Pair, PairsView
from tthc_desktop.ui.merging.spots_view import SpotsView
from tthc_desktop.ui.plan.names import short

NOTHING_NEW = "0 thay đổi: các bảng gửi lại không có gì mới so với dữ liệu của cơ quan."
_NONE = {
    Kind.ALL: "Không có giá trị nào để chọn ở đây.",
    Kind.OFFERED: "Không có giá trị nào chỉ đơn vị thay đổi.",
    Kind.CONFLICT: "Không có mâu thuẫn nào.",
    Kind.REVIEW: "Không có giá trị nào cần xem.",
    Kind.UNKNOWN: "Không có hàng lạ nào: mọi hàng đều nhận ra được.",
    Kind.TROUBLE: "Không có chỗ nào bị lỗi.",
}


class Middle(QStackedWidget):
    """Shows one kind at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[UnknownRow, ...] = ()
        self._problems: tuple[SheetProblem, ...] = ()
        self.spots = SpotsView()
        self.rows = PairsView("Các hàng lạ")
        self.troubles = PairsView("Các chỗ có lỗi trong bảng gửi lại")
        self.take_unit = button("Nhận tất cả của đơn vị này", self._nothing, link=True)
        self.keep_unit = button("Giữ tất cả hiện tại của đơn vị này", self._nothing, link=True)
        self.give = button("Gán cho nhiệm vụ…", self._nothing, link=True)
        self.take_back = button("Thôi gán", self._nothing, link=True)
        self.take_unit.setToolTip("Nhận tất cả của đơn vị này (Ctrl+→)")
        self.keep_unit.setToolTip("Giữ tất cả hiện tại của đơn vị này (Ctrl+←)")
        self.give.setToolTip("Gán hàng này cho một nhiệm vụ của đơn vị (Enter)")
        self.sentence = label(quiet=True)
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none = QWidget()
        self._none.setLayout(column(None, self.sentence, None, margin=look.BROAD))
        self._of_spots = _below(self.spots, self.take_unit, self.keep_unit)
        self._of_rows = _below(self.rows, self.give, self.take_back)
        for page in (self._none, self._of_spots, self._of_rows, self.troubles):
            self.addWidget(page)

    def _nothing(self) -> None:
        """Stand in until the page connects what a button does."""

    def show_kind(self, kind: Kind, count: int, *, nothing_new: bool) -> None:
        """Bring what belongs to a kind to the front."""
        self.sentence.setText(NOTHING_NEW if nothing_new and kind is Kind.ALL else _NONE[kind])
        pages = {Kind.UNKNOWN: self._of_rows, Kind.TROUBLE: self.troubles}
        self.setCurrentWidget(pages.get(kind, self._of_spots) if count else self._none)

    def show_others(self, comparison: Comparison, unit_id: Id, given: Given) -> None:
        """Show the unknown rows and the troubles of one unit, or of all."""
        merge = comparison.merge
        self._rows = unknown_of(merge, unit_id)
        self._problems = troubles_of(merge, unit_id)
        self.rows.show_pairs(row_pair(one, comparison, self.given_words(one, comparison, given)) for one in self._rows)
        self.troubles.show_pairs(map(trouble_pair, self._problems))

    @staticmethod
    def given_words(unknown: UnknownRow, comparison: Comparison, given: Given) -> str:
        """Return the task that an unknown row is given to, empty when it is to none."""
        name = name_of(unknown)
        work = comparison.works.get(given[name][1]) if name in given else None
        return short(work.words(), 60) if work else ""

    def row(self) -> UnknownRow | None:
        """Return the unknown row under the cursor."""
        at = self.rows.currentIndex().row()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def problem(self) -> SheetProblem | None:
        """Return the trouble under the cursor."""
        at = self.troubles.currentIndex().row()
        return self._problems[at] if 0 <= at < len(self._problems) else None

    def view(self) -> QWidget:
        """Return the list in front."""
        views = {self._of_rows: self.rows, self.troubles: self.troubles, self._of_spots: self.spots}
        front = self.currentWidget()
        return views.get(front, self) if front is not None else self


def _below(view: QWidget, *buttons: QPushButton) -> QWidget:
    """Return a view with a strip of buttons above it."""
    strip, holder = QWidget(), QWidget()
    strip.setObjectName("strip")
    line = row(*buttons, None, gap=0)
    line.setContentsMargins(look.GAP, look.GAP, look.GAP, look.GAP)
    strip.setLayout(line)
    lines: QVBoxLayout = column(strip, view, gap=0)
    lines.setStretch(1, 1)
    holder.setLayout(lines)
    return holder


def row_pair(unknown: UnknownRow, comparison: Comparison, given: str) -> Pair:
    """Return how an unknown row is listed."""
    words = unknown.words.get("content") or next((cell.seen for cell in unknown.cells.values() if cell.seen), "")
    where = f"{comparison.unit(unknown.unit_id)} · hàng {unknown.row}"
    if given:
        return Pair(words or "(hàng trống)", f"{where} · đã gán cho {given}", "good")
    return Pair(words or "(hàng trống)", f"{where} · {unknown.reason}", "row-below")


def trouble_pair(problem: SheetProblem) -> Pair:
    """Return how a trouble is listed."""
    cell = f"ô {problem.cell}" if problem.cell else ""
    return Pair(problem.text, " › ".join(part for part in (problem.file, problem.sheet, cell) if part), "error")
