"""Found words with another ground: on the page surface, and where cells hold them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.searching.finding import Hit, spans
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.models.table import RowKind
from tthc_desktop.ui.look import colours
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.surface import Surface
from tthc_desktop.ui.plan.table_model import TableModel
from tthc_desktop.ui.searching.painting import Span, units

Index = QModelIndex | QPersistentModelIndex
_KEEP = QTextCursor.MoveMode.KeepAnchor


def select(surface: Surface, hit: Hit) -> None:
    """Select a hit on the surface and bring it into sight; of what is only painted, the paragraph is shown."""
    cursor = cursor_of(surface, hit)
    if cursor is not None:
        surface.setTextCursor(cursor)
        reveal(surface, cursor)


def reveal(surface: Surface, cursor: QTextCursor) -> None:
    """Bring words into sight without moving the cursor, with some room around them."""
    rect, room = surface.cursorRect(cursor), surface.viewport().height()
    if rect.top() < 0 or rect.bottom() > room:
        bar = surface.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - room // 3)


def cursor_of(surface: Surface, hit: Hit) -> QTextCursor | None:
    """Return a selection of the hit's words, None when they do not stand on the surface."""
    place = Place(hit.place.owner, hit.place.part.replace("label", "line"))
    if place not in surface.sheet.numbers:
        return None
    painted = hit.place.part.startswith("label ")
    first, last = (0, 0) if painted else (units(hit.words[: hit.start]), units(hit.words[: hit.end]))
    cursor = surface.textCursor()
    surface.sheet.select(cursor, ((place, first), (place, last)))
    return cursor


def paint_surface(surface: Surface, query: Query, now: Hit | None) -> None:
    """Mark the found words in the part of the surface that is in sight, and the one in front."""
    made: list[QTextEdit.ExtraSelection] = []
    block = surface.cursorForPosition(QPoint(0, 0)).block()
    last = surface.cursorForPosition(QPoint(0, surface.viewport().height())).blockNumber()
    front = cursor_of(surface, now) if now and not now.place.table else None
    while block.isValid() and block.blockNumber() <= min(last, len(surface.paragraphs) - 1):
        paragraph = surface.paragraphs[block.blockNumber()]
        if not paragraph.fixed and not query.tables_only:
            words = block.text()
            for start, end in spans(words, query):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + units(words[:start]))
                cursor.setPosition(block.position() + units(words[:end]), _KEEP)
                made.append(_selection(cursor, colours().found))
        block = block.next()
    if front is not None:
        made.append(_selection(front, colours().found_now))
    surface.setExtraSelections(made)


def _selection(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    look = QTextCharFormat()
    look.setBackground(QColor(colour))
    made.cursor, made.format = cursor, look
    return made


def spans_of_cell(plan: Plan, index: Index, query: Query) -> list[Span]:
    """Return where the words that a cell shows hold what is looked for; its number is no word."""
    model = index.model()
    if not isinstance(model, TableModel):
        return []
    row, column = model.row(index.row()), model.table.columns[index.column()]
    words = str(row.title if row.kind is RowKind.GROUP else cell(plan, row, column))
    shown = str(index.data())
    before = len(shown) - len(words) if shown.endswith(words) else 0
    return [(start + before, end + before) for start, end in spans(words, query)]
