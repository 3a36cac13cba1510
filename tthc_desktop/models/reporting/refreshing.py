"""A report brought up to date: figures and tables follow the facts, and what the clerk wrote stays as it is."""

from dataclasses import replace
from functools import partial

from tthc_desktop.errors import UserError
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.places import rewritten
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reporting.composing import parts, with_names
from tthc_desktop.models.reporting.figures import figure
from tthc_desktop.models.reporting.linked import brought_up_to_date
from tthc_desktop.models.reporting.making import named_id
from tthc_desktop.models.reporting.renewing import Renewal
from tthc_desktop.models.reporting.values import Facts


def refreshed(report: Plan, facts: Facts) -> Plan:
    """Return the report with the figures of these facts; equal facts change nothing.

    Linked figures get their present words, wherever they stand. Paragraphs and rows that nobody edited are written
    anew, new ones take their place, and those of which nothing is to be said any more go. What the clerk wrote, added,
    moved or deleted stays so. A report that was issued, or kept as a version, is refused.
    """
    if report.drawn is None or report.drawn.form is not Form.REPORT:
        raise UserError("Văn bản này không phải báo cáo lập từ kế hoạch.", "Hãy chọn một báo cáo do chương trình lập.")
    if is_locked(report):
        raise UserError(
            "Báo cáo đã ban hành hoặc là bản đã lưu nên số liệu được giữ nguyên.",
            "Hãy lập dự thảo mới từ báo cáo này nếu cần số liệu khác.",
        )
    now = partial(figure, facts)
    current = rewritten(report, lambda _, words: brought_up_to_date(words, now))
    return _renewed(current, facts)


def _renewed(report: Plan, facts: Facts) -> Plan:
    assert report.drawn is not None
    present = _present(report)
    fresh = parts(report.id, facts, present)
    made = frozenset(named_id(report.id, name) for name in report.drawn.made)
    renewal = Renewal(present, made)
    renewal.learn(report.id, fresh.body)
    for appendix in fresh.appendices:
        renewal.learn(appendix.id, appendix.nodes)
    body = renewal.under(report.id, report.body)
    old = report.appendices
    appendices = tuple(
        one if (nodes := renewal.under(one.id, one.nodes)) is one.nodes else replace(one, nodes=nodes) for one in old
    )
    appendices += tuple(one for one in fresh.appendices if one.id not in present | made)
    if body is not report.body:
        report = replace(report, body=body)
    if len(appendices) > len(old) or any(new is not was for new, was in zip(appendices, old, strict=True)):
        report = replace(report, appendices=appendices)
    return with_names(report, tuple(fresh.names.values()))


def _present(report: Plan) -> frozenset[Id]:
    """Return the identities of all that stands in the document, with the columns of its tables."""
    found = {item.id for nodes in nodes_of(report) for item, _ in items(nodes)}
    for table, _ in tables(report):
        found |= {table.id, *(column.id for column in table.columns)}
    return frozenset(found | {appendix.id for appendix in report.appendices})
