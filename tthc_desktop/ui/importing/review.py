"""The review of a paper: the original at left, the plan made of it at right, what is doubtful below, one button."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.models.editing.parts import choices_in_paper
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.controls import button, column, foot, label, row, tool
from tthc_desktop.ui.hearing_keys import hear_keys
from tthc_desktop.ui.importing.fates import fates
from tthc_desktop.ui.importing.reviewing import Reviewing
from tthc_desktop.ui.importing.side import Side
from tthc_desktop.ui.importing.words import outcome
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.pasting.pieces_view import PiecesView
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.plan.outline_entries import entries
from tthc_desktop.ui.plan.outline_view import OutlineView
from tthc_desktop.ui.plan.preview import Preview

_KEYS = "Enter đổi loại · ←/→ đổi bậc · Space để ngoài kế hoạch"
_TAKEN_BACK = {
    QKeySequence.StandardKey.Undo: Reviewing.undo,
    QKeySequence.StandardKey.Redo: Reviewing.redo,
}


class ReviewPage(Page):
    """Shows a draft and lets every part of it be changed; nothing is written before "Nhập kế hoạch này"."""

    drawing = "import"

    def __init__(
        self, draft: Draft, take: Callable[[Plan], object], background: Background, pages: bytes = b""
    ) -> None:
        super().__init__()
        self._take = take
        self.reviewing = Reviewing(draft, self)
        self._side = Side(draft, pages)
        self.original = self._side.original
        self.source, self.lines = self.original.lines, self.original.model
        self.outline = OutlineView()
        self.preview = Preview(background)
        self.parts = PiecesView(offered=choices_in_paper)
        self.doubts = self._side.doubts.view
        self._outcome = label()
        self._build()
        self._connect()
        self._show()

    @property
    def draft(self) -> Draft:
        """The draft as it would be taken now."""
        return self.reviewing.draft

    # Building

    def _build(self) -> None:
        self.outline.setAccessibleName("Dàn bài đọc được")
        self.parts.setAccessibleName("Các phần đọc được")
        self.parts.setSelectionMode(PiecesView.SelectionMode.ExtendedSelection)
        self.proposed = QTabWidget()
        self.proposed.setDocumentMode(True)
        self.proposed.setAccessibleName("Kế hoạch đọc được")
        self.proposed.addTab(self.preview, "Bản in")
        self.proposed.addTab(self.outline, "Dàn bài")
        self.proposed.addTab(self._parts_pane(), "Các phần")
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.addWidget(self._side)
        self.panes.addWidget(self.proposed)
        self.panes.setChildrenCollapsible(False)
        self.panes.setSizes([600, 640])
        lines = column(self.panes, self._foot(), gap=0)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def _parts_pane(self) -> QWidget:
        pane, strip = QWidget(), QWidget()
        strip.setObjectName("strip")
        self.back = tool("Bỏ lựa chọn vừa làm (Ctrl+Z)", self.reviewing.undo, "undo")
        self.again = tool("Làm lại lựa chọn (Ctrl+Y)", self.reviewing.redo, "redo")
        line = row(label(_KEYS, quiet=True), None, self.back, self.again)
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        strip.setLayout(line)
        pane.setLayout(column(strip, self.parts, gap=0))
        return pane

    def _foot(self) -> QWidget:
        self.take = button("Nhập kế hoạch này", self._accept, main=True)
        self.leave_it = button("Không nhập", self.finished.emit)
        return foot(self._outcome, self.leave_it, self.take)

    def _connect(self) -> None:
        choices = self.reviewing
        choices.changed.connect(self._show)
        choices.troubled.connect(self.troubled)
        self.original.looked_at.connect(self._show_line)
        self.source.put.connect(choices.put)
        self.source.joined.connect(choices.join)
        self.source.turned.connect(choices.turn_lines)
        self.doubts.looked_at.connect(self._show_line)
        self.doubts.activated.connect(lambda _: self.source.put.emit(self.source.numbers()))
        self.outline.chosen.connect(self._show_owner)
        self.parts.selectionModel().currentChanged.connect(lambda *_: self._show_piece())
        self.parts.remade.connect(choices.make)
        self.parts.shifted.connect(choices.shift)
        self.parts.switched.connect(choices.turn)
        self.parts.accepted.connect(self.take.click)
        self.preview.pointed.connect(self._show_owner)
        self.preview.moved.connect(self.told)
        self.preview.failed.connect(self.troubled)
        hear_keys(self, {"F8": lambda: self.doubts.seek(1), "Shift+F8": lambda: self.doubts.seek(-1)})

    # What is shown

    def _show(self) -> None:
        """Show the plan as it would be taken now."""
        now, draft, here = self.reviewing.now, self.draft, self.parts.currentIndex().row()
        piece = self.parts.piece()
        blocked = self.parts.selectionModel().blockSignals(True)
        self.parts.parts.show_pieces(now.pieces, now.left)
        again = self.parts.parts.index_of(piece.id) if piece else self.parts.parts.index(0, 0)
        self.parts.choose(again if again.isValid() else self.parts.parts.index(max(here - 1, 0), 0))
        self.parts.selectionModel().blockSignals(blocked)
        self.original.show_fates(now.fate, fates(now.taken, now.fate))
        self._side.doubts.show_draft(draft)
        self.outline.show_entries(entries(now.taken))
        self.preview.show_plan(now.taken)
        self.back.setEnabled(self.reviewing.can_undo())
        self.again.setEnabled(self.reviewing.can_redo())
        self._outcome.setText(outcome(draft))

    # Where each part comes from

    def _show_line(self, line: int) -> None:
        """Show the part that a line, or the one before it, went into; of a line without a place the line alone."""
        line = self.lines.number(self.lines.index_of_line(line))
        part = self.reviewing.now.part_of(line)
        self._choose_part(part)
        self.preview.go_to(self._near(line))
        self.original.mark([line] if not part else [line, *self._others(part, line)])
        self.doubts.mark([line])

    def _near(self, line: int) -> Id:
        """Return what a line, or the nearest one before it that is in the plan, went into."""
        fate = self.reviewing.now.fate
        return fate.get(max((other for other in fate if other <= line and fate[other]), default=0), "")

    def _others(self, part: Id, line: int) -> list[int]:
        """Return the other lines of the paragraph that a line belongs to; a table's rows are chosen one by one."""
        now = self.reviewing.now
        owner = now.placed.get(line)
        return [other for other in now.lines_of.get(part, ()) if other != line and now.placed[other] == owner]

    def _show_owner(self, owner: Id) -> None:
        """Show the lines of a part, or of a row, that was pointed at in the plan."""
        now = self.reviewing.now
        own = [line for line, other in now.placed.items() if other == owner]
        part = now.owners.get(owner, "")
        self._choose_part(part)
        self.preview.go_to(owner)
        lines = own or now.lines_of.get(part, [])
        self.original.mark(lines)
        self.doubts.mark(lines)

    def _show_piece(self) -> None:
        """Show the lines of the current part and its place in the print."""
        piece = self.parts.piece()
        if piece is not None:
            lines = self.reviewing.now.lines_of.get(piece.id, ())
            self.preview.go_to(piece.id)
            self.outline.follow(piece.id)
            self.original.mark(lines)
            self.doubts.mark(lines)

    def _choose_part(self, part: Id) -> None:
        self.outline.follow(part)
        index = self.parts.parts.index_of(part)
        if index.isValid():
            blocked = self.parts.selectionModel().blockSignals(True)
            self.parts.choose(index)
            self.parts.selectionModel().blockSignals(blocked)
            self.parts.viewport().update()

    # Taking

    def _accept(self) -> None:
        self.take.setEnabled(False)
        if not self._take(self.draft.plan):
            self.take.setEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z and Ctrl+Y for the choices made here, away from what the office has."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _takes_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take choices back, or make them again."""
        for keys, act in _TAKEN_BACK.items():
            if event.matches(keys):
                act(self.reviewing)
                return
        super().keyPressEvent(event)

    # For the frame

    def title(self) -> str:
        return f"Nhập: {short(self.reviewing.now.plan.source or 'văn bản', 28)}"

    def chapter(self) -> str:
        return "nhap-van-ban-cu"

    def commands(self) -> Mapping[str, Callable[[], object]]:
        if not self.parts.isVisible() or self.parts.piece() is None:
            return {}
        return {"promote": lambda: self.parts.step(-1), "demote": lambda: self.parts.step(1)}

    def zoom(self, steps: int) -> None:
        """Zoom the pages that have the focus, else the print."""
        pages = self.original.pages if self.original.pages.hasFocus() else self.preview.pages
        pages.zoom(steps)

    def place(self) -> tuple[int | None, str, str]:
        where = self.preview.place_words()
        return None, where[:1].upper() + where[1:], f"{self.preview.pages.percent} %" if where else ""

    def panes_in_order(self) -> list[QWidget]:
        left, right = (self.original.view(), self.doubts), (self.preview.pages, self.outline, self.parts)
        return [pane for pane in (*left, *right, self.take) if pane.isVisible()]


def _takes_back(event: QKeyEvent) -> bool:
    return any(event.matches(keys) for keys in _TAKEN_BACK)
