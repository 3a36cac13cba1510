"""The rows above a table: the paper's kind and title, the table's own, the line `(Kèm theo …)`."""

import re
from dataclasses import dataclass

from tthc_desktop.documents.reading.sheets.tables.grid import View
from tthc_desktop.documents.reading.text.head import heads_paper, kind_at
from tthc_desktop.documents.reading.text.title import is_attached
from tthc_desktop.models.text import fold

_LABEL = re.compile(r"(?:phu luc|bieu(?: mau)?|bang|mau)(?: so)?\s*(?:[ivx]+|\d+[a-z]?|[a-z])?\s*[.:\-–]?$")
_HEAD = re.compile(
    r"(ubnd|uy ban nhan dan|so|bo|cuc|chi cuc|phong|trung tam|van phong|ban|thanh tra|vien|cong hoa xa hoi|doc lap)\b"
    r"|so\s*:|don vi ?:|don vi bao cao"
)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Above:
    """What the rows above a table say; `rows` are those that say it."""

    kind: str = ""
    title: str = ""
    attached: str = ""
    rows: frozenset[int] = frozenset()


def title_of(view: View, first: int, start: int) -> Above:
    """Return what stands in the rows from `first` to before `start`, where a header begins."""
    kind, attached = "", ""
    lines: list[str] = []
    rows: set[int] = set()
    for row in range(first, start):
        own = list(view.own_cells(row).values())
        if len(own) != 1:
            continue
        words = own[0]
        head, _, rest = words.partition("\n")
        if found := kind_at(head):
            kind, lines, rows = found, [], {row}
            words = rest
        elif _LABEL.fullmatch(fold(head)):
            lines, words = [], rest
            rows.add(row)
        if not words.strip():
            continue
        if is_attached(words):
            attached = words
            rows.add(row)
        elif not _is_head(words):
            lines.append(" ".join(words.split()))
            rows.add(row)
    return Above(kind, " ".join(lines), attached, frozenset(rows))


def _is_head(words: str) -> bool:
    """Tell whether the words are those of a paper's head, not of its title."""
    folded = fold(words)
    return heads_paper(words) or len(words.split()) > _LONGEST or bool(_HEAD.match(folded) and len(words.split()) < 9)
