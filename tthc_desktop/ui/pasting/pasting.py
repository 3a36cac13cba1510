"""Pasting on the page surface: words go where the cursor is, structure is proposed first."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tthc_desktop.documents.reading.clipboard.pasted import Pasted
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.arriving import arrive
from tthc_desktop.models.editing.pasting import destination, paste
from tthc_desktop.models.fragment import Fragment, measure
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.text import Text, join, plain
from tthc_desktop.ui.background import Background, Job
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.pasting.clips import Clip, clip_of, read_clip
from tthc_desktop.ui.pasting.copying import mime_of
from tthc_desktop.ui.pasting.inline import end_of, insert, one_line
from tthc_desktop.ui.pasting.kinds import instead_words, where_words
from tthc_desktop.ui.pasting.proposal import Proposal
from tthc_desktop.ui.pasting.waiting import Waiting
from tthc_desktop.ui.plan.acts.replacing import Room, mark_at, put_words, room
from tthc_desktop.ui.plan.acts.spans import END
from tthc_desktop.ui.plan.keys import spans_paragraphs, writable
from tthc_desktop.ui.plan.paragraph import Kind
from tthc_desktop.ui.plan.surface import Surface

_LONGEST_PARAGRAPH = 100_000
_REPLACED = {Kind.BASIS, Kind.ITEM}
"""The paragraphs inside which a selection is replaced by a fragment too."""


class Pasting(QObject):
    """Reads what is pasted and says what becomes of it; the page makes the change."""

    taken = Signal(str, object, str)
    """The name of the change, the plan after it, and what is to be said then."""
    troubled = Signal(object)
    told = Signal()
    """A proposal was opened or closed."""

    def __init__(self, surface: Surface, background: Background, plan: Callable[[], Plan]) -> None:
        super().__init__(surface)
        self._surface = surface
        self._background = background
        self._plan = plan
        self.office: Callable[[], Iterable[Plan]] = tuple
        """All plans of the office."""
        self._beside: list[QWidget] = []
        self._hidden: list[QWidget] = []
        self._job: Job | None = None
        self.pane = QWidget()
        self._lines = QVBoxLayout(self.pane)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.pane.hide()
        surface.pasted.connect(lambda source: self.receive(clip_of(source)))
        surface.copier = lambda cursor: mime_of(self._plan(), cursor, surface.paragraphs)
        surface.entered.connect(lambda _place: self.refresh())

    @property
    def proposal(self) -> Proposal | None:
        """The proposal that is open."""
        item = self._lines.itemAt(0)
        widget = item.widget() if item else None
        return widget if isinstance(widget, Proposal) else None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the menus' commands do with the current part of the proposal."""
        proposal = self.proposal
        if proposal is None:
            return {}
        step = proposal.parts.step
        return {"promote": partial(step, -1), "demote": partial(step, 1), "insert_item": proposal.take.click}

    def stand_in_for(self, *widgets: QWidget) -> None:
        """Hide these while something is proposed."""
        self._beside = list(widgets)

    # From the clipboard

    def receive(self, clip: Clip) -> None:
        """Read what is pasted: at once if it is little, else in the background."""
        if self._surface.isReadOnly():
            return
        end_composing()
        self.close()
        try:
            if clip.small:
                self._read(read_clip(clip))
                return
        except UserError as error:
            self.troubled.emit(error)
            return
        self._job = self._background.run(lambda _job: read_clip(clip), self._read, self._failed)
        self.destroyed.connect(self._job.cancel)
        waiting = Waiting(self._job)
        waiting.stopped.connect(self.close)
        self._open(waiting)
        waiting.stop.setFocus()

    def _failed(self, error: Exception) -> None:
        self.close()
        self.troubled.emit(error)

    def paste_plain(self) -> None:
        """Put the words of the clipboard, and nothing but the words, into the paragraph."""
        clip = clip_of(QGuiApplication.clipboard().mimeData())
        words = one_line(str(plain(clip.plain[: _LONGEST_PARAGRAPH + 1])))
        if len(clip.plain) > _LONGEST_PARAGRAPH:
            what = f"Không dán được: một đoạn không dài quá {_LONGEST_PARAGRAPH // 1000} nghìn ký tự."
            self.troubled.emit(UserError(what, "Hãy dán bằng Ctrl+V để tách thành nhiều đoạn."))
        elif words and not self._surface.isReadOnly():
            self._put_words(plain(words), "")

    def _read(self, pasted: Pasted) -> None:
        self.close()
        if (line := pasted.line) is not None and self._put_words(line, pasted.sign):
            return
        self._surface.commit()
        if pasted.exact:
            self._paste(pasted.fragment, 0, pasted.came_from)
        elif self._placed(pasted.fragment) is not None:
            self._propose(pasted)

    def _propose(self, pasted: Pasted) -> None:
        proposal = Proposal(pasted)
        proposal.changed.connect(self.refresh)
        proposal.accepted.connect(self._accept)
        proposal.refused.connect(self.close)
        proposal.troubled.connect(self.troubled)
        self._open(proposal)
        self.pane.setFocusProxy(proposal.parts)
        proposal.parts.setFocus()
        self.refresh()

    def _put_words(self, words: Text, sign: str) -> bool:
        """Put words of one line where the cursor is, the sign only behind other words; tell whether they can be there.

        Over several paragraphs that is a change of its own.
        """
        surface = self._surface
        if spans_paragraphs(surface.textCursor()):
            self._put_over(words, sign)
            return True
        if not writable(surface.textCursor(), surface.paragraphs):
            return False
        insert(surface, join((plain(sign), words)) if surface.textCursor().block().text() else words)
        return True

    def _put_over(self, words: Text, sign: str) -> None:
        self._surface.commit()
        span = self._surface.span()
        line = join((plain(sign), words)) if span.before or span.after else words
        try:
            made = put_words(self._plan(), span, line)
        except UserError as error:
            self.troubled.emit(error)
            return
        if made is None or made.place is None:
            self._paste(Fragment((Item(new_id(), mark_at(self._plan(), span), words),)), 0)
            return
        self.taken.emit(made.label, made.plan, "")
        self._surface.put_cursor(made.place, made.offset)

    # The proposal

    def _open(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)
        self._hidden = [beside for beside in self._beside if not beside.isHidden()]
        for beside in self._hidden:
            beside.hide()
        self.pane.show()
        self.told.emit()

    def close(self) -> None:
        """Take the proposal away and show again what it stood for."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self.pane.isHidden():
            return
        self.pane.hide()
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for beside in self._hidden:
            beside.show()
        self._surface.setFocus()
        self.told.emit()

    def refresh(self) -> None:
        """Say where the proposal would go now: the cursor or the plan may have changed."""
        proposal = self.proposal
        if proposal is not None:
            try:
                proposal.say(self._place(proposal.fragment)[1])
            except UserError as error:
                proposal.refuse(f"{error.what} {error.advice}")

    def _place(self, fragment: Fragment) -> tuple[Room, str]:
        """Return where a fragment goes, and that in words: it replaces what is selected."""
        plan, surface = self._plan(), self._surface
        span = surface.span()
        if len(span.paragraphs) > 1 or (surface.textCursor().hasSelection() and span.first.kind in _REPLACED):
            made = room(plan, span, fragment)
            if made is not None:
                return made, instead_words(fragment)
        where = destination(plan, surface.at.owner if surface.at else "", fragment)
        return Room(plan, where), where_words(plan, where, fragment)

    def _placed(self, fragment: Fragment) -> tuple[Room, str] | None:
        """Return the same, or tell why it cannot go there."""
        try:
            return self._place(fragment)
        except UserError as error:
            self.troubled.emit(error)
            return None

    def _accept(self) -> None:
        proposal = self.proposal
        if proposal is not None:
            fragment, left = proposal.fragment, proposal.left
            self.close()
            self._paste(fragment, left)

    def _paste(self, fragment: Fragment, left: int, came_from: Id = "") -> None:
        """Make the change; what was cut from a plan comes back into it as what it was."""
        found = self._placed(fragment)
        if found is None:
            return
        (plan, where), words = found
        held = measure(fragment)
        if came_from:
            others = (other for other in self.office() if other.id != plan.id)
            plan, fragment, where = arrive(plan, fragment, where, came_from, others)
        try:
            after = paste(plan, fragment, where)
        except UserError as error:
            self.troubled.emit(error)
            return
        rest = f", để lại {left}" if left else ""
        self.taken.emit(f"Dán {held}", after, f"Đã dán {held} {words}{rest}.")
        if end := end_of(fragment):
            self._surface.put_cursor(end, END)
