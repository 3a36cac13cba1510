"""How long an appendix table takes to print, beside Typst setting the same cells in the same widths and letters."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from random import Random
from statistics import median
from time import perf_counter

import typst

from tests.bench.figure import Figure
from tests.documents.writing.pdf.building import TASK_COLUMNS, fresh, group, task, with_table
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Row, RowKind, Table, numbers
from tthc_desktop.models.task import Task
from tthc_desktop.resources import resource

SIZES = (500, 2000, 5000)
MERGED = (2, 3)
_PAGE = """
#set page("a4", flipped: true, margin: (left: 30mm, right: 15mm, top: 20mm, bottom: 20mm), numbering: "1")
#set text(font: "Liberation Serif", size: 12pt, lang: "vi", hyphenate: false)
#table(columns: (1fr, 10fr, 4fr, 4fr, 4fr, 4fr), inset: 3pt,
table.header(
table.cell(rowspan: 2)[*STT*], table.cell(rowspan: 2)[*Nội dung công việc*],
table.cell(colspan: 2)[*Đơn vị thực hiện*],
table.cell(rowspan: 2)[*Sản phẩm*], table.cell(rowspan: 2)[*Thời hạn*], [*Chủ trì*], [*Phối hợp*]),
"""


def run() -> Iterable[Figure]:
    """Yield seconds at each number of rows, and how much longer ten times the rows take."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(resource("fonts"))])
    render(plan_of(50))
    times: list[float] = []
    for size in SIZES:
        plan = plan_of(size)
        source = typst_source(plan).encode()
        ours, peer = _alternate(partial(render, plan), partial(_typst, source, fonts), 5)
        times.append(ours)
        yield Figure(f"in bảng {size} hàng", round(ours, 3), "s", "typst", round(peer, 3))
    yield Figure(
        f"in bảng {SIZES[-1]} hàng so với {SIZES[0]} hàng", round(times[-1] / times[0], 1), "lần", "số hàng", 10
    )


def plan_of(size: int) -> Plan:
    """Return a plan with one table: a group before every twenty rows, runs of three rows merged in two columns."""
    random = Random(size)
    rows: list[Row] = []
    tasks: dict[str, Task] = {}
    lead = task(random)
    for place in range(size):
        if place % 20 == 0:
            rows.append(group(f"LĨNH VỰC {place // 20 + 1}"))
        first = place % 20 % 3 == 0
        made = task(random, random.randint(5, 40))
        lead = made if first else lead
        made = replace(made, lead=lead.lead, coordinate=lead.coordinate)
        tasks[made.id] = made
        merged = () if first else tuple(TASK_COLUMNS[at].id for at in MERGED)
        rows.append(Row(fresh(), RowKind.TASK, 1, task_id=made.id, continues=merged))
    return with_table(Table(fresh(), TASK_COLUMNS, tuple(rows), (Mark.ROMAN, Mark.ARABIC)), tasks)


def typst_source(plan: Plan) -> str:
    """Return the same table for Typst: cells as strings, which it need not parse."""
    (table,) = (node for node in plan.appendices[0].nodes if isinstance(node, Table))
    return _PAGE + ",\n".join(_typst_rows(plan, table)) + ")\n"


def _typst_rows(plan: Plan, table: Table) -> Iterator[str]:
    for place, (row, number) in enumerate(zip(table.rows, numbers(table), strict=True)):
        if row.kind is RowKind.GROUP:
            yield f'[*{number}*], table.cell(colspan: 5)[*#"{row.title}"*]'
            continue
        yield f'"{number}"'
        for at, column in enumerate(table.columns[1:], 1):
            if column.id in row.continues:
                continue
            words = str(cell(plan, row, column)).replace("\n", "\\n")
            span = _span(table, place, column.id) if at in MERGED else 1
            yield f'table.cell(rowspan: {span}, "{words}")' if span > 1 else f'"{words}"'


def _span(table: Table, place: int, column_id: str) -> int:
    end = place + 1
    while end < len(table.rows) and column_id in table.rows[end].continues:
        end += 1
    return end - place


def _typst(source: bytes, fonts: typst.Fonts) -> bytes:
    made = typst.Compiler(source, font_paths=fonts).compile(pdf_tags=False)
    assert isinstance(made, bytes)
    return made


def _alternate(ours: Callable[[], bytes], peer: Callable[[], bytes], times: int) -> tuple[float, float]:
    """Return the median seconds of both, run in turns so that a busy machine slows both."""
    pairs = [(_seconds(ours), _seconds(peer)) for _ in range(times)]
    return median(first for first, _ in pairs), median(second for _, second in pairs)


def _seconds(work: Callable[[], bytes]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
