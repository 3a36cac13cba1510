"""The rows of a returned sheet with their cells, each in its field's form."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tthc_desktop.documents.reading.sheets.book import Kind, Seen, Sheet
from tthc_desktop.documents.reading.unit_sheet.columns import Columns
from tthc_desktop.documents.unit_sheet_form import GROUP
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.forms import in_form
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.returned import Cell, ReturnedRow
from tthc_desktop.models.sending.values import SentRow

_GROUP_WORDS = {"number", "content"}
_LONGEST_ID = 100
_UNKNOWN = SentRow("")


def table(
    sheet: Sheet, columns: Columns, groups: frozenset[str] | None = None, sent: Mapping[Id, SentRow] | None = None
) -> "Table":
    """Return the table that stands on a sheet."""
    across: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for top, bottom, left, right in sheet.merges:
        if left != right:
            for row in range(top, bottom + 1):
                across[row].append((left, right))
    return Table(sheet, columns, groups, sent or {}, across)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with the columns found in it, and what is known of how it was sent.

    `groups` is None when nobody knows the words of its group headings.
    """

    sheet: Sheet
    columns: Columns
    groups: frozenset[str] | None
    sent: Mapping[Id, SentRow]
    across: Mapping[int, list[tuple[int, int]]]
    """The first and the last column of the cells that are merged over several, by row."""

    def rows(self) -> Iterator[ReturnedRow]:
        """Yield every row that is, or may be, about a piece of work."""
        for at in range(self.columns.row + 1, len(self.sheet.rows)):
            row = self._row(at)
            if row and not self._is_group(at, row) and not self._is_heading(row):
                yield row

    def _row(self, at: int) -> ReturnedRow | None:
        """Return the row, or None when no column of ours says anything in it."""
        cells = self.sheet.rows[at]
        work_id = self._id(at)
        locked = {key: self._own(at, column) for key, column in self.columns.locked.items()}
        sent = self.sent.get(work_id, _UNKNOWN).said
        fields = {
            key: _cell(key, _as_sent(self._seen(at, column), sent.get(key, "")))
            for key, column in self.columns.fields.items()
        }
        said = any(cell.seen for cell in fields.values())
        if not cells or not (work_id or said or any(locked.values())):
            return None
        return ReturnedRow(work_id, self.sheet.first_row + at + 1, locked, fields)

    def _id(self, at: int) -> Id:
        if self.columns.ids is None:
            return ""
        words = self.sheet.rows[at][self.columns.ids].words.strip()
        return words if words != GROUP and len(words) <= _LONGEST_ID else ""

    def _is_group(self, at: int, row: ReturnedRow) -> bool:
        """Tell whether a row is the heading of a group: by its mark, else by its words."""
        ids = self.columns.ids
        if ids is not None and self.sheet.rows[at][ids].words.strip() == GROUP:
            return not _reports(row)
        bare = {key for key, words in row.locked.items() if words} <= _GROUP_WORDS
        if row.work_id or not bare or _reports(row):
            return False
        return self.groups is None or " ".join(row.locked.get("content", "").split()) in self.groups

    def _is_heading(self, row: ReturnedRow) -> bool:
        """Tell whether the row repeats the heading, as programs do that copy the table page by page."""
        heading = self.sheet.rows[self.columns.row]
        again = [words == heading[self.columns.locked[key]].words for key, words in row.locked.items()]
        return bool(again) and all(again)

    def _own(self, at: int, column: int) -> str:
        return self._seen(at, column).words.strip()

    def _seen(self, at: int, column: int) -> Seen:
        """Return a cell; words that reach it from a column to its left are not its own."""
        cell = self.sheet.rows[at][column]
        return Seen(cell.address) if cell.fills and self._from_left(at, column) else cell

    def _from_left(self, at: int, column: int) -> bool:
        return any(left < column <= right for left, right in self.across.get(at, ()))


def _as_sent(seen: Seen, sent: str) -> Seen:
    """Return a cell in the very words that we had sent, where they were taken for old letters and made Unicode."""
    return replace(seen, words=seen.legacy) if seen.legacy and seen.legacy.strip() == sent else seen


def _reports(row: ReturnedRow) -> bool:
    return any(cell.seen for cell in row.cells.values())


def _cell(field: Field, seen: Seen) -> Cell:
    words = seen.words.strip()
    if seen.kind is Kind.ERROR:
        return Cell(seen.address, words or "#", "", f"Ô báo lỗi “{words}”. Hãy mở tệp, ghi lại giá trị của ô.")
    if seen.kind is Kind.FORMULA:
        return Cell(
            seen.address,
            words or "=",
            "",
            "Ô là công thức chưa được tính. Hãy mở tệp bằng Excel, lưu lại rồi nhận lại.",
        )
    number = seen.number if seen.kind in {Kind.NUMBER, Kind.PERCENT} else None
    day = seen.day if seen.kind is Kind.DATE else None
    formed = in_form(field, words, number=number, day=day, percent=seen.kind is Kind.PERCENT)
    return Cell(seen.address, words, formed.words, formed.trouble)
