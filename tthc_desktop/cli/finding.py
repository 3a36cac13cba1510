"""The work of a plan and the unit that the user means."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from tthc_desktop.cli.plans import one_line, short, title_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.merge.known import has_work
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean, fold
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import content_of
from tthc_desktop.models.units.resolving import resolved
from tthc_desktop.models.units.validity import names
from tthc_desktop.models.units.works import Work, works

if TYPE_CHECKING:
    from tthc_desktop.office import Office

_SHOWN = 5
_SEE_WORK = "Hãy dùng lệnh status để xem mã và số thứ tự của các việc."


def find_work(office: "Office | None", plan: Plan, wanted: str) -> Work:
    """Return the work that an identity, a printed number, the beginning of an identity or the exact words name.

    A number may begin with those of the headings above it: II.2.a. `office` knows what the plan had once.
    """
    listed, typed = tuple(works(plan)), clean(wanted).strip()
    if exact := [work for work in listed if work.held.id == typed]:
        return exact[0]
    if office and typed and _was_there(office, plan, typed):
        raise UserError(
            f"Việc mang mã “{typed}” đã bị xóa khỏi “{title_of(plan)}”.",
            "Không có gì được ghi; hãy hoàn tác việc xóa (lệnh undo) nếu việc ấy vẫn phải làm.",
        )
    number = typed.rstrip(".)")
    found = [work for work in listed if number and work.number.rstrip(".)") == number]
    found = found or [work for work in listed if number and f".{_path(work)}".endswith(f".{number}")]
    found = found or [work for work in listed if typed and work.held.id.startswith(typed.lower())]
    found = found or [work for work in listed if typed and fold(one_line(content_of(work))) == fold(one_line(typed))]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(f"“{title_of(plan)}” không có việc nào là “{wanted}”.", _SEE_WORK)
    ids = "; ".join(f"{work.held.id} ({short(content_of(work))})" for work in found[:_SHOWN])
    more = " …" if len(found) > _SHOWN else ""
    raise UserError(f"Có {len(found)} việc là “{wanted}”: {ids}{more}.", "Hãy ghi mã của một việc.")


def _was_there(office: "Office", plan: Plan, typed: str) -> bool:
    """Tell whether this is the identity of work that the plan had once, and no other has now."""
    kept = (office.plans, office.units, office.progress, office.legal_documents)
    if any(typed in each for each in kept) or any(has_work(one, typed) for one in office.plans.values()):
        return False
    said = any(one.work_id == typed for one in office.progress_of(plan.id).values())
    return said or bool(office.history(typed))


def _path(work: Work) -> str:
    """Return the number of work behind those of the headings above it: II.2.a."""
    numbers = (*(heading.number for heading in work.above), work.number)
    return ".".join(filter(None, (number.strip(" .)") for number in numbers)))


def find_unit(units: Collection[Unit], wanted: str, plan: Plan | None = None) -> Unit:
    """Return the unit that an identity or any known spelling means; in a plan, that of its period.

    Of several that have had a name that which there still is is meant.
    """
    by_id = [unit for unit in units if unit.id == wanted]
    said = fold(wanted)
    found = by_id or [unit for unit in units if said in {fold(name) for name in names(unit)}]
    if not found:
        period = plan.period if plan else None
        spelled = (one.unit for one in resolved(wanted, units, period))
        found = list({unit.id: unit for unit in spelled if unit}.values())
    there = [unit for unit in found if unit.valid_to is None]
    if len(there or found) == 1:
        return (there or found)[0]
    if found:
        ids = "; ".join(f"{unit.name} ({unit.id})" for unit in found)
        raise UserError(f"Có {len(found)} đơn vị là “{wanted}”: {ids}.", "Hãy ghi mã của một đơn vị.")
    raise UserError(f"Không có đơn vị nào là “{wanted}”.", f"Các đơn vị đang có: {_listed(tuple(units)) or 'chưa có'}.")


def _listed(units: Sequence[Unit]) -> str:
    return "; ".join(unit.name for unit in units)
