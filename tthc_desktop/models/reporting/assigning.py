"""Phiếu giao việc: all that one unit has to do by some plans, as a paper to be signed and handed over."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.reporting.grid import GROUP_LEVELS, Head, Line, grid
from tthc_desktop.models.reporting.paper import agency_of, cited, head, recipients, spelled_title, symbol
from tthc_desktop.models.reporting.words import count_words, lower_first
from tthc_desktop.models.sending.workshare import ShareRow, WorkShare
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import share_of, shares

_HEADS = (
    Head("number", "STT", Role.NUMBER, 6),
    Head("content", "Nội dung công việc", Role.CONTENT, 40),
    Head("part", "Vai trò", width=11),
    Head("result", "Kết quả, sản phẩm", width=22),
    Head("deadline", "Thời hạn", width=17),
)


def assignment(plans: Sequence[Plan], given: Sequence[WorkShare], on: date) -> Plan:
    """Return the paper for the unit whose shares of the plans these are, plan by plan."""
    unit, name = given[0].unit, given[-1].name
    works = [row for share in given for row in share.rows if row.work_id]
    if not works:
        raise UserError(
            f"Kế hoạch không giao việc nào cho {name}.",
            "Hãy chọn đơn vị khác hoặc kiểm tra tên gọi của đơn vị trong danh bạ.",
        )
    first, agency = plans[0], agency_of(plans[0])
    by = f"{agency} giao" if agency else "Giao"
    said = f"Thực hiện {'; '.join(map(cited, plans))}, {lower_first(by) if not agency else by} {name}"
    end = "Đề nghị đơn vị tổ chức thực hiện đúng thời hạn, báo cáo kết quả và kịp thời phản ánh khó khăn, vướng mắc./."
    start, last = _days(plans, on)
    return Plan(
        new_id(),
        kind="PHIẾU GIAO VIỆC",
        title=plain(_title(plans, name)),
        header=head(first, symbol(first, "PGV"), on),
        body=(
            Item(new_id(), text=plain(f"{said} thực hiện {count_words(len(works))} công việc sau đây:")),
            grid([each for each in _HEADS if _is_used(each.name, works)], _lines(plans, given)),
            Item(new_id(), text=plain(end)),
        ),
        signatory=first.signatory,
        recipients=recipients(first, (name,)),
        drawn=Drawn(Form.ASSIGNMENT, tuple(plan.id for plan in plans), start, last, unit_id=unit.id),
    )


def assignments(plans: Sequence[Plan], units: Collection[Unit], on: date, wanted: Id = "") -> tuple[Plan, ...]:
    """Return a paper for each unit that has work by some of the plans, or for the wanted one; none for who has none."""
    given: dict[Id, list[tuple[Plan, WorkShare]]] = {}
    for plan in plans:
        for share in _shares(plan, units, on, wanted):
            given.setdefault(share.unit.id, []).append((plan, share))
    return tuple(assignment([plan for plan, _ in work], [share for _, share in work], on) for work in given.values())


def _shares(plan: Plan, units: Collection[Unit], on: date, wanted: Id) -> tuple[WorkShare, ...]:
    """Return the shares of a plan, that of the wanted unit also when it only helps from outside."""
    if not wanted:
        return shares(plan, units, on)
    share = share_of(plan, next(unit for unit in units if unit.id == wanted), units, on)
    return (share,) if share.rows else ()


def _title(plans: Sequence[Plan], unit: str) -> str:
    if len(plans) > 1:
        return f"Giao {unit} thực hiện các kế hoạch"
    return f"Giao {unit} thực hiện {lower_first(plans[0].kind.capitalize())} {lower_first(spelled_title(plans[0]))}"


def _days(plans: Sequence[Plan], on: date) -> tuple[date, date]:
    periods = [plan.period for plan in plans if plan.period]
    return min((one.start for one in periods), default=on), max((one.end for one in periods), default=on)


def _is_used(name: str, works: Sequence[ShareRow]) -> bool:
    return name == "number" or any(row.words.get(name) for row in works)


def _lines(plans: Sequence[Plan], given: Sequence[WorkShare]) -> Iterator[Line]:
    titles: Mapping[str, str] = {plan.id: spelled_title(plan) for plan in plans}
    several = len(given) > 1
    for share in given:
        if several:
            yield Line({}, 0, titles.get(share.plan_id, share.plan_title))
        for row in share.rows:
            level = min(row.level + several, len(GROUP_LEVELS))
            if row.work_id:
                yield Line({**row.words}, level)
            elif level < len(GROUP_LEVELS):
                yield Line({}, level, row.words.get("content", "") or "…")
