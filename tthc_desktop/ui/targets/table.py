"""The targets of a plan as a table: what is demanded, what was measured for the period, the conclusion, last year."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from tthc_desktop.models.progress.figures import plain_figure, shown_figure
from tthc_desktop.models.progress.forms import shown
from tthc_desktop.models.progress.values import MEASURES, TITLES, Field
from tthc_desktop.models.targets.lines import TargetLine
from tthc_desktop.models.targets.measuring import Verdict
from tthc_desktop.models.targets.showing import shown_value
from tthc_desktop.ui import look
from tthc_desktop.ui.register_table import Column, Index, RegisterTable

_Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COLUMNS = (
    Column("number", "STT", 60),
    Column("name", "Chỉ tiêu", 296),
    Column("unit", "Đơn vị", 68),
    Column("demanded", "Giao", 146),
    Column("lead", "Chủ trì", 124),
    Column(Field.NUMERATOR, TITLES[Field.NUMERATOR], 92),
    Column(Field.DENOMINATOR, TITLES[Field.DENOMINATOR], 100),
    Column(Field.VALUE, "Giá trị", 84),
    Column(Field.AS_OF, TITLES[Field.AS_OF], 116),
    Column("verdict", "Kết luận", 154),
    Column("last_year", "Năm trước", 92),
)
FIELDS = tuple(column.field for column in COLUMNS)
NAME = FIELDS.index("name")
FIRST_FIELD = FIELDS.index(Field.NUMERATOR)
_FIGURES = frozenset({Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE, "last_year"})
_SIGNS = {Verdict.MET: "●", Verdict.NOT_MET: "▲", Verdict.NO_CASES: "○"}
_LONGEST_NUMBER = 5
_INDENT = "    "


class TargetsTable(RegisterTable[TargetLine]):
    """Lines for a table view; what is typed is told, never kept here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent, editable=True)

    def show_lines(self, lines: Sequence[TargetLine]) -> None:
        """Show other lines, or the same ones with other values."""
        self.show_kept(lines)

    def may_edit(self, index: Index) -> bool:
        """Tell whether a cell can be typed into: figures of targets and units, and who leads a marked target."""
        if not index.isValid() or not self.kept[index.row()].target_id:
            return False
        line, field = self.kept[index.row()], FIELDS[index.column()]
        return field in MEASURES or (field == "lead" and line.in_text and not line.unit_id)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        line, field = self.kept[index.row()], FIELDS[index.column()]
        match role:
            case _Role.DisplayRole:
                words = cell_words(line, field)
                return f"{_INDENT}{words}" if field == "name" and line.unit_id else words
            case _Role.EditRole:
                return typed_words(line, field)
            case _Role.ToolTipRole:
                return line.result.doubt or cell_words(line, field)
            case _Role.AccessibleTextRole:
                return f"{COLUMNS[index.column()].title}: {cell_words(line, field) or 'chưa có'}"
            case _:
                return _look(line, field, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return the headings; those above figures stand where the figures do."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.TextAlignmentRole and FIELDS[section] in _FIGURES:
            return _RIGHT
        return super().headerData(section, orientation, role)

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Tell what was typed, unless it is what stands there."""
        if role != _Role.EditRole or not self.may_edit(index):
            return False
        line, field = self.kept[index.row()], FIELDS[index.column()]
        if str(value) == typed_words(line, field):
            return False
        self.typed.emit(line, field, str(value))
        return True


def cell_words(line: TargetLine, field: str) -> str:
    """Return what a cell shows; of a target that only units have measured, what their figures come to."""
    match field:
        case "number" | "name" if not line.target_id:
            return _heading(line, field)
        case "number" | "name" | "demanded":
            return str(getattr(line, field))
        case "lead":
            return " ".join(line.lead.split())
        case "unit":
            return "" if line.unit_id else line.measure.unit
        case "last_year":
            return _last_year(line)
        case "verdict":
            return conclusion(line) if line.target_id else ""
        case _:
            return _figure_words(line, field)


def _heading(line: TargetLine, field: str) -> str:
    """Return the words of a heading; a number that is words itself, Phụ lục I, stands before them."""
    if len(line.number) <= _LONGEST_NUMBER:
        return line.number if field == "number" else line.name
    return "" if field == "number" else f"{line.number}: {line.name}"


def _figure_words(line: TargetLine, field: str) -> str:
    figures = line.figures
    if field == Field.VALUE:
        return shown_value(line.measure, line.result.value)
    if field == Field.AS_OF:
        return shown(Field.AS_OF, figures.as_of.isoformat()) if figures.as_of else ""
    counted = figures.numerator if field == Field.NUMERATOR else figures.denominator
    return shown_figure(plain_figure(counted)) if counted is not None else ""


def _last_year(line: TargetLine) -> str:
    if line.last_year is None:
        return ""
    result = line.last_year.result
    return shown_value(line.measure, result.value) or str(result.verdict)


def conclusion(line: TargetLine) -> str:
    """Return the verdict with its sign; a target that nobody has measured has none."""
    result, figures = line.result, line.figures
    if result.verdict is Verdict.UNKNOWN:
        said = result.value is not None or figures.numerator is not None or figures.denominator is not None
        return f"– {result.verdict}" if said else ""
    return f"{_SIGNS[result.verdict]} {result.verdict}"


def typed_words(line: TargetLine, field: str) -> str:
    """Return what an editor over a cell begins with: what was said here itself, nothing of what was worked out."""
    if field == "lead":
        return line.lead
    if field in MEASURES and line.said is not None:
        measured = Field(field)
        return shown(measured, line.said.words(measured))
    return ""


def _look(line: TargetLine, field: str, role: int) -> Any:
    match role:
        case _Role.TextAlignmentRole if field in _FIGURES:
            return _RIGHT
        case _Role.FontRole if not line.target_id:
            font = QFont()
            font.setBold(True)
            return font
        case _Role.BackgroundRole if not line.target_id:
            return QColor(look.colours().shade)
        case _Role.ForegroundRole:
            return _ink(line, field)
        case _:
            return None


def _ink(line: TargetLine, field: str) -> QColor | None:
    c = look.colours()
    if field == "verdict":
        return QColor({Verdict.MET: c.good, Verdict.NOT_MET: c.error}.get(line.result.verdict, c.quiet))
    added = line.said is None and field in {*MEASURES}
    quiet = bool(line.target_id) and (added or bool(line.unit_id) or field in {"number", "last_year", "unit"})
    return QColor(c.quiet) if quiet else None
