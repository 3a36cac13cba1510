"""How far a table goes: where it begins below its title rows and where totals, notes and signatures follow it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tthc_desktop.documents.reading.sheets.tables.grid import View
from tthc_desktop.documents.reading.sheets.tables.headers import Header
from tthc_desktop.documents.reading.sheets.tables.roles import told
from tthc_desktop.documents.reading.text.tables.rows import number_of
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import fold

_OF_OFFICE = r"(giam doc|truong phong|chanh van phong|chu tich|chanh thanh tra|truong ban|bo truong|vien truong)"
_FOOT = re.compile(
    rf"(noi nhan ?:?|nguoi (lap|tong hop|ky)( bieu| bao cao)?|thu truong( don vi| co quan)?|(pho |quyen )?{_OF_OFFICE})"
    r"\s*(\(.*\))?$"
    rf"|(kt|tl|tm|tuq|q)\. ?({_OF_OFFICE}|pho |ubnd|uy ban|thu truong|so\b)|\(ky,? |ky,? (ghi ro|ten)|lap bieu$"
    r"|xac nhan cua|noi nhan ?:|\**\s*ghi chu ?:|\**\s*luu y ?:|- ?luu ?:"
    r"|[^,]{2,40}, ngay\b.{0,8}\bthang\b.{0,8}\bnam\b.{0,6}$"
)
_TOTAL = re.compile(r"(tong (cong|so|hop chung)|tong|cong)( \(.*\)| muc .*| nhom .*| [ivx]+)?\s*:?$")
_NAMES_TABLE = re.compile(r"(phu luc|bang|bieu|danh muc|ke hoach|phan)\b")
_FIRST_NUMBERS = frozenset({"1", "01", "I", "A", "a", "1.1"})
_LONGEST_FOOT = 25


def is_foot(view: View, row: int) -> bool:
    """Tell whether a row belongs to what stands below a table: place and date, who signs, who gets it, notes."""
    own = list(view.own_cells(row).values())
    if not own or len(own) > 3 or number_of(own[0])[0]:
        return False
    return any(_FOOT.match(fold(words)) for words in own if len(words.split()) <= _LONGEST_FOOT)


def is_total(view: View, row: int) -> bool:
    """Tell whether a row only adds up the ones above it."""
    own = list(view.own_cells(row).values())
    return any(words[0] in "TtCc" and _TOTAL.fullmatch(fold(words)) for words in own[:2])


def tables_of(view: View, found: Sequence[Header]) -> list[tuple[Header, int]]:
    """Return each header that begins a table, with the row behind the table's last one."""
    firsts: list[Header] = []
    for header in found:
        if not firsts or not any(_is_again(view, header, other) for other in firsts[-2:]):
            firsts.append(header)
    starts = sorted({header.start for header in firsts})
    limits = {start: _top(view, behind, start) for start, behind in pairwise((*starts, view.height))}
    return [(header, end_of(view, header, limits[header.start])) for header in firsts]


def number_column(header: Header) -> int | None:
    """Return the place of the column of the rows' numbers."""
    proposals = told([titled for _, titled in header.titles], {})
    roles = zip(header.titles, proposals, strict=True)
    return next((place for (place, _), proposal in roles if proposal.role is Role.NUMBER), None)


def _is_again(view: View, header: Header, before: Header) -> bool:
    """Tell whether a header is only the one before once more, as at the top of a page."""
    if _folded(header) != _folded(before) or header.start == before.start:
        return False
    above = header.start - 1
    lone = view.own_cells(above)
    parted = not lone or (len(lone) == 1 and not number_of(next(iter(lone.values())))[0])
    if not parted:
        return True
    place = number_column(header)
    rows = range(header.end, min(header.end + 3, view.height))
    first = next((one for row in rows if place is not None and (one := number_of(view.own(row, place))[0])), "")
    named = any(_NAMES_TABLE.match(fold(words)) for words in lone.values())
    return not (named or first in _FIRST_NUMBERS)


def _folded(header: Header) -> list[tuple[int, str, str]]:
    return [(place, fold(titled.title), fold(titled.over)) for place, titled in header.titles]


def _top(view: View, start: int, after: int) -> int:
    """Return where the title rows of the table whose header is at `start` begin; they are above `after` no more."""
    top = start
    while top - 1 > after and start < view.height:
        own = list(view.own_cells(top - 1).values())
        if len(own) > 1 or (own and (number_of(own[0])[0] or is_foot(view, top - 1))):
            break
        top -= 1
    return top


def end_of(view: View, header: Header, limit: int) -> int:
    """Return the row behind the last one of the table, at most `limit`."""
    place = number_column(header)
    columns = [column for column, _ in header.titles]
    last = header.end - 1
    for row in range(limit - 1, header.end - 1, -1):
        numbered = place is not None and bool(number_of(view.own(row, place))[0])
        filled = sum(bool(view.own(row, column)) for column in columns)
        if numbered or (filled >= min(3, len(columns)) and not is_foot(view, row)):
            last = row
            break
    end = last + 1
    while end < limit and not view.is_blank(end) and not is_foot(view, end) and not is_total(view, end):
        end += 1
    return end
