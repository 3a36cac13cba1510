"""The columns of a returned sheet, found by their headings wherever they stand by now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from tthc_desktop.documents.reading.sheets.book import Seen, Sheet
from tthc_desktop.documents.unit_sheet_form import IDS
from tthc_desktop.models.progress.values import TITLES, Field
from tthc_desktop.models.sending.workshare import LOCKED
from tthc_desktop.models.text import fold

_DEEPEST = 200
"""No heading of a sheet stands below that many rows, whatever was put above it."""

_FEWEST, _FEWEST_FIELDS, _FEWEST_EXACT = 5, 3, 2
_ALIKE = 0.8
_LONGEST = 80

_OTHER_TITLES: Mapping[Field, tuple[str, ...]] = {
    Field.STATUS: ("trang thai", "tinh hinh", "tien do thuc hien"),
    Field.PERCENT: ("%", "ty le hoan thanh", "ti le hoan thanh", "phan tram hoan thanh", "% ht", "ty le %"),
    Field.RESULT: ("ket qua", "ket qua dat duoc", "noi dung da thuc hien"),
    Field.NUMBER: ("so ky hieu", "so, ky hieu", "so van ban", "so/ky hieu", "so hieu", "so, ky hieu van ban"),
    Field.DAY: ("ngay", "ngay ban hanh", "ngay thang", "ngay van ban", "ngay san pham"),
    Field.TROUBLE: ("kho khan", "vuong mac", "ton tai, vuong mac", "ton tai, han che"),
    Field.PROPOSAL: ("de xuat", "kien nghi", "ghi chu, de xuat"),
    Field.NUMERATOR: ("so dat", "so dat duoc", "so dat duoc (b)", "tu so", "b"),
    Field.DENOMINATOR: ("tong so", "tong", "mau so", "a"),
    Field.VALUE: ("gia tri dat", "gia tri", "so lieu dat duoc", "ty le dat", "ty le dat duoc"),
    Field.AS_OF: ("tinh den", "den ngay", "so lieu den ngay", "ngay so lieu", "thoi diem so lieu"),
}
_WORDS: Mapping[str, tuple[str, ...]] = {
    **{f"locked {key}": (fold(title),) for key, title in LOCKED.items()},
    **{f"field {key}": (fold(title), *_OTHER_TITLES.get(key, ())) for key, title in TITLES.items()},
}

_TITLES = frozenset(words for spellings in _WORDS.values() for words in spellings)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the heading and each column stand, counted within `Sheet.rows`; `ids` is None when that column is gone."""

    row: int
    locked: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[Field, int] = field(default_factory=dict)
    ids: int | None = None

    @property
    def found(self) -> frozenset[int]:
        """All columns that are known."""
        return frozenset((*self.locked.values(), *self.fields.values(), *([] if self.ids is None else [self.ids])))


def columns_of(sheet: Sheet) -> Columns | None:
    """Return the columns below the row that is most like the heading of a unit's sheet; None when no row is."""
    found = [columns for row in range(min(len(sheet.rows), _DEEPEST)) if (columns := _in_row(sheet, row))]
    return max(found, key=lambda columns: (len(columns.found), -columns.row), default=None)


def _in_row(sheet: Sheet, row: int) -> Columns | None:
    cells = [("" if cell.fills else fold(cell.words)) for cell in sheet.rows[row]]
    if sum(words in _TITLES for words in cells) < _FEWEST_EXACT:
        return None
    placed = _placed(cells)
    locked = {key: placed[f"locked {key}"] for key in LOCKED if f"locked {key}" in placed}
    fields = {key: placed[f"field {key}"] for key in Field if f"field {key}" in placed}
    if len(placed) < _FEWEST or len(fields) < _FEWEST_FIELDS:
        return None
    return Columns(row, locked, fields, cells.index(fold(IDS)) if fold(IDS) in cells else None)


def _placed(cells: list[str]) -> dict[str, int]:
    """Return the column of each title: the surest first, of equal ones the one farthest to the left."""
    pairs = sorted(
        (-sureness, at, title)
        for at, words in enumerate(cells)
        for title in _WORDS
        if (sureness := _sureness(words, title))
    )
    placed: dict[str, int] = {}
    taken: set[int] = set()
    for _, at, title in pairs:
        if title not in placed and at not in taken:
            placed[title] = at
            taken.add(at)
    return placed


@lru_cache(1 << 12)
def _sureness(words: str, title: str) -> float:
    """Return how surely a heading is meant: 1 for the title itself, 0 for another heading."""
    if not words or len(words) > _LONGEST:
        return 0
    own, *others = _WORDS[title]
    if words == own:
        return 1
    if words in others:
        return 0.95
    likeness = SequenceMatcher(None, words, own).ratio()
    if len(words) > 5 and (own in words or words in own):
        return max(likeness, 0.85)
    return likeness if likeness >= _ALIKE else 0


def ids_column(sheet: Sheet, columns: Columns, known: frozenset[str]) -> int | None:
    """Return the column of identities, by its heading or, when that is gone, by the identities in it."""
    if columns.ids is not None:
        return columns.ids
    width = len(sheet.rows[columns.row])
    free = [at for at in range(width) if at not in columns.found]
    counted = {at: sum(row[at].words in known for row in sheet.rows[columns.row + 1 :]) for at in free}
    best = max(counted, key=lambda at: counted[at], default=None)
    return best if best is not None and counted[best] else None


def strange_columns(sheet: Sheet, columns: Columns) -> Iterator[tuple[Seen, Seen]]:
    """Yield the heading and the first words of each column that is none of ours and says something."""
    for at, heading in enumerate(sheet.rows[columns.row]):
        if at in columns.found:
            continue
        below = (row[at] for row in sheet.rows[columns.row + 1 :])
        if first := next((cell for cell in below if cell.words.strip() and not cell.fills), None):
            yield heading, first
