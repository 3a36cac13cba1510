"""What the hidden sheet of a unit's workbook says of its sending; nothing in it is believed that is not well formed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from tthc_desktop.documents.reading.sheets.book import Book, Sheet
from tthc_desktop.documents.unit_sheet_form import MARK
from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import MEASURES, REPORTED, Field
from tthc_desktop.models.sending.values import SHEET_VERSION, Sent, SentRow
from tthc_desktop.models.spans import span_of

_LONGEST = 4_000_000
"""No line of a sheet that this program wrote is longer, even where every field is as full as cells can be."""
_MOST_ROWS = 100_000
_NAME = 40_000
_LOST = "Trang tính ẩn của bảng đã hỏng; các hàng được nhận ra theo mã và nội dung. Hãy xem kỹ trước khi nhận."
_ROW_LOST = "Trang tính ẩn của bảng hỏng ở {} hàng; ô của các hàng ấy phải xem lại trước khi nhận."


class _DamagedError(Exception):
    """A line of the hidden sheet is not what was written there."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What was sent, as far as it can be read; `sheet` is the name of the hidden sheet, empty when there is none."""

    sent: Sent | None = None
    groups: frozenset[str] = frozenset()
    """The words of all group headings."""
    sheet: str = ""
    trouble: str = ""
    fields: frozenset[Field] = frozenset(REPORTED)
    """What its columns asked for."""


def carried_in(book: Book) -> tuple[Carried, ...]:
    """Return what each hidden sheet of the workbook says; a sheet of a newer program is a `UserError`."""
    return tuple(_read(book, sheet) for sheet in book.sheets if is_carrying(sheet))


def _read(book: Book, sheet: Sheet) -> Carried:
    first, *others = _lines(sheet) or [""]
    try:
        head = _object(first)
        _look_at_version(head, book.name)
        rows, damaged = _rows(others)
        sent = _sent(head, rows)
        groups = _groups(head)
        missing = _whole(head, "rows", _MOST_ROWS) - len(rows)
    except _DamagedError:
        return Carried(sheet=sheet.name, trouble=_LOST)
    damaged = max(damaged, missing)
    return Carried(sent, groups, sheet.name, _ROW_LOST.format(damaged) if damaged else "", _fields(head))


def is_carrying(sheet: Sheet) -> bool:
    """Tell whether this is the hidden sheet, whatever it is called by now."""
    return any(cell.words.strip() == MARK for row in sheet.rows[:1] for cell in row[:1])


def _lines(sheet: Sheet) -> list[str]:
    return ["".join(cell.words for cell in row if not cell.fills) for row in sheet.rows[1:]]


def _object(line: str) -> Mapping[str, object]:
    if len(line) > _LONGEST:
        raise _DamagedError
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _DamagedError from error
    if not isinstance(value, dict):
        raise _DamagedError
    return value


def _look_at_version(head: Mapping[str, object], name: str) -> None:
    if _whole(head, "version", 10**6) > SHEET_VERSION:
        raise UserError(
            f"Bảng việc “{name}” do phiên bản mới hơn của chương trình lập.",
            "Hãy cập nhật chương trình trên máy này rồi nhận lại tệp.",
        )


def _sent(head: Mapping[str, object], rows: Mapping[Id, SentRow]) -> Sent:
    return Sent(
        version=_whole(head, "version", 10**6),
        sending_id=_words(head, "sending"),
        plan_id=_words(head, "plan"),
        plan_title=_words(head, "title", empty=True),
        unit_id=_words(head, "unit"),
        unit_name=_words(head, "unit_name", empty=True),
        revision=_whole(head, "revision", 10**12),
        at=_time(head),
        rows=rows,
        period=_period(head),
    )


def _period(head: Mapping[str, object]) -> str:
    """Return the period; sheets of form 1 have none."""
    period = _words(head, "period", empty=True) if "period" in head else ""
    if period and span_of(period) is None:
        raise _DamagedError
    return period


def _fields(head: Mapping[str, object]) -> frozenset[Field]:
    """Return what the columns asked for; sheets of form 1 have no figures of targets."""
    named = head.get("fields")
    return frozenset((*REPORTED, *(field for field in MEASURES if isinstance(named, list) and field.value in named)))


def _rows(lines: list[str]) -> tuple[dict[Id, SentRow], int]:
    """Return the rows that can be read, by identity, and the number of those that cannot."""
    rows: dict[Id, SentRow] = {}
    damaged = 0
    for line in filter(None, lines[:_MOST_ROWS]):
        try:
            value = _object(line)
            work_id, row = _words(value, "id"), SentRow(_words(value, "digest", empty=True), dict(_said(value)))
        except _DamagedError:
            damaged += 1
            continue
        if rows.setdefault(work_id, row) != row:
            damaged += 1
    return rows, damaged + max(0, len(lines) - _MOST_ROWS)


def _said(value: Mapping[str, object]) -> Iterator[tuple[Field, str]]:
    said = value.get("said")
    if not isinstance(said, dict):
        raise _DamagedError
    for name, words in said.items():
        if name not in {field.value for field in Field} or not isinstance(words, str) or len(words) > _NAME:
            raise _DamagedError
        yield Field(name), words


def _groups(head: Mapping[str, object]) -> frozenset[str]:
    groups = head.get("groups", [])
    if not isinstance(groups, list) or not all(isinstance(words, str) for words in groups):
        raise _DamagedError
    return frozenset(groups)


def _words(value: Mapping[str, object], key: str, *, empty: bool = False) -> str:
    words = value.get(key)
    if not isinstance(words, str) or not (words or empty) or len(words) > _NAME:
        raise _DamagedError
    return words


def _whole(value: Mapping[str, object], key: str, most: int) -> int:
    number = value.get(key)
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= most:
        raise _DamagedError
    return number


def _time(head: Mapping[str, object]) -> datetime:
    try:
        time = datetime.fromisoformat(_words(head, "at"))
    except ValueError as error:
        raise _DamagedError from error
    if time.utcoffset() is None:
        raise _DamagedError
    return time
