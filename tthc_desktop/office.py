"""The open office: its plans as they are now, and the one way to change them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Entry, Pair, Pairs, reverse
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.sharing import share

if TYPE_CHECKING:
    from tthc_desktop.storage.journal import Step
    from tthc_desktop.storage.library import Go, Library

Listener = Callable[[Pairs], None]
REMEMBERED = 50
"""How many steps keep their values; older ones are read from the file again."""


class Office:
    """All plans of an office, kept in one file. Memory follows when the file has a change for good, never before."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._plans = library.load()
        self._steps = library.steps()
        self._remembered: dict[int, Change] = {}
        self._listeners: list[Listener] = []
        self._telling = False

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the office kept in a file, which is made when it is absent."""
        # The database's libraries take longer to load than a window to appear.
        from tthc_desktop.storage.library import Library  # noqa: PLC0415

        library = Library(path)
        try:
            return cls(library)
        except BaseException:
            library.close()
            raise

    def close(self) -> None:
        """Give the file free."""
        self._library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def plans(self) -> Mapping[Id, Plan]:
        """All plans by identity, in the order in which they were made."""
        return MappingProxyType(self._plans)

    @property
    def undo_label(self) -> str:
        """What `undo` takes back; empty when there is nothing."""
        return self._steps.undo.label if self._steps.undo else ""

    @property
    def redo_label(self) -> str:
        """What `redo` does again; empty when there is nothing."""
        return self._steps.redo.label if self._steps.redo else ""

    def history(self, *record_ids: Id) -> tuple[Entry, ...]:
        """Return the changes that touched any of these plans, tasks, rows or items, or all; the newest first."""
        return self._library.history(record_ids)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; the function returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def change(self, change: Change) -> None:
        """Make the change, or refuse it as a whole; a plan that stays equal is not changed."""
        self._must_not_be_telling()
        pairs = tuple(pair for pair in map(self._current, change.pairs) if pair[0] != pair[1])
        if pairs:
            made = Change(change.label, pairs)
            self._steps = self._library.write(made)
            if self._steps.undo:
                self._remember(self._steps.undo, made)
            self._hold(made)

    def undo(self) -> Change:
        """Take the last change back, and return what that changed."""
        self._must_not_be_telling()
        step = self._steps.undo
        if step is None:
            raise UserError("Không còn thao tác nào để hoàn tác.", "Mọi thao tác đã làm đều được hoàn tác rồi.")
        known = self._remembered.get(step.id)
        made = self._follow(step, self._library.undo, reverse(known) if known else None)
        self._remember(step, reverse(made))
        self._hold(made)
        return made

    def redo(self) -> Change:
        """Do the change that was taken back last again, and return what that changed."""
        self._must_not_be_telling()
        step = self._steps.redo
        if step is None:
            raise UserError("Không có thao tác nào để làm lại.", "Chỉ làm lại được ngay sau khi hoàn tác.")
        made = self._follow(step, self._library.redo, self._remembered.get(step.id))
        self._remember(step, made)
        self._hold(made)
        return made

    def _follow(self, step: "Step", go: "Go", known: Change | None) -> Change:
        """Let the file go one step, and return its values: remembered ones, or read ones when it is of another day."""
        if known and all(self._plans.get(_id_of(pair)) is pair[0] for pair in known.pairs):
            self._steps = go(step, read=False)
            return known
        self._steps = go(step, read=True)
        now = ((self._plans.get(plan_id), plan) for plan_id, plan in self._steps.plans.items())
        return Change(step.label, tuple((held, share(held, plan)) for held, plan in now))

    def _remember(self, step: "Step", change: Change) -> None:
        """Keep the values of the last steps, so that undoing them reads nothing and gives the same objects again."""
        self._remembered[step.id] = change
        while len(self._remembered) > REMEMBERED:
            del self._remembered[min(self._remembered)]

    def _current(self, pair: Pair) -> Pair:
        """Return the pair with the very value that we hold in place of an equal one."""
        before, after = pair
        held = self._plans.get(_id_of(pair))
        if held is not before and held != before:
            raise UserError(
                "Kế hoạch đã thay đổi từ lúc bắt đầu thao tác này.", "Hãy xem nội dung hiện tại rồi làm lại thao tác."
            )
        return held, after

    def _hold(self, change: Change) -> None:
        for before, after in change.pairs:
            if after is not None:
                self._plans[after.id] = after
            elif before is not None:
                del self._plans[before.id]
        self._tell(change.pairs)

    def _tell(self, pairs: Pairs) -> None:
        self._telling = True
        try:
            for listener in tuple(self._listeners):
                listener(pairs)
        finally:
            self._telling = False

    def _must_not_be_telling(self) -> None:
        if self._telling:
            raise RuntimeError("a listener must not change the office that is telling it of a change")


def _id_of(pair: Pair) -> Id:
    ids = {plan.id for plan in pair if plan is not None}
    if len(ids) != 1:
        raise ValueError(f"a change must be about one plan at a time: {ids}")
    return ids.pop()
