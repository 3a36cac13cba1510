"""A block of cells on its way from or to another program."""

from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.models.editing.cells import words_in
from tthc_desktop.models.editing.merging import run
from tthc_desktop.models.editing.tables import title_column
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, RowKind, Table, numbers
from tthc_desktop.models.text import Text, plain

Block = tuple[tuple[Text, ...], ...]
"""Rows of equally many cells; a cell that was merged has its words in every row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell that is copied, with the rows and columns that it covers."""

    words: Text
    down: int = 1
    across: int = 1


Pieces = Sequence[Sequence[Piece | None]]
"""Rows of cells; None where a cell is covered by another."""


def copied(plan: Plan, table: Table, places: Sequence[int], columns: Sequence[Column]) -> list[list[Piece | None]]:
    """Return the cells of these rows and columns as they are shown."""
    numbered = numbers(table)
    return [
        _group(plan, table, place, columns, numbered[place])
        if table.rows[place].kind is RowKind.GROUP
        else [_piece(plan, table, place, column, numbered[place], places) for column in columns]
        for place in places
    ]


def _piece(plan: Plan, table: Table, place: int, column: Column, number: str, places: Sequence[int]) -> Piece | None:
    row = table.rows[place]
    words = words_in(plan, table, row, column)
    if column.role is Role.NUMBER and not words:
        return Piece(plain(number))
    first, end = run(table.rows, place, column.id)
    taken = [other for other in range(first, end) if other in places] if end - first > 1 else [place]
    return Piece(words, down=len(taken)) if taken[0] == place else None


def _group(plan: Plan, table: Table, place: int, columns: Sequence[Column], number: str) -> list[Piece | None]:
    row, title = table.rows[place], title_column(table)
    found: list[Piece | None] = []
    for column in columns:
        words = words_in(plan, table, row, column)
        if column is title and table.number_in_title and number:
            words = plain(f"{number}. {words}")
        elif column.role is Role.NUMBER and not words:
            words = plain(number)
        behind = title in columns and columns.index(column) > columns.index(title) if title else False
        found.append(None if behind and not words else Piece(words))
    return _stretched(found)


def _stretched(cells: Sequence[Piece | None]) -> list[Piece | None]:
    """Let each cell cover the empty ones behind it."""
    found: list[Piece | None] = []
    for place, piece in enumerate(cells):
        end = place + 1
        while piece is not None and end < len(cells) and cells[end] is None:
            end += 1
        found.append(piece and Piece(piece.words, across=end - place))
    return found


def as_block(pieces: Pieces) -> Block:
    """Return copied cells as a block: words once, empty where a cell is covered."""
    return tuple(tuple(piece.words if piece else Text() for piece in row) for row in pieces)
