"""The words of rows, of the plan and of a file, in the form in which they are held against each other."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.reconciling.incoming import IncomingRow
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import fold


def same(one: str, other: str) -> bool:
    """Tell whether two cells say the same; how their lines break does not matter."""
    return one == other or _squeezed(one) == _squeezed(other)


def _squeezed(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def content_column(columns: tuple[Column, ...]) -> Column | None:
    """Return the column that names the work, else the first that is no number."""
    return next(
        (column for column in columns if column.role is Role.CONTENT),
        next((column for column in columns if column.role is not Role.NUMBER), None),
    )


def row_words(plan: Plan, table: Table, row: Row) -> Mapping[Id, str]:
    """Return what a row of the plan says in each column; of a group the title in the column for contents."""
    said = {column.id: str(cell(plan, row, column)) for column in table.columns}
    content = content_column(table.columns) if row.kind is RowKind.GROUP else None
    if content is not None and not said[content.id]:
        said[content.id] = str(row.title)
    return said


def about(row: IncomingRow, columns: tuple[Column, ...]) -> str:
    """Return what an incoming row is about."""
    content = content_column(columns)
    cell_ = row.cells.get(content.id) if content else None
    if cell_ and cell_.words:
        return cell_.words
    return " · ".join(one.words for one in row.cells.values() if one.words)


@lru_cache(1 << 16)
def key_of(words: str) -> str:
    """Return words as a key: folded, without the signs around them."""
    return fold(words).strip(" .;:-–+*")
