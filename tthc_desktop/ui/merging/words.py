"""How returned values and where they come from are said in the review, without Qt."""

from datetime import datetime

from tthc_desktop.models.merge.values import Compared
from tthc_desktop.models.progress.forms import shown
from tthc_desktop.models.progress.values import Field, Origin, Said
from tthc_desktop.models.spans import title

NOTHING, CLEARED, UNKNOWN, UNREAD = "(trống)", "(đơn vị đã xóa)", "(không rõ)", "(không đọc được, F2 để gõ)"


def whose(unit: str, period: str) -> str:
    """Return whose value it is, and for which period when its work has several: Văn phòng Sở · Quý II/2025."""
    return f"{unit} · {title(period) or period}" if period else unit


def value(words: str, field_: Field) -> str:
    """Return a value as people write it."""
    return shown(field_, words) or NOTHING


def sent(one: Compared) -> str:
    """Return what went out to the unit."""
    return UNKNOWN if one.sent is None else value(one.sent, one.spot.field)


def answer(said: Said, field_: Field) -> str:
    """Return what came back."""
    return value(said.words, field_) if said.words else CLEARED


def current(one: Compared) -> str:
    """Return what the office has now."""
    return value(one.current.words if one.current else "", one.spot.field)


def place(origin: Origin | None) -> str:
    """Return where a value stands: Phong-A.xlsx › Bảng 1 › ô H12, nhận 15/03/2026 09:05."""
    if origin is None:
        return "gõ tại cơ quan"
    return f"{origin.file} › {origin.sheet} › ô {origin.cell}, nhận {moment(origin.at)}"


def moment(at: datetime) -> str:
    """Return a time as the clerk's clock shows it."""
    return at.astimezone().strftime("%d/%m/%Y %H:%M")
