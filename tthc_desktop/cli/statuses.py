"""`status`: what is due, from whom, and how it stands on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.days import day_on
from tthc_desktop.cli.deadline import clause_view
from tthc_desktop.cli.plans import find_plan, one_line, opened, short, title_of
from tthc_desktop.models.agenda.agenda import AgendaLine, Following, followed
from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.agenda.reminding import URGENCIES, Reminder, left_words, reminders
from tthc_desktop.models.agenda.standing import FINISHED, is_due, needs_review
from tthc_desktop.models.agenda.statuses import by_task, leading, line_status, next_due, next_review, task_status, worst
from tthc_desktop.models.agenda.summing import summary
from tthc_desktop.models.agenda.values import Occurrence
from tthc_desktop.models.deadlines.of_period import understand_for
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.spans import title
from tthc_desktop.models.units.proposing import proposed_units
from tthc_desktop.office_days import days_off_of

View = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Task:
    """All lines of one piece of work, on a day."""

    plan: Plan
    lines: Sequence[AgendaLine]
    on: date

    @property
    def first(self) -> AgendaLine:
        return self.lines[0]

    @property
    def status(self) -> Status:
        return task_status(self.lines, self.on)


def status(wishes: Wishes) -> Answer:
    """Tell how each task of one plan stands, or of all plans that are carried out."""
    on = day_on(wishes)
    with opened(wishes.office) as office:
        holdings = office.holdings
        plans = (find_plan(office, wishes.plan),) if wishes.plan else followed(holdings.plans)
    lines = _lines(plans, holdings, on)
    tasks = [_Task(holdings.plans[plan_id], task, on) for (plan_id, _), task in by_task(lines).items()]
    found: View = {
        "on": on.isoformat(),
        "plans": [{"id": plan.id, "title": title_of(plan), "stage": plan.stage.value} for plan in plans],
        "tasks": [_view(task) for task in tasks if not task.first.is_target],
        "targets": [_view(task) for task in tasks if task.first.is_target],
        "reminders": [_reminder(one) for one in reminders(lines, on)],
        "counts": {status.value: count for status, count in summary(lines, on).total.counts.items()},
    }
    told = _of_plan(tasks, lines, on) if wishes.plan else _of_office(plans, lines, on)
    return Answer(found, "\n".join(told))


def _lines(plans: Sequence[Plan], holdings: Holdings, on: date) -> list[AgendaLine]:
    """Return the agenda of the plans; units that the register lacks are those that sheets would go to."""
    new = proposed_units(plans, tuple(holdings.units.values()))
    known = replace(holdings, units={**holdings.units, **{unit.id: unit for unit in new}})
    following = Following(known, days_off_of(holdings, on), on)
    return [line for plan in plans if plan.drawn is None for line in following.lines(plan)]


def _view(task: _Task) -> View:
    first, lines, on = task.first, task.lines, task.on
    due, review = next_due(lines, on), next_review(lines, on)
    period = plan_period(task.plan)
    deadline = understand_for(first.deadline, period) if period else understand(first.deadline)
    return {
        "id": first.work_id,
        "plan": first.plan_id,
        "number": first.number,
        "content": first.content,
        "units": list(dict.fromkeys(line.unit for line in lines if line.unit)),
        "due": due.isoformat() if due else None,
        "status": task.status.value,
        "clauses": [clause_view(clause) for clause in deadline.clauses],
        "deadline": first.deadline,
        "review": review.isoformat() if review else None,
        "review_missing": any(needs_review(line.occurrence, line.progress, on) for line in leading(lines)),
        "parts": list(_parts(lines, on)),
        "occurrences": list(_occurrences(lines, on)),
    }


def _parts(lines: Sequence[AgendaLine], on: date) -> Iterator[View]:
    """Yield what each unit has to do with the work, and how it stands with that unit."""
    by_unit: dict[str, list[AgendaLine]] = {}
    for line in lines:
        by_unit.setdefault(line.unit_id, []).append(line)
    for unit_id, own in by_unit.items():
        whole = worst({line_status(line, on) for line in own})
        yield {"unit": own[0].unit, "unit_id": unit_id, "part": own[0].part, "status": whole.value}


def _occurrences(lines: Sequence[AgendaLine], on: date) -> Iterator[View]:
    found: dict[Occurrence, set[Status]] = {}
    for line in leading(lines):
        found.setdefault(line.occurrence, set()).add(line_status(line, on))
    for one, statuses in found.items():
        yield {
            "kind": one.kind.value,
            "period": one.period,
            "due": one.due.isoformat() if one.due else None,
            "status": worst(statuses).value,
            "words": one.words,
            "warning": one.warning,
        }


def _reminder(one: Reminder) -> View:
    line = one.line
    due = line.occurrence.due
    return {
        "plan": line.plan_id,
        "id": line.work_id,
        "unit": line.unit,
        "period": line.occurrence.period,
        "due": due.isoformat() if due else None,
        "urgency": one.urgency.value,
        "days": one.days,
        "words": one.words,
    }


def _of_plan(tasks: Sequence[_Task], lines: Sequence[AgendaLine], on: date) -> Iterator[str]:
    yield from (_line(task) for task in tasks)
    yield _counted(lines, on)


def _line(task: _Task) -> str:
    lines, on, first = task.lines, task.on, task.first
    units = ", ".join(dict.fromkeys(line.unit for line in leading(lines) if line.unit)) or "chưa rõ đơn vị"
    due = next_due(lines, on)
    when = f"hạn {due:%d/%m/%Y}" if due else first.deadline and f"thời hạn: {one_line(first.deadline)}"
    left = left_words((due - on).days) if due and task.status not in FINISHED else ""
    warning = next((line.occurrence.warning for line in lines if line.occurrence.due == due and due), "")
    standing = "" if left.startswith(task.status) else task.status.value
    told = (standing, left, when, warning)
    number = f"{first.number} " if first.number else ""
    return f"{first.work_id}  {number}{short(first.content)} – {units}: {'; '.join(filter(None, told))}"


def _of_office(plans: Sequence[Plan], lines: Sequence[AgendaLine], on: date) -> Iterator[str]:
    if not plans:
        yield "Chưa có kế hoạch nào đang thực hiện."
        return
    titles = {plan.id: title_of(plan) for plan in plans}
    urgency = None
    for one in reminders(lines, on):
        if one.urgency is not urgency:
            urgency = one.urgency
            yield f"{URGENCIES[urgency]}:"
        line = one.line
        unit = line.unit or "chưa rõ đơn vị"
        number = f"{line.number} " if line.number else ""
        yield f"  {number}{short(line.content)} – {unit}: {one.words}{_day(line)} ({short(titles[line.plan_id])})"
    yield _counted(lines, on)


def _day(line: AgendaLine) -> str:
    span = title(line.occurrence.period)
    due = line.occurrence.due
    if not due or not is_due(line.occurrence):
        return ""
    return f", {span[:1].lower()}{span[1:]}, hạn {due:%d/%m/%Y}" if span else f", hạn {due:%d/%m/%Y}"


def _counted(lines: Sequence[AgendaLine], on: date) -> str:
    figures = summary(lines, on).total
    told = [f"{count} {status.value.lower()}" for status in Status if (count := figures[status])]
    counted = f" – {', '.join(told)}" if told else ""
    return f"Ngày {on:%d/%m/%Y}: {figures.total} việc{counted}."
