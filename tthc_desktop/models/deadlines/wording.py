"""The words around a time: who gives what to whom, under what condition and to what end."""

import re
from dataclasses import dataclass

_REL = re.compile(
    r"\b(truoc|cham nhat truoc|cham nhat(?: la| vao| den)?|muon nhat|khong qua|han (?:cuoi(?: cung)?|chot)(?: la)?|"
    r"den het|den|het|trong vong|trong thoi han|trong|tu|(?<!thu )sau|ke tu|vao|khoang|du kien):?"
    r"(?: \d{1,2} ?(?:gio|h)(?: ?\d\d)?(?: phut)?)?(?: (?:sang|chieu|toi))?,?(?: (?:ngay|thoi diem))? ?$"
)
_RELS = {
    "truoc": "before", "cham nhat truoc": "before", "trong": "within", "trong vong": "within",
    "trong thoi han": "within", "khong qua": "within", "tu": "from",
    "ke tu": "from", "sau": "after", "vao": "on", "khoang": "about", "du kien": "about",
}  # fmt: skip
_DOING = re.compile(
    r"(?:^|[ ,])(?:(?:phai|can) )?"
    r"(?:hoan thanh|xong|thuc hien xong|trong|cham nhat|ngay|thoi han|thoi gian|la|vao|thi|bat dau|tu nay|khong qua|"
    r"(?:sang |chieu )?thu (?:[2-7]|hai|ba|tu|nam|sau|bay),?|sang|chieu|cuoi gio|cuoi gio (?:chieu|lam viec))$|:$"
)
_GIVES = re.compile(r"(?:\b(?:tong hop|lap|co trach nhiem|bao cao) ?,? ?)?\b(?:gui|trinh|nop)(?: ve| cho| den)? ")
_GIVEN = re.compile(r"(?:bao cao|ke hoach|danh muc|phuong an|so lieu|ho so|du thao|ket qua|tong hop)\b")
_BODY = re.compile(
    r"(?:(?:cac )?(?:van phong|vp|ubnd|uy ban|hdnd|so|bo|phong|chi cuc|cuc|trung tam|thanh tra)|chu tich|thu tuong)\b"
)
_TO_BODY = re.compile(r"\b(?:ve|cho|den|bao cao) (?=(?:van phong|vp |ubnd|uy ban|so |bo |chu tich|thu tuong))")
_END = re.compile(r"(?:^|[ ,])(?:để|nhằm) (?=\w)", re.IGNORECASE)
_IF = re.compile(r"(?:^|[ ,])(?:neu|doi voi truong hop) (?=\w)")
_DECIDES = re.compile(r".{2,60} (?:to chuc|chu tri|quyet dinh|thong bao|trien khai|huong dan|yeu cau)")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a time."""

    rel: str = ""
    about: bool = False
    actor: str = ""
    recipient: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class After:
    """What stands after a time."""

    rest: str = ""
    purpose: str = ""
    condition: str = ""
    source: str = ""


def before(line: str, flat: str, start: int, end: int) -> Before:
    """Return what the words up to a time say."""
    tie = _REL.search(flat[max(start, end - 40) : end])
    rel = _RELS.get(tie.group(1), "by") if tie else ""
    end = max(start, end - 40) + tie.start() if tie else end
    while worn := _DOING.search(flat[max(start, end - 40) : end].rstrip()):
        end = max(start, end - 40) + worn.start()
    words, told = line[start:end], flat[start:end]
    gives = _GIVES.search(told)
    if not gives:
        return Before(rel, scope=_trimmed(words))
    actor, given, plain = _trimmed(words[: gives.start()]), words[gives.end() :], told[gives.end() :]
    if _GIVEN.match(told.lstrip()) and actor:
        to = _BODY.match(plain)
        return Before(rel, scope=actor if to else _trimmed(words), recipient=_trimmed(given) if to else "")
    if _BODY.match(plain):
        return Before(rel, actor=actor, recipient=_trimmed(given))
    to = _TO_BODY.search(plain)
    if to:
        return Before(rel, actor=actor, scope=_trimmed(given[: to.start()]), recipient=_trimmed(given[to.end() :]))
    return Before(rel, actor=actor, scope=_trimmed(given))


def after(line: str, flat: str, start: int, end: int, asides: list[tuple[int, int]]) -> After:
    """Return what the words from a time on say; what stands in brackets is a condition or where the rule is found."""
    conditions: list[str] = []
    sources: list[str] = []
    for first, last in asides:
        inner = _trimmed(line[first:last].strip("()"))
        (sources if re.search(r"\btheo\b", flat[first:last]) else conditions).append(inner)
    words, told = _without(line[start:end], start, asides), _without(flat[start:end], start, asides)
    purpose = ""
    if why := _END.search(words):
        purpose, words, told = _trimmed(words[why.end() :]), words[: why.start()], told[: why.start()]
    if when := _IF.search(told):
        conditions.append(_trimmed(words[when.start() :]))
        words = words[: when.start()]
    return After(_trimmed(words), purpose, "; ".join(filter(None, conditions)), "; ".join(sources))


def _without(words: str, start: int, asides: list[tuple[int, int]]) -> str:
    """Return words that begin at a place of the line with blanks for what stands in brackets."""
    letters = list(words)
    for first, last in asides:
        within = range(max(first - start, 0), min(last - start, len(letters)))
        letters[within.start : within.stop] = " " * len(within)
    return "".join(letters)


def decides(flat: str) -> bool:
    """Tell whether the words only name another body that settles the time."""
    return bool(_BODY.match(flat) and _DECIDES.fullmatch(flat))


def _trimmed(words: str) -> str:
    bare = " ".join(words.split()).strip(" ,;.:-–—")
    return bare if bare.count("(") == bare.count(")") else bare.strip("() ")
