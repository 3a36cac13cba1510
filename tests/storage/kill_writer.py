"""A process that is there to be killed: for each path on its input a child of it edits that office until it dies.

The child says its process number, then after each step that is on the disk what it did. The edits are numbered, the
title of the plan is the number of the last one, and the plan after each of them is known: `state(number)`.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from tthc_desktop.models.changes import Change, Pair
from tthc_desktop.models.editing import paper, tables, tasks
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Item, Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office

PLAN, TABLE = "plan", "table"
ROWS, OTHER_ROWS = 40, 300
TURN_BACK_EVERY, OTHER_EVERY = 7, 25


@cache
def first_state() -> Plan:
    return _plan(PLAN, TABLE, ROWS)


def _plan(plan_id: str, table_id: str, rows: int) -> Plan:
    columns = tuple(Column(f"{table_id} {role}", role) for role in (Role.CONTENT, Role.LEAD))
    made = {f"{table_id} task {number}": Task(f"{table_id} task {number}", plain("Rà soát")) for number in range(rows)}
    printed = tuple(Row(f"{task_id} row", RowKind.TASK, task_id=task_id) for task_id in made)
    table = Table(table_id, columns, printed)
    return Plan(plan_id, title=plain("0"), appendices=(Appendix(f"{plan_id} 1", nodes=(table,)),), tasks=made)


def state(number: int) -> dict[str, Plan]:
    """Return the plans after so many edits."""
    plans = _states()
    while len(plans) <= number:
        plans.append(_edited(plans[-1], len(plans)))
    other = {"other": _plan("other", "other table", OTHER_ROWS)} if number // OTHER_EVERY % 2 else {}
    return {PLAN: plans[number], **other}


@cache
def _states() -> list[Plan]:
    return [first_state()]


def _edited(plan: Plan, number: int) -> Plan:
    """Return the plan after the edit of that number; together they keep the plan's size."""
    rows = tables.find_table(plan, TABLE).rows
    match number % 4:
        case 0:
            task = Task(f"new {number}", plain(f"Việc {number}"))
            row = Row(f"new row {number}", RowKind.TASK, task_id=task.id)
            plan = tables.insert_rows(plan, TABLE, number % len(rows), (row,), tasks=(task,))
        case 1:
            plan = tables.remove_rows(plan, TABLE, (rows[number * 3 % len(rows)].id,))
        case 2:
            plan = tables.move_rows(plan, TABLE, (rows[number % len(rows)].id,), number * 5 % len(rows))
        case _:
            plan = tasks.set_task(plan, rows[number % len(rows)].task_id, Role.LEAD, plain(f"Sở {number}"))
    item = Item(f"item {number}", Mark.ARABIC, plain(f"Mục {number}"))
    return paper.set_title(replace(plan, body=(item, *plan.body[:3])), plain(str(number)))


def number_of(office: Office) -> int:
    return int(str(office.plans[PLAN].title))


def steps(office: Office) -> Iterator[str]:
    """Edit for ever; yield what was done when it is on the disk."""
    while True:
        number = number_of(office) + 1
        before, after = state(number - 1), state(number)
        pairs: list[Pair] = [(before.get(id_), after.get(id_)) for id_ in dict.fromkeys((*before, *after))]
        office.change(Change(f"Sửa {number}", tuple(pairs)))
        yield f"do {number}"
        if number % TURN_BACK_EVERY == 0:
            office.undo()
            yield f"undo {number}"
            office.redo()
            yield f"redo {number}"


def next_numbers(said: str, number: int) -> set[int]:
    """Return the numbers that the file may have when `said` was the last word and `number` what the file had before."""
    if not said:
        return {number, number + 1}
    what, edit = said.split()
    done = int(edit)
    if what == "undo":
        return {done - 1, done}
    return {done, done - 1} if what == "do" and done % TURN_BACK_EVERY == 0 else {done, done + 1}


def _live(path: Path) -> None:
    _say(f"pid {os.getpid()}")
    office = Office.open(path)
    if not office.plans:
        office.change(Change("Bắt đầu", ((None, first_state()),)))
        _say("do 0")
    for step in steps(office):
        _say(step)


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _live(Path(line.strip()))
        os.waitpid(child, 0)
        _say("gone")


if __name__ == "__main__":
    # Loaded once, before the children are made.
    import tthc_desktop.storage.library  # noqa: F401

    main()
