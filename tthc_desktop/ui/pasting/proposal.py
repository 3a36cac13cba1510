"""A proposal: the pasted lines at left, what they become at right, what is doubtful below, one button."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QSplitter, QWidget

from tthc_desktop.documents.reading.clipboard.pasted import Pasted
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import fragments
from tthc_desktop.models.editing.parts import Kind
from tthc_desktop.models.fragment import Fragment, measure
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables_in
from tthc_desktop.ui.controls import button, column, foot, label
from tthc_desktop.ui.importing.source_lines import SourceLines, titled
from tthc_desktop.ui.importing.source_model import SourceModel
from tthc_desktop.ui.pasting.pieces_view import PiecesView
from tthc_desktop.ui.plan.problems import Finding, FindingsModel
from tthc_desktop.ui.rows import RowDelegate

_KEYS = "Enter đổi loại · ←/→ đổi bậc · Space để lại"


class Proposal(QWidget):
    """Shows what would be pasted and lets every part of it be changed; the plan is not touched."""

    accepted = Signal()
    refused = Signal()
    changed = Signal()
    """Another fragment would be pasted now."""
    troubled = Signal(object)

    def __init__(self, pasted: Pasted) -> None:
        super().__init__()
        self._pasted = pasted
        self._fragment = pasted.fragment
        self._left: frozenset[Id] = frozenset()
        self._table_of: dict[Id, Id] = {}
        self.source = QListView()
        self.lines = SourceModel(pasted, self)
        self.doubts = QListView()
        self.parts = PiecesView()
        self.outcome = label()
        self._build()
        self._connect()
        self._show()
        self.parts.choose(self.parts.parts.index(0, 0))

    def _build(self) -> None:
        self.setAccessibleName("Xem trước khi dán")
        self.source.setModel(self.lines)
        self.source.setItemDelegate(SourceLines(self.source))
        self.source.setUniformItemSizes(True)
        self.source.setAccessibleName("Các dòng được dán")
        model = FindingsModel(self)
        model.show_findings(tuple(_doubts(self._pasted)))
        self.doubts.setModel(model)
        self.doubts.setItemDelegate(RowDelegate(self.doubts))
        self.doubts.setAccessibleName("Chỗ cần xem khi dán")
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.addWidget(self._left_side())
        panes.addWidget(titled("Sẽ dán thành", _KEYS, self.parts))
        panes.setStretchFactor(1, 1)
        panes.setSizes([400, 600])
        lines = column(panes, self._foot(), gap=0)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def _left_side(self) -> QWidget:
        side = QSplitter(Qt.Orientation.Vertical)
        side.setHandleWidth(1)
        unplaced = len(self._pasted.unplaced)
        fate = f"{len(self._pasted.lines)} dòng" + (f", {unplaced} chưa xếp" if unplaced else "")
        side.addWidget(titled("Nội dung sao chép", fate, self.source))
        found = self.doubts.model().rowCount()
        below = titled("Chỗ cần xem", f"{found} chỗ", self.doubts)
        side.addWidget(below)
        side.setSizes([480, 140])
        below.setVisible(bool(found))
        side.setMinimumWidth(220)
        return side

    def _foot(self) -> QWidget:
        self.take = button("Dán", self.accepted.emit, main=True)
        self.leave_it = button("Không dán", self.refused.emit)
        return foot(self.outcome, self.leave_it, self.take)

    def _connect(self) -> None:
        self.parts.remade.connect(self._remake)
        self.parts.shifted.connect(self._shift)
        self.parts.switched.connect(self._switch)
        self.parts.accepted.connect(self.take.click)
        self.parts.selectionModel().currentChanged.connect(self._show_lines)
        self.source.clicked.connect(lambda index: self._show_part(self.lines.owner(index)))
        self.source.activated.connect(lambda index: self._show_part(self.lines.owner(index)))
        self.doubts.clicked.connect(self._show_doubt)
        self.doubts.activated.connect(self._show_doubt)

    # What is proposed

    @property
    def fragment(self) -> Fragment:
        """What would be pasted."""
        return fragments.without(self._fragment, self._left)

    @property
    def left(self) -> int:
        """How many parts are left out."""
        return len(self._left)

    def say(self, where: str) -> None:
        """Say in the foot what the button will do."""
        held = measure(self.fragment)
        nothing = len(self._left) == len(self.parts.parts.pieces)
        left = f"; để lại {len(self._left)}" if self._left else ""
        self.outcome.setText("Không còn gì để dán." if nothing else f"Dán {held} {where}{left}.")
        self.take.setText(f"Dán {held}")
        self.take.setAccessibleName(f"Dán {held} {where}")
        self.take.setEnabled(not nothing)

    def refuse(self, why: str) -> None:
        """Say in the foot why nothing can be pasted where the cursor is now."""
        self.outcome.setText(why)
        self.take.setEnabled(False)

    def _show(self) -> None:
        here = self.parts.piece()
        self._table_of = {row.id: table.id for table in tables_in(self._fragment.nodes) for row in table.rows}
        self.parts.parts.show_pieces(fragments.pieces(self._fragment), self._left)
        if here is not None:
            self.parts.choose(self.parts.parts.index_of(here.id))
        self.changed.emit()

    def _remake(self, part_ids: tuple[Id, ...], kind: Kind) -> None:
        try:
            for part_id in part_ids:
                self._fragment = fragments.make(self._fragment, part_id, kind)
        except UserError as error:
            self.troubled.emit(error)
            return
        self._left &= {piece.id for piece in fragments.pieces(self._fragment)}
        self._show()

    def _shift(self, part_ids: tuple[Id, ...], step: int) -> None:
        for part_id in part_ids:
            self._fragment = fragments.shift(self._fragment, part_id, step)
        self._show()

    def _switch(self, part_ids: tuple[Id, ...]) -> None:
        self._left ^= frozenset(part_ids)
        self._show()

    # Where each part comes from

    def _show_lines(self, index: QModelIndex) -> None:
        """Mark the first line that went into the current part."""
        piece = self.parts.piece() if index.isValid() else None
        own = [piece.id, *(row for row, table in self._table_of.items() if table == piece.id)] if piece else []
        found = next((line for owner in own if (line := self.lines.index_of_owner(owner)).isValid()), None)
        if found is not None:
            self.source.setCurrentIndex(found)
            self.source.scrollTo(found)

    def _show_part(self, owner: Id) -> None:
        self.parts.choose(self.parts.parts.index_of(self._table_of.get(owner, owner)))

    def _show_doubt(self, index: QModelIndex) -> None:
        number = (*(problem.line for problem in self._pasted.problems), *(n.number for n in self._pasted.unplaced))
        line = self.lines.index_of_line(number[index.row()])
        self.source.setCurrentIndex(line)
        self._show_part(self.lines.owner(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
            return
        super().keyPressEvent(event)


def _doubts(pasted: Pasted) -> list[Finding]:
    """Return what the reader was unsure of, then the lines without a place."""
    unsure = [Finding(f"{problem.place[:1].upper()}{problem.place[1:]}", problem.text) for problem in pasted.problems]
    return [*unsure, *(Finding(f"Dòng {line.number} chưa xếp", line.text) for line in pasted.unplaced)]
