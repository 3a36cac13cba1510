"""The list beside a chapter: all chapters with the parts of the one that is read, or what a search has found."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from tthc_desktop.models.guide.searching import Found
from tthc_desktop.models.guide.values import Chapter, Guide, headings
from tthc_desktop.ui.life.two_lines import TWO_LINES

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_INDENT = "      "


class Line(NamedTuple):
    """One line: where it leads, its words, what stands below them, and whether it is a part of a chapter."""

    goal: str
    words: str
    below: str = ""
    inner: bool = False


def contents(guide: Guide, read: Chapter | None) -> list[Line]:
    """Return the chapters, and below the one that is read its parts."""
    found: list[Line] = []
    for number, chapter in enumerate(guide.chapters, 1):
        found.append(Line(chapter.name, f"{number}. {chapter.title}"))
        if chapter is read:
            parts = headings(chapter).items()
            found += (Line(f"{chapter.name}#{name}", words, inner=True) for name, words in parts)
    return found


def results(found: Sequence[Found]) -> list[Line]:
    """Return what a search has found."""
    return [Line(one.goal, one.heading or one.chapter, _below(one)) for one in found]


def _below(found: Found) -> str:
    titles = {found.chapter, found.heading}
    words = [found.chapter if found.heading else "", found.words if found.words not in titles else ""]
    return ": ".join(word for word in words if word)


class LinesModel(QAbstractListModel):
    """The lines for a list view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_of(self, goal: str) -> int:
        """Return the row that leads somewhere, or to the chapter of it; -1 where there is none."""
        goals = [line.goal for line in self.lines]
        wanted = (goal, goal.partition("#")[0])
        return next((goals.index(one) for one in wanted if one in goals), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one line."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case _Role.DisplayRole:
                return f"{_INDENT}{line.words}" if line.inner else line.words
            case _Role.ToolTipRole:
                return line.words
            case _Role.AccessibleTextRole:
                return ", ".join(filter(None, (line.words, line.below)))
            case _Role.FontRole:
                font = QFont()
                font.setPointSizeF(font.pointSizeF() - (0.5 if line.inner else 0.0))
                return font
            case int() if role == TWO_LINES:
                return line.below
            case _:
                return None
