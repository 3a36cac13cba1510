"""Where a clerk wants to go who types "II.3", "a mục II.1", "phụ lục II hàng 12" or "trang 4", without Qt."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark, ordinal, roman
from tthc_desktop.models.outline import appendix_label, items, nodes_of, numbers, tables
from tthc_desktop.models.plan import Appendix, Plan, cell, words
from tthc_desktop.models.table import Role, Row, RowKind, Table, column_of
from tthc_desktop.models.text import fold
from tthc_desktop.ui.plan.names import item_names, numbers_of, short, table_name

_PAGE = re.compile(r"(?:trang|tr\.?) ?(\d+)")
_TABLE = re.compile(r"\b(phu luc|pl|bang) ?([ivxlc]+|\d+)?\b")
_ROW = re.compile(r"\b(?:hang|dong|stt|nhiem vu|chi tieu|nhom) ?([\w.]+)$")
_LABELS = re.compile(r"\b(?:mục|muc|điểm|diem|khoản|khoan)\b")
_MOST = 8


class Destination(NamedTuple):
    """A part of the plan, or a page of the print counted from 0, and what it is called."""

    name: str
    owner: Id = ""
    page: int = -1


def destinations(plan: Plan, typed: str, in_front: Id = "", pages: int = 0) -> list[Destination]:
    """Return where the words may lead, the likeliest first; a row without a table is looked for `in_front` first."""
    folded = fold(typed)
    if not folded:
        return []
    if page := _PAGE.fullmatch(folded):
        number = int(page.group(1))
        return [Destination(f"Trang {number} của bản in", page=number - 1)] if 0 < number <= pages else []
    if row := _ROW.search(folded):
        return list(_rows(plan, folded, row.group(1).rstrip("."), in_front))[:_MOST]
    if table := _TABLE.fullmatch(folded):
        return list(_parts(plan, table))[:_MOST]
    return _sections(plan, typed)[:_MOST]


def _value(number: str) -> int:
    return ordinal(Mark.ROMAN, number.upper()) or (int(number) if number.isdecimal() else 0)


def _named(plan: Plan, folded: str) -> list[Table]:
    """Return the tables that are named: those of an appendix, or the one of that number."""
    found = _TABLE.search(folded)
    known = list(tables(plan))
    if found is None:
        return [table for table, _ in known]
    kind, number = found.group(1), _value(found.group(2) or "1")
    if kind == "bang":
        in_text = [table for table, appendix in known if appendix is None]
        return in_text[number - 1 : number]
    appendix = plan.appendices[number - 1] if 0 < number <= len(plan.appendices) else None
    return [table for table, other in known if other is not None and other is appendix]


def _rows(plan: Plan, folded: str, number: str, in_front: Id) -> Iterator[Destination]:
    """Yield the rows that have this number, then the one that stands at this place."""
    for table in sorted(_named(plan, folded), key=lambda table: table.id != in_front):
        printed = numbers_of(table)
        at = [place for place, own in enumerate(printed) if fold(own) == number]
        at += [place for place in (int(number) - 1 if number.isdecimal() else -1,) if 0 <= place < len(table.rows)]
        groups = _groups(table, printed)
        for place in dict.fromkeys(at):
            name = f"{table_name(plan, table)}, hàng {printed[place] or place + 1}{groups[place]}"
            yield Destination(short(f"{name}: {_content(plan, table, table.rows[place])}", 110), table.rows[place].id)


def _groups(table: Table, printed: list[str]) -> list[str]:
    """Return for each row in which group it stands, to tell rows of one number apart."""
    found, now = [], ""
    for row, number in zip(table.rows, printed, strict=True):
        now = number if row.kind is RowKind.GROUP else now
        found.append(f" nhóm {now}" if now and row.kind is not RowKind.GROUP else "")
    return found


def _content(plan: Plan, table: Table, row: Row) -> str:
    column = column_of(table, Role.CONTENT) or table.columns[-1]
    return str(row.title if row.kind is RowKind.GROUP else cell(plan, row, column))


def _parts(plan: Plan, named: re.Match[str]) -> Iterator[Destination]:
    kind, number = named.groups()
    if kind == "bang":
        for table in _named(plan, named.group()) if number else [table for table, _ in tables(plan)]:
            yield Destination(f"{table_name(plan, table)} ({len(table.rows)} hàng)", table.id)
        return
    for place, appendix in enumerate(plan.appendices, 1):
        if not number or place == _value(number):
            yield _appendix(plan, appendix)


def _appendix(plan: Plan, appendix: Appendix) -> Destination:
    return Destination(short(f"{appendix_label(plan, appendix)}: {appendix.title}".rstrip(": "), 90), appendix.id)


def _sections(plan: Plan, typed: str) -> list[Destination]:
    """Return the items whose number is the one that is typed, then those whose number ends so."""
    wanted = _paths(typed)
    whole: list[Destination] = []
    ending: list[Destination] = []
    for nodes in nodes_of(plan):
        names = item_names(nodes, numbers(nodes))
        for item, _ in items(nodes):
            path = _path(names[item.id])
            if not path or not any(path[-len(one) :] == one or _in_digits(path) == one for one in wanted):
                continue
            name = f"{names[item.id][:1].upper()}{names[item.id][1:]}: {words(plan, item)}"
            exact = any(one in (path, _in_digits(path)) for one in wanted)
            (whole if exact else ending).append(Destination(short(name, 90), item.id))
    return [*whole, *ending]


def _paths(typed: str) -> list[list[str]]:
    """Return the numbers that were typed, from the outermost; "điểm a mục II" names them from within."""
    parts = [re.findall(r"[\w]+", part) for part in _LABELS.split(typed.casefold())]
    parts = [part for part in parts if part]
    outward = [number for part in reversed(parts) for number in part]
    inward = [number for part in parts for number in part]
    return [path for path in (outward, inward) if path]


def _path(name: str) -> list[str]:
    """Return the number of an item from its name, the outermost first: điểm a mục II.1 is II, 1, a."""
    return [] if name.startswith("đoạn") else _paths(name)[0]


def _in_digits(path: list[str]) -> list[str]:
    first = ordinal(Mark.ROMAN, path[0].upper())
    return [str(first), *path[1:]] if first and roman(first).casefold() == path[0] else path
