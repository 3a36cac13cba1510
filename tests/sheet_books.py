"""Books made of plain rows for tests, as a reader of files would give them: merged cells filled, addresses set."""

from collections.abc import Sequence
from datetime import date

from tthc_desktop.documents.reading.sheets.book import Area, Book, Kind, Seen, Sheet
from tthc_desktop.documents.reading.sheets.found import letters
from tthc_desktop.models.sending.returned import SheetProblem

Said = str | int | float | date | Seen | None


def seen(said: Said, address: str = "") -> Seen:
    """Return a cell for words, a figure, a day or a cell that is given as it is."""
    if isinstance(said, Seen):
        return Seen(address, said.words, said.kind, said.number, said.day, said.legacy, said.fills)
    if isinstance(said, date):
        return Seen(address, f"{said:%d/%m/%Y}", Kind.DATE, day=said)
    if isinstance(said, int | float):
        return Seen(address, f"{said:g}", Kind.NUMBER, number=float(said))
    return Seen(address, said or "")


def sheet(
    rows: Sequence[Sequence[Said]], name: str = "Bảng1", merges: Sequence[Area] = (), first: tuple[int, int] = (0, 0)
) -> Sheet:
    """Return a sheet; the words of a merged cell's first one are put into the others."""
    width = max(map(len, rows), default=0)
    cells = [
        [
            seen(row[at] if at < len(row) else "", f"{letters(first[1] + at)}{first[0] + down + 1}")
            for at in range(width)
        ]
        for down, row in enumerate(rows)
    ]
    for top, bottom, left, right in merges:
        source = cells[top][left]
        for down in range(top, bottom + 1):
            for at in range(left, right + 1):
                if (down, at) != (top, left):
                    fill = Seen(cells[down][at].address, source.words, source.kind, source.number, source.day)
                    cells[down][at] = Seen(
                        fill.address, fill.words, fill.kind, fill.number, fill.day, source.legacy, True
                    )
    return Sheet(name, tuple(map(tuple, cells)), tuple(merges), first_row=first[0], first_column=first[1])


def book(*sheets: Sheet, name: str = "so-lieu.xlsx", problems: tuple[SheetProblem, ...] = ()) -> Book:
    """Return a workbook of these sheets."""
    return Book(name, sheets, problems)
