"""The lines above a signature: who signs for whom (Decree 30/2020, Appendix I, II.7.b)."""

import re
from typing import NamedTuple

from tthc_desktop.models.text import fold


class Capacity(NamedTuple):
    """The lines, and in words when they are right."""

    lines: tuple[str, ...]
    when: str


class _Head(NamedTuple):
    agency: str
    head: str
    deputy: str


_HEADS = (
    _Head(r"^so\b|trung tam|benh vien|vien\b|cong ty|quy\b|bao tang|dai\b|ban quan ly", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    _Head(r"^bo\b", "BỘ TRƯỞNG", "THỨ TRƯỞNG"),
    _Head(r"^chi cuc", "CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG"),
    _Head(r"^(tong )?cuc\b", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"),
    _Head(r"^van phong", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    _Head(r"^thanh tra", "CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA"),
    _Head(r"^truong\b", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
    _Head(r"^phong\b", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    _Head(r"^ban\b", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
)
_COLLECTIVE = re.compile(r"^(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b")
_ABBREVIATED = re.compile(r"^(?:TM|KT|TL|TUQ|Q)\.\s*")
_BY_ORDER = ("CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG")


def capacities(agency: str, known_head: str = "") -> tuple[Capacity, ...]:
    """Return the forms that fit an agency, with its head as it is called there or in the plans so far."""
    bare = fold(agency)
    if found := _COLLECTIVE.search(bare):
        council = found[1] in {"hdnd", "hoi dong nhan dan"}
        return _collective("HỘI ĐỒNG NHÂN DÂN" if council else "ỦY BAN NHÂN DÂN")
    known = next((entry for entry in _HEADS if entry.head == known_head), None)
    entry = known or next((entry for entry in _HEADS if re.search(entry.agency, bare)), _HEADS[0])
    return _of_head(known_head or entry.head, entry.deputy if entry.head == (known_head or entry.head) else "")


def _collective(name: str) -> tuple[Capacity, ...]:
    return (
        Capacity((f"TM. {name}", "CHỦ TỊCH"), "thay mặt tập thể"),
        Capacity((f"TM. {name}", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "thay mặt tập thể, cấp phó ký thay"),
        Capacity(("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "ký thừa lệnh"),
        Capacity(("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "ký thừa ủy quyền"),
        Capacity((f"TM. {name}", "Q. CHỦ TỊCH"), "được giao quyền cấp trưởng"),
    )


def _of_head(head: str, deputy: str) -> tuple[Capacity, ...]:
    below = next(title for title in _BY_ORDER if title != head)
    return (
        Capacity((head,), "người đứng đầu ký"),
        Capacity((f"KT. {head}", deputy or f"PHÓ {head}"), "cấp phó ký thay"),
        Capacity((f"TL. {head}", below), "ký thừa lệnh"),
        Capacity((f"TUQ. {head}", below), "ký thừa ủy quyền"),
        Capacity((f"Q. {head}",), "được giao quyền cấp trưởng"),
    )


def head_of(lines: tuple[str, ...]) -> str:
    """Return the head of the agency that the lines above a signature name: GIÁM ĐỐC of KT. GIÁM ĐỐC."""
    return _ABBREVIATED.sub("", lines[0]).strip() if lines and not lines[0].startswith("TM.") else ""
