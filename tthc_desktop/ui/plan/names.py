"""What the parts of a plan are called in menus, tabs and in the names of changes."""

import re
from collections.abc import Iterator

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import UNNUMBERED, Mark, printed
from tthc_desktop.models.outline import appendix_label, tables, tables_in
from tthc_desktop.models.plan import Appendix, Item, Node, Plan
from tthc_desktop.models.table import Column, Row, RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.vocabulary import ROLE_NAMES

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
KIND_NAMES = {RowKind.GROUP: "nhóm", RowKind.TASK: "nhiệm vụ", RowKind.TARGET: "chỉ tiêu", RowKind.PLAIN: "hàng"}


def title(plan: Plan) -> str:
    """Return a name for the plan, never empty."""
    return " ".join(str(plan.title).split()) or "Kế hoạch chưa có trích yếu"


def number(value: int) -> str:
    """Return a number with a dot between the thousands: 1.234."""
    return f"{value:,}".replace(",", ".")


def short(words: str, length: int = 60) -> str:
    """Return the words on one line, cut at a blank."""
    flat = " ".join(words.split())
    if len(flat) <= length:
        return flat
    return f"{flat[:length].rpartition(' ')[0] or flat[:length]}…"


def short_title(plan: Plan, length: int) -> str:
    """Return a name cut to fit a tab that keeps its year: plans of two years differ in nothing else."""
    words = title(plan)
    cut = short(words, length)
    year = _YEAR.search(words)
    if year is None or year.group() in cut:
        return cut
    return f"{short(words, length - len(' 2026'))} {year.group()}"


def appendix_name(plan: Plan, appendix: Appendix) -> str:
    """Return `phụ lục I`, for the middle of a sentence."""
    label = appendix_label(plan, appendix)
    return label[0].lower() + label[1:]


def table_name(plan: Plan, table: Table) -> str:
    """Return the table's name on its tab: that of its appendix, else its number in the text."""
    in_text = 0
    for other, appendix in tables(plan):
        in_text += appendix is None
        if other.id == table.id:
            return f"Bảng {in_text}" if appendix is None else _in_appendix(plan, appendix, table)
    return "Bảng"


def _in_appendix(plan: Plan, appendix: Appendix, table: Table) -> str:
    label = appendix_label(plan, appendix)
    mates = [mate.id for mate in tables_in(appendix.nodes)]
    return label if len(mates) == 1 else f"{label}, bảng {mates.index(table.id) + 1}"


def item_names(nodes: tuple[Node, ...], numbered: dict[Id, str]) -> dict[Id, str]:
    """Return for each item what Hoàn tác calls it: mục II.1, điểm a mục II.1, gạch đầu dòng ở mục II."""
    return dict(_names(nodes, numbered, ""))


def _names(nodes: tuple[Node, ...], numbered: dict[Id, str], above: str) -> Iterator[tuple[Id, str]]:
    for node in nodes:
        if isinstance(node, Item):
            name, path = _name(node, numbered[node.id], above)
            yield node.id, name
            yield from _names(node.children, numbered, path)


def _name(item: Item, number: str, above: str) -> tuple[str, str]:
    if item.mark in UNNUMBERED:
        return (f"đoạn ở mục {above}" if above else "đoạn mở đầu"), above
    if item.mark in {Mark.LETTER, Mark.PAREN_ROMAN, Mark.PAREN_ARABIC}:
        name = f"điểm {number} mục {above}" if above else f"điểm {number}"
        return name, above
    if item.mark in {Mark.PART, Mark.CHAPTER, Mark.ARTICLE}:
        name = printed(item.mark, number).rstrip(".")
        return name[0].lower() + name[1:], above
    path = f"{above}.{number}" if above and item.mark is not Mark.DECIMAL else number
    return f"mục {path}", path


def cell_name(row: Row, column: Column, number: str) -> str:
    """Return what Hoàn tác calls a cell: thời hạn của nhiệm vụ 3, tên nhóm I."""
    called = f"{KIND_NAMES[row.kind]} {number}".strip()
    if row.kind is RowKind.GROUP:
        return f"tên {called}"
    field = ROLE_NAMES.get(column.role) or f"“{short(str(column.title), 30)}”"
    return f"{field} của {called}"


def numbers_of(table: Table) -> list[str]:
    """Return the numbers of the table's rows."""
    return row_numbers(table)
