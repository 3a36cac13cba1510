"""What units have reported: `show`."""

from collections.abc import Sequence

from tthc_desktop.cli.plans import one_line
from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.values import TITLES, Field, Progress, Said
from tthc_desktop.models.spans import title
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.validity import name_in

View = dict[str, object]


def progress(holdings: Holdings, plan: Plan) -> list[View]:
    """Return what units have said of the plan's works, also of those that have been deleted since."""
    return [said_of(holdings, each) for each in _of(holdings, plan)]


def _of(holdings: Holdings, plan: Plan) -> Sequence[Progress]:
    return tuple(progress_of(holdings, plan.id).values())


def said_of(holdings: Holdings, said: Progress) -> View:
    """Return what one unit has said of one work for one period."""
    plan = holdings.plans.get(said.plan_id)
    return _view(said, holdings.units.get(said.unit_id), plan.period if plan else None)


def _view(said: Progress, unit: Unit | None, period: Period | None) -> View:
    return {
        "id": said.id,
        "work": said.work_id,
        "unit": said.unit_id,
        "unit_name": name_in(unit, period) if unit else "",
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
    called = name_in(unit, plan.period) if unit else "(đơn vị không còn trong danh sách)"
    return f"  {work} – {called}{span}: {'; '.join(told) or '(để trống)'}"
