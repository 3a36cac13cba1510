"""How much a plan holds: the figures that a reader reports and that a person can count on the paper."""

from collections import Counter
from dataclasses import dataclass

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Item, Plan, words
from tthc_desktop.models.table import RowKind
from tthc_desktop.models.vocabulary import is_caption


@dataclass(frozen=True, slots=True)
class Counts:
    """Items of each style in the running text, tables with their rows, tasks, targets, bases and recipients."""

    roman: int
    arabic: int
    letter: int
    decimal: int
    paren_roman: int
    dash: int
    tables: int
    rows: int
    group_rows: int
    table_tasks: int
    body_tasks: int
    table_targets: int
    bases: int
    recipients: int


def count(plan: Plan) -> Counts:
    """Count the plan. A dash that only announces what follows (`- Nhiệm vụ, giải pháp:`) is no point."""
    body = [item for item, _ in items(plan.body)]
    marks = Counter(item.mark for item in body if not _is_caption(plan, item))
    rows = Counter(row.kind for table, _ in tables(plan) for row in table.rows)
    return Counts(
        roman=marks[Mark.ROMAN],
        arabic=marks[Mark.ARABIC],
        letter=marks[Mark.LETTER],
        decimal=marks[Mark.DECIMAL],
        paren_roman=marks[Mark.PAREN_ROMAN],
        dash=marks[Mark.DASH],
        tables=sum(1 for _ in tables(plan)),
        rows=rows.total(),
        group_rows=rows[RowKind.GROUP],
        table_tasks=rows[RowKind.TASK],
        body_tasks=sum(1 for item in body if item.task_id),
        table_targets=rows[RowKind.TARGET],
        bases=len(plan.bases),
        recipients=len(plan.recipients),
    )


def _is_caption(plan: Plan, item: Item) -> bool:
    label, colon, rest = str(words(plan, item)).partition(":")
    return item.mark is Mark.DASH and bool(colon) and not rest.strip() and is_caption(label)
