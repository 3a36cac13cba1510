"""What must hold between the parts of a plan from outside: own identities, references that lead somewhere."""

import re
from collections.abc import Container, Iterator
from typing import TypeVar

from tthc_desktop.documents.exchange.place import Place, wrong
from tthc_desktop.models.charts import ChartKind
from tthc_desktop.models.identity import Id, Identified
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.version import Stage

_DEEPEST_ROW = 20
_YEARS = range(1900, 9000)
"""The years of times that any clock can show."""
_HASH = re.compile("[0-9a-f]{64}")


K = TypeVar("K", bound=Identified)


def check(plan: Plan) -> None:
    """Refuse a plan in which an identity is used twice or a reference leads nowhere."""
    _check_life(plan)
    nodes = list(_all_nodes(plan))
    tables = [(node, place) for node, place in nodes if isinstance(node, Table)]
    columns = [placed for table, place in tables for placed in _placed(table.columns, place, "columns")]
    rows = [placed for table, place in tables for placed in _placed(table.rows, place, "rows")]
    for name in ("bases", "recipients", "appendices"):
        _check_unique(list(_placed(getattr(plan, name), Place(), name)))
    _check_unique(nodes)
    _check_unique(columns)
    _check_unique(rows)
    for node, place in nodes:
        if isinstance(node, Item):
            _check_item(plan, node, place)
        else:
            _check_chart(node, place)
            _check_rows(plan, node, place)


def _check_life(plan: Plan) -> None:
    if plan.kept_at and plan.kept_at.year not in _YEARS:
        raise wrong(Place().key("kept_at"), f"phải từ năm {_YEARS.start} đến năm {_YEARS.stop - 1}")
    place = Place().key("issue")
    if plan.issue is None:
        if plan.stage is Stage.ISSUED:
            raise wrong(place, "không được để trống ở kế hoạch đã ban hành")
    elif plan.issue.pdf and not _HASH.fullmatch(plan.issue.pdf):
        raise wrong(place.key("pdf"), "phải là 64 chữ số thập lục phân hoặc để trống")


def _placed(members: tuple[K, ...], owner: Place, name: str) -> Iterator[tuple[K, Place]]:
    for at, member in enumerate(members):
        yield member, owner.key(name).member(at)


def _all_nodes(plan: Plan) -> Iterator[tuple[Node, Place]]:
    yield from _nodes(plan.body, Place(), "body")
    for appendix, place in _placed(plan.appendices, Place(), "appendices"):
        yield from _nodes(appendix.nodes, place, "nodes")


def _nodes(nodes: tuple[Node, ...], owner: Place, name: str) -> Iterator[tuple[Node, Place]]:
    for at, node in enumerate(nodes):
        place = owner.key(name).member(at)
        yield node, place
        if isinstance(node, Item):
            yield from _nodes(node.children, place, "children")


def _check_unique(placed: list[tuple[K, Place]]) -> None:
    seen: set[Id] = set()
    for member, place in placed:
        if member.id in seen:
            raise wrong(place.key("id"), f"“{member.id}” đã dùng cho một mục khác")
        seen.add(member.id)


def _check_item(plan: Plan, item: Item, place: Place) -> None:
    for name in ("task_id", "shares_id"):
        _check_reference(getattr(item, name), plan.tasks, place.key(name))


def _check_chart(table: Table, place: Place) -> None:
    if table.chart and table.chart not in set(ChartKind):
        kinds = " hoặc ".join(f"“{kind}”" for kind in ChartKind)
        raise wrong(place.key("chart"), f"phải là {kinds}, hoặc để trống")


def _check_rows(plan: Plan, table: Table, owner: Place) -> None:
    columns = {column.id for column in table.columns}
    for row, place in _placed(table.rows, owner, "rows"):
        _check_row(plan, row, place)
        for name, named in (("cells", [column for column, _ in row.cells]), ("continues", list(row.continues))):
            for at, column_id in enumerate(named):
                _check_reference(column_id, columns, place.key(name).member(at), empty=False)
                if column_id in named[:at]:
                    raise wrong(place.key(name).member(at), f"cột “{column_id}” có hai lần")


def _check_row(plan: Plan, row: Row, place: Place) -> None:
    _check_reference(row.task_id, plan.tasks, place.key("task_id"), empty=row.kind is not RowKind.TASK)
    _check_reference(row.target_id, plan.targets, place.key("target_id"), empty=row.kind is not RowKind.TARGET)
    if row.level > _DEEPEST_ROW:
        raise wrong(place.key("level"), f"phải từ 0 đến {_DEEPEST_ROW}")


def _check_reference(named: Id, known: Container[Id], place: Place, *, empty: bool = True) -> None:
    if named not in known and not (empty and not named):
        raise wrong(place, f"“{named}” không có trong kế hoạch" if named else "không được để trống")
