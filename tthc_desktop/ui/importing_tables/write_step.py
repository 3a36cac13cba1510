"""Step 5, Ghi: what will be written, and the rows that stay to be mended."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.models.reconciling.incoming import Key
from tthc_desktop.models.reconciling.taking import left_over
from tthc_desktop.models.reconciling.values import Fate, Reconciliation, RowChange, Taking
from tthc_desktop.models.text import clean
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label
from tthc_desktop.ui.importing_tables.course import Worked
from tthc_desktop.ui.importing_tables.line_list import Line, LineList
from tthc_desktop.ui.importing_tables.words import FATES, does_something, table_words, target_words
from tthc_desktop.ui.plan.names import number, short


class WriteStep(QWidget):
    """A sentence for each table, and the rows left; Enter on one goes to it."""

    wanted = Signal(str, str, str)
    """A table, a row and a column to mend."""

    def __init__(self) -> None:
        super().__init__()
        self.told = label(larger=1)
        self.told.setWordWrap(True)
        self.left_title = label(bold=True)
        self.left_title.setWordWrap(True)
        self.left = LineList("Các hàng còn lại")
        self.left.activated.connect(self._go)
        self.left.clicked.connect(self._go)
        self.rest = QWidget()
        lines = column(self.told, self.left_title, self.left, self.rest, gap=look.ROOM, margin=look.WIDE)
        lines.setStretch(2, 1)
        self.setLayout(lines)
        self._worked: Worked | None = None

    def show_worked(self, worked: Worked) -> None:
        """Show what will be written."""
        if worked.found is None:
            return
        self._worked = worked
        taking = worked.wishes.taking
        self.told.setText("\n".join(_sentences(worked, worked.found, taking)))
        left = left_over(worked.found, taking)
        self.left.show_lines([Line(_left_words(change), None, "warning", change) for change in left])
        self.left_title.setText(
            f"Còn lại {number(len(left))} hàng. Chọn một hàng để sửa; có thể ghi phần tốt trước, phần này sau."
        )
        self.left_title.setVisible(bool(left))
        self.left.setVisible(bool(left))
        self.rest.setVisible(not left)

    def _go(self, index: QModelIndex) -> None:
        change = self.left.model_of_lines.lines[index.row()].what
        if isinstance(change, RowChange) and change.incoming is not None and self._worked is not None:
            grave = next((doubt.column_id for doubt in change.incoming.doubts if doubt.grave), "")
            self.wanted.emit(_table_of(self._worked, change.key), change.key, grave)

    def begin(self) -> None:
        """Nothing here wants the keyboard before the main button."""


def _table_of(worked: Worked, row: Key) -> Key:
    return next(table.key for table in worked.incoming.tables if any(one.key == row for one in table.rows))


def _left_words(change: RowChange) -> str:
    row = change.incoming
    where = f"{row.sheet}, hàng {row.row}: " if row is not None else ""
    return f"{where}{short(clean(change.words), 60)} – {change.doubt or 'bạn để lại'}"


def _sentences(worked: Worked, found: Reconciliation, taking: Taking) -> list[str]:
    told = []
    for match in found.tables:
        counts = {
            fate: sum(one.fate is fate and does_something(one, taking) for one in match.rows)
            for fate in (Fate.NEW, Fate.CHANGED, Fate.GONE)
        }
        same = sum(one.fate is Fate.SAME for one in match.rows)
        parts = [f"{FATES[fate].lower()} {number(count)} hàng" for fate, count in counts.items() if count]
        parts += [f"giống {number(same)} hàng"] if same else []
        nothing = "" if any(counts.values()) else "0 thay đổi. "
        where = target_words(worked.ground.plan, match)
        told.append(f"{table_words(match.incoming)} → {where}: {nothing}{', '.join(parts) or 'không có hàng nào'}.")
    return told or ["Không có bảng nào được lấy. Hãy quay lại bước 1 để chọn bảng."]
