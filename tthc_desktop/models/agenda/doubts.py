"""What a clerk should look at in the deadlines of a plan: words not understood, days that are off."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.deadlines.due_days import due_days
from tthc_desktop.models.deadlines.of_period import understand_for
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.table import RowKind

_SHOWN = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class DeadlineDoubt:
    """Something to look at in the deadline of a task; `owner` is the paragraph or row that prints the task first."""

    task_id: Id
    owner: Id
    told: str


def deadline_doubts(plan: Plan, rules: Rules, days: DaysOff) -> tuple[DeadlineDoubt, ...]:
    """Return what is doubtful, in the order of the plan."""
    period, owners = plan_period(plan), _owners(plan)
    return tuple(
        DeadlineDoubt(task_id, owner, told)
        for task_id, owner in owners.items()
        for told in _doubts(str(plan.tasks[task_id].deadline), period, rules, days)
    )


def _owners(plan: Plan) -> dict[Id, Id]:
    """Return where each task is printed first."""
    in_text = ((item.task_id, item.id) for nodes in nodes_of(plan) for item, _ in items(nodes) if item.task_id)
    rows = (row for table, _ in tables(plan) for row in table.rows if row.kind is RowKind.TASK)
    found: dict[Id, Id] = {}
    for task_id, owner in chain(in_text, ((row.task_id, row.id) for row in rows)):
        found.setdefault(task_id, owner)
    return {task_id: owner for task_id, owner in found.items() if task_id in plan.tasks}


def _doubts(words: str, period: Period | None, rules: Rules, days: DaysOff) -> Iterator[str]:
    if not words.strip():
        return
    deadline = understand_for(words, period) if period else understand(words)
    yield from deadline.trouble
    if any(clause.kind is Kind.OTHER and not clause.trouble for clause in deadline.clauses):
        yield f"Chưa hiểu thời hạn “{_short(words)}”; việc này được nhắc rà soát theo quy tắc của cơ quan."
    if period:
        yield from _off(deadline, period, rules, days)


def _off(deadline: Deadline, period: Period, rules: Rules, days: DaysOff) -> Iterator[str]:
    """Yield which of the days that the words name are off."""
    named = (
        due.day
        for due in due_days(deadline, period, days, strict=rules.strict)
        if _names_a_day(deadline.clauses[due.clause])
    )
    off = [f"{day:%d/%m/%Y} ({why})" for day in named if (why := days.why_off(day))]
    if off:
        more = f" và {len(off) - _SHOWN} ngày khác" if len(off) > _SHOWN else ""
        yield f"Rơi vào ngày nghỉ: {', '.join(off[:_SHOWN])}{more}; thời hạn ghi “{_short(deadline.words)}”."


def _names_a_day(clause: Clause) -> bool:
    """Tell whether the words name a day; the last day of a month or quarter is only its end."""
    again = clause.kind is Kind.RECURRING and (clause.day is not None or clause.weekday is not None)
    return again or clause.kind in {Kind.FIXED_DATE, Kind.RELATIVE}


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
