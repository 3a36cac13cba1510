"""The proposals of a corrected file, grouped by kind with counts, and the keys that take and leave them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from tthc_desktop.models.correcting import Key, Proposal
from tthc_desktop.ui.correcting.words import Told, group, groups
from tthc_desktop.ui.life.choices import Choice, ChoicesView

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier


class ProposalsView(ChoicesView):
    """The arrows go and choose: right takes, left leaves, with Ctrl the whole kind; N and P seek conflicts."""

    sought = Signal(int)
    """The next conflict is wanted, or with -1 the one before."""

    def __init__(self) -> None:
        super().__init__("Các thay đổi trong tệp Word")

    def show_proposals(self, proposals: Iterable[Proposal], told: Told, taken: Callable[[Key], bool]) -> None:
        """Show other proposals, with the cursor on the one it was on."""
        here = self.key()
        found = {name: Choice(name) for name in groups()}
        for one in proposals:
            found[group(one)].children.append(Choice(told.line(one), one.key, taken(one.key)))
        self.show_choices(found.values())
        if here is None or not self.go_to_key(here):
            self.go_to_first()

    def key(self) -> Key | None:
        """Return the proposal under the cursor, None on a heading."""
        key = self.choices.choice(self.currentIndex()).key
        return key if isinstance(key, str) else None

    def go_to_key(self, key: Key) -> bool:
        """Put the cursor on a proposal; false where it is not shown."""
        for leaf in self.choices.leaves():
            if leaf.key == key:
                self.go_to(leaf)
                return True
        return False

    def go_to_first(self) -> None:
        """Put the cursor on the first proposal."""
        first = next(self.choices.leaves(), None)
        if first is not None:
            self.go_to(first)

    def show_taken(self, taken: Callable[[Key], bool]) -> None:
        """Show what is taken now."""
        for leaf in self.choices.leaves():
            leaf.taken = isinstance(leaf.key, str) and taken(leaf.key)
        self.choices.renew()

    def wanted(self) -> dict[Key, bool]:
        """Return what is ticked."""
        return {leaf.key: leaf.taken for leaf in self.choices.leaves() if isinstance(leaf.key, str)}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take, leave, or go."""
        bare = event.modifiers() & ~_Modifier.KeypadModifier
        key = event.key()
        if key in {_Key.Key_Left, _Key.Key_Right} and bare in {_Modifier.NoModifier, _Modifier.ControlModifier}:
            self._take(take=key == _Key.Key_Right, whole=bare == _Modifier.ControlModifier)
        elif key in {_Key.Key_N, _Key.Key_P} and bare in {_Modifier.NoModifier, _Modifier.ShiftModifier}:
            self.sought.emit(1 if key == _Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    def _take(self, *, take: bool, whole: bool) -> None:
        index = self.currentIndex()
        if index.isValid():
            choice = self.choices.choice(index)
            self.choices.take(choice.parent if whole and choice.key is not None and choice.parent else choice, take)

    def keyboardSearch(self, _search: str) -> None:
        """Do not look for lines by their first letters: letters are keys here."""
