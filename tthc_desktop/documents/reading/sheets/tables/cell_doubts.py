"""What is doubtful of single cells: dates, errors, formulas, words that had to be turned into Unicode or were cut."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tthc_desktop.documents.reading.sheets.book import Book, Kind, Seen
from tthc_desktop.documents.reading.sheets.date_look import moment
from tthc_desktop.documents.reading.sheets.tables.sheet_rows import Reader, SheetRow, over_columns
from tthc_desktop.models.reconciling.incoming import Doubt, IncomingRow, Matter
from tthc_desktop.models.table import Role

_DATE = re.compile(r"(?<![\d/.\-])(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/\-]|\.\d)")
_VIETNAMESE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_YEAR_FIRST = re.compile(r"(?<![\d/.\-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d/\-])")
_SERIAL = re.compile(r"\d{5}")
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050
"""The numbers by which Excel knows the days of the years 2000 to 2099."""
_MONTH = re.compile(r"\d{1,2}[/.\-]\d{4}|.*\b(?:tháng|quý|năm)\b.*", re.IGNORECASE)
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)|#{3,}", re.IGNORECASE)
_MAY_DOUBT = re.compile(r"\d[/.\-]\d|#")
"""What words without it are sure to have none of: a date, an error."""
_CUT = 255
_ENDED = re.compile(r"[.;:!?)”\"]$")
_CENTURY = 2000


class _Said(NamedTuple):
    matter: Matter
    text: str
    suggestion: str = ""
    grave: bool = False


def shown_words(seen: Seen, words: str, role: Role) -> str:
    """Return what a cell would put into the plan: a date that Excel knows as one is written the Vietnamese way."""
    bare = words.strip()
    if seen.kind is not Kind.DATE or seen.day is None or role is Role.NUMBER or bare != seen.words.strip():
        return bare
    match = _VIETNAMESE.fullmatch(bare)
    is_same = match and (int(match[1]), int(match[2]), int(match[3])) == (seen.day.day, seen.day.month, seen.day.year)
    return bare if _MONTH.fullmatch(bare) and not is_same else f"{seen.day:%d/%m/%Y}"


def cell_doubts(reader: Reader, one: SheetRow, row: IncomingRow) -> Iterator[Doubt]:
    """Yield the doubts of a row's own cells, each row of the sheet that it is made of."""
    for at in one.rows:
        for column, place in zip(reader.columns, reader.places, strict=True):
            seen = reader.view.seen(at, place)
            if seen.fills or (not seen.words.strip() and seen.kind is Kind.TEXT):
                continue
            for said in _said(seen, column.role):
                yield Doubt(
                    row.sheet, reader.view.address(at, place), reader.view.shown(at), column.id, said.matter,
                    seen.words.strip(), said.text, said.suggestion, said.grave,
                )  # fmt: skip
    if not one.raw.across:
        yield from _merged(reader, one, row)


def _merged(reader: Reader, one: SheetRow, row: IncomingRow) -> Iterator[Doubt]:
    for place, covered in over_columns(reader, one.rows[0]).items():
        column = reader.columns[reader.places.index(place)]
        if column.role is Role.CONTENT and not any(id_ != column.id for id_ in row.cells):
            continue
        yield Doubt(
            row.sheet, reader.view.address(one.rows[0], place), row.row, column.id, Matter.MERGED,
            reader.view.words(one.rows[0], place),
            f"Ô này gộp qua {covered} cột; chữ được để ở cột đầu. Hãy chia lại nếu thuộc cả các cột kia.",
        )  # fmt: skip


