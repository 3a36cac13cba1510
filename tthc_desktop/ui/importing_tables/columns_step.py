"""Step 2, Ghép cột: what each column of a table holds, and where its header is."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QSpinBox, QTableView, QWidget

from tthc_desktop.models.reconciling.incoming import ProposedTable
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row
from tthc_desktop.ui.importing_tables.columns_model import ROLE_LINE, ColumnsModel
from tthc_desktop.ui.importing_tables.course import Worked, table_choice, with_table
from tthc_desktop.ui.importing_tables.words import ROLES, proposed_words

_HEADER_MOST = 6
_WIDE, _NARROW = 220, 172


class ColumnsStep(QWidget):
    """The first rows with a choice above each column."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._worked: Worked | None = None
        self.tables, self.first, self.last = QComboBox(), QSpinBox(), QSpinBox()
        self.tables.setAccessibleName("Bảng đang ghép cột")
        self.tables.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.first.setAccessibleName("Hàng tiêu đề đầu tiên")
        self.last.setAccessibleName("Hàng tiêu đề cuối cùng")
        self.rows = ColumnsModel(self)
        self.view = QTableView()
        self.roles: list[QComboBox] = []
        self.told = label("Các cột đã biết từ bảng của kế hoạch, không cần ghép.", quiet=True)
        self._build()
        self.tables.activated.connect(self._show_table)
        for box, moved in ((self.first, self._move_header), (self.last, self._end_header)):
            box.setKeyboardTracking(False)
            box.valueChanged.connect(moved)

    def _build(self) -> None:
        view = self.view
        view.setModel(self.rows)
        view.setObjectName("spots")
        view.setAccessibleName("Những hàng đầu của bảng")
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(look.ROW + look.GAP)
        view.horizontalHeader().setDefaultSectionSize(_NARROW)
        bar = row(self.tables, label("Hàng tiêu đề: từ"), self.first, label("đến"), self.last, gap=look.SPACE)
        bar.setStretch(0, 1)
        lines = column(self.told, gap=look.SPACE, margin=look.SPACE)
        lines.insertLayout(0, bar)
        lines.addWidget(self.view, 1)
        self.setLayout(lines)

    def show_worked(self, worked: Worked) -> None:
        """Show the tables that are taken, the one in front again."""
        self._worked = worked
        before = self.tables.currentData()
        taken = [table for table in worked.proposed if table.taken]
        read = {table.key: table for table in worked.read.tables}
        self.tables.clear()
        for table in taken:
            self.tables.addItem(proposed_words(table, read.get(table.key)), table.key)
        self.tables.setCurrentIndex(max(0, self.tables.findData(before)) if taken else -1)
        self.told.setVisible(worked.own)
        for box in (self.tables, self.first, self.last, self.view):
            box.setEnabled(not worked.own)
        self._show_table()

    def table(self) -> ProposedTable | None:
        """Return the table in front."""
        proposed = self._worked.proposed if self._worked else ()
        return next((table for table in proposed if table.key == self.tables.currentData()), None)

    def _show_table(self) -> None:
        table, worked = self.table(), self._worked
        focused = next((place for place, box in enumerate(self.roles) if box.hasFocus()), -1)
        sheets = worked.ground.book.sheets if worked else ()
        sheet = next((one for one in sheets if table is not None and one.name == table.sheet), None)
        self.rows.show_table(table, sheet)
        self.roles = []
        if table is None or sheet is None:
            return
        for bound, value in ((self.first, table.start + 1), (self.last, max(table.body, table.start + 1))):
            bound.blockSignals(True)
            bound.setRange(table.first_row + 1, table.first_row + len(sheet.rows))
            bound.setValue(table.first_row + value)
            bound.blockSignals(False)
        for place, one in enumerate(table.columns):
            box = self._role_box(table, place)
            self.view.setIndexWidget(self.rows.index(ROLE_LINE, place), box)
            self.roles.append(box)
            longest = max((len(words) for words in one.samples), default=0)
            self.view.setColumnWidth(place, _WIDE if longest > len("12 tháng năm") else _NARROW)
        if 0 <= focused < len(self.roles):
            self.roles[focused].setFocus()

    def _role_box(self, table: ProposedTable, place: int) -> QComboBox:
        made, one = QComboBox(), table.columns[place]
        for role, words in ROLES:
            made.addItem(words, role)
        made.setCurrentIndex(next(at for at, (role, _) in enumerate(ROLES) if role is one.role))
        made.setAccessibleName(f"Cột {one.letters} “{one.title}” là")
        made.setAccessibleDescription(one.why)
        made.setToolTip(one.why)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.installEventFilter(self)
        made.activated.connect(lambda at: self._choose(table, one.place, at))
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wheel from changing a role while the rows are scrolled."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _choose(self, table: ProposedTable, place: int, at: int) -> None:
        if self._worked is not None:
            wishes = self._worked.wishes
            choice = table_choice(wishes, table.key)
            roles = {**choice.roles, place: ROLES[at][0]}
            self.wished.emit(with_table(wishes, table.key, replace(choice, roles=roles)))

    def _move_header(self) -> None:
        """Take the header, as high as it is, to the row where it begins now."""
        table = self.table()
        if table is not None:
            start = self.first.value() - table.first_row - 1
            self._put_header(table, start, start + max(1, table.body - table.start))

    def _end_header(self) -> None:
        """Let the header end elsewhere; where that is above its beginning it begins there too."""
        table = self.table()
        if table is not None:
            body = self.last.value() - table.first_row
            self._put_header(table, max(body - _HEADER_MOST, min(table.start, body - 1)), body)

    def _put_header(self, table: ProposedTable, start: int, body: int) -> None:
        if self._worked is not None:
            wishes = self._worked.wishes
            choice = replace(table_choice(wishes, table.key), header=(start, body), roles={})
            self.wished.emit(with_table(wishes, table.key, choice))

    def begin(self) -> None:
        """Give the keyboard to the first column's choice."""
        (self.roles[0] if self.roles else self.tables).setFocus()
