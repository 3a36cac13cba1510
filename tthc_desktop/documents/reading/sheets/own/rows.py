"""The rows of our own sheet: what stands in the cells now, with what only the hidden sheet can say."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tthc_desktop.documents.own_sheets.groups import title_place, title_prefix
from tthc_desktop.documents.own_sheets.records import TITLE_KEY, KeptRow
from tthc_desktop.documents.own_sheets.words import cut, settled, without_note
from tthc_desktop.documents.reading.sheets.book import Kind, Seen, Sheet
from tthc_desktop.documents.reading.sheets.own.marks import covered, raw
from tthc_desktop.documents.reading.sheets.own.works import Said
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import EMPTY, Text, plain

if TYPE_CHECKING:
    from tthc_desktop.documents.reading.sheets.own.table import Taken

_ACROSS = "Ô này gộp sang các cột bên phải; chữ được để ở cột đầu. Hãy bỏ gộp ô rồi ghi từng ô."
_FIELDS = {RowKind.TASK: TASK_FIELDS, RowKind.TARGET: TARGET_FIELDS}


class Place(NamedTuple):
    """A column of the sheet, its place in the exported table (None for a new one), and what it is."""

    at: int
    exported: int | None
    column: Column


class RowReader:
    """Reads the rows of one sheet from top to bottom."""

    def __init__(
        self, sheet: Sheet, table: Table, kept: Sequence[KeptRow], places: Sequence[Place], taken: "Taken"
    ) -> None:
        self._sheet = sheet
        self._table = table
        self._places = places
        self._taken = taken
        self._kept = {row.id: row for row in kept}
        self._above = {row.id: before.id for before, row in pairwise(kept)}
        self._usual = _usual(kept)
        self._group_level = 0
        self._last: tuple[Id, dict[int, Text]] = ("", {})
        self._covered = covered(sheet)
        self.new_rows: set[Id] = set()

    def read(self, line: Sequence[Seen], id_: Id, at: int) -> Row:
        """Return the row of a line, the one at that place of the sheet; `id_` is the identity it carries, if any."""
        kept = self._kept.get(id_)
        if kept is None or id_ in self._taken.rows:
            kept = self._new(line, kept)
            self.new_rows.add(kept.id)
        self._taken.rows.add(kept.id)
        row = self._group(line, kept) if kept.kind is RowKind.GROUP else self._row(self._apart(line, at), kept)
        if kept.kind is RowKind.GROUP:
            self._group_level = kept.level
        else:
            self._usual = kept.kind, kept.level
        return row

    def _new(self, line: Sequence[Seen], copied: KeptRow | None) -> KeptRow:
        """Return what is to be known of a row that the export did not have; a copy is of the kind of what it copies."""
        if copied:
            kind, level = copied.kind, copied.level
        elif self._is_across(line):
            kind, level = RowKind.GROUP, self._group_level
        else:
            kind, level = self._usual
        made = KeptRow(new_id(), self._table.id, kind, level, number=copied.number if copied else "")
        return replace(
            made,
            task_id=new_id() if kind is RowKind.TASK else "",
            target_id=new_id() if kind is RowKind.TARGET else "",
        )

    def _is_across(self, line: Sequence[Seen]) -> bool:
        """Tell whether one cell is merged over all columns after the number's."""
        places = (place for place in self._places if place.exported != 0 or place.column.role is not Role.NUMBER)
        cells = [line[place.at] for place in places]
        return len(cells) > 1 and bool(cells[0].words) and all(seen.fills for seen in cells[1:])

    # A row that is no group

    def _apart(self, line: Sequence[Seen], at: int) -> Sequence[Seen]:
        """Return the line with cells that are merged into one to their left said to be blank, for they are no title."""
        others = self._covered.get(at, frozenset())
        first = next((seen for place, seen in enumerate(line) if place + 1 in others and place not in others), None)
        if first is not None and first.words:
            self._taken.lines.doubt(self._sheet, first.address, _ACROSS)
        return [Seen(seen.address) if place in others else seen for place, seen in enumerate(line)]

    def _row(self, line: Sequence[Seen], kept: KeptRow) -> Row:
        goes_on = bool(kept.id in self._above and self._above[kept.id] == self._last[0])
        work_id = kept.task_id or kept.target_id
        if work_id:
            self._taken.works.begin(work_id, kept.kind, kept.origin_id)
        fields = _FIELDS.get(kept.kind, {})
        own: dict[Id, Text] = {}
        values: dict[int, Text] = {}
        for place in self._places:
            seen, role = line[place.at], place.column.role
            words = self._words(seen, place, kept, goes_on=goes_on)
            if place.exported is not None:
                values[place.exported] = self._shown(words, seen, place, kept, goes_on=goes_on)
            if place.exported in kept.cells:
                own[place.column.id] = words
            elif role in fields and work_id:
                exported = kept.exact.get(str(place.exported), EMPTY)
                self._taken.works.say(work_id, fields[role], Said(words, exported, self._sheet, seen.address))
            elif role is Role.NUMBER:
                self._check_number(seen, kept)
            elif words:
                own[place.column.id] = words
        self._say_unshown(work_id, kept, fields.values())
        self._last = kept.id, values
        return Row(
            kept.id,
            kept.kind,
            kept.level,
            task_id=kept.task_id,
            target_id=kept.target_id,
            cells=self._in_order(own, kept),
            continues=self._columns(kept.continues) if goes_on or not self._follows(kept) else (),
        )

    def _words(self, seen: Seen, place: Place, kept: KeptRow, *, goes_on: bool) -> Text:
        if place.exported is None:
            return plain(raw(seen))
        exact = kept.exact.get(str(place.exported))
        if place.column.role is Role.NUMBER and exact is None and settled(raw(seen)) == settled(kept.number):
            return EMPTY
        if place.exported in kept.below and (seen.fills or not seen.words):
            above = self._last[1].get(place.exported, EMPTY)
            return (above if goes_on else exact) if exact else EMPTY
        return _as_exported(raw(seen), exact)

    def _shown(self, words: Text, seen: Seen, place: Place, kept: KeptRow, *, goes_on: bool) -> Text:
        """Return what stands in a cell, for the row below that may go on from it."""
        if goes_on and place.exported in kept.below and (seen.fills or not seen.words):
            return self._last[1].get(place.exported, EMPTY)
        return words or plain(raw(seen))

    def _check_number(self, seen: Seen, kept: KeptRow) -> None:
        said = settled(raw(seen))
        if said and kept.number and said != settled(kept.number) and not seen.fills:
            self._taken.lines.doubt(
                self._sheet,
                seen.address,
                f"Số thứ tự “{said}” không được lấy: chương trình tự đánh số theo thứ tự và bậc của hàng.",
            )

    def _say_unshown(self, work_id: Id, kept: KeptRow, names: Collection[str]) -> None:
        for name in names:
            words = kept.exact.get(name)
            if words and work_id:
                self._taken.works.say(work_id, name, Said(words, words, self._sheet, ""))

    def check_day(self, line: Sequence[Seen], due: int | None, id_: Id) -> None:
        """Tell of a date beside a deadline that was changed: the words are what is read."""
        kept = self._kept.get(id_)
        if due is None or kept is None or line[due].kind is not Kind.DATE:
            return
        day = line[due].day
        if day and day.isoformat() != kept.day:
            self._taken.lines.doubt(
                self._sheet,
                line[due].address,
                f"Ngày {day:%d/%m/%Y} ở cột hạn không được lấy: chương trình đọc chữ của thời hạn. Hãy sửa chữ đó.",
            )

    # A group

    def _group(self, line: Sequence[Seen], kept: KeptRow) -> Row:
        left = title_place(self._table)
        own: dict[Id, Text] = {}
        title: Text | None = None
        for place in self._places:
            seen = line[place.at]
            words = "" if seen.fills else raw(seen)
            exact = kept.exact.get(str(place.exported))
            if place.exported is not None and place.exported < left:
                if exact or place.exported in kept.cells:
                    own[place.column.id] = _number_words(words, exact, kept)
                else:
                    self._check_number(seen, kept)
            elif title is None and (words or place.exported == left):
                title, beside = self._title(words, kept, exact)
                if beside is not None:
                    own[place.column.id] = beside
            elif words or place.exported in kept.cells:
                own[place.column.id] = _as_exported(words, exact)
        self._last = kept.id, {}
        continues = self._columns(kept.continues)
        cells = self._in_order(own, kept)
        made = Row(kept.id, kept.kind, kept.level, title or EMPTY, cells=cells, continues=continues)
        return replace(made, task_id=kept.task_id, target_id=kept.target_id)

    def _title(self, words: str, kept: KeptRow, beside: Text | None) -> tuple[Text, Text | None]:
        """Return a group's title and, where it was exported so, the words of its own that share the cell."""
        prefix = title_prefix(self._table, kept.level, kept.number)
        exact = kept.exact.get(TITLE_KEY)
        title = str(exact) if exact else ""
        whole = f"{prefix}{title}{' ' if title and beside else ''}{beside or ''}"
        if (exact is not None or beside is not None) and settled(cut(whole)[0]) == settled(words):
            return exact or EMPTY, beside
        bare = words.strip()
        number = prefix.strip()
        if number and bare.startswith(number):
            bare = bare.removeprefix(number).strip()
        return plain(bare), EMPTY if beside is not None else None

    # What both share

    def _in_order(self, own: dict[Id, Text], kept: KeptRow) -> tuple[tuple[Id, Text], ...]:
        first = [self._table.columns[at].id for at in kept.cells if at < len(self._table.columns)]
        order = dict.fromkeys([*(id_ for id_ in first if id_ in own), *own])
        return tuple((id_, own[id_]) for id_ in order)

    def _columns(self, places: Collection[int]) -> tuple[Id, ...]:
        here = {place.exported: place.column.id for place in self._places}
        return tuple(here[at] for at in places if at in here)

    def _follows(self, kept: KeptRow) -> bool:
        return kept.id in self._above


def _usual(kept: Sequence[KeptRow]) -> tuple[RowKind, int]:
    """Return the kind and level that most rows have."""
    counted = Counter((row.kind, row.level) for row in kept if row.kind is not RowKind.GROUP)
    return counted.most_common(1)[0][0] if counted else (RowKind.TASK, 0)


def _number_words(words: str, exact: Text | None, kept: KeptRow) -> Text:
    if exact is None and settled(words) == settled(kept.number):
        return EMPTY
    return _as_exported(words, exact)


def _as_exported(words: str, exact: Text | None) -> Text:
    """Return the exact words where a cell still shows them, else what it shows now; of long ones the rest is joined."""
    if exact is None:
        return plain(words)
    shown, rest = cut(str(exact))
    if settled(shown) == settled(words):
        return exact
    bare, noted = without_note(words)
    return plain(bare + rest) if noted and rest else plain(words)