def _said(seen: Seen, role: Role) -> Iterator[_Said]:
    words = seen.words.strip()
    if seen.kind is Kind.TEXT and not seen.legacy and len(words) != _CUT and not _MAY_DOUBT.search(words):
        return
    if seen.kind is Kind.ERROR or _ERROR.fullmatch(words):
        yield _Said(Matter.ERROR, f"Ô có lỗi “{words or '#N/A'}” thay cho nội dung; hãy gõ lại nội dung.", "", True)
        return
    if seen.kind is Kind.FORMULA:
        text = "Ô là công thức mà tệp không có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhập, hoặc gõ lại nội dung."
        yield _Said(Matter.FORMULA, text, "", True)
        return
    if seen.legacy:
        yield _Said(Matter.LEGACY, "Chữ dùng bảng mã cũ đã được chuyển sang Unicode; hãy đọc lại.", words)
    if seen.kind is Kind.DATE and role is not Role.NUMBER:
        yield from _of_date(seen, words, shown_words(seen, words, role))
    elif role is not Role.NUMBER:
        yield from _of_words(words)
        yield from _of_serial(words, role)
    if len(words) == _CUT and not _ENDED.search(words):
        yield _Said(Matter.CUT, "Ô dài đúng 255 chữ và không hết câu: có thể đã bị cắt; hãy so với bản gốc.")


def _of_date(seen: Seen, words: str, meant: str) -> Iterator[_Said]:
    match = _VIETNAMESE.fullmatch(words)
    if meant == words or (match and int(match[1]) == seen.day.day and int(match[2]) == seen.day.month):  # type: ignore[union-attr]
        return
    yield _Said(Matter.DATE, f"Ngày hiện trong tệp là “{words}”, được ghi là {meant}; hãy xem lại.", meant)


def _of_words(words: str) -> Iterator[_Said]:
    for match in _DATE.finditer(words):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        gap = match[2]
        if len(match[4]) == 2 and gap == "/" and _is_day(_CENTURY + year, second, first):
            right = f"{match[1]}/{match[3]}/{_CENTURY + year}"
            suggestion = words.replace(match.group(), right)
            yield _Said(Matter.DATE, f"Năm của ngày “{match.group()}” chỉ có hai chữ số.", suggestion)
        elif len(match[4]) == 4 and not _is_day(year, second, first):
            yield _impossible(words, match, year)
    for match in _YEAR_FIRST.finditer(words):
        if not _is_day(*map(int, match.groups())):
            yield _Said(Matter.DATE, f"Không có ngày {match.group()}; hãy sửa lại.", "", True)


def _of_serial(words: str, role: Role) -> Iterator[_Said]:
    if role is not Role.DEADLINE or not _SERIAL.fullmatch(words):
        return
    when = moment(int(words))
    if when and _FIRST_SERIAL <= int(words) <= _LAST_SERIAL:
        meant = f"{when:%d/%m/%Y}"
        yield _Said(Matter.DATE, f"“{words}” là số Excel dùng cho ngày {meant}; hãy sửa thành ngày ấy.", meant, True)


def _impossible(words: str, match: re.Match[str], year: int) -> _Said:
    first, second = int(match[1]), int(match[3])
    if _is_day(year, first, second):
        right = f"{second:02d}{match[2]}{first:02d}{match[2]}{match[4]}"
        text = f"“{match.group()}” ghi tháng trước ngày; hãy sửa thành {right}."
        return _Said(Matter.DATE, text, words.replace(match.group(), right), True)
    if 1 <= second <= 12 and first > 0:
        last = monthrange(year, second)[1]
        right = f"{last}{match[2]}{match[3]}{match[4] and match[2]}{match[4]}"
        text = f"Không có ngày {match.group()}; tháng {second}/{year} có {last} ngày."
        return _Said(Matter.DATE, text, words.replace(match.group(), right), True)
    return _Said(Matter.DATE, f"Không có ngày {match.group()}; hãy sửa lại.", "", True)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def book_doubts(book: Book) -> tuple[Doubt, ...]:
    """Return what the reader of the file found doubtful."""
    return tuple(Doubt(problem.sheet, problem.cell, 0, "", Matter.OTHER, "", problem.text) for problem in book.problems)
