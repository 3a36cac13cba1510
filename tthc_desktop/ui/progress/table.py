"""Progress as a table: works and units down, what they report across; the filter is the table's own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from tthc_desktop.models.agenda.reminding import left_words
from tthc_desktop.models.agenda.standing import is_due, standing
from tthc_desktop.models.agenda.values import Occurrence
from tthc_desktop.models.editing.progress import Place
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.forms import shown
from tthc_desktop.models.progress.lines import ProgressLine
from tthc_desktop.models.progress.reporting import Reporting
from tthc_desktop.models.progress.values import REPORTED, TITLES, Field, Progress, Status
from tthc_desktop.models.text import fold
from tthc_desktop.models.units.assigning import HELPS
from tthc_desktop.ui import look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Write = Callable[[ProgressLine, Field, str], bool]
_NOBODY = "chưa rõ đơn vị"


class Column(NamedTuple):
    """A column: its heading, its usual width and the field that it shows, if any."""

    title: str
    width: int
    field: Field | None = None


_WIDTHS = {Field.STATUS: 184, Field.PERCENT: 112, Field.DAY: 144, Field.NUMBER: 172}
COLUMNS = (
    Column("STT", 64),
    Column("Nội dung công việc", 340),
    Column("Đơn vị", 190),
    Column("Vai trò", 136),
    Column("Hạn", 112),
    *(Column(TITLES[field], _WIDTHS.get(field, 200), field) for field in REPORTED),
)
CONTENT, UNIT, PART, DUE = 1, 2, 3, 4
FIRST_FIELD = 5


class ProgressTable(QAbstractTableModel):
    """Lines for a table view; what is typed is handed on, never kept here."""

    def __init__(self, parent: QObject | None = None, write: Write = lambda _line, _field, _words: False) -> None:
        """`write` takes words typed into a field of a line, and tells whether they were good."""
        super().__init__(parent)
        self._write = write
        self.plan_id: Id = ""
        self.lines: tuple[ProgressLine, ...] = ()
        """What is shown: all lines that fit the filter."""
        self._all: tuple[ProgressLine, ...] = ()
        self._folded: tuple[str, ...] = ()
        self._places: set[tuple[Id, Id]] = set()
        self._said: Mapping[Place, Progress] = {}
        self.reporting = Reporting()
        self._wanted: tuple[str, ...] = ()

    # What is shown

    def show_lines(
        self, plan_id: Id, lines: Sequence[ProgressLine], said: Mapping[Place, Progress], reporting: Reporting
    ) -> None:
        """Show the lines of a plan, with what was said by whose it is; the same lines stay where they are."""
        self.reporting = reporting
        if (plan_id, tuple(lines)) == (self.plan_id, self._all):
            self.show_said(said)
            return
        self.beginResetModel()
        self.plan_id, self._all, self._said = plan_id, tuple(lines), said
        self._places = {(line.work_id, line.unit_id) for line in self._all}
        self._folded = tuple(fold(f"{line.number} {line.content} {line.unit} {line.part}") for line in self._all)
        self._sift()
        self.endResetModel()

    def show_said(self, said: Mapping[Place, Progress]) -> None:
        """Show other values in the same lines."""
        self._said = said
        if self.lines:
            self.dataChanged.emit(self.index(0, DUE), self.index(len(self.lines) - 1, len(COLUMNS) - 1))

    def want(self, words: str) -> None:
        """Show only lines that have all these words, accents ignored, and the headings above them."""
        self.beginResetModel()
        self._wanted = tuple(fold(words).split())
        self._sift()
        self.endResetModel()

    def _sift(self) -> None:
        kept: list[ProgressLine] = []
        above: list[ProgressLine] = []
        for line, folded in zip(self._all, self._folded, strict=True):
            if not line.work_id:
                above = [heading for heading in above if heading.level < line.level] + [line]
            elif self._fits(line, folded):
                kept += [*above, line]
                above = []
        self.lines = tuple(kept) if self._wanted else self._all

    def _fits(self, line: ProgressLine, folded: str) -> bool:
        if all(word in folded for word in self._wanted):
            return True
        progress = self.progress(line)
        words = f"{folded} {fold(' '.join(said.words for said in progress.said.values()))}" if progress else folded
        return all(word in words for word in self._wanted)

    def count(self) -> tuple[int, int]:
        """Return how many lines of work are shown, and how many there are."""
        return sum(bool(line.work_id) for line in self.lines), sum(bool(line.work_id) for line in self._all)

    def has(self, work_id: Id, unit_id: Id) -> bool:
        """Tell whether there is such a line, shown or not."""
        return (work_id, unit_id) in self._places

    def row_of(self, work_id: Id, unit_id: Id, event_id: Id = "") -> int:
        """Return where a line stands, below 0 when it is not shown."""
        wanted = work_id, unit_id, event_id
        found = (row for row, line in enumerate(self.lines) if (line.work_id, line.unit_id, line.event_id) == wanted)
        return next(found, -1)

    def place(self, line: ProgressLine) -> Place:
        """Return whose progress a line shows, and for which period."""
        return Place(self.plan_id, line.work_id, line.unit_id, self.reporting.of(line))

    def progress(self, line: ProgressLine) -> Progress | None:
        """Return what was said of a line."""
        return self.said(self.place(line))

    def said(self, place: Place) -> Progress | None:
        """Return what was said at a place."""
        return self._said.get(place)

    def occurrence(self, line: ProgressLine) -> Occurrence | None:
        """Return what is due of a line's work in the period."""
        return self.reporting.dues.get((line.work_id, line.event_id))

    def is_late(self, line: ProgressLine) -> bool:
        """Tell whether a line's work should have been done before today and is not; who only helps is never late."""
        found = self.occurrence(line)
        return (
            line.part != HELPS
            and found is not None
            and standing(found, self.progress(line), self.reporting.today) is Status.OVERDUE
        )

    def _due(self, line: ProgressLine) -> str:
        found = self.occurrence(line)
        return f"{found.due:%d/%m/%Y}" if found and found.due and is_due(found) else ""

    def words(self, line: ProgressLine, column: int) -> str:
        """Return what a cell shows."""
        if (field := COLUMNS[column].field) is not None:
            progress = self.progress(line) if line.unit_id else None
            return shown(field, progress.words(field)) if progress else ""
        nobody = _NOBODY if line.work_id and not line.unit_id else ""
        return (line.number, line.content, line.unit or nobody, line.part, self._due(line))[column]

    # Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = index.isValid() and index.column() >= FIRST_FIELD and bool(self.lines[index.row()].unit_id)
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
            return COLUMNS[section].title
        return _RIGHT if role == _Role.TextAlignmentRole and COLUMNS[section].field is Field.PERCENT else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        match role:
            case _Role.DisplayRole:
                return self.words(line, column).replace("\n", " ")
            case _Role.ToolTipRole if column == DUE:
                return self._about_due(line)
            case _Role.EditRole | _Role.ToolTipRole:
                return self.words(line, column)
            case _Role.AccessibleTextRole:
                return f"{COLUMNS[column].title}: {self.words(line, column) or 'chưa có'}"
            case _:
                return self._look(line, column, role)

    def _about_due(self, line: ProgressLine) -> str:
        found = self.occurrence(line)
        if found is None or found.due is None or not is_due(found):
            return ""
        return "\n".join(
            filter(None, (left_words((found.due - self.reporting.today).days), found.words, found.warning))
        )

    def _look(self, line: ProgressLine, column: int, role: int) -> Any:
        """Return how a cell looks: headings bold on a ground of their own."""
        match role:
            case _Role.TextAlignmentRole if COLUMNS[column].field is Field.PERCENT:
                return _RIGHT
            case _Role.FontRole if not line.work_id:
                return _bold()
            case _Role.BackgroundRole if not line.work_id:
                return QColor(look.colours().shade)
            case _Role.ForegroundRole:
                return self._ink(line, column)
            case _:
                return None

    def _ink(self, line: ProgressLine, column: int) -> QColor | None:
        c = look.colours()
        if line.work_id and not line.unit_id:
            return QColor(c.quiet) if column >= UNIT else None
        if column == DUE:
            return QColor(c.error) if self.is_late(line) else None
        if COLUMNS[column].field is Field.STATUS:
            return {
                Status.OVERDUE.value: QColor(c.error),
                Status.DONE_LATE.value: QColor(c.warning),
                Status.DONE.value: QColor(c.good),
                Status.DONE_ON_TIME.value: QColor(c.good),
            }.get(self.words(line, column))
        return QColor(c.quiet) if column in {0, PART} and line.work_id else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        field = COLUMNS[index.column()].field if index.isValid() else None
        if role != _Role.EditRole or field is None or not self.lines[index.row()].unit_id:
            return False
        line = self.lines[index.row()]
        if str(value) == self.words(line, index.column()):
            return True
        return self._write(line, field, str(value))


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
