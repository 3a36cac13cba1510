"""Step 1, Tải tệp: what stands on each sheet of the file, which tables are taken, what is wrong with the file."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.models.reconciling.incoming import ProposedTable
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label
from tthc_desktop.ui.importing_tables.course import Worked, table_choice, with_table
from tthc_desktop.ui.importing_tables.line_list import Line, LineList
from tthc_desktop.ui.importing_tables.words import goes_to, place_words, proposed_words

_OWN = "Tệp này do chương trình xuất ra từ chính kế hoạch này, nên các cột đã biết và được lấy theo đúng bảng."


class FileStep(QWidget):
    """The tables found and the problems of the file."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = label(bold=True, larger=2)
        self.target = label()
        self.target.setWordWrap(True)
        self.told = label(quiet=True)
        self.told.setWordWrap(True)
        self.tables = LineList("Các bảng trong tệp")
        self.problems = LineList("Chỗ cần xem của tệp")
        self.problems_title = label(bold=True)
        lines = column(
            *(self.name, self.target, self.told, self.tables, self.problems_title, self.problems),
            gap=look.SPACE,
            margin=look.WIDE,
        )
        lines.setStretch(3, 3)
        lines.setStretch(5, 2)
        self.setLayout(lines)
        self._worked: Worked | None = None
        self.tables.model_of_lines.ticked.connect(self._tick)
        self.tables.selectionModel().currentChanged.connect(self._tell)

    def show_worked(self, worked: Worked) -> None:
        """Show what was found."""
        self._worked = worked
        self.name.setText(worked.ground.book.name)
        self.target.setText(goes_to(worked.ground.plan, worked.ground.locked))
        self.target.setVisible(worked.own or any(one.taken for one in worked.proposed))
        read = {table.key: table for table in worked.read.tables}
        self.tables.show_lines(
            [Line(f"Trang “{table.sheet}”: {len(table.rows)} hàng", True) for table in worked.read.tables]
            if worked.own
            else [Line(proposed_words(one, read.get(one.key)), one.taken, "", one) for one in worked.proposed]
        )
        problems = [Line(f"{one.sheet}!{one.cell}: {one.text}" if one.cell else one.text, None, "warning")
                    for one in worked.ground.book.problems]  # fmt: skip
        told = {line.words for line in problems}
        for doubt in worked.read.doubts:
            line = Line(
                f"{place_words(doubt)}: {doubt.text}" if doubt.row or doubt.address else doubt.text, None, "info"
            )
            if line.words not in told:
                problems.append(line)
        self.problems_title.setText(f"Chỗ cần xem của tệp ({len(problems)})")
        self.problems_title.setVisible(bool(problems))
        self.problems.setVisible(bool(problems))
        self.problems.show_lines(problems)
        self._tell()

    def _tell(self) -> None:
        table = self._chosen()
        hint = "Phím cách: lấy hoặc không lấy bảng đang chọn."
        if self._worked is not None and self._worked.own:
            hint = _OWN
        elif table is not None and table.why:
            more = "" if table.found else " Nếu đây là bảng nhiệm vụ, hãy đánh dấu để chỉ ra hàng tiêu đề ở bước 2."
            hint = f"{table.why}{more}"
        self.told.setText(hint)

    def _chosen(self) -> ProposedTable | None:
        row = self.tables.currentIndex().row()
        proposed = self._worked.proposed if self._worked else ()
        return proposed[row] if 0 <= row < len(proposed) else None

    def _tick(self, row: int, taken: bool) -> None:
        if self._worked is None or self._worked.own:
            return
        table, wishes = self._worked.proposed[row], self._worked.wishes
        choice = replace(table_choice(wishes, table.key), taken=taken)
        if taken and not table.found and choice.header is None:
            choice = replace(choice, header=(0, 1))
        self.wished.emit(with_table(wishes, table.key, choice))

    def begin(self) -> None:
        """Give the keyboard to the tables."""
        self.tables.setFocus()
