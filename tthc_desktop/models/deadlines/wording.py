"""The words around a time: who gives what to whom, under what condition and to what end."""

import re
from dataclasses import dataclass

_REL = re.compile(
    r"\b(truoc|cham nhat truoc|cham nhat(?: la| vao| den)?|den het|den|het|"
    r"trong vong|trong|tu|sau|ke tu|vao|khoang|du kien)"
    r"(?: \d{1,2} ?(?:gio|h)(?: ?\d\d)?)?(?: (?:ngay|thoi diem))? ?$"
)
_RELS = {
    "truoc": "before", "cham nhat truoc": "before", "trong": "within", "trong vong": "within", "tu": "from",
    "ke tu": "from", "sau": "after", "vao": "on", "khoang": "about", "du kien": "about",
}  # fmt: skip
_DOING = re.compile(
    r"(?:^|[ ,])(?:(?:phai|can) )?"
    r"(?:hoan thanh|xong|thuc hien xong|trong|cham nhat|ngay|thoi han|thoi gian|la|vao|thi)$|:$"
)
_GIVES = re.compile(r"(?:\b(?:tong hop|lap|co trach nhiem|bao cao) ?,? ?)?\b(?:gui|trinh|nop)(?: ve| cho| den)? ")
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
    for first, last in asides:
        flat = flat[:first] + " " * (last - first) + flat[last:]
        line = line[:first] + " " * (last - first) + line[last:]
    end = max(start, end)
    why, purpose = _END.search(line, start, end), ""
    if why:
        purpose, end = _trimmed(line[why.end() : end]), why.start()
    if when := _IF.search(flat, start, end):
        conditions.append(_trimmed(line[when.start() : end]))
        end = when.start()
    return After(_trimmed(line[start:end]), purpose, "; ".join(filter(None, conditions)), "; ".join(sources))


def decides(flat: str) -> bool:
    """Tell whether the words only name another body that settles the time."""
    return bool(_BODY.match(flat) and _DECIDES.fullmatch(flat))


def _trimmed(words: str) -> str:
    return " ".join(words.split()).strip(" ,;.:-–—()")
