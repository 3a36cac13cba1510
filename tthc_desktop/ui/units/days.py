"""Days as they are typed into the register of units."""

import re
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.text import clean

_DAY = re.compile(r"(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})")


def day_shown(day: date | None) -> str:
    """Return a day as a cell shows it, nothing for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def day_typed(words: str) -> date:
    """Return the day that was typed."""
    found = _DAY.fullmatch(" ".join(clean(words).split()))
    try:
        day, month, year = map(int, found.groups() if found else ())
        return date(year, month, day)
    except ValueError:
        what = f"Ngày “{words.strip()[:40]}” không có trong lịch." if words.strip() else "Chưa ghi ngày."
        raise UserError(what, "Hãy ghi đủ ngày, tháng, năm, ví dụ 01/07/2025.") from None


def day_or_none(words: str) -> date | None:
    """Return the day that was typed, None where nothing was."""
    return day_typed(words) if words.strip() else None
