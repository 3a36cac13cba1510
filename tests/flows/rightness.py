"""What must be so whatever has been done: of the window, the plan, the file and the history."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.paragraphs import paragraphs


def look_at_words(page: PlanPage) -> None:
    """Compare what a page shows, once it is committed, with its plan."""
    plan, surface = page.plan, page.surface
    assert surface.paragraphs == paragraphs(plan)
    for number, paragraph in enumerate(surface.paragraphs):
        shown = surface.sheet.words(number)
        assert str(shown).split() == str(paragraph.words).split(), paragraph.place
    assert set(plan.tasks) == printed_tasks(plan), "every task printed, and no other, is kept"


def printed_tasks(plan: Plan) -> set[Id]:
    """Return the tasks that stand somewhere on the paper."""
    blocks = {item.task_id for nodes in nodes_of(plan) for item, _ in items(nodes) if item.task_id}
    return blocks | {row.task_id for table, _ in tables(plan) for row in table.rows if row.task_id}


def look_at_file(office: Office, path: Path, copy: Path) -> None:
    """Compare an office with what a copy of its file gives when it is opened."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    with Office.open(copy) as again:
        assert dict(again.plans) == dict(office.plans)


def undo_everything(office: Office, until: str) -> Mapping[Id, Plan]:
    """Take everything back and do it again; return what there was when only the change `until` was left."""
    last, steps = dict(office.plans), 0
    while office.undo_label != until:
        office.undo()
        steps += 1
    first = dict(office.plans)
    for _ in range(steps):
        office.redo()
    assert dict(office.plans) == last
    return first
