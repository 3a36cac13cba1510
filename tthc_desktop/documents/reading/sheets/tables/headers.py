"""Where the tables of a sheet have their headers: one to three rows that name columns of tasks or targets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.sheets.tables.grid import View
from tthc_desktop.documents.reading.sheets.tables.roles import Known, Titled, told
from tthc_desktop.documents.reading.text.tables.rows import number_of
from tthc_desktop.models.reconciling.remembering import heading_words
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import fold

_MOST_ROWS = 3
_LONGEST = 16
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2}|[A-ZĐ])\)?(\s*=.*)?")
_SIGNS = frozenset({Role.LEAD, Role.COORDINATE, Role.RESULT, Role.DEADLINE, Role.VALUE})
_FOREIGN = re.compile(
    r"^ho (va |, )?ten|ho ten|ngay sinh|nam sinh|^so luong|don gia|thanh tien|^luong|he so|phu cap|^phi\b"
    r"|le phi|kinh phi|thoi han giai quyet|linh vuc|ma (so|tthc|thu tuc)|dia chi|dien thoai|email|so tai khoan"
    r"|gioi tinh|^diem\b|muc do|cach thuc|doi tuong|ten (thu tuc|tthc)|ton kho|xep loai|tiep nhan|ngay cong"
)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its rows from `start` to before `end`, and the titles of its leaf columns by place."""

    start: int
    end: int
    titles: tuple[tuple[int, Titled], ...]
    said: frozenset[str] = frozenset()
    """All its titles, folded."""


def header_of(start: int, end: int, titles: tuple[tuple[int, Titled], ...]) -> Header:
    """Return the header with these titles."""
    words = (one for _, titled in titles for one in (titled.title, *titled.over.split(" – ")))
    return Header(start, end, titles, frozenset(fold(one) for one in words if one))


def headers(view: View, known: Known) -> list[Header]:
    """Return every header on the sheet, repeated ones too, from the top; tables beside each other have one each."""
    found: list[Header] = []
    row = 0
    while row < view.height:
        header = _header_at(view, row, known)
        if header is None:
            row += 1
            continue
        found += _parted(header)
        row = header.end
    return found


def titles_in(view: View, start: int, end: int) -> tuple[tuple[int, Titled], ...]:
    """Return the titles of the columns that have any in these rows."""
    merged = any(view.seen(row, at).fills for row in range(start, end) for at in range(view.width))
    found: list[tuple[int, Titled]] = []
    wide = ""
    for column in range(view.width):
        stack = [words for row in range(start, end) if (words := view.words(row, column))]
        stack = [words for at, words in enumerate(stack) if at == 0 or words != stack[at - 1]]
        if not merged and end - start > 1:
            wide = view.words(start, column) or wide
            if stack and not view.words(start, column) and wide:
                stack.insert(0, wide)
        if stack:
            found.append((column, Titled(stack[-1], " – ".join(stack[:-1]))))
    return tuple(found)


def counts_columns(view: View, row: int) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3), or A B 1 2."""
    words = list(view.own_cells(row).values())
    return len(words) > 2 and len(set(words)) == len(words) and all(_COLUMN_NUMBER.fullmatch(one) for one in words)


def repeats(view: View, row: int, header: Header) -> bool:
    """Tell whether a row is a row of the header once more."""
    own = view.own_cells(row).values()
    return len(own) >= 2 and all(fold(words) in header.said for words in own)


def _header_at(view: View, row: int, known: Known) -> Header | None:
    own = view.own_cells(row)
    if not _may_head(own):
        return None
    first = told([Titled(words) for words in own.values()], known)
    sure = sum(proposal.role is not Role.FREE for proposal in first)
    if sure < 2 and not any(proposal.role is Role.NUMBER for proposal in first):
        return None
    end = row + 1
    while end < min(row + _MOST_ROWS, view.height) and _goes_on(view, row, end, known):
        end += 1
    for last in range(end, row, -1):
        titles = titles_in(view, row, last)
        if _tells([titled for _, titled in titles], known):
            return header_of(row, _behind_numbers(view, last), titles)
    return None


def _behind_numbers(view: View, row: int) -> int:
    """Return the first row from `row` on that does not only number the columns."""
    while row < view.height and counts_columns(view, row):
        row += 1
    return row


def _may_head(own: Mapping[int, str]) -> bool:
    words = list(own.values())
    if len(words) < 2 or number_of(words[0])[0] or any(len(one) > 200 for one in words):
        return False
    return all(len(one.split()) <= _LONGEST and not one.replace(".", "").isdecimal() for one in words)


def _tells(titles: Sequence[Titled], known: Known) -> bool:
    """Tell whether headings name a table of tasks or targets and not one of other things."""
    proposals = told(titles, known)
    roles = [proposal.role for proposal in proposals]
    remembered = any(heading_words(*titled) in known for titled in titles)
    named = sum(role is not Role.FREE for role in roles)
    if Role.CONTENT not in roles or not _SIGNS.intersection(roles):
        return False
    foreign = sum(bool(_FOREIGN.search(fold(titled.title))) for titled in titles)
    content = fold(titles[roles.index(Role.CONTENT)].title)
    if not remembered and (foreign >= 2 or re.match(r"ho (va )?ten|ten (thu tuc|tthc|nguoi|can bo)", content)):
        return False
    return named >= min(3, max(2, len(titles) - 1))


def _goes_on(view: View, start: int, row: int, known: Known) -> bool:
    """Tell whether a row goes on with the header that begins at `start`."""
    own = view.own_cells(row)
    if not own:
        return any(view.from_above(row, column) for column in range(view.width))
    if counts_columns(view, row) or any(len(words.split()) > 10 for words in own.values()):
        return False
    first = next(iter(view.own_cells(start)))
    if first in own or any(number_of(words)[0] for words in own.values()):
        return False
    merged = any(view.from_left(row - 1, column) or view.from_above(row, column) for column in range(view.width))
    if merged:
        return all(_is_under_wide(view, row, column) for column in own)
    if not any(not view.words(row - 1, column) for column in own):
        return False
    titles = [titled for column, titled in titles_in(view, start, row + 1) if column in own]
    named = sum(proposal.role is not Role.FREE for proposal in told(titles, known))
    return named * 2 >= len(titles) and len(own) <= view.width - 1


def _is_under_wide(view: View, row: int, column: int) -> bool:
    """Tell whether the cell above is wider than one column, or blank beside one that is."""
    above = row - 1
    return view.from_left(above, column) or view.last_column(above, column) > column or not view.words(above, column)


def _parted(header: Header) -> Iterator[Header]:
    """Yield the header, or one for each table when several stand beside each other, each beginning with its STT."""
    roles = [told([titled], {})[0].role for _, titled in header.titles]
    starts = [place for place, role in enumerate(roles) if role is Role.NUMBER]
    if len(starts) < 2 or starts[0] != 0:
        yield header
        return
    for first, behind in zip(starts, [*starts[1:], len(roles)], strict=True):
        if behind - first > 1:
            yield header_of(header.start, header.end, header.titles[first:behind])
