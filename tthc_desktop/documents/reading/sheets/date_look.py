"""A day or a time as its format shows it, in the Vietnamese order.

A whole date in digits is always shown as 15/02/2025, whatever its order and its separators, so that 02/03/2025 can
mean one day only. Part of a date (d.m, mm/yyyy) and words in it ("Ngày" d "tháng" m) are shown as the format says.
"""

from datetime import date, datetime, timedelta

from tthc_desktop.documents.reading.sheets.number_format import Piece, Section

LATEST = 2_958_466
"""31/12/9999 and a day: Excel shows no later one."""
_SINCE_1904 = 1462
_FIRST_TRUE = 61
"""Excel counts a 29/02/1900 that never was: days before it are one less."""
_SECONDS = 86_400
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_SEPARATORS = set(" -/.,\u00a0")


def moment(value: float, *, since_1904: bool = False) -> datetime | None:
    """Return the day and time that a number stands for, None when it is none; seconds are whole."""
    value += _SINCE_1904 if since_1904 else 0
    if not 0 <= value < LATEST:
        return None
    days, seconds = divmod(round(value * _SECONDS), _SECONDS)
    if days < _FIRST_TRUE:
        days += 1
    if days >= LATEST:
        return None
    return datetime(1899, 12, 30) + timedelta(days=days, seconds=seconds)  # noqa: DTZ001 - a cell has no time zone


def serial(when: date) -> float:
    """Return the number by which Excel knows a day and its time."""
    whole = when if isinstance(when, datetime) else datetime(when.year, when.month, when.day)  # noqa: DTZ001
    passed = whole.replace(tzinfo=None) - datetime(1899, 12, 30)  # noqa: DTZ001
    days = passed.days - (passed.days < _FIRST_TRUE)
    return days + passed.seconds / _SECONDS


def has_day(section: Section) -> bool:
    """Tell whether a part of a format shows a year, a month or a day, and not the time alone."""
    parts = _parts(section)
    return any(said[0] in "ydM" for kind, said in parts if kind is Piece.DAY)


def whole_day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def date_look(when: datetime, value: float, section: Section) -> str:
    """Return a day or a time as this part of a format shows it."""
    parts = _parts(section)
    usual = _usual(when, parts)
    if usual:
        return usual
    halved = any(kind is Piece.NOON for kind, _ in parts)
    shown = []
    for at, (kind, said) in enumerate(parts):
        if kind is Piece.DAY:
            shown.append(_part(when, said, halved=halved))
        elif kind is Piece.ELAPSED:
            shown.append(_elapsed(value, said))
        elif kind is Piece.NOON:
            shown.append("SA" if when.hour < 12 else "CH")
        elif kind is not Piece.DIGIT and not _begins_fraction(parts, at):
            shown.append(said)
    return "".join(shown).strip(" ,")


def _begins_fraction(parts: list[tuple[Piece, str]], at: int) -> bool:
    """Tell whether a point begins parts of a second, which no office writes down."""
    return parts[at][1] in ".," and at + 1 < len(parts) and parts[at + 1][0] is Piece.DIGIT


def _parts(section: Section) -> list[tuple[Piece, str]]:
    """Return the pieces with M for a month and m for a minute."""
    parts = list(section.pieces)
    clock = [at for at, (kind, _) in enumerate(parts) if kind in {Piece.DAY, Piece.ELAPSED}]
    for order, at in enumerate(clock):
        kind, said = parts[at]
        if kind is Piece.DAY and said[0] == "m":
            before = parts[clock[order - 1]][1] if order else ""
            after = parts[clock[order + 1]][1] if order + 1 < len(clock) else ""
            is_minute = len(said) <= 2 and (before[:1] == "h" or after[:1] == "s")
            parts[at] = kind, said if is_minute else said.upper()
    return parts


def _usual(when: datetime, parts: list[tuple[Piece, str]]) -> str:
    """Return the usual form of a whole date, or of a month named in part of one; empty for any other format."""
    if any(kind is not Piece.DAY and not set(said) <= _SEPARATORS | {":"} for kind, said in parts):
        return ""
    named = [said for kind, said in parts if kind is Piece.DAY]
    kinds = {said[0] for said in named if said not in {"ddd", "dddd"}}
    time = f" {when:%H:%M}" if "h" in kinds and (when.hour or when.minute) else ""
    if kinds >= {"d", "M", "y"}:
        return whole_day(when) + time
    if not any(len(said) in {3, 4} and said[0] == "M" for said in named):
        return ""
    if kinds == {"d", "M"}:
        return f"{when.day:02}/{when.month:02}"
    return f"{when.month:02}/{when.year:04}" if kinds == {"M", "y"} else ""


def _part(when: datetime, said: str, *, halved: bool) -> str:
    size = len(said)
    match said[0]:
        case "y":
            return f"{when.year:04}" if size > 2 else f"{when.year % 100:02}"
        case "M" if size > 2:
            return f"Tháng {when.month}" if size != 5 else f"T{when.month}"
        case "M":
            return f"{when.month:0{size}}"
        case "d":
            return _WEEKDAYS[when.weekday()] if size > 2 else f"{when.day:0{size}}"
        case "h":
            hour = (when.hour - 1) % 12 + 1 if halved else when.hour
            return f"{hour:0{min(size, 2)}}"
        case "m":
            return f"{when.minute:0{min(size, 2)}}"
        case _:
            return f"{when.second:0{min(size, 2)}}"


def _elapsed(value: float, said: str) -> str:
    seconds = round(value * _SECONDS)
    spent = seconds // {"h": 3600, "m": 60, "s": 1}[said[0]]
    return f"{spent:0{len(said)}}"
