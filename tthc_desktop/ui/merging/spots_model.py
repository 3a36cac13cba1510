"""The grid of returned values: a heading for each task, below it the values in three columns."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tthc_desktop.models.merge.values import Compared, Spot, Verdict
from tthc_desktop.models.progress.forms import shown
from tthc_desktop.models.progress.values import TITLES, Said
from tthc_desktop.ui.merging.comparison import Line
from tthc_desktop.ui.merging.decisions import Decisions
from tthc_desktop.ui.merging.words import UNREAD, answer, current, sent, whose
from tthc_desktop.ui.merging.works import Work

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_TO_SEE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TO_TYPE = _TO_SEE | Qt.ItemFlag.ItemIsEditable
SHOWN, SPOT = _Role.UserRole, _Role.UserRole + 1
"""What the delegate draws: a `Heading` or a `Cell`."""
WHAT, SENT, RETURNED, CURRENT = range(4)
HEADS = ("Giá trị", "Đã gửi", "Đơn vị gửi lại", "Hiện tại")
_TAGS = {Verdict.OFFERED: "", Verdict.CONFLICT: "mâu thuẫn", Verdict.REVIEW: "cần xem", Verdict.SAME: ""}


class Cell(NamedTuple):
    """A cell to draw: its words, the quieter line below them, and its marks.

    `chosen` is None where nothing can be chosen; `tag` is a word at the right, `asks` that the clerk is asked.
    """

    words: str
    below: str = ""
    chosen: bool | None = None
    tag: str = ""
    asks: bool = False


class SpotsModel(QAbstractTableModel):
    """Lines for the view; it knows nothing of what says nothing new."""

    typed = Signal(object, str)
    """A value was typed for a spot by hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self._decisions: Decisions | None = None
        self._unit: Callable[[str], str] = str
        self.unfit: dict[Spot, str] = {}
        """What was typed and had no form, by spot, to be mended."""
        self._answers: dict[int, Callable[[Compared, int], Any]] = {
            _Role.DisplayRole: lambda one, column: self._cell(one, column).words,
            _Role.ToolTipRole: self._tip,
            _Role.AccessibleTextRole: self._spoken,
            _Role.EditRole: self._to_edit,
            SHOWN: self._cell,
            SPOT: lambda one, _column: one.spot,
        }

    def show_lines(self, lines: Sequence[Line], decisions: Decisions, unit: Callable[[str], str]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines, self._decisions, self._unit = lines, decisions, unit
        self.endResetModel()

    def spot(self, row: int) -> Compared | None:
        """Return the value in a row; None for a heading and where there is no row."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Compared) else None

    def renew(self, first: int = 0, last: int | None = None) -> None:
        """Show what is chosen now."""
        if self.lines:
            end = len(self.lines) - 1 if last is None else last
            self.dataChanged.emit(self.index(first, 0), self.index(end, CURRENT))

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return HEADS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.spot(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return _TO_TYPE if index.column() == RETURNED else _TO_SEE

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, Work):
            return self._of_heading(line, index.column(), role)
        say = self._answers.get(role)
        return say(line, index.column()) if say else None

    @staticmethod
    def _of_heading(work: Work, column: int, role: int) -> Any:
        if role == SHOWN:
            return work
        if role in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return work.words() if column == WHAT else ""
        return work.words() if role == _Role.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Hand on what was typed."""
        one = self.spot(index.row())
        if role != _Role.EditRole or one is None:
            return False
        self.typed.emit(one, str(value))
        return True

    # What it says

    def _decided(self) -> Decisions:
        assert self._decisions is not None
        return self._decisions

    def _cell(self, one: Compared, column: int) -> Cell:
        chosen = self._decided().chosen(one)
        match column:
            case _ if column == WHAT:
                asks = self._decided().is_open(one)
                below = whose(self._unit(one.spot.unit_id), one.spot.period)
                return Cell(TITLES[one.spot.field], below, None, _TAGS[one.verdict], asks)
            case _ if column == SENT:
                return Cell(sent(one))
            case _ if column == RETURNED:
                if not self._decided().answers(one):
                    return Cell(UNREAD)
                said, below = self._returned(one, chosen)
                return Cell(answer(said, one.spot.field), below, chosen is not None)
            case _:
                return Cell(current(one), "", chosen is None)

    def _returned(self, one: Compared, chosen: Said | None) -> tuple[Said, str]:
        """Return the answer to show, and which one of several it is."""
        answers = self._decided().answers(one)
        if not answers:
            return Said(""), ""
        said = chosen or answers[0]
        if said.origin is None:
            return said, "gõ tại đây"
        return said, f"câu trả lời {answers.index(said) + 1}/{len(answers)}" if len(answers) > 1 else ""

    def _tip(self, one: Compared, column: int) -> str:
        cell = self._cell(one, column)
        return "\n".join(part for part in (cell.words, cell.below, cell.tag) if part)

    def _to_edit(self, one: Compared, _column: int) -> str:
        words = self._returned(one, self._decided().chosen(one))[0].words
        return self.unfit.get(one.spot, shown(one.spot.field, words))

    def _spoken(self, one: Compared, column: int) -> str:
        cell = self._cell(one, column)
        if column == WHAT:
            chosen = self._decided().chosen(one)
            taken = f"nhận: {answer(chosen, one.spot.field)}" if chosen else f"giữ hiện tại: {current(one)}"
            tags = (cell.tag, "chưa chọn" if cell.asks else "")
            return ", ".join(part for part in (cell.words, cell.below, *tags, taken) if part)
        mark = "" if cell.chosen is None else ", được chọn" if cell.chosen else ", không chọn"
        return f"{HEADS[column]}: {cell.words}{mark}"
