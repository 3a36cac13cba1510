"""What a reader of one kind of workbook finds on a sheet, and from it the sheet that every reader gives."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from tthc_desktop.documents.limits import MOST_CELLS, MOST_MERGES
from tthc_desktop.documents.reading.sheets.book import Area, Seen, Sheet
from tthc_desktop.errors import UserError
from tthc_desktop.models.sending.returned import SheetProblem

FAR = 500
"""So many rows or columns beyond all others a merged cell may reach."""

Place = tuple[int, int]
"""The row and the column of a cell, counted from 0 on the sheet."""


@dataclass(slots=True)
class Found:
    """The cells of a sheet that say something, the fonts of old encodings among them, and what is merged."""

    name: str
    hidden: bool = False
    cells: dict[Place, Seen] = field(default_factory=dict)
    fonts: dict[Place, str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)

    def add(self, place: Place, seen: Seen) -> None:
        self.cells[place] = seen
        if len(self.cells) > MOST_CELLS:
            raise too_large(self.name)


@dataclass(slots=True)
class Contents:
    """All that the reader of one kind of workbook finds."""

    sheets: list[Found] = field(default_factory=list)
    problems: list[SheetProblem] = field(default_factory=list)


def too_large(name: str) -> UserError:
    return UserError(
        f"Trang tính “{name}” quá lớn: có ô nằm rất xa bảng, hoặc có hơn {MOST_CELLS:_} ô.".replace("_", "."),
        "Hãy mở bằng Excel, xóa các hàng và cột thừa quanh bảng (hoặc tách bảng ra nhiều tệp), lưu lại rồi nhập lại.",
    )


@cache
def letters(column: int) -> str:
    """Return the name of a column: A for 0, AA for 26."""
    rest, last = divmod(column, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def address(row: int, column: int) -> str:
    """Return what Excel calls the cell."""
    return f"{letters(column)}{row + 1}"


def sheet_of(found: Found) -> Sheet:
    """Return the sheet from its first to its last cell, each merged cell's words repeated all over it."""
    if not found.cells:
        return Sheet(found.name, (), hidden=found.hidden)
    rows_taken, columns_taken = ({place[part] for place in found.cells} for part in (0, 1))
    top, bottom, left, right = min(rows_taken), max(rows_taken), min(columns_taken), max(columns_taken)
    areas = _areas(found, bottom, right)
    bottom = max(bottom, *(area[1] for area in areas), 0)
    right = max(right, *(area[3] for area in areas), 0)
    if (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
        raise too_large(found.name)
    _fill(found.cells, areas)
    cells = found.cells
    columns = [(column, letters(column)) for column in range(left, right + 1)]
    rows = tuple(
        tuple(cells.get((row, column)) or Seen(f"{said}{row + 1}") for column, said in columns)
        for row in range(top, bottom + 1)
    )
    merges = tuple((first - top, last - top, start - left, end - left) for first, last, start, end in areas)
    return Sheet(found.name, rows, merges, found.hidden, top, left)


def _areas(found: Found, bottom: int, right: int) -> list[Area]:
    """Return the merged cells that say something, in the order of the sheet, none over another.

    A title merged over a whole row or column of the sheet ends where the other cells do.
    """
    kept: list[Area] = []
    size, taken = 0, set[Place]()
    for first, last, start, end in sorted(set(found.merges)):
        area = first, (last := _near(first, last, bottom)), start, (end := _near(start, end, right))
        if (first, start) not in found.cells or (last <= first and end <= start):
            continue
        size += (last - first + 1) * (end - start + 1)
        if size > MOST_CELLS or len(kept) > MOST_MERGES:
            raise too_large(found.name)
        places = list(_places(area))
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(area)
    return kept


def _near(begin: int, end: int, last: int) -> int:
    return max(begin, last) if end > last + FAR else end


def _places(area: Area) -> Iterable[Place]:
    first, last, start, end = area
    return ((row, column) for row in range(first, last + 1) for column in range(start, end + 1))


def _fill(cells: dict[Place, Seen], areas: list[Area]) -> None:
    """Repeat the words of each merged cell; what stands unseen below it is never taken for it."""
    for area in areas:
        said = cells[area[0], area[2]]
        for row, column in _places(area):
            if (row, column) != (area[0], area[2]):
                cells[row, column] = replace(said, address=address(row, column), fills=True)
