"""Where the lines of a paper went, in the clerk's words."""

from collections.abc import Iterator, Mapping

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import nodes_of, numbers, tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import RowKind
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.ui.plan.names import KIND_NAMES, appendix_name, item_names, table_name

HEAD, TITLE, FOOT, ASIDE = "đầu văn bản", "tên loại, trích yếu", "cuối văn bản", "chỉ có trên bản gốc"
"""What the lines are called that are no part of the text; ASIDE are page numbers, rules and repeated heads."""


def fates(plan: Plan, placed: Mapping[int, Id]) -> Mapping[int, str]:
    """Return for each placed line what it went into: mục II.1, căn cứ 2, đầu văn bản, nhiệm vụ 3."""
    names = dict(_names(plan))
    parts = [line for line, owner in placed.items() if owner in names]
    titles = [line for line, owner in placed.items() if owner == plan.id]
    first, begun = min(titles + parts, default=0), min(parts, default=0)
    return {
        line: names.get(owner) or _aside(line, first) if owner != plan.id else TITLE if line < begun else FOOT
        for line, owner in placed.items()
    }


def _aside(line: int, first: int) -> str:
    return HEAD if line < first else ASIDE


def _names(plan: Plan) -> Iterator[tuple[Id, str]]:
    for place, basis in enumerate(plan.bases, 1):
        yield basis.id, f"căn cứ {place}"
    for place, recipient in enumerate(plan.recipients, 1):
        yield recipient.id, f"nơi nhận {place}"
    for nodes in nodes_of(plan):
        yield from item_names(nodes, numbers(nodes)).items()
    for appendix in plan.appendices:
        yield appendix.id, appendix_name(plan, appendix)
    for table, within in tables(plan):
        name = table_name(plan, table)
        where = name[:1].lower() + name[1:]
        yield table.id, f"đầu {where}" if within is None else f"đầu bảng, {where}"
        for row, number in zip(table.rows, row_numbers(table), strict=True):
            kind = "hàng" if row.kind is RowKind.PLAIN else KIND_NAMES[row.kind]
            yield row.id, f"{kind} {number}, {where}" if number else f"{kind}, {where}"
