"""The tables of a report: figures by unit, tasks with their results, targets with their values."""

from collections.abc import Collection, Iterator, Sequence

from tthc_desktop.models.identity import Id
from tthc_desktop.models.reporting.grid import GROUP_LEVELS, Head, levels
from tthc_desktop.models.reporting.making import Writer, named_id
from tthc_desktop.models.reporting.values import Facts, WorkFact
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import EMPTY, Text, plain

_BY_UNIT = (
    Head("number", "STT", Role.NUMBER, 5),
    Head("name", "Đơn vị", Role.CONTENT, 25),
    Head("total", "Tổng số", width=8),
    Head("done_on_time", "Hoàn thành đúng hạn", width=10),
    Head("done_late", "Hoàn thành quá hạn", width=10),
    Head("done_plain", "Hoàn thành", width=9),
    Head("doing", "Đang thực hiện", width=9),
    Head("waiting", "Chưa đến hạn, chưa thực hiện", width=11),
    Head("overdue", "Quá hạn", width=8),
    Head("none_arose", "Không phát sinh", width=9),
)
_OF_TASKS = (
    Head("number", "STT", Role.NUMBER, 5),
    Head("content", "Nội dung nhiệm vụ", Role.CONTENT, 28),
    Head("who", "Đơn vị chủ trì", width=14),
    Head("deadline", "Thời hạn", width=12),
    Head("status", "Tình trạng", width=11),
    Head("outcome", "Kết quả, sản phẩm", width=22),
    Head("trouble", "Khó khăn, nguyên nhân", width=14),
)
_OF_TARGETS = (
    Head("number", "STT", Role.NUMBER, 6),
    Head("name", "Chỉ tiêu", Role.CONTENT, 38),
    Head("unit", "Đơn vị tính", width=11),
    Head("value", "Giao", width=13),
    Head("last_year", "Cùng kỳ năm trước", width=14),
    Head("measured", "Kết quả", width=16),
    Head("verdict", "Đánh giá", width=16),
)


def by_unit(facts: Facts, writer: Writer, present: Collection[Id] = ()) -> Table:
    """Return how much work of each unit stands how, with a chart; columns without any work come only if `present`."""
    total = facts.tallies.get("")
    heads = [
        head
        for head in _BY_UNIT
        if head.role is not Role.FREE
        or _is_used(facts, writer, head.name)
        or _is_present(writer, "units", head, present)
    ]
    rows = [
        Row(writer.id(f"units/{unit_id}"), RowKind.PLAIN, cells=_cells(writer, "units", heads, f"unit:{unit_id}:"))
        for unit_id in facts.units
    ]
    chart = "bars" if total and len(rows) > 1 else ""
    return Table(writer.id("units"), _columns(writer, "units", heads), tuple(rows), chart=chart)


def _is_used(facts: Facts, writer: Writer, name: str) -> bool:
    return any(writer.figure(f"unit:{unit_id}:{name}") not in {"0", None} for unit_id in facts.units)


def of_tasks(facts: Facts, writer: Writer) -> Table:
    """Return every task with its result, under the titles that it has in its plan."""
    rows = tuple(_task_rows(writer, [*facts.works.values()]))
    return Table(
        writer.id("tasks"),
        _columns(writer, "tasks", _OF_TASKS),
        rows,
        levels=levels(max((row.level for row in rows), default=0)),
    )


def _task_rows(writer: Writer, works: Sequence[WorkFact]) -> Iterator[Row]:
    shared = _shared(works)
    deepest = min(max((len(_above(work, shared)) for work in works), default=0), len(GROUP_LEVELS))
    open_: tuple[Id, ...] = ()
    for work in works:
        above = _above(work, shared)[-deepest:] if deepest else ()
        for level, id_ in enumerate(above):
            if open_[: level + 1] != above[: level + 1]:
                title = writer.follow(f"section:{id_}:title")
                yield Row(writer.id(f"tasks/{'/'.join(above[: level + 1])}"), RowKind.GROUP, level, title)
        open_ = above
        cells = _cells(writer, "tasks", _OF_TASKS, f"work:{work.work_id}:")
        yield Row(writer.id(f"tasks/{work.work_id}"), RowKind.PLAIN, len(above), cells=cells)


def _above(work: WorkFact, shared: int) -> tuple[Id, ...]:
    return tuple(heading.id for heading in work.above[shared:] if heading.content)


def _shared(works: Sequence[WorkFact]) -> int:
    """Return how many of the outermost titles stand above all work."""
    shared = min((len(work.above) for work in works), default=0)
    while shared and len({tuple(heading.id for heading in work.above[:shared]) for work in works}) > 1:
        shared -= 1
    return shared


def of_targets(facts: Facts, writer: Writer, present: Collection[Id] = ()) -> Table:
    """Return every target with what was measured of it, beside last year where that is known."""
    unused = set() if any(target.last_year for target in facts.targets.values()) else {"last_year"}
    heads = [head for head in _OF_TARGETS if head.name not in unused or _is_present(writer, "targets", head, present)]
    rows = tuple(
        Row(writer.id(f"targets/{id_}"), RowKind.PLAIN, cells=_cells(writer, "targets", heads, f"target:{id_}:"))
        for id_ in facts.targets
    )
    return Table(writer.id("targets"), _columns(writer, "targets", heads), rows)


def _is_present(writer: Writer, table: str, head: Head, present: Collection[Id]) -> bool:
    return named_id(writer.document, f"{table}|{head.name}") in present


def _columns(writer: Writer, table: str, heads: Sequence[Head]) -> tuple[Column, ...]:
    return tuple(
        Column(writer.id(f"{table}|{head.name}"), head.role, plain(head.title), width=head.width) for head in heads
    )


def _cells(writer: Writer, table: str, heads: Sequence[Head], scope: str) -> tuple[tuple[Id, Text], ...]:
    """Return the cells of a row; one without words is not there, so that one that the clerk emptied is."""
    held = (
        (writer.id(f"{table}|{head.name}"), writer.follow(f"{scope}{head.name}"))
        for head in heads
        if head.role is not Role.NUMBER
    )
    return tuple((column, words) for column, words in held if words is not EMPTY and words)
