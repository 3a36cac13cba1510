"""Where in a plan some words stand, said as a clerk would say it."""

from collections.abc import Iterator

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import appendix_label, numbers
from tthc_desktop.models.plan import Appendix, Node, Plan, cell, line_value, words
from tthc_desktop.models.table import Column, Role, RowKind, Table

Found = tuple[str, str]
"""A place and the words that stand there."""


def find(plan: Plan, char: str) -> str:
    """Return the place where a character stands first."""
    return next((where for where, text in everything(plan) if char in text), "Văn bản")


def everything(plan: Plan) -> Iterator[Found]:
    """Yield all words of a plan with their places, in the order of printing."""
    header = plan.header
    yield "Tên cơ quan chủ quản", header.parent_agency
    yield "Tên cơ quan ban hành", header.agency
    yield "Số, ký hiệu", header.number + header.symbol
    yield "Địa danh", header.place
    yield "Tên loại và trích yếu", f"{plan.kind}{plan.title}{plan.attached}"
    for place, words_of_addressee in enumerate(plan.addressees, 1):
        yield f"Kính gửi, dòng {place}", words_of_addressee
    for place, basis in enumerate(plan.bases, 1):
        yield f"Căn cứ thứ {place}", str(basis.text)
    yield from _nodes(plan, plan.body, "Phần nội dung")
    yield "Chức vụ và họ tên người ký", "".join((*plan.signatory.capacity, plan.signatory.name))
    for place, recipient in enumerate(plan.recipients, 1):
        yield f"Nơi nhận, dòng {place}", recipient.text
    for appendix in plan.appendices:
        yield from _appendix(plan, appendix)


def _appendix(plan: Plan, appendix: Appendix) -> Iterator[Found]:
    label = appendix_label(plan, appendix)
    yield f"Tên {label}", f"{appendix.title}{appendix.attached}"
    yield from _nodes(plan, appendix.nodes, label)


def _nodes(plan: Plan, nodes: tuple[Node, ...], base: str) -> Iterator[Found]:
    bare = numbers(nodes)
    several = sum(isinstance(node, Table) for node in nodes) > 1
    yield from _walk(plan, nodes, base, [], bare, several=several)


def _walk(
    plan: Plan, nodes: tuple[Node, ...], base: str, above: list[str], bare: dict[str, str], *, several: bool
) -> Iterator[Found]:
    tables = 0
    for place, node in enumerate(nodes, 1):
        here = _joined(base, above)
        if isinstance(node, Table):
            tables += 1
            yield from _table(plan, node, f"{here}, bảng {tables}" if several or above or base != here else here)
            continue
        path = _path(above, bare[node.id], node.mark)
        where = _joined(base, path) if bare[node.id] else f"{here}, đoạn thứ {place}"
        yield where, str(words(plan, node))
        yield from _walk(plan, node.children, base, path, bare, several=several)
        for line in node.lines:
            yield f"{where}, dòng “{line.label}”", f"{line.label}{line_value(plan, node, line)}{line.ending}"


def _path(above: list[str], number: str, mark: Mark) -> list[str]:
    if not number:
        return above
    if mark is Mark.DECIMAL and above and number.startswith(f"{above[-1]}."):
        return [*above[:-1], number]
    return [*above, number]


def _joined(base: str, path: list[str]) -> str:
    return f"{base}, mục {'.'.join(path)}" if path else base


def _table(plan: Plan, table: Table, where: str) -> Iterator[Found]:
    for place, column in enumerate(table.columns, 1):
        yield f"{where}, tiêu đề cột {place}", f"{column.over}{column.title}"
    for place, row in enumerate(table.rows, 1):
        if row.kind is RowKind.GROUP:
            yield f"{where}, hàng {place}", str(row.title)
        for at, column in enumerate(table.columns, 1):
            yield f"{where}, hàng {place}, cột {_name(column, at)}", str(cell(plan, row, column))


def _name(column: Column, place: int) -> str:
    title = " ".join(str(column.title).split())
    return title or ("STT" if column.role is Role.NUMBER else str(place))
