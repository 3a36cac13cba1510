"""The widths of a grid's columns: as on paper where the clerk has set them, else by what the columns hold."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from PySide6.QtGui import QFont, QFontMetrics

from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Column, Role
from tthc_desktop.ui.plan.table_model import TableModel

LEAST = {Role.NUMBER: 48, Role.UNIT: 64, Role.VALUE: 64}
NARROWEST, _LONGEST, _SAMPLE, _SIDES = 76, 120, 60, 14
SLIMMEST = 40


def widths(cells: TableModel, metrics: QFontMetrics, room: int) -> list[int]:
    """Return the width of each column for a window with so much room."""
    columns = cells.table.columns
    if columns and all(column.width > 0 for column in columns):
        floors = [_longest_word(words, metrics) for words in _sample(cells, columns)]
        return _readable(_as_on_paper(columns, round(room * _larger(metrics))), floors)
    return _by_words(cells, columns, metrics, room)


def _larger(metrics: QFontMetrics) -> float:
    """Return how much larger than usual the words are: zoomed paper is wider than the window and is scrolled."""
    return max(metrics.height() / QFontMetrics(QFont()).height(), 1.0)


def _as_on_paper(columns: Sequence[Column], room: int) -> list[int]:
    whole = sum(column.width for column in columns)
    edges = [round(room * part / whole) for part in accumulate((column.width for column in columns), initial=0.0)]
    made = [max(right - left, SLIMMEST) for left, right in pairwise(edges)]
    widest = made.index(max(made))
    made[widest] = max(made[widest] + room - sum(made), SLIMMEST)
    return made


def _readable(made: Sequence[int], floors: Sequence[int]) -> list[int]:
    """Return the widths with room for each column's longest word, taken from those that have room to spare."""
    wanted = [max(width, floor) for width, floor in zip(made, floors, strict=True)]
    lacking = sum(wanted) - sum(made)
    for place in sorted(range(len(wanted)), key=lambda n: floors[n] - wanted[n]):
        part = min(max(wanted[place] - floors[place], 0), lacking)
        wanted[place] -= part
        lacking -= part
    return wanted


def _sample(cells: TableModel, columns: Sequence[Column]) -> list[list[str]]:
    """Return what the first rows of each column hold, without groups."""
    sample = [place for place in range(min(cells.rowCount(), _SAMPLE)) if not cells.is_group(place)]
    return [[str(cells.words(place, column)) for place in sample] for column in columns]


def _by_words(cells: TableModel, columns: Sequence[Column], metrics: QFontMetrics, room: int) -> list[int]:
    """Share the room out by what the columns hold; what does not fit is scrolled to."""
    said = _sample(cells, columns)
    least = [_least(column, words, metrics) for column, words in zip(columns, said, strict=True)]
    shares = [_share(column, words) for column, words in zip(columns, said, strict=True)]
    spare = max(room - sum(least), 0)
    made = [low + int(spare * share / sum(shares)) for low, share in zip(least, shares, strict=True)]
    if made:
        made[made.index(max(made))] += max(room - sum(made), 0)
    return made


def _least(column: Column, said: Sequence[str], metrics: QFontMetrics) -> int:
    """Return the least width of a column that the clerk has not set."""
    return max(LEAST.get(column.role, NARROWEST), _longest_word(said, metrics))


def _longest_word(said: Sequence[str], metrics: QFontMetrics) -> int:
    """Return the width that holds a column's longest word, within reason."""
    words = {word for one in said for word in one.split()}
    longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    return min(longest, _LONGEST) + _SIDES


def _share(column: Column, said: Sequence[str]) -> float:
    """Return how much of the spare room a column should have: more where its words are longer."""
    if column.role is Role.NUMBER:
        return 0.01
    letters = sum(min(len(one), 400) for one in said)
    return float(max(letters / max(len(said), 1) - 8, 0.5) ** 0.9)


def traded(before: Sequence[int], dragged: int, width: int) -> list[int]:
    """Return the widths after one was dragged: its neighbours give or take, as the paper does not grow."""
    made = list(before)
    others = [*range(dragged + 1, len(made)), *range(dragged - 1, -1, -1)]
    give = width - before[dragged]
    for place in others:
        part = min(give, max(made[place] - SLIMMEST, 0)) if give > 0 else give
        made[place] -= part
        give -= part
        if not give:
            break
    made[dragged] = width - give
    return made


def shares(columns: Sequence[Column], pixels: Sequence[int]) -> Mapping[Id, float]:
    """Return the widths as parts of a hundred of the paper's."""
    whole = sum(pixels) or 1
    return {column.id: round(100 * width / whole, 2) for column, width in zip(columns, pixels, strict=True)}
