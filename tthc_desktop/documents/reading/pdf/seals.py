"""What digital signatures print on a page: the organisation's stamp line, and boxes that say who signed and when."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.view import Box, around
from tthc_desktop.documents.reading.text.parts import stamp_at
from tthc_desktop.models.plan import Stamp
from tthc_desktop.models.text import fold

_WHO = re.compile(r"(?:(?:nguoi|duoc) ky(?: boi)?|ky boi|(?:digitally )?signed by|ky so boi)\b ?:? ?")
_WHEN = re.compile(
    r"(?:thoi\s+gian\s+ky|ngay\s+ky|gio\s+ky|ky\s+ngay|signing\s+time|date)\s*:?\s*(?=\d)|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{4},?\s+\d{1,2}:\d{2}(?::\d{2})?"
)
_MORE = re.compile(
    r"(?:co quan|to chuc|don vi|email|e-mail|chuc vu|ly do|dia diem|so chung thu|chung thu|reason|location|"
    r"signature valid|signature not verified|chu ky hop le|ky ten)\b\s*:?",
)
_VALID = re.compile(r"signature (?:valid|not verified)|chu ky hop le")
_NEAR = 1.9
"""Sizes between two lines of one signature."""
_ALIGNED = 4.0
_SMALL = 12.0
"""Signatures are printed in letters no larger than this."""
_MOST_LINES = 10


@dataclass(frozen=True, slots=True)
class Seal:
    """The lines that one signature printed: who signed and when, in the words of the page, and its stamp if any."""

    lines: tuple[Line, ...]
    who: str = ""
    when: str = ""
    stamp: Stamp | None = None

    @property
    def box(self) -> Box:
        return around([line.box for line in self.lines])


def take_seals(lines: Sequence[Line]) -> tuple[list[Seal], list[Line]]:
    """Return the signatures among the lines of a page, and the other lines."""
    seals: list[Seal] = []
    taken: set[int] = set()
    for line in lines:
        if id(line) in taken:
            continue
        found = _stamp(line, lines) or _signature(line, lines)
        if found and not taken.intersection(map(id, found.lines)):
            seals.append(found)
            taken.update(map(id, found.lines))
    return seals, [line for line in lines if id(line) not in taken]


def seal_of(lines: Iterable[Line]) -> Seal:
    """Return all that a signature shows as its seal."""
    kept = tuple(lines)
    stamp = stamp_at(" ".join(line.said for line in kept))
    return Seal(kept, _said_behind(kept, _WHO), _said_behind(kept, _WHEN), stamp)


def _stamp(line: Line, lines: Sequence[Line]) -> Seal | None:
    """Return the stamp that begins at a line: number; date; time, on one line or two."""
    if not line.said.startswith("Số") or line.size > _SMALL:
        return None
    held = [line]
    for _ in range(3):
        stamp = stamp_at(" ".join(one.said for one in held))
        if stamp:
            return Seal(tuple(held), stamp=stamp)
        below = _next(held[-1], lines)
        if below is None:
            return None
        held.append(below)
    return None


def _signature(line: Line, lines: Sequence[Line]) -> Seal | None:
    """Return the signature that begins at a line: who, more lines of the same left edge, and when."""
    folded = fold(line.said)
    if line.size > _SMALL or not (_WHO.match(folded) or _VALID.match(folded)):
        return None
    held = [line]
    while len(held) < _MOST_LINES and (below := _next(held[-1], lines)):
        held.append(below)
    last = max((place for place, one in enumerate(held) if _belongs(one)), default=0)
    seal = seal_of(held[: last + 1])
    return seal if seal.when or _VALID.match(folded) else None


def _belongs(line: Line) -> bool:
    folded = fold(line.said)
    return any(pattern.match(folded) for pattern in (_WHO, _WHEN, _MORE)) or bool(_WHEN.search(folded))


def _next(line: Line, lines: Sequence[Line]) -> Line | None:
    """Return the line directly below that begins at the same left edge."""
    below = [
        one
        for one in lines
        if 0 < one.base - line.base < _NEAR * line.size and abs(one.left - line.left) < _ALIGNED and one.size <= _SMALL
    ]
    return min(below, key=lambda one: one.base, default=None)


def _said_behind(lines: Sequence[Line], pattern: re.Pattern[str]) -> str:
    """Return what stands behind the words of a pattern, on to the next line that says something else."""
    for place, line in enumerate(lines):
        match = pattern.search(fold(line.said))
        if not match:
            continue
        if match.group()[0].isdigit():
            return line.said[match.start() :].strip()
        said = _behind(line.said, match.group())
        for more in lines[place + 1 :]:
            if _belongs(more) or pattern is _WHEN:
                break
            said = f"{said} {more.said}"
        return said.strip()
    return ""


def _behind(said: str, label: str) -> str:
    """Return the words behind a label."""
    if ":" in label:
        return said.partition(":")[2].strip()
    return " ".join(said.split()[len(label.split()) :])
