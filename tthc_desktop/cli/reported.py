"""What units have reported, and the register of units: `show` and `units`."""

from collections.abc import Iterator, Sequence

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import one_line, opened
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import TITLES, Field, Progress, Said
from tthc_desktop.models.spans import title
from tthc_desktop.models.unit import Unit, UnitKind

View = dict[str, object]
_KINDS = {UnitKind.INSIDE: "", UnitKind.OUTSIDE: " (ngoài cơ quan)", UnitKind.COLLECTIVE: " (gồm nhiều đơn vị)"}


def progress(holdings: Holdings, plan: Plan) -> list[View]:
    """Return what units have said of the plan's works, also of those that have been deleted since."""
    return [_view(each, holdings.units.get(each.unit_id)) for each in _of(holdings, plan)]


def _of(holdings: Holdings, plan: Plan) -> Sequence[Progress]:
    return [each for each in holdings.progress.values() if each.plan_id == plan.id]


def said_of(holdings: Holdings, said: Progress) -> View:
    """Return what one unit has said of one work for one period."""
    return _view(said, holdings.units.get(said.unit_id))


def _view(said: Progress, unit: Unit | None) -> View:
    return {
        "id": said.id,
        "work": said.work_id,
        "unit": said.unit_id,
        "unit_name": unit.name if unit else "",
        **({"period": said.period} if said.period else {}),
        **({"files": [{"name": one.name, "sha256": one.sha256} for one in said.files]} if said.files else {}),
        **{field.value: said.words(field) for field in Field},
        "said": {field.value: _value(said.said[field]) for field in Field if field in said.said},
    }


def _value(said: Said) -> View:
    origin = said.origin
    return {
        "words": said.words,
        "file": origin.file if origin else "",
        "sheet": origin.sheet if origin else "",
        "cell": origin.cell if origin else "",
        "at": origin.at.isoformat() if origin else "",
    }


def telling(holdings: Holdings, plan: Plan) -> str:
    """Return the same in words, one line for each work and unit; empty when nothing was said."""
    lines = [line_of(holdings, plan, each) for each in _of(holdings, plan)]
    return "\n".join(("", "Tiến độ các đơn vị đã báo:", *lines)) if lines else ""


def line_of(holdings: Holdings, plan: Plan, said: Progress) -> str:
    """Return what one unit has said of one work, in words."""
    task, target, unit = plan.tasks.get(said.work_id), plan.targets.get(said.work_id), holdings.units.get(said.unit_id)
    work = one_line(task.content if task else target.name if target else "") or "(việc không còn trong kế hoạch)"
    told = [f"{TITLES[field]}: {one_line(said.words(field))}" for field in Field if said.words(field)]
    told += [f"Tệp: {', '.join(one.name for one in said.files)}"] if said.files else []
    span = f" ({title(said.period) or said.period})" if said.period else ""
    called = unit.name if unit else "(đơn vị không còn trong danh sách)"
    return f"  {work} – {called}{span}: {'; '.join(told) or '(để trống)'}"


def units(wishes: Wishes) -> Answer:
    """List the register of units."""
    with opened(wishes.office) as office:
        register = office.units
    found = {"units": [_unit(unit) for unit in register.values()]}
    words = "\n".join(_unit_lines(list(register.values())))
    return Answer(found, words or "Chưa có đơn vị nào trong danh sách.")


def _unit(unit: Unit) -> View:
    return {
        "id": unit.id,
        "name": unit.name,
        "short": unit.short,
        "aliases": list(unit.aliases),
        "kind": unit.kind.value,
        "members": list(unit.members),
    }


def _unit_lines(register: Sequence[Unit]) -> Iterator[str]:
    for unit in register:
        others = "; ".join(name for name in (unit.short, *unit.aliases) if name)
        yield f"{unit.id}  {unit.name}{f' – còn gọi: {others}' if others else ''}{_KINDS[unit.kind]}"
