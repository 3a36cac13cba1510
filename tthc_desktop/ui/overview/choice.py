"""A list to choose one value from, which can also show a value that is not in it."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from tthc_desktop.ui import look

Entry = tuple[str, Hashable]
"""Words and the value they stand for."""


class Choice(QComboBox):
    """Tells only what a person chooses."""

    chosen = Signal(object)

    def __init__(self, name: str, least: int) -> None:
        """`least` is how many letters there is always room for."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(least)
        self.setMinimumHeight(look.CONTROL)
        self._entries: list[Entry] = []
        self._extra = False
        self.activated.connect(lambda place: self.chosen.emit(self._entries[place][1]))

    def list(self, entries: Sequence[Entry]) -> None:
        """Offer other values; what is shown stays if it is among them."""
        if entries == (self._entries[:-1] if self._extra else self._entries):
            return
        now = self.value()
        self._entries, self._extra = list(entries), False
        self.clear()
        self.addItems([words for words, _ in entries])
        self.show_value(now, "")

    def value(self) -> Hashable:
        """Return the value that is shown."""
        place = self.currentIndex()
        return self._entries[place][1] if 0 <= place < len(self._entries) else None

    def show_value(self, value: Hashable, words: str) -> None:
        """Show a value; one that is not offered gets a line of its own with these words."""
        values = [each for _, each in self._entries]
        if self._extra and value != values[-1]:
            self._entries.pop()
            self.removeItem(self.count() - 1)
            self._extra = False
        if value not in [each for _, each in self._entries] and words:
            self._entries.append((words, value))
            self.addItem(words)
            self._extra = True
        values = [each for _, each in self._entries]
        self.setCurrentIndex(values.index(value) if value in values else 0)
        self.setToolTip(self.currentText())
