"""Targets measured, shown, and marked in the running text: `target`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.finding import find_unit
from tthc_desktop.cli.plans import find_plan, one_line, opened, short, span_key, title_of
from tthc_desktop.cli.works import figure
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.progress import Place, by_place
from tthc_desktop.models.editing.targets import mark_targets, measured_here, unmark_targets
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.spans import title as span_title
from tthc_desktop.models.targets.in_text import Proposed, open_proposals
from tthc_desktop.models.targets.lines import TargetLine, target_lines
from tthc_desktop.models.targets.marks import lost
from tthc_desktop.models.targets.measuring import Result
from tthc_desktop.models.targets.over_time import past_of
from tthc_desktop.models.targets.showing import shown_value
from tthc_desktop.models.task import Target

if TYPE_CHECKING:
    from tthc_desktop.office import Office

View = dict[str, object]


def run(wishes: Wishes) -> Answer:
    """Do what is asked with targets."""
    return _ACTIONS[wishes.action](wishes)


def _show(wishes: Wishes) -> Answer:
    with opened(wishes.office) as office:
        plan, key = find_plan(office, wishes.plan), span_key(wishes.period)
        lines = target_lines(plan, key, tuple(office.units.values()), past_of(office.holdings))
    open_, gone = open_proposals(plan), lost(plan)
    found: View = {
        "plan": plan.id,
        "period": key,
        "targets": _views(lines),
        "proposed": [_proposed(one) for one in open_],
        "lost": [{"id": one.target.id, "value_printed": str(one.target.value), "words": one.words} for one in gone],
    }
    told = [*_tell(lines), *(_tell_proposed(one) for one in open_)]
    told += [f"Đoạn văn không còn ghi “{one.target.value}”: {_named(one.target)}" for one in gone]
    head = f"{title_of(plan)}{f' – {span_title(key)}' if key else ''}"
    return Answer(found, "\n".join((head, *(told or ["Không có chỉ tiêu nào."]))))


def _views(lines: Iterable[TargetLine]) -> list[View]:
    found: list[View] = []
    for line in lines:
        if line.unit_id:
            units = found[-1]["units"]
            assert isinstance(units, list)
            units.append({"unit": line.unit_id, "unit_name": line.name, **_result(line.result)})
        elif line.target_id:
            before = line.last_year
            found.append(
                {
                    **_demand(line),
                    **_result(line.result),
                    "last_year": {"period": before.key, **_result(before.result)} if before else None,
                    "units": [],
                }
            )
    return found


def _demand(line: TargetLine) -> View:
    measure = line.measure
    return {
        "id": line.target_id,
        "number": line.number,
        "name": line.name,
        "unit": measure.unit,
        "value_printed": measure.printed,
        "comparator": str(measure.comparator),
        "comparator_printed": measure.comparator_printed,
        "target": figure(measure.value),
        "upper": figure(measure.upper),
        "baseline_year": measure.baseline_year,
        "by": measure.as_of.isoformat() if measure.as_of else None,
        "aspirational": measure.aspirational,
        "formula": measure.formula,
        "in_text": line.in_text,
    }


def _result(result: Result) -> View:
    figures = result.figures
    return {
        "numerator": figure(figures.numerator),
        "denominator": figure(figures.denominator),
        "value": figure(result.value),
        "as_of": figures.as_of.isoformat() if figures.as_of else None,
        "verdict": result.verdict.name.lower(),
        "doubt": result.doubt,
    }


def _proposed(one: Proposed) -> View:
    return {"item": one.item_id, "name": one.name, "value": one.value, "unit": one.unit, "words": one.words}


def _tell(lines: Iterable[TargetLine]) -> Iterator[str]:
    for line in lines:
        indent, name = "  " * line.level, f"{line.number} {line.name}".strip()
        if not line.target_id:
            yield f"{indent}{name}"
            continue
        result, measure = line.result, line.measure
        value = shown_value(measure, result.value)
        before = f"; năm trước {shown_value(measure, line.last_year.result.value)}" if line.last_year else ""
        demanded = "" if line.unit_id else f" (giao {measure.printed}{_unit_of(line)})"
        mark = "" if line.unit_id else f"  [{line.target_id}]"
        words = ", ".join(filter(None, (value, result.verdict, result.doubt)))
        yield f"{indent}{name}{demanded}: {words}{before}{mark}"


def _unit_of(line: TargetLine) -> str:
    unit = line.measure.unit
    return "" if not unit or unit in line.measure.printed else f" {unit}"


def _tell_proposed(one: Proposed) -> str:
    return f"Chưa đánh dấu: {one.value} – {one.name}  [{one.item_id}]"


def _set(wishes: Wishes) -> Answer:
    typed = {
        Field.NUMERATOR: wishes.numerator,
        Field.DENOMINATOR: wishes.denominator,
        Field.VALUE: wishes.value,
        Field.AS_OF: wishes.as_of,
    }
    given = {field: words for field, words in typed.items() if words is not None}
    if not given:
        raise UserError("Chưa có số liệu nào.", "Hãy ghi --numerator và --denominator, hoặc --value.")
    with opened(wishes.office) as office:
        plan, key = find_plan(office, wishes.plan), span_key(wishes.period)
        target = _target(plan, wishes.target)
        unit = find_unit(tuple(office.units.values()), wishes.unit) if wishes.unit else None
        place = Place(plan.id, target.id, unit.id if unit else "", key)
        pair = measured_here(by_place(office.progress_of(plan.id).values()).get(place), place, given)
        if pair[0] != pair[1]:
            office.change(Change(f"Số liệu của chỉ tiêu “{_named(target)}”", (pair,)))
        lines = target_lines(plan, key, tuple(office.units.values()), past_of(office.holdings))
    (view,) = (one for one in _views(lines) if one["id"] == target.id)
    own = [line for line in lines if line.target_id == target.id]
    return Answer({"plan": plan.id, "period": key, "target": view}, "\n".join(map(str.strip, _tell(own))))


def _mark(wishes: Wishes) -> Answer:
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        taken = [one for one in open_proposals(plan) if wishes.all or _is_meant(one, wishes)]
        if not taken:
            raise UserError(
                "Không có chỉ tiêu nào như vậy để đánh dấu trong phần lời.",
                "Hãy xem các chỉ tiêu chưa đánh dấu bằng lệnh target show, rồi ghi --item hoặc --all.",
            )
        ids = [new_id() for _ in taken]
        _change(office, plan, mark_targets(plan, taken, ids), f"Đánh dấu {len(taken)} chỉ tiêu trong phần lời")
    words = "\n".join(f"Đã đánh dấu: {one.value} – {one.name}  [{id_}]" for one, id_ in zip(taken, ids, strict=True))
    return Answer({"plan": plan.id, "marked": ids}, words)


def _is_meant(one: Proposed, wishes: Wishes) -> bool:
    return one.item_id == wishes.item and (wishes.value is None or one.value == one_line(wishes.value))


def _unmark(wishes: Wishes) -> Answer:
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        target = _target(plan, wishes.target)
        _change(office, plan, unmark_targets(plan, [target.id]), f"Bỏ đánh dấu chỉ tiêu “{_named(target)}”")
    return Answer({"plan": plan.id, "unmarked": target.id}, f"Đã bỏ đánh dấu chỉ tiêu “{_named(target)}”.")


def _change(office: "Office", before: Plan, after: Plan, label: str) -> None:
    office.change(Change(label, ((before, after),)))


def _target(plan: Plan, wanted: str) -> Target:
    """Return the target that an identity, the beginning of one, or an exact name means."""
    named = [target for target in plan.targets.values() if one_line(target.name) == one_line(wanted)]
    begun = [target for id_, target in plan.targets.items() if wanted and id_.startswith(wanted.lower())]
    found = [plan.targets[wanted]] if wanted in plan.targets else named or begun
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(target.id for target in found[:5])
        raise UserError(f"Có {len(found)} chỉ tiêu là “{wanted}”: {ids}.", "Hãy ghi trọn mã của một chỉ tiêu.")
    if wanted in plan.tasks:
        raise UserError("Đây là một nhiệm vụ, không phải chỉ tiêu.", "Hãy xem mã các chỉ tiêu bằng lệnh target show.")
    raise UserError(f"Kế hoạch không có chỉ tiêu nào là “{wanted}”.", "Hãy xem mã các chỉ tiêu bằng lệnh target show.")


def _named(target: Target) -> str:
    return short(target.name) or short(target.value)


_ACTIONS: Mapping[str, Callable[[Wishes], Answer]] = {
    "show": _show,
    "set": _set,
    "mark": _mark,
    "unmark": _unmark,
}
