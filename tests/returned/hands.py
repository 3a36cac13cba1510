"""What people of a unit do with its workbook: fill in, sort, filter, add, copy and delete rows, lose the identities."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from random import Random

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.documents.unit_sheet_form import GROUP, IDS, SHEET
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import REPORTED, TITLES, Field, Status
from tthc_desktop.models.sending.workshare import LOCKED

COLUMNS = {title: at for at, title in enumerate((IDS, *LOCKED.values(), *(TITLES[name] for name in REPORTED)))}
CONTENT = COLUMNS[LOCKED["content"]]

Shown = str | float | datetime | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value as a cell shows it."""

    shown: Shown = None
    look: str = "General"


@dataclass(slots=True)
class Sheet:
    """A unit's workbook, opened: its rows can be moved about and are put back by `save`."""

    path: Path
    book: Workbook
    page: Worksheet
    first: int
    rows: list[list[Value]] = field(default_factory=list)

    def row(self, work: Id) -> list[Value]:
        """Return the first row of a work."""
        return next(row for row in self.rows if row[0].shown == work)

    def fill(self, work: Id, name: Field, value: Value) -> None:
        """Write into a cell of the unit."""
        self.row(work)[COLUMNS[TITLES[name]]] = value

    def save(self, path: Path) -> None:
        """Write the rows back, one below the other."""
        for merged in [str(area) for area in self.page.merged_cells.ranges if area.min_row >= self.first]:
            self.page.unmerge_cells(merged)
        last = max(self.page.max_row, self.first + len(self.rows))
        for at in range(self.first, last + 1):
            row = self.rows[at - self.first] if at - self.first < len(self.rows) else [Value()] * len(COLUMNS)
            for column, value in enumerate(row, 1):
                cell = self.page.cell(at, column)
                cell.value, cell.number_format = value.shown, value.look
        self.book.save(path)


def open_sheet(path: Path) -> Sheet:
    """Open a unit's workbook as its people do."""
    book = load_workbook(path)
    page = book[SHEET]
    head = next(cell.row for (cell,) in page.iter_rows(max_col=1) if cell.value == IDS)
    assert isinstance(head, int)
    rows = [
        [Value(cell.value, cell.number_format) for cell in row]  # type: ignore[arg-type]
        for row in page.iter_rows(min_row=head + 1, max_col=len(COLUMNS))
    ]
    return Sheet(path, book, page, head + 1, rows)


def sort_rows(sheet: Sheet, random: Random) -> None:
    """Sort by what is to be done; group headings end up anywhere."""
    sheet.rows.sort(key=lambda row: str(row[CONTENT].shown), reverse=random.random() < 0.5)


def filter_rows(sheet: Sheet, random: Random) -> None:
    """Filter, so that some rows are hidden."""
    sheet.page.auto_filter.ref = f"B{sheet.first - 1}:O{sheet.first + len(sheet.rows) - 1}"
    for at in random.sample(range(sheet.first, sheet.first + len(sheet.rows)), len(sheet.rows) // 3):
        sheet.page.row_dimensions[at].hidden = True


def add_row(sheet: Sheet, words: str, answer: str) -> None:
    """Add a row that the plan does not have."""
    row = [Value()] * len(COLUMNS)
    row[CONTENT], row[COLUMNS[TITLES[Field.RESULT]]] = Value(words), Value(answer)
    sheet.rows.append(row)


def copy_row(sheet: Sheet, work: Id, answer: str = "") -> None:
    """Copy a row below itself; with an answer the copy says something else."""
    at = sheet.rows.index(sheet.row(work))
    copy = list(sheet.rows[at])
    if answer:
        copy[COLUMNS[TITLES[Field.PROPOSAL]]] = Value(answer)
    sheet.rows.insert(at + 1, copy)


def delete_row(sheet: Sheet, work: Id) -> None:
    """Delete the row of a work."""
    sheet.rows.remove(sheet.row(work))


def clear_ids(sheet: Sheet, works: Sequence[Id]) -> None:
    """Lose the identities of some rows."""
    for row in sheet.rows:
        if row[0].shown in works:
            row[0] = Value()


def ungroup(sheet: Sheet) -> None:
    """Delete the group headings."""
    sheet.rows = [row for row in sheet.rows if row[0].shown != GROUP]


_STATUSES = list(Status)


def answer(name: Field, number: int, random: Random) -> tuple[str, Value]:
    """Return the answer of this number for a field: in its one form, and as someone writes it into the cell."""
    match name:
        case Field.STATUS:
            words = _STATUSES[number % len(_STATUSES)].value
            return words, Value(random.choice((words, words.upper(), f" {words} ")))
        case Field.PERCENT:
            whole = number % 99 + 1
            writings = (Value(whole / 100, "0%"), Value(f"{whole}%"), Value(float(whole) if whole > 1 else "1%"))
            return str(whole), random.choice(writings)
        case Field.DAY:
            day = date.fromordinal(date(2026, 1, 1).toordinal() + number % 300)
            true = Value(datetime.combine(day, time()), "dd/mm/yyyy")
            return day.isoformat(), random.choice((true, Value(f"{day:%d/%m/%Y}")))
        case _:
            words = f"{TITLES[name]} lần {number}: 1.10 và 60%"
            return words, Value(random.choice((words, f"{words} ", words.replace(" và", "  và"))))
