"""Words that stand for several units at once: which units of the register they mean.

`Phòng` means the rooms with office and inspectorate, `phòng chuyên môn` only what is called Phòng …, `đơn vị trực
thuộc` all other units, `đơn vị` alone every unit; `trung tâm`, `chi cục`, `bộ phận` … only those that are called so.
`Sở, ban, ngành` and `UBND các xã` mean units that are called so, of which a Sở has none inside. Heads of the office
are never meant.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from tthc_desktop.models.text import fold
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.spelling import key

_NOUN = r"(?:phong|ban|don vi|co quan|to chuc|ca nhan|so|nganh|trung tam|chi cuc)"
_COLLECTIVE = re.compile(
    r"(?:(?:toan the|tat ca|toan bo|moi|nhung) )?cac\b.*|(?:toan the|tat ca|moi|nhung) .*|ubnd (?:cac|cap)\b.*"
    r"|toan (?:so|co quan|don vi)\b.*|(?:can bo|cong chuc|vien chuc)(?: (?:cong chuc|vien chuc|nguoi lao dong))*"
    r"|(?:lanh dao|thu truong|truong|nguoi dung dau|cong chuc|can bo)(?: \w+){0,3}? cac .*"
    rf"|{_NOUN}(?: {_NOUN})*"
    r"(?: (?:chuyen mon|nghiep vu|truc thuoc|su nghiep|thuoc|lien quan|co|khac|con lai|duoc)\b.*)?"
)
_STAFFING = re.compile(r"(?:phong|ban) to chuc(?: (?:so|tinh uy|thanh uy|huyen uy))?")
"""Units called after their staffing, whose names are made of two nouns; a list of nouns has a comma: phòng, tổ chức."""
_NARROWED = re.compile(
    r" (?:co(?! quan| so)|duoc|lien quan|theo|khi|de|cu|trong|tren|tai|cua|chu tri|phoi hop|trien khai|thuc hien"
    r"|(?<!truc )thuoc)\b.*"
)
_IN_PARENTHESES = re.compile(r"\([^()]*\)?")
_WHOLE_OFFICE = re.compile(r"toan (?:so|co quan|don vi)\b")
_OTHERS = re.compile(r"\b(?:khac|con lai)\b")
_PEERS = re.compile(r"(?<!co )(?<!doi )(?<!nghe )\bso\b|\bnganh\b|(?<!can )(?<!noi )\bbo\b(?! phan)")
_PEER_NAME = re.compile(
    r"(?:so|bo(?! phan)|ban(?! giam doc)|cong an|thanh tra (?:tinh|thanh pho|chinh phu)"
    r"|van phong (?:ubnd|hdnd|doan|tinh|chinh phu)|kho bac|thue|bao hiem|ngan hang)\b"
)
_HEAD = re.compile(r"(?:lanh dao|ban giam doc|giam doc|pho giam doc|chu tich|dang uy|chi bo)\b")
_ROOM = re.compile(r"(?:phong|van phong|thanh tra)\b")
_OUTSIDE = re.compile(
    r"\b(?:ubnd|huyen|xa|phuong|doan the|doanh nghiep|hoi|ca nhan|to chuc|bao|dai|dia phuong|nguoi dan|cong dan"
    r"|co quan|co so)\b"
)
_CONCERNED = re.compile(r"(?:cac )?(?:(?:phong|don vi|co quan|bo phan|dia phuong|ban|nganh) )+(?:co )?lien quan")
_KINDS = re.compile(
    r"\b(?:trung tam|chi cuc|truong|benh vien|vien(?! chuc)|quy|bo phan|to(?! chuc)|doi|thanh tra|van phong|ban)\b"
)


@lru_cache(1 << 14)
def is_collective(words: str) -> bool:
    """Tell whether words stand for several units: Các phòng, đơn vị thuộc Sở; Đơn vị liên quan; UBND các xã."""
    return _COLLECTIVE.fullmatch(key(words)) is not None and _STAFFING.fullmatch(fold(words).strip()) is None


@lru_cache(1 << 14)
def means_others(words: str) -> bool:
    """Tell whether the units named beside these words are left out: các phòng, đơn vị còn lại."""
    return is_collective(words) and _OTHERS.search(nouns_of(words)) is not None


@lru_cache(1 << 14)
def means_whom_it_concerns(words: str) -> bool:
    """Tell whether collective words mean any units that something concerns: các cơ quan, đơn vị liên quan."""
    return is_collective(words) and _CONCERNED.fullmatch(key(_IN_PARENTHESES.sub(" ", words))) is not None


def is_head(words: str) -> bool:
    """Tell whether words name who heads the office, or its Party committee: Ban Giám đốc Sở."""
    return _HEAD.match(key(words)) is not None


def means_peers(words: str) -> bool:
    """Tell whether collective words mean bodies of the rank of an office: các sở, ban, ngành; các bộ."""
    return _PEERS.search(nouns_of(words)) is not None


def means_outside(words: str) -> bool:
    """Tell whether collective words mean other bodies than units: các sở, ban, ngành; UBND các xã; tổ chức, cá nhân."""
    nouns = nouns_of(words)
    if _WHOLE_OFFICE.match(nouns):
        return False
    if means_peers(words):
        return True
    return _OUTSIDE.search(nouns) is not None and not re.search(r"\b(?:phong|don vi)\b", nouns)


def covered(nouns: str, units: Mapping[Unit, str]) -> tuple[Unit, ...]:
    """Return the units inside the office that the nouns of collective words mean, in the register's order.

    Each unit comes with what it is called in the time of these words.
    """
    keyed = {unit: key(name) for unit, name in units.items() if unit.kind is UnitKind.INSIDE}
    inside = {unit: name for unit, name in keyed.items() if not _HEAD.match(name)}
    if _WHOLE_OFFICE.match(nouns):
        return tuple(inside)
    if _PEERS.search(nouns):
        return tuple(unit for unit, name in inside.items() if _PEER_NAME.match(name))
    if "ubnd" in nouns:
        return tuple(unit for unit, name in inside.items() if name.startswith("ubnd"))
    rooms = re.search(r"(?<!van )\bphong\b", nouns)
    if "don vi" in nouns:
        subordinate = re.search(r"\b(?:truc thuoc|su nghiep)\b", nouns) and not rooms
        others = tuple(unit for unit, name in inside.items() if subordinate and not _ROOM.match(name))
        return others or tuple(inside)
    return _called(nouns, inside, professional="chuyen mon" in nouns or "nghiep vu" in nouns)


def _called(nouns: str, inside: dict[Unit, str], *, professional: bool) -> tuple[Unit, ...]:
    """Return the units that are called what the words name; all where the words name nothing that is known."""
    kinds = set(_KINDS.findall(nouns))
    if re.search(r"(?<!van )\bphong\b", nouns):
        kinds = (kinds - {"ban"}) | {"phong"} | (set() if professional else {"van phong", "thanh tra"})
    if not kinds:
        return () if _OUTSIDE.search(nouns) else tuple(inside)
    return tuple(
        unit for unit, name in inside.items() if any(name.startswith(f"{kind} ") or name == kind for kind in kinds)
    )


def nouns_of(words: str) -> str:
    """Return the words before what narrows them: thuộc Sở, có thủ tục hành chính, được giao …"""
    others = _OTHERS.search(key(words))
    nouns = _NARROWED.sub("", key(_IN_PARENTHESES.sub(" ", words)))
    return nouns if others is None or _OTHERS.search(nouns) else f"{nouns} {others.group()}"
