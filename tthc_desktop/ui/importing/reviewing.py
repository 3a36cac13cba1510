"""The choices of a person in a review, each of which can be taken back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, reduce
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import drafts
from tthc_desktop.models.editing.drafts import Reviewed
from tthc_desktop.models.editing.parts import Kind, Piece, pieces
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan

T = TypeVar("T")


class State:
    """What has been chosen so far, and what follows from it, worked out when it is asked for."""

    def __init__(self, reviewed: Reviewed) -> None:
        self.reviewed = reviewed

    @cached_property
    def plan(self) -> Plan:
        """The plan that would be taken."""
        return drafts.taken(self.reviewed)

    @cached_property
    def placed(self) -> Mapping[int, Id]:
        """What each placed line goes into."""
        return drafts.fate(self.reviewed)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All parts, those that are left out too."""
        return pieces(self.reviewed.plan)

    @cached_property
    def lines(self) -> Mapping[Id, list[int]]:
        """The lines of each part."""
        return drafts.lines_of(self.reviewed)

    @cached_property
    def owners(self) -> Mapping[Id, Id]:
        """The part that each thing belongs to."""
        return drafts.owners(self.reviewed.plan)

    def part_of_line(self, number: int) -> Id:
        """Return the part that a line went into, left out or not; empty for none."""
        return self.owners.get(self.reviewed.placed.get(number, ""), "")


class Reviewing(QObject):
    """One draft and the choices made in it."""

    changed = Signal()
    troubled = Signal(object)

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = draft
        self.state = State(Reviewed(draft.plan, draft.lines, draft.placed))
        self._before: list[State] = []
        self._after: list[State] = []

    @property
    def draft(self) -> Draft:
        """The draft as it would be taken now."""
        state = self.state
        return replace(self._read, plan=state.plan, placed=state.placed)

    def choose(self, act: Callable[[Reviewed], Reviewed]) -> None:
        """Make a choice, unless it changes nothing or cannot be made, which is told."""
        try:
            made = act(self.state.reviewed)
        except UserError as error:
            self.troubled.emit(error)
            return
        if made is not self.state.reviewed:
            self._before.append(self.state)
            self._after.clear()
            self._show(State(made))

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
        placed = [line for line in lines if line in self.state.placed]
        if placed:
            self.turn({self.state.part_of_line(line) for line in placed} - {""})
        else:
            self.put(lines)

    def _each(self, about: Sequence[T], act: Callable[[Reviewed, T], Reviewed]) -> None:
        self.choose(lambda now: reduce(act, about, now))

    def _show(self, state: State) -> None:
        self.state = state
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
            self._after.append(self.state)
            self._show(self._before.pop())

    def redo(self) -> None:
        """Make the choice again that was taken back."""
        if self._after:
            self._before.append(self.state)
            self._show(self._after.pop())
