"""The choices of a person in a review, each of which can be taken back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import reduce
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import drafts
from tthc_desktop.models.editing.drafts import Reviewed
from tthc_desktop.models.editing.parts import Kind
from tthc_desktop.models.identity import Id

T = TypeVar("T")


class Reviewing(QObject):
    """One draft and the choices made in it."""

    changed = Signal()
    troubled = Signal(object)

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = draft
        self.now = Reviewed(draft.plan, draft.lines, draft.placed)
        self._before: list[Reviewed] = []
        self._after: list[Reviewed] = []

    @property
    def draft(self) -> Draft:
        """The draft as it would be taken now."""
        return replace(self._read, plan=self.now.taken, placed=self.now.fate)

    def choose(self, act: Callable[[Reviewed], Reviewed]) -> None:
        """Make a choice, unless it changes nothing or cannot be made, which is told."""
        try:
            made = act(self.now)
        except UserError as error:
            self.troubled.emit(error)
            return
        if made is not self.now:
            self._before.append(self.now)
            self._after.clear()
            self._show(made)

    def make(self, ids: Sequence[Id], kind: Kind) -> None:
        """Make parts something else."""
        self._each(ids, lambda now, part: drafts.make(now, part, kind))

    def shift(self, ids: Sequence[Id], step: int) -> None:
        """Move parts one level in or out."""
        self._each(ids, lambda now, part: drafts.shift(now, part, step))

    def turn(self, ids: Collection[Id]) -> None:
        """Leave parts out, or take them."""
        self.choose(lambda now: drafts.turn(now, ids) if ids else now)

    def put(self, lines: Sequence[int]) -> None:
        """Put lines in as paragraphs."""
        self._each(lines, drafts.put)

    def join(self, lines: Sequence[int]) -> None:
        """Join lines to the parts before them."""
        self._each(lines, drafts.add_to_part_before)

    def turn_lines(self, lines: Sequence[int]) -> None:
        """Leave out the parts of lines, or put in the lines where none has a place."""
        placed = [line for line in lines if line in self.now.fate]
        if placed:
            self.turn({self.now.part_of(line) for line in placed} - {""})
        else:
            self.put(lines)

    def _each(self, about: Sequence[T], act: Callable[[Reviewed, T], Reviewed]) -> None:
        self.choose(lambda now: reduce(act, about, now))

    def _show(self, reviewed: Reviewed) -> None:
        self.now = reviewed
        self.changed.emit()

    def can_undo(self) -> bool:
        """Tell whether there is a choice to take back."""
        return bool(self._before)

    def can_redo(self) -> bool:
        """Tell whether there is a choice that was taken back."""
        return bool(self._after)

    def undo(self) -> None:
        """Take the last choice back."""
        if self._before:
            self._after.append(self.now)
            self._show(self._before.pop())

    def redo(self) -> None:
        """Make the choice again that was taken back."""
        if self._after:
            self._before.append(self.now)
            self._show(self._after.pop())
