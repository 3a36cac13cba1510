"""The keys and commands of structure on the page surface: each asks one act and shows what came of it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import RowKind
from tthc_desktop.ui.plan.acts import adding, addressees, levels, removing
from tthc_desktop.ui.plan.acts.spans import Edit, Span
from tthc_desktop.ui.plan.keys import Meaning
from tthc_desktop.ui.plan.paragraph import Kind
from tthc_desktop.ui.plan.surface import Surface

Act = Callable[[Plan, Span], Edit | None]
ACTS: Mapping[str, Act] = {
    "promote": levels.promote,
    "demote": levels.demote,
    "move_up": levels.move_up,
    "move_down": levels.move_down,
    "heading": levels.turn_heading,
    "task": adding.turn_task,
    "insert_item": adding.insert_item,
    "insert_task": adding.insert_task,
    "insert_basis": adding.insert_basis,
    "insert_addressee": addressees.insert_addressee,
    "insert_recipient": adding.insert_recipient,
    "insert_appendix": adding.insert_appendix,
    "insert_task_table": partial(adding.insert_table, kind=RowKind.TASK),
    "insert_target_table": partial(adding.insert_table, kind=RowKind.TARGET),
    "insert_table": partial(adding.insert_table, kind=RowKind.PLAIN),
    "delete_part": removing.delete_part,
}
"""The acts that are commands of the menus."""
MARK_NAMES = {
    Mark.ROMAN: "I. II. III.",
    Mark.ARABIC: "1. 2. 3.",
    Mark.DECIMAL: "1.1. 1.2. 1.3.",
    Mark.LETTER: "a) b) c) d) đ)",
    Mark.PAREN_ROMAN: "(i) (ii) (iii)",
    Mark.PAREN_ARABIC: "(1) (2) (3)",
    Mark.UPPER: "A. B. C.",
    Mark.PART: "Phần I, Phần II",
    Mark.CHAPTER: "Chương I, Chương II",
    Mark.ARTICLE: "Điều 1. Điều 2.",
    Mark.DASH: "Gạch đầu dòng -",
    Mark.PLUS: "Dấu cộng +",
    Mark.NONE: "Không đánh số",
}


class Structuring(QObject):
    """Turns keys and commands on a surface into changes of the plan."""

    changed = Signal(str, object)
    """The name of a change and the plan that it leads to."""
    troubled = Signal(object)
    """A UserError of an act that was refused."""

    def __init__(self, surface: Surface, plan: Callable[[], Plan]) -> None:
        super().__init__(surface)
        self._surface = surface
        self._plan = plan
        surface.asked.connect(self._answer)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands of the menus."""
        made: dict[str, Callable[[], object]] = {name: partial(self._ask, name) for name in ACTS}
        return {**made, "numbering": self.choose_numbering, "nbsp": lambda: self._surface.insert_words("\u00a0")}

    def _ask(self, name: str) -> None:
        self._surface.ask(name)

    def _answer(self, name: str, span: Span) -> None:
        if name in ACTS:
            self._do(ACTS[name], span)
        else:
            self._key(Meaning[name], span)

    def _key(self, meaning: Meaning, span: Span) -> None:
        match meaning:
            case Meaning.ENTER:
                self._enter(span)
            case Meaning.TAB:
                self._tab(span, levels.demote, 1)
            case Meaning.BACKTAB:
                self._tab(span, levels.promote, -1)
            case Meaning.JOIN_BACK | Meaning.JOIN_NEXT:
                self._join(span, back=meaning is Meaning.JOIN_BACK)
            case _:
                self._do(removing.delete_span, span)

    def _enter(self, span: Span) -> None:
        if len(span.paragraphs) > 1:
            self._do(removing.delete_span, span)
            span = self._surface.span()
        if len(span.paragraphs) == 1 and not self._do(adding.enter, span):
            self._surface.step(1)

    def _tab(self, span: Span, shift: Act, step: int) -> None:
        if span.first.kind in {Kind.ITEM, Kind.RECIPIENT, Kind.TABLE}:
            self._do(shift, span)
        else:
            self._surface.step(step)

    def _join(self, span: Span, *, back: bool) -> None:
        other = self._surface.neighbour(-1 if back else 1)
        if other is not None:
            before, at = (other, span.first) if back else (span.first, other)
            self._do(lambda plan, _: removing.join_back(plan, before, at), span)

    def _do(self, act: Act, span: Span) -> bool:
        """Do an act and put the cursor where it says; return whether there was something to do."""
        try:
            made = act(self._plan(), span)
        except UserError as error:
            self.troubled.emit(error)
            return True
        if made is None:
            return False
        if made.plan is not self._plan():
            self.changed.emit(made.label, made.plan)
        if made.place is not None:
            self._surface.put_cursor(made.place, made.offset)
        return True

    def drag(self, node_id: Id, target_id: Id, where: int) -> None:
        """Move a part before (-1), into (0) or behind (1) another one."""
        self._surface.commit()
        try:
            made = levels.drag(self._plan(), node_id, target_id, where)
        except UserError as error:
            self.troubled.emit(error)
            return
        if made is not None and made.plan is not self._plan():
            self.changed.emit(made.label, made.plan)

    def choose_numbering(self) -> QMenu | None:
        """Offer the styles of numbers at the cursor: for what is chosen, its level here, or everywhere."""
        self._surface.commit()
        span = self._surface.span()
        if span.first.kind is not Kind.ITEM:
            return None
        menu = QMenu(self._surface)
        menu.setAccessibleName("Kiểu đánh số")
        now = levels.mark_of(self._plan(), span.first.place.owner)
        scopes: tuple[tuple[str, Callable[[Mark], Act]], ...] = (
            ("Đoạn đang chọn", lambda mark: partial(_this, mark=mark)),
            ("Các đoạn cùng cấp trong mục này", lambda mark: partial(_level, mark=mark, everywhere=False)),
            ("Mọi đoạn cùng cấp trong văn bản", lambda mark: partial(_level, mark=mark, everywhere=True)),
        )
        for title, make in scopes:
            below = menu.addMenu(title)
            for mark, words in MARK_NAMES.items():
                action = below.addAction(words, partial(self._do, make(mark), span))
                action.setCheckable(True)
                action.setChecked(mark is now)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._surface.viewport().mapToGlobal(self._surface.cursorRect().bottomLeft()))
        return menu


def _this(plan: Plan, span: Span, mark: Mark) -> Edit | None:
    return levels.set_mark(plan, span, mark)


def _level(plan: Plan, span: Span, mark: Mark, *, everywhere: bool) -> Edit | None:
    return levels.set_numbering(plan, span, mark, everywhere=everywhere)
