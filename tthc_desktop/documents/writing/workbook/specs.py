"""The sheets that a plan gives: one for each table, one for the tasks in the running text."""

from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.documents.own_sheets.records import KeptTable
from tthc_desktop.documents.writing.workbook.names import Names
from tthc_desktop.models.outline import appendix_label, tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import EMPTY
from tthc_desktop.models.text_tasks import text_tasks

TEXT_TASKS = "Nhiệm vụ trong lời văn"


@dataclass(frozen=True, slots=True)
class Spec:
    """A sheet to be written: a table of a plan, its name, and what stands above it."""

    name: str
    plan: Plan
    table: Table
    head: KeptTable


def specs(plan: Plan, names: Names, before: str = "") -> Iterator[Spec]:
    """Yield the sheets of a plan in reading order; `before` begins each name."""
    in_text = 0
    for table, appendix in tables(plan):
        if appendix:
            label = appendix_label(plan, appendix)
            above = (appendix.id, label, appendix.title, appendix.attached, appendix.landscape)
        else:
            in_text += 1
            label = f"Bảng {in_text}"
            above = ("", plan.kind, plan.title, EMPTY, False)
        of = "appendix" if appendix else "body"
        yield Spec(names.give(f"{before}{label}"), plan, table, KeptTable(plan.id, of, *above, table))
    tasks = text_tasks(plan)
    if tasks:
        above = ("", TEXT_TASKS, plan.title, EMPTY, True)
        yield Spec(names.give(f"{before}{TEXT_TASKS}"), plan, tasks, KeptTable(plan.id, "text", *above, tasks))
