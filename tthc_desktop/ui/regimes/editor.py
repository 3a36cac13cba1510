"""What a regime says, to be read or written: its name and days, its lists, and the table of its periods."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from tthc_desktop.models.editing.regimes import Detail, detail_words
from tthc_desktop.models.reporting.cutoff_words import KIND_NAMES
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label
from tthc_desktop.ui.regimes.field import Field
from tthc_desktop.ui.regimes.periods import PeriodsView

NAMES: Mapping[Detail, str] = {
    Detail.NAME: "Tên chế độ",
    Detail.START: "Hiệu lực từ ngày",
    Detail.END: "Đến ngày",
    Detail.BASES: "Căn cứ",
    Detail.ADDRESSEES: "Kính gửi",
    Detail.RECIPIENTS: "Nơi nhận",
    Detail.FORMS: "Biểu mẫu",
}
_HINTS: Mapping[Detail, str] = {
    Detail.NAME: "Ví dụ: Chế độ báo cáo của tỉnh từ năm 2026",
    Detail.START: "dd/mm/yyyy",
    Detail.END: "Còn hiệu lực",
    Detail.BASES: "Mỗi dòng một căn cứ",
    Detail.ADDRESSEES: "Mỗi dòng một nơi",
    Detail.RECIPIENTS: "Mỗi dòng một nơi; để trống thì theo kế hoạch",
    Detail.FORMS: "Mỗi dòng một biểu mẫu",
}
_PLACES: Mapping[Detail, tuple[int, int, int]] = {
    Detail.NAME: (0, 0, 6),
    Detail.START: (0, 6, 2),
    Detail.END: (0, 8, 2),
    Detail.BASES: (2, 0, 3),
    Detail.ADDRESSEES: (2, 3, 2),
    Detail.RECIPIENTS: (2, 5, 2),
    Detail.FORMS: (2, 7, 3),
}
"""Where a field stands: its row, its first column, and over how many of the ten it goes."""
_COLUMNS, _LIST_HEIGHT = 10, 70


class RegimeEditor(QScrollArea):
    """Shows one regime; what is typed is given to `tell` with the field it was typed into."""

    def __init__(self, tell: Callable[[Detail, str], bool]) -> None:
        super().__init__()
        self.note, self.clause = label(quiet=True), label(quiet=True)
        self.periods = PeriodsView()
        self.fields = {detail: self._field(detail, tell) for detail in Detail}
        self._build()
        self.periods.turned.connect(self._cite)

    def _field(self, detail: Detail, tell: Callable[[Detail, str], bool]) -> Field:
        is_line = detail in {Detail.NAME, Detail.START, Detail.END}
        editor: QLineEdit | QPlainTextEdit = QLineEdit() if is_line else QPlainTextEdit()
        editor.setPlaceholderText(_HINTS[detail])
        if is_line:
            editor.setMinimumHeight(look.CONTROL)
        else:
            editor.setFixedHeight(_LIST_HEIGHT)
        return Field(editor, NAMES[detail], lambda words: tell(detail, words))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.ROOM)
        grid.setVerticalSpacing(look.GAP)
        for detail, (line, place, over) in _PLACES.items():
            name = label(NAMES[detail])
            name.setBuddy(self.fields[detail].editor)
            grid.addWidget(name, line, place, 1, over)
            grid.addWidget(self.fields[detail].editor, line + 1, place, 1, over)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        self.note.setWordWrap(True)
        self.clause.setWordWrap(True)
        lines = column(self.note, gap=look.SPACE)
        lines.addLayout(grid)
        lines.addWidget(self.periods)
        lines.addWidget(self.clause)
        lines.addStretch(1)
        lines.setContentsMargins(look.WIDE, look.SPACE, look.WIDE, look.SPACE)
        inside = QWidget()
        inside.setObjectName("strip")
        inside.setLayout(lines)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_regime(self, regime: Regime, note: str, *, locked: bool) -> None:
        """Show what a regime says, without its periods."""
        self.note.setText(note)
        for detail, field in self.fields.items():
            field.editor.setReadOnly(locked)
            field.show_words(regime.id, detail_words(regime, detail))

    def _cite(self) -> None:
        """Say below the periods where the law has the days of the one in front."""
        row = self.periods.row_in_front
        self.clause.setText(f"Kỳ {KIND_NAMES[row.kind].lower()}: theo {row.clause}." if row and row.clause else "")

    def take(self) -> None:
        """Take what is being typed."""
        self.periods.cells.take()
        for field in self.fields.values():
            field.take()

    def is_unwritten(self) -> bool:
        """Tell whether words stand here that could not be kept."""
        return any(field.is_unwritten() for field in self.fields.values())
