"""What is read aloud of a printed paper, in its order, and what of it would mislead whoever listens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

_HEADING = re.compile(r"H([1-6])\Z")
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Read:
    """One element: its standard type, how deep it stands, the page where it begins, counted from 1, and its words.

    `instead` is what is read in the place of a picture; `rows` and `columns` are the reach of a table's cell.
    """

    role: str
    depth: int
    page: int
    words: str = ""
    instead: str = ""
    rows: int = 1
    columns: int = 1


def misleading(order: Sequence[Read]) -> Iterator[str]:
    """Yield what would mislead a listener, a sentence each: levels passed over, mute pictures, uneven tables."""
    yield from _headings(order)
    for at, one in enumerate(order):
        if one.role == "Figure" and not one.instead:
            yield f"Hình ở trang {_page(order, at)} không có lời mô tả."
        if one.role == "Table":
            yield from _table(list(_rows(order, at)), _page(order, at))


def _headings(order: Sequence[Read]) -> Iterator[str]:
    level = 0
    for at, one in enumerate(order):
        found = _HEADING.match(one.role)
        if found is None:
            continue
        if not one.words:
            yield f"Trang {_page(order, at)} có một tiêu đề không có chữ."
        if int(found[1]) > level + 1:
            above = f"đứng ngay dưới cấp {level}" if level else "là tiêu đề đầu tiên"
            yield f"Tiêu đề “{_shortened(one.words)}” ở trang {_page(order, at)} thuộc cấp {found[1]} mà {above}."
        level = int(found[1])


def _shortened(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def _page(order: Sequence[Read], at: int) -> int:
    """Return the page of the first words from a place on."""
    return next((one.page for one in order[at:] if one.page), 0)


def _rows(order: Sequence[Read], table: int) -> Iterator[list[Read]]:
    """Yield the cells of each row of the table that stands at a place; a table within a cell is another one."""
    depth = order[table].depth
    row: list[Read] | None = None
    inner = 0
    for one in order[table + 1 :]:
        if one.depth <= depth:
            break
        if inner and one.depth > inner:
            continue
        inner = one.depth if one.role == "Table" else 0
        if one.role == "TR":
            if row is not None:
                yield row
            row = []
        elif one.role in {"TH", "TD"} and row is not None:
            row.append(one)
    if row is not None:
        yield row


def _table(rows: Sequence[Sequence[Read]], page: int) -> Iterator[str]:
    widths = list(_widths(rows))
    other = next((at for at, width in enumerate(widths) if width != widths[0]), None)
    if other is not None:
        yield f"Bảng bắt đầu ở trang {page} có {widths[0]} cột, nhưng hàng {other + 1} của nó có {widths[other]} cột."
    if not any(one.role == "TH" for row in rows for one in row):
        yield f"Bảng bắt đầu ở trang {page} không có ô tiêu đề."


def _widths(rows: Sequence[Sequence[Read]]) -> Iterator[int]:
    """Yield how many columns each row fills, those of cells that reach into it from above among them."""
    ended = [0] * (len(rows) + 1)
    for at, row in enumerate(rows):
        for one in row:
            ended[min(at + one.rows, len(rows))] += one.columns
    begun = (sum(one.columns for one in row) for row in rows)
    yield from (all_ - gone for all_, gone in zip(accumulate(begun), accumulate(ended), strict=False))
