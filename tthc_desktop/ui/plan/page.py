"""The page of one plan: outline, text and tables, preview; all of one value."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import Text
from tthc_desktop.models.usual import Field
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import column
from tthc_desktop.ui.life.lock_bar import LockBar
from tthc_desktop.ui.offering.suggesting import Offers
from tthc_desktop.ui.offering.usual_values import UsualValues
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.pasting.pasting import Pasting
from tthc_desktop.ui.plan import edits, names
from tthc_desktop.ui.plan.deadline_line import understood_at
from tthc_desktop.ui.plan.differences import first_change, typed_label
from tthc_desktop.ui.plan.following import Following
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.outline_entries import entries, walk
from tthc_desktop.ui.plan.outline_view import OutlineView
from tthc_desktop.ui.plan.page_stack import Spot
from tthc_desktop.ui.plan.panes import Panes
from tthc_desktop.ui.plan.paragraph import Paragraph
from tthc_desktop.ui.plan.paragraphs import paragraphs
from tthc_desktop.ui.plan.preview import Preview
from tthc_desktop.ui.plan.problems import Problems
from tthc_desktop.ui.plan.strip import Strip
from tthc_desktop.ui.plan.structuring import Structuring
from tthc_desktop.ui.plan.surface import Surface
from tthc_desktop.ui.plan.zooming import Zooming
from tthc_desktop.ui.searching.finder import Finder
from tthc_desktop.ui.searching.word_count import WordCounter, count_sheet

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
        self.usual = UsualValues(lambda: (self.plan,))
        """What the office usually writes; without an office, what this plan does."""
        self.outline = OutlineView()
        self.surface = Surface()
        self.tabs = Strip(self.surface, plan, self._offers)
        self.preview = Preview(background)
        self.problems = Problems()
        self.lock_bar = LockBar()
        self.structuring = Structuring(self.surface, lambda: self.plan)
        self.finder = Finder(self, self._change)
        self.zooming = Zooming(self.surface, self.tabs.grids.values, memory)
        self.counter = WordCounter(self, background)
        self.pasting = Pasting(self.surface, background, lambda: self.plan)
        self._following = Following(self.tabs, self.outline, self.preview)
        self.panes = Panes(self.outline, self._middle(), self.preview, memory)
        self.more: dict[str, Callable[[], object]] = {}
        """Commands for the text that come from outside."""
        lines = column(self.lock_bar, self.panes, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self._connect()
        self.show_plan(plan)
        self.problems.setVisible(bool(self.problems.count))

    # Making

    def _middle(self) -> QSplitter:
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
        return middle

    def _offers(self, *fields: Field) -> Offers:
        return self.usual.offers(*fields)

    def _connect(self) -> None:
        self.outline.let_drag()
        self.outline.chosen.connect(self.go_to)
        self.outline.dragged.connect(self.structuring.drag)
        self.problems.chosen.connect(self.go_to)
        self.surface.written.connect(self._write)
        self.surface.opened.connect(self.go_to)
        self.structuring.changed.connect(self._change)
        self.structuring.troubled.connect(self.troubled)
        self.pasting.taken.connect(self._take_pasted)
        self.pasting.troubled.connect(self.troubled)
        self.pasting.told.connect(self.told)
        self.preview.pointed.connect(self._go_from_print)
        self.preview.moved.connect(self.told)
        self.preview.failed.connect(self.troubled)
        self.tabs.currentChanged.connect(self._turned)
        self.tabs.proposed.connect(self._change)
        self.tabs.troubled.connect(self.troubled)
        self.tabs.told.connect(self.told)
        self.tabs.made.connect(self.zooming.add)
        self.zooming.changed.connect(self.told)

    def leave(self) -> None:
        """Keep the widths of the panes."""
        self.panes.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panes the room there is."""
        super().resizeEvent(event)
        self.panes.fit(event.size().width())

    # Showing

    def title(self) -> str:
        plan = self.plan
        if plan.drawn and plan.drawn.form is Form.REMINDER and plan.addressees:
            return names.short(f"Đôn đốc {'; '.join(plan.addressees)}", 32)
        return names.short_title(plan, 32)

    def chapter(self) -> str:
        if self.pasting.proposal is not None:
            return "viet-van-ban#dan-tu-word-va-trang-web"
        if not self.finder.bar.isHidden():
            return "tim-va-di-toi"
        if self.plan.drawn is not None:
            return "bao-cao"
        return "viet-van-ban" if self.grid() is None else "bang"

    def show_plan(self, plan: Plan) -> None:
        """Show a newer value; what is the same stays untouched."""
        before, self.plan = self.plan, plan
        parts, tree = paragraphs(plan), entries(plan)
        self.outline.show_entries(tree)
        self.surface.show_paragraphs(parts)
        self._following.show_plan(plan, parts, {entry.owner for entry in walk(tree)})
        self.tabs.show_plan(plan)
        self.lock_bar.show_plan(plan)
        self.pasting.refresh()
        self.preview.show_plan(plan)
        if before.unplaced is not plan.unplaced or before is plan:
            self.problems.show_plan(plan, self._draft)
        self.showed.emit()
        self.told.emit()

    def grid(self) -> Grid | None:
        """Return the grid in front."""
        return self.tabs.grid()

    def _turned(self) -> None:
        self.commit()
        self.tabs.fill_grid()
        self._following.follow_tab()
        self.told.emit()

    # Going about

    def go_to(self, owner: Id) -> None:
        """Bring a part of the plan into sight everywhere."""
        self.commit()
        self._following.go_to(owner)

    def _go_from_print(self, owner: Id) -> None:
        """Go to what was clicked on paper, with the keyboard, so that it can be mended at once."""
        self.go_to(owner)
        (self.grid() or self.surface).setFocus()

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
        if owner and not self.tabs.has_in_sight(owner):
            self.go_to(owner)

    def selected(self) -> str:
        words = self.surface.textCursor().selectedText() if self.grid() is None else ""
        return words if "\u2029" not in words and len(words) <= LONGEST_SELECTION else ""

    def remark(self) -> str:
        grid = self.grid()
        said = grid.said() if grid else understood_at(self.plan, self.surface.at)
        return said or self.counter.words()

    def pane(self, name: str) -> QWidget | None:
        return {"outline": self.outline, "preview": self.preview, "problems": self.problems}.get(name)

    def zoom(self, steps: int) -> None:
        zoomed = self.preview.pages if self.preview.pages.hasFocus() else self.zooming
        zoomed.zoom(steps)

    def place(self) -> tuple[int | None, str, str]:
        where, scale = self.preview.place_words(), f"Chữ {self.zooming.percent} %"
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
        self.tabs.commit()

    def is_unwritten(self) -> bool:
        return self.surface.is_unwritten() or any(grid.unwritten for grid in self.tabs.grids.values())

    def _write(self, paragraph: Paragraph, words: Text) -> None:
        try:
            after = edits.rewrite(self.plan, paragraph.place, words)
        except UserError as error:
            if not self.surface.put_off(paragraph):
                self.surface.take_back(paragraph)
                self.troubled.emit(error)
            return
        before = self.plan
        self._change(typed_label(paragraph.words, words, paragraph.name), after)
        if self.plan is before and after != before:
            self.surface.typing.refuse()

    def _take_pasted(self, name: str, after: Plan, said: str) -> None:
        before = self.plan
        self._change(name, after)
        if self.plan is not before:
            self.reveal_change(before, self.plan)
            if said:
                self.done.emit(said)

    def _change(self, name: str, after: Plan) -> None:
        if after != self.plan:
            self._apply(Change(name, ((self.plan, after),)))
