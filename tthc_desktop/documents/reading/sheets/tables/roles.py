"""What the columns of a table may hold: by what the clerk said before, by their headings, by the words below them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import fmean
from typing import NamedTuple

from tthc_desktop.documents.reading.text.tables.fitness import cost, is_body, is_time
from tthc_desktop.documents.reading.text.tables.rows import number_of
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.reconciling.incoming import Certainty
from tthc_desktop.models.reconciling.remembering import heading_words
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import fold
from tthc_desktop.models.vocabulary import ROLE_NAMES, column_roles

_NEEDS_MORE = frozenset(
    "don vi|nguoi|ca nhan|ten|ngay|thang|so|noi dung|tu|den|bat dau|ket thuc|chuc vu|nam|phong|co quan".split("|")
)
"""Headings that say something only together with the wider one above them."""
_BEGINS = re.compile(r"bat dau|trien khai|tu ngay")
_MOST_TESTED = 40
_ENOUGH = 2
_SHARE = 0.7
_FITS = 0.8
_ROLE_WORDS = {Role.NUMBER: "số thứ tự", **ROLE_NAMES}

Known = Mapping[str, Role | None]


class Titled(NamedTuple):
    """The headings of a leaf column: its own and the wider one above it."""

    title: str
    over: str = ""


class Proposal(NamedTuple):
    """What a column may hold, and why."""

    role: Role | None
    certainty: Certainty
    why: str


_MARKED = Proposal(Role.FREE, Certainty.TOLD, "Các ô chỉ được đánh dấu nên không phải là thời hạn bằng chữ.")


def known_of(headings: Sequence[KnownHeading]) -> Known:
    """Return what the office remembers, by the words of the heading."""
    return {heading.words: heading.role for heading in headings}


def told(columns: Sequence[Titled], known: Known) -> list[Proposal]:
    """Return what the headings say, each role once; of a heading that says nothing the role is FREE."""
    remembered = [known.get(heading_words(*column)) for column in columns]
    taken = {role for role in remembered if role is not None}
    found: list[Proposal] = []
    for column, role in zip(columns, _told(tuple(columns)), strict=True):
        words = heading_words(*column)
        if words and words in known:
            found.append(Proposal(known[words], Certainty.REMEMBERED, "Cơ quan đã chọn như vậy cho tiêu đề này."))
        elif role is not Role.FREE and role not in taken:
            found.append(Proposal(role, Certainty.TOLD, "Theo chữ của tiêu đề cột."))
        else:
            found.append(Proposal(Role.FREE, Certainty.UNKNOWN, "Tiêu đề không cho biết cột chứa gì."))
    return found


@lru_cache(4096)
def _told(columns: tuple[Titled, ...]) -> tuple[Role, ...]:
    asked = [
        f"{column.over} {column.title}" if column.over and fold(column.title) in _NEEDS_MORE else column.title
        for column in columns
    ]
    roles = column_roles(asked)
    for place, column in enumerate(columns):
        if roles[place] is Role.FREE and column.over:
            whole = column_roles([*asked[:place], f"{column.over} {column.title}"])[-1]
            roles[place] = whole if whole not in roles else Role.FREE
    _prefer_end(roles, asked)
    return tuple(roles)


def _prefer_end(roles: list[Role], titles: Sequence[str]) -> None:
    """Let the deadline be when work ends where another column says when it begins."""
    at = roles.index(Role.DEADLINE) if Role.DEADLINE in roles else -1
    if at < 0 or not _BEGINS.search(fold(titles[at])):
        return
    for place, role in enumerate(roles):
        title = fold(titles[place])
        if role is Role.FREE and not _BEGINS.search(title) and column_roles([title]) == [Role.DEADLINE]:
            roles[at], roles[place] = Role.FREE, Role.DEADLINE
            return


def guessed(proposals: Sequence[Proposal], samples: Sequence[Sequence[str]]) -> list[Proposal]:
    """Return the proposals with a role by the cells for those whose heading says nothing."""
    found = [
        _MARKED if one.role is Role.DEADLINE and one.certainty is Certainty.TOLD and _are_marks(words) else one
        for one, words in zip(proposals, samples, strict=True)
    ]
    taken = {proposal.role for proposal in found}
    for place, proposal in enumerate(found):
        if proposal.certainty is Certainty.UNKNOWN:
            role = _role_of_cells(samples[place], taken)
            if role is not None:
                why = f"Tiêu đề không cho biết; các ô bên dưới giống {_ROLE_WORDS[role]}."
                found[place] = Proposal(role, Certainty.GUESSED, why)
                taken.add(role)
    return found


def _are_marks(cells: Sequence[str]) -> bool:
    """Tell whether a column is only marked with crosses, as one for each quarter is."""
    words = [one for one in cells if one]
    return bool(words) and all(len(one) == 1 and not one.isdecimal() for one in words)


def _role_of_cells(cells: Sequence[str], taken: set[Role | None]) -> Role | None:
    words = [one for one in cells if one][:_MOST_TESTED]
    if len(words) < _ENOUGH:
        return None
    shares = {
        Role.NUMBER: fmean(bool(number_of(one)[0]) for one in words),
        Role.DEADLINE: fmean(is_time(one) for one in words),
        Role.LEAD: fmean(is_body(one) and len(one.split()) < 20 for one in words),
        Role.CONTENT: fmean(len(one.split()) > 4 and cost(Role.CONTENT, one) < 1 for one in words),
    }
    shares[Role.COORDINATE] = shares[Role.LEAD]
    for role, share in shares.items():
        if role not in taken and share >= (_FITS if role in {Role.NUMBER, Role.CONTENT} else _SHARE):
            return role
    return None
