"""From the bytes of an .ods file to what was seen in it."""

import re
from collections.abc import Mapping

from tthc_desktop.documents.reading.sheets.archive import DAMAGES, Archive, damaged, locked
from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.sheets.date_look import serial
from tthc_desktop.documents.reading.sheets.found import Contents
from tthc_desktop.documents.reading.sheets.iso_moments import iso_moment
from tthc_desktop.documents.reading.sheets.look import Shower, seen_truth
from tthc_desktop.documents.reading.sheets.ods.cells import CellReader
from tthc_desktop.documents.reading.sheets.ods.styles import StyleReader, Styles
from tthc_desktop.documents.reading.sheets.xml_events import DamagedXmlError, read_events
from tthc_desktop.errors import UserError

_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)")
_NUMBERS = {"float", "percentage", "currency"}
_SHOWER = Shower()


def read_ods(archive: Archive) -> Contents:
    """Return every sheet, also the hidden ones."""
    try:
        return _contents(archive)
    except (DamagedXmlError, *DAMAGES) as error:
        raise damaged(archive.file) from error


def _contents(archive: Archive) -> Contents:
    if _is_locked(archive):
        raise locked(archive.file)
    styles = Styles()
    reader = CellReader(styles, lambda own, words, style: _seen(own, words, styles.code(style)))
    for part in ("styles.xml", "content.xml"):
        if part in archive:
            _read_styles(archive, part, styles)
    with archive.open("content.xml") as stream:
        read_events(stream, reader.begin, reader.end, reader.say)
    if not reader.sheets:
        raise UserError(f"Tệp “{archive.file}” không có trang tính nào.", "Hãy chọn tệp có bảng dữ liệu cần nhập.")
    return Contents(reader.sheets)


def _is_locked(archive: Archive) -> bool:
    if "encrypted-package" in archive:
        return True
    if "META-INF/manifest.xml" not in archive:
        return False
    with archive.open("META-INF/manifest.xml") as stream:
        return b"encryption-data" in stream.read(1_000_000)


def _read_styles(archive: Archive, part: str, styles: Styles) -> None:
    reader = StyleReader(styles)
    with archive.open(part) as stream:
        read_events(
            stream,
            lambda name, attributes: reader.begin(
                name, {key.rpartition("}")[2]: attributes[key] for key in attributes}
            ),
            reader.end,
            reader.say,
        )


def _seen(own: Mapping[str, str], words: str, code: str) -> Seen | None:
    kind = own.get("value-type", "")
    if own.get("calcext:value-type") == "error":
        return Seen("", words.strip() or "#N/A", Kind.ERROR)
    if kind in _NUMBERS:
        return _number(own.get("value", ""), words, "0%" if kind == "percentage" and not code else code)
    if kind == "date":
        return _day(own.get("date-value", ""), words, code)
    if kind == "time":
        return _time(own.get("time-value", ""), words, code)
    if kind == "boolean":
        return seen_truth("", own.get("boolean-value") == "true")
    words = words or own.get("string-value", "")
    if "formula" in own and not kind:
        return Seen("", words, Kind.FORMULA)
    return Seen("", words) if words.strip() else None


def _number(value: str, words: str, code: str) -> Seen:
    try:
        return _SHOWER.seen("", float(value), code)
    except ValueError:
        return Seen("", words)


def _day(value: str, words: str, code: str) -> Seen:
    day = iso_moment(value)
    if day is None:
        return Seen("", words)
    return _SHOWER.seen("", serial(day), code if _says_time(code) else "dd/mm/yyyy hh:mm")


def _says_time(code: str) -> bool:
    return any(letter in code.lower() for letter in "ymdhs")


def _time(value: str, words: str, code: str) -> Seen:
    spent = _TIME.match(value)
    if spent is None:
        return Seen("", words)
    hours, minutes, seconds = map(int, spent.groups())
    return _SHOWER.seen("", (hours * 3600 + minutes * 60 + seconds) / 86_400, code if _says_time(code) else "h:mm")
