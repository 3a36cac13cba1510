"""Lines under Nơi nhận: their notes, and the archive line with the unit that drafted the paper (II.9.d)."""

import re
from collections.abc import Iterable

NOTES = {
    "(b/c)": "để báo cáo",
    "(t/h)": "để thực hiện",
    "(p/h)": "để phối hợp",
    "(đ/b)": "để biết",
    "(để báo cáo)": "",
    "(để thực hiện)": "",
    "(để phối hợp)": "",
}
"""The notes behind a recipient, with what they stand for."""
_ORDINARY = re.compile(r"^(?:Phòng|Bộ phận|Ban|Trung tâm|Chi cục|Tổ|Đơn vị)\s+", re.IGNORECASE)
_OF = re.compile(r"\s+(?:thuộc|của|tỉnh|Sở)\b.*", re.IGNORECASE)


def abbreviation(unit: str) -> str:
    """Return how an archive line calls a unit: VP, TCCB, KSTTHC; empty where no name is left."""
    name = _OF.sub("", " ".join(unit.split()))
    if name.casefold().startswith("văn phòng"):
        return "VP"
    return "".join(_initial(word) for word in re.findall(r"\w+", _ORDINARY.sub("", name)) if word.casefold() != "và")


def _initial(word: str) -> str:
    return word if word.isupper() else word[0].upper()


def archive_lines(units: Iterable[str]) -> tuple[str, ...]:
    """Return archive lines without and with the units that may have drafted the paper."""
    named = (abbreviation(unit) for unit in units)
    short = dict.fromkeys(name for name in named if 1 < len(name) <= 8)
    return ("Lưu: VT", *(f"Lưu: VT, {name}" for name in short))
