"""The page of one plan: outline, text and tables, preview; all of one value."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import Text
from tthc_desktop.models.usual import Field
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import column, shown
from tthc_desktop.ui.life.lock_bar import LockBar
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.pasting.pasting import Pasting
from tthc_desktop.ui.plan import edits, names
from tthc_desktop.ui.plan.differences import first_change, typed_label
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.outline_entries import entries, walk
from tthc_desktop.ui.plan.outline_view import OutlineView
from tthc_desktop.ui.plan.page_stack import Spot
from tthc_desktop.ui.plan.paragraph import Paragraph, Place
from tthc_desktop.ui.plan.paragraphs import paragraphs
from tthc_desktop.ui.plan.preview import Preview
from tthc_desktop.ui.plan.problems import Problems
from tthc_desktop.ui.plan.structuring import Structuring
from tthc_desktop.ui.plan.surface import Surface
from tthc_desktop.ui.plan.zooming import Zooming
from tthc_desktop.ui.searching.finder import Finder
from tthc_desktop.ui.searching.word_count import WordCounter, count_sheet
from tthc_desktop.ui.suggesting import Offers
from tthc_desktop.ui.usual_values import UsualValues

ROOM_FOR_OUTLINE, ROOM_FOR_PREVIEW = 1000, 700
LONGEST_SELECTION = 100
"""Letters that a selection may have to be looked for."""
Apply = Callable[[Change], object]


class PlanPage(Page):
    """Shows a plan and turns what is typed into changes."""

    drawing = "plan"
    showed = Signal()
    """Another value of the plan is shown."""

    def __init__(
        self, plan: Plan, apply: Apply, background: Background, memory: QSettings, draft: Draft | None = None
    ) -> None:
        super().__init__()
        self.plan = plan
        self._draft = draft
        self.plan_id = plan.id
        self._apply = apply
        self._memory = memory
        self._grids: dict[Id, Grid] = {}
        self._folded: list[QWidget] = []
        self._sections: dict[Place, Id] = {}
        self.usual = UsualValues(lambda: (self.plan,))
        """What the office usually writes; without an office, what this plan does."""
        self.outline = OutlineView()
        self.surface = Surface()
        self.tabs = QTabWidget()
        self.preview = Preview(background)
        self.problems = Problems()
        self.lock_bar = LockBar()
        self.structuring = Structuring(self.surface, lambda: self.plan)
        self.finder = Finder(self, self._change)
        self.zooming = Zooming(self.surface, self._grids.values, memory)
        self.counter = WordCounter(self, background)
        self.pasting = Pasting(self.surface, background, lambda: self.plan)
        self.more: dict[str, Callable[[], object]] = {}
        """Commands for the text that come from outside."""
        self._build()
        self._connect()
        self.show_plan(plan)
        self.problems.setVisible(bool(self.problems.count))

    # Making

    def _build(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Văn bản và các bảng")
        self.tabs.tabBar().setAccessibleName("Văn bản và các bảng")
        self.tabs.addTab(self.surface, "Văn bản")
        middle = QSplitter(Qt.Orientation.Vertical)
        text = QWidget()
        text.setLayout(column(self.tabs, self.finder.bar, gap=0))
        middle.addWidget(text)
        middle.addWidget(self.pasting.pane)
        self.pasting.stand_in_for(text, self.preview)
        middle.addWidget(self.problems)
        middle.setStretchFactor(0, 1)
        middle.setStretchFactor(1, 1)
        middle.setSizes([600, 600, 150])
        middle.setHandleWidth(1)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.addWidget(self.outline)
        self.panes.addWidget(middle)
        self.panes.addWidget(self.preview)
        self.panes.setStretchFactor(1, 3)
        self.panes.setStretchFactor(2, 2)
        self.outline.setMinimumWidth(140)
        self.preview.setMinimumWidth(300)
        middle.setMinimumWidth(320)
        lines = column(self.lock_bar, self.panes, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self._recall()

    def _connect(self) -> None:
        self.outline.let_drag()
        self.outline.chosen.connect(self.go_to)
        self.outline.dragged.connect(self.structuring.drag)
        self.problems.chosen.connect(self.go_to)
        self.surface.entered.connect(self._follow)
        self.surface.written.connect(self._write)
        self.surface.opened.connect(self.go_to)
        self.structuring.changed.connect(self._change)
        self.structuring.troubled.connect(self.troubled)
        self.pasting.taken.connect(self._take_pasted)
        self.pasting.troubled.connect(self.troubled)
        self.pasting.told.connect(self.told)
        self.preview.pointed.connect(self.go_to)
        self.preview.moved.connect(self.told)
        self.preview.failed.connect(self.troubled)
        self.tabs.currentChanged.connect(self._turned)
        self.zooming.changed.connect(self.told)

    def _recall(self) -> None:
        kept = self._memory.value("plan/panes")
        if isinstance(kept, QByteArray):
            self.panes.restoreState(kept)
        else:
            self.panes.setSizes([240, 600, 480])

    def leave(self) -> None:
        """Keep the widths of the panes."""
        self._memory.setValue("plan/panes", self.panes.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold panes away where there is no room for them, and bring them back where there is."""
        super().resizeEvent(event)
        for pane, least in ((self.outline, ROOM_FOR_OUTLINE), (self.preview, ROOM_FOR_PREVIEW)):
            if event.size().width() < least and not pane.isHidden():
                pane.hide()
                self._folded.append(pane)
            elif event.size().width() >= least and pane in self._folded:
                pane.show()
                self._folded.remove(pane)

    # Showing

    def title(self) -> str:
        return names.short_title(self.plan, 32)

    def show_plan(self, plan: Plan) -> None:
        """Show a newer value; what is the same stays untouched."""
        before, self.plan = self.plan, plan
        parts = paragraphs(plan)
        tree = entries(plan)
        self.outline.show_entries(tree)
        self.surface.show_paragraphs(parts)
        self._sections = _sections(parts, {entry.owner for entry in walk(tree)})
        self._show_tables()
        self.set_locked(locked=is_locked(plan))
        self.pasting.refresh()
        self.preview.show_plan(plan)
        if before.unplaced is not plan.unplaced or before is plan:
            self.problems.show_plan(plan, self._draft)
        self.showed.emit()
        self.told.emit()

    def _show_tables(self) -> None:
        now = {table.id: table for table, _ in tables(self.plan)}
        for gone in self._grids.keys() - now.keys():
            grid = self._grids.pop(gone)
            self.tabs.removeTab(self.tabs.indexOf(grid))
            grid.deleteLater()
        for place, table in enumerate(now.values(), 1):
            name = names.table_name(self.plan, table)
            if table.id not in self._grids:
                self._grids[table.id] = grid = Grid(name)
                grid.delegate.offers = self._offers
                grid.proposed.connect(self._change)
                grid.troubled.connect(self.troubled)
                grid.told.connect(self.told)
                grid.selectionModel().currentChanged.connect(self._follow_cell)
                self.zooming.add(grid)
                self.tabs.insertTab(place, grid, shown(name))
            self.tabs.setTabText(self.tabs.indexOf(self._grids[table.id]), shown(name))
        self._fill_grid()

    def set_locked(self, *, locked: bool) -> None:
        """Let the plan be looked at only, or be written in again."""
        self.lock_bar.show_plan(self.plan)
        self.surface.set_locked(locked=locked)
        for grid in self._grids.values():
            grid.cells.locked = locked

    def _offers(self, *fields: Field) -> Offers:
        return self.usual.offers(*fields)

    def _fill_grid(self) -> None:
        """Show the table of the tab in front; the others wait until they are looked at."""
        grid = self.grid()
        if grid is None:
            return
        table = next(table for table, _ in tables(self.plan) if self._grids[table.id] is grid)
        grid.show_table(self.plan, table)

    def grid(self) -> Grid | None:
        """Return the grid in front."""
        now = self.tabs.currentWidget()
        return now if isinstance(now, Grid) else None

    def _turned(self) -> None:
        self.commit()
        self._fill_grid()
        self._follow_tab()
        self.told.emit()

    def _follow_tab(self) -> None:
        """Let outline and preview show what the tab in front is about."""
        grid = self.grid()
        if grid is None:
            self._follow(self.surface.at)
        else:
            self.outline.follow(self._entry_of(grid.cells.table.id))
            self.preview.go_to(grid.cells.table.id)

    def _entry_of(self, table_id: Id) -> Id:
        """Return the line of the outline that stands for a table: its own, or its appendix's."""
        if self.outline.entries.index_of(table_id).isValid():
            return table_id
        return next((a.id for table, a in tables(self.plan) if a and table.id == table_id), "")

    # Going about

    def go_to(self, owner: Id) -> None:
        """Bring a part of the plan into sight everywhere."""
        self.commit()
        table = self._table_of(owner)
        if table:
            self.tabs.setCurrentWidget(self._grids[table])
            self._grids[table].go_to(owner)
        else:
            self.tabs.setCurrentWidget(self.surface)
            self.surface.go_to(owner)
        self.outline.follow(owner)
        self.preview.go_to(owner)

    def show_print(self, number: int) -> None:
        """Show a page of the print, counted from 0."""
        self.preview.show()
        self.preview.pages.go_to(Spot(number, 0.0))
        self.told.emit()

    def appendices(self) -> set[Id]:
        """Return who the appendices are."""
        return {appendix.id for appendix in self.plan.appendices}

    def reveal_change(self, before: Plan, after: Plan) -> None:
        """Bring what differs between two values of the plan into sight, unless it is."""
        owner = first_change(before, after)
        grid = self.grid()
        if grid is not None and grid.here() == owner:
            return
        if owner and (grid is not None or self._table_of(owner) or not self.surface.in_sight(owner)):
            self.go_to(owner)

    def _table_of(self, owner: Id) -> Id:
        """Return the table that an owner is, holds or belongs to; an appendix with one table stands for it."""
        for table, appendix in tables(self.plan):
            if owner in {table.id, *(row.id for row in table.rows)}:
                return table.id
            if appendix is not None and owner == appendix.id and len(appendix.nodes) == 1:
                return table.id
        return ""

    def _follow(self, place: Place | None) -> None:
        if place is not None:
            self.outline.follow(self._sections.get(place, ""))
            self.preview.go_to(place.on_paper)

    def _follow_cell(self) -> None:
        grid = self.grid()
        index = grid.currentIndex() if grid else None
        if grid and index and index.isValid() and grid.hasFocus():
            _ = self.preview.go_to(grid.here()) or self.preview.go_to(grid.cells.table.id)

    def selected(self) -> str:
        words = self.surface.textCursor().selectedText() if self.grid() is None else ""
        return words if "\u2029" not in words and len(words) <= LONGEST_SELECTION else ""

    def selection(self) -> list[str]:
        """Return what is selected, paragraph by paragraph or cell by cell."""
        grid = self.grid()
        if grid is None:
            return self.surface.textCursor().selectedText().replace("\u2028", "\n").split("\u2029")
        return [str(index.data()) for index in grid.selectedIndexes()]

    def remark(self) -> str:
        grid = self.grid()
        return (grid.said() if grid else "") or self.counter.words()

    def pane(self, name: str) -> QWidget | None:
        return {"outline": self.outline, "preview": self.preview, "problems": self.problems}.get(name)

    def zoom(self, steps: int) -> None:
        zoomed = self.preview.pages if self.preview.pages.hasFocus() else self.zooming
        zoomed.zoom(steps)

    def place(self) -> tuple[int | None, str, str]:
        where = self.preview.place_words()
        scale = f"Chữ {self.zooming.percent} %"
        scale += f", bản in {self.preview.pages.percent} %" if where else ""
        return self.problems.count, where[:1].upper() + where[1:], scale

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus' commands do in the text or in the table in front."""
        if self.pasting.proposal is not None:
            return self.pasting.commands()
        everywhere = {**self.finder.commands(), "word_count": lambda: count_sheet(self).open()}
        if grid := self.grid():
            return {**everywhere, **grid.commands()}
        writing = {**self.structuring.commands(), "paste_plain": self.pasting.paste_plain}
        return {**everywhere, **self.more, **({} if is_locked(self.plan) else writing)}

    def panes_in_order(self) -> list[QWidget]:
        middle = self.grid() or self.surface
        found: list[QWidget] = [self.outline, middle, self.pasting.pane, self.problems.view, self.preview.pages]
        return [pane for pane in found if pane.isVisible()]

    # Writing

    def commit(self) -> None:
        """Take what is being typed: before the page is left, printed or undone."""
        end_composing()
        self.surface.commit()
        for grid in self._grids.values():
            grid.commit()

    def _write(self, paragraph: Paragraph, words: Text) -> None:
        try:
            after = edits.rewrite(self.plan, paragraph.place, words)
        except UserError as error:
            self.surface.take_back(paragraph)
            self.troubled.emit(error)
            return
        self._change(typed_label(paragraph.words, words, paragraph.name), after)

    def _take_pasted(self, name: str, after: Plan, said: str) -> None:
        before = self.plan
        self._change(name, after)
        if self.plan is not before:
            self.reveal_change(before, self.plan)
            self.done.emit(said)

    def _change(self, name: str, after: Plan) -> None:
        if after != self.plan:
            self._apply(Change(name, ((self.plan, after),)))


def _sections(parts: tuple[Paragraph, ...], known: set[Id]) -> dict[Place, Id]:
    """Return for each place the line of the outline under which it stands."""
    found: dict[Place, Id] = {}
    now = ""
    for part in parts:
        now = part.place.owner if part.place.owner in known else now
        found[part.place] = now
    return found
